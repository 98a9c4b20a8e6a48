/** The words of the Explorer's figures, in French; `exploreEn` has the same keys. */
export const exploreFr = {
  cross: 'Croiser avec',
  crossNone: 'Rien',
  showLabel: 'Présentation',
  shows: {
    table: 'Tableau',
    chart: 'Graphique',
    multiples: 'Petits multiples',
    heat: 'Tableau en couleurs',
    trend: 'Évolution',
    slope: 'Deux éditions',
    dumbbell: 'Les deux côtés',
  },
  intervalsShown: 'Intervalles dans le tableau',
  totalsShown: 'Nombres d’entreprises',
  totalsNote:
    'Nombre d’entreprises que représentent celles qui ont donné la réponse, avec son intervalle ; « nombre non donné » : il varierait de plus d’un tiers d’un échantillon à l’autre.',
  noTotal: 'nombre non donné',
  fragileTotal: 'nombre fragile',
  enterprises: (count: string) => `≈ ${count} entreprises`,
  lettersShown: 'Lettres : comparer deux à deux',
  lettersDown:
    'Une part suivie de lettres est nettement plus élevée que celle des lignes qu’elles désignent.',
  lettersAcross:
    'Une part suivie de lettres est nettement plus élevée que celle des colonnes qu’elles désignent, sur la même ligne.',
  lettersFamily:
    'Toutes les paires du tableau sont jugées ensemble (5 % de fausses découvertes au plus, en moyenne) ; les bases trop faibles n’y sont pas. Sans lettre : rien ne les départage.',
  higherThan: (letters: string) => `nettement plus que ${letters}`,
  answersLegend: 'Réponses comptées ensemble',
  answersHint: 'Sans réponse cochée, chacune est montrée à part.',
  answersDefault: (answers: string) =>
    `Une seule part tient dans une case : ici ${answers}. Cochez d’autres réponses pour les compter ensemble.`,
  answersRule: 'La règle du producteur',
  answersNone: 'Aucune : chacune à part',
  twin: 'Les chiffres de ce graphique',
  rowsBy: 'Lignes et colonnes',
  base: (n: string) => `n = ${n}`,
  trueTotals:
    'La ligne et la colonne « Ensemble » sont calculées sur toutes les entreprises concernées, non en additionnant les cases.',
  testYes: (p: string) =>
    `Dans ce tableau, les réponses diffèrent d’une ligne ou d’une colonne à l’autre au-delà de ce que le hasard produit (test global, ${p}).`,
  testNo: (p: string) =>
    `Rien dans ce tableau ne dépasse nettement ce que le hasard seul produit (test global, ${p}).`,
  rowsSee: (low: string, high: string) =>
    low === high
      ? `Pour se voir, un écart avec le reste doit dépasser ${high}.`
      : `Pour se voir, un écart avec le reste doit dépasser ${low} à ${high}, selon la ligne.`,
  heatLegend: 'Couleur, selon la part',
  heatClass: (low: string, high: string) => `${low} à ${high}`,
  panelsLeft: (shown: number, all: number) => `${shown} premiers graphiques sur ${all}.`,
  panelsAll: (all: number) => `Afficher les ${all}`,
  panelsFew: 'En afficher moins',
  sameScale: 'Même échelle pour tous les graphiques.',
  trendTable: 'Édition par édition',
  trendLine: 'Série',
  trendChange: 'Depuis l’édition précédente',
  trendBasis: 'Source',
  pairsTitle: 'Ce qui se compare, d’une édition à l’autre',
  pair: (from: number, to: number) => `${from} – ${to}`,
  notCompared: 'Non comparable',
  significant: 'écart net',
  notSignificant: 'pas d’évolution décelable',
  untested: 'écart non testé : pas de réponses individuelles des deux côtés',
  trendTested:
    'Deux éditions ne sont comparées que si la question et ses réponses sont les mêmes ; tous les écarts montrés sont jugés ensemble (5 % de fausses découvertes au plus, en moyenne).',
  aggregate: 'agrégat, sans base',
  swap: 'Échanger lignes et colonnes',
  oneEdition:
    'Cette question n’a été posée que dans une édition : il n’y a pas d’évolution à lire.',
  gapTitle: 'Ce que cette population permet de voir',
  gapFiltered: (n: string, gap: string) =>
    `Avec ${n} répondants, seuls des écarts de plus de ${gap} avec le reste se voient.`,
  gapWhole: (n: string, gap: string) =>
    `Avec ${n} répondants, une part est connue à ${gap} près, au plus.`,
  gapEffective: (nEff: string) => `Leurs poids inégaux les font valoir ${nEff}.`,
  gapNone: 'Aucun répondant à cette question dans cette population.',
  gapUnknown:
    'Les résultats agrégés ne donnent pas de base : on ne peut pas dire quels écarts se verraient.',
  relax: (name: string) => `Retirer le filtre ${name}`,
  relaxGain: (n: string, gap: string) => `${n} répondants, écarts de plus de ${gap}`,
  historyLink: 'L’histoire de cette question, mot à mot',
  shortcuts: 'Raccourcis clavier',
  shortcutsOn: 'Raccourcis actifs',
  shortcutList: [
    ['/', 'Chercher une question'],
    ['?', 'Afficher cette liste'],
    ['↓ ↑', 'Parcourir la liste des questions'],
    ['Échap', 'Fermer une liste ou cette fenêtre'],
  ] as readonly (readonly [string, string])[],
  close: 'Fermer',
};

export type ExploreWords = typeof exploreFr;

export const exploreEn: ExploreWords = {
  cross: 'Cross with',
  crossNone: 'Nothing',
  showLabel: 'Shown as',
  shows: {
    table: 'Table',
    chart: 'Chart',
    multiples: 'Small multiples',
    heat: 'Coloured table',
    trend: 'Over time',
    slope: 'Two editions',
    dumbbell: 'Both sides',
  },
  intervalsShown: 'Intervals in the table',
  totalsShown: 'Numbers of enterprises',
  totalsNote:
    'Number of enterprises that those who gave the answer stand for, with its interval; “number not given”: it would vary by more than a third from one sample to another.',
  noTotal: 'number not given',
  fragileTotal: 'fragile number',
  enterprises: (count) => `≈ ${count} enterprises`,
  lettersShown: 'Letters: compare two by two',
  lettersDown: 'A share followed by letters is clearly higher than that of the rows they name.',
  lettersAcross:
    'A share followed by letters is clearly higher than that of the columns they name, in the same row.',
  lettersFamily:
    'All the pairs of the table are judged together (at most 5% false discoveries, on average); bases too small are left out. No letter: nothing tells them apart.',
  higherThan: (letters) => `clearly more than ${letters}`,
  answersLegend: 'Answers counted together',
  answersHint: 'With none ticked, each is shown on its own.',
  answersDefault: (answers) =>
    `Only one share fits in a cell: here ${answers}. Tick other answers to count them together.`,
  answersRule: 'The producer’s rule',
  answersNone: 'None: each on its own',
  twin: 'The figures of this chart',
  rowsBy: 'Rows and columns',
  base: (n) => `n = ${n}`,
  trueTotals:
    'The row and the column “All firms” are computed over every firm concerned, not by adding up the cells.',
  testYes: (p) =>
    `In this table, answers differ from one row or column to another beyond what chance produces (overall test, ${p}).`,
  testNo: (p) =>
    `Nothing in this table clearly exceeds what chance alone produces (overall test, ${p}).`,
  rowsSee: (low, high) =>
    low === high
      ? `To be seen, a gap with the rest must exceed ${high}.`
      : `To be seen, a gap with the rest must exceed ${low} to ${high}, depending on the row.`,
  heatLegend: 'Colour, by share',
  heatClass: (low, high) => `${low} to ${high}`,
  panelsLeft: (shown, all) => `First ${shown} charts of ${all}.`,
  panelsAll: (all) => `Show all ${all}`,
  panelsFew: 'Show fewer',
  sameScale: 'All the charts have the same scale.',
  trendTable: 'Edition by edition',
  trendLine: 'Series',
  trendChange: 'Since the previous edition',
  trendBasis: 'Source',
  pairsTitle: 'What can be compared, from one edition to the next',
  pair: (from, to) => `${from} – ${to}`,
  notCompared: 'Not comparable',
  significant: 'clear gap',
  notSignificant: 'no detectable change',
  untested: 'gap not tested: individual answers are missing on one side',
  trendTested:
    'Two editions are compared only when the question and its answers are the same; all the gaps shown are judged together (at most 5% false discoveries, on average).',
  aggregate: 'aggregate, no base',
  swap: 'Swap rows and columns',
  oneEdition: 'This question was asked in one edition only: there is no change to read.',
  gapTitle: 'What this population allows one to see',
  gapFiltered: (n, gap) =>
    `With ${n} respondents, only gaps of more than ${gap} with the rest can be seen.`,
  gapWhole: (n, gap) => `With ${n} respondents, a share is known to within ${gap} at most.`,
  gapEffective: (nEff) => `Their unequal weights make them worth ${nEff}.`,
  gapNone: 'No respondent to this question in this population.',
  gapUnknown: 'Aggregates give no base: which gaps could be seen cannot be said.',
  relax: (name) => `Remove the filter ${name}`,
  relaxGain: (n, gap) => `${n} respondents, gaps of more than ${gap}`,
  historyLink: 'The history of this question, word by word',
  shortcuts: 'Keyboard shortcuts',
  shortcutsOn: 'Shortcuts are on',
  shortcutList: [
    ['/', 'Search for a question'],
    ['?', 'Show this list'],
    ['↓ ↑', 'Walk through the list of questions'],
    ['Esc', 'Close a list or this window'],
  ],
  close: 'Close',
};
