import type { VerifiedFigure } from '../core/contract/verification.ts';
import type { Language } from '../core/format/language.ts';

const fr = {
  question: 'Question et réponse',
  difference: 'Écart',
  verdict: 'Lecture',
  base: (count: string) => `base ${count}`,
  verdicts: {
    sure: 'Écart très net',
    clear: 'Écart net',
    slight: 'Net, mais de moins de 2 points',
    none: 'Pas d’écart décelable',
    untested: 'Non testé',
  },
  moved: {
    sure: 'Évolution très nette',
    clear: 'Évolution nette',
    slight: 'Nette, mais de moins de 2 points',
    none: 'Pas d’évolution décelable',
    untested: 'Non testée',
  },
  verdictsNote:
    '« Très net » : parmi les écarts aussi nets que celui-là, 1 % au plus devraient être dus au hasard ; « net » : 5 % au plus (c’est la valeur q). Un écart qui n’est pas décelable peut exister : ces réponses ne suffisent pas à le voir.',
  intervalNote:
    'Les intervalles tiennent compte du tri : ils sont d’autant plus larges que peu d’écarts ressortent.',
  showAll: (count: number) =>
    count === 0 ? 'Afficher tous les écarts' : `Afficher les ${count} écarts examinés`,
  showFew: 'N’afficher que les premiers',
  moversPage: {
    lead: 'Entre deux éditions, parmi les questions posées à l’identique, ce qui a changé au-delà du hasard.',
    from: 'De l’édition',
    to: 'À l’édition',
    settings: 'Changer d’éditions ou de profil',
    noise: 'Ce que le hasard seul montrerait',
    descriptive: (median: string, largest: string) =>
      `Certaines questions ne font que décrire les entreprises ; rien ne devrait les faire bouger d’une année à l’autre. Entre ces deux éditions leurs réponses ont pourtant bougé de ${median} (médiane), et jusqu’à ${largest} : c’est l’étalon de ce que valent les autres mouvements.`,
    descriptiveNames: 'Questions de l’étalon :',
    noDescriptive:
      'Aucune question purement descriptive n’est comparable entre ces deux éditions : il n’y a pas d’étalon.',
    chance: (tested: string, expected: string) =>
      `Si rien n’avait changé, sur ${tested} écarts examinés, ${expected} passeraient tout de même un test ordinaire à 5 %. La lecture ci-dessous en tient compte.`,
    chanceLargest: (largest: string) =>
      `Le plus grand écart dû au seul hasard dépasserait ${largest} une fois sur deux.`,
    untested:
      'Entre des résultats agrégés, sans base, rien ne peut être testé : les écarts sont rangés par taille.',
    alone: 'Une seule édition',
    aloneText:
      'Rien ne peut encore avoir bougé : il faut deux éditions, et ces données n’en ont qu’une. La suivante s’y ajoutera.',
    nothing: 'Pas d’évolution décelable',
    nothingText:
      'Aucune réponse ne montre d’évolution décelable entre ces deux éditions pour ce profil. Cela ne veut pas dire que rien n’a bougé : ces réponses ne suffisent pas à le voir.',
    empty: 'Aucune question n’est comparable entre ces deux éditions.',
    widen: 'Élargissez le profil, ou choisissez d’autres éditions.',
    excluded: 'Ce qui n’est pas comparé, et pourquoi',
    excludedLead: (count: number) =>
      `${count} questions sont laissées de côté : comparer leurs parts mêlerait ce que les entreprises font et ce qu’on leur a demandé.`,
    excludedGroup: {
      reworded: 'Question reformulée',
      'answers-changed': 'Réponses proposées modifiées',
      new: 'Nouvelle question',
      dropped: 'Question non reprise',
      comparable: 'Pas de chiffres comparables',
    } as Readonly<Record<string, string>>,
  },
  comparePage: {
    lead: 'Ce qui distingue un profil d’entreprises du reste de la France, sur toutes les questions d’une édition.',
    settings: 'Changer de profil',
    chooseTitle: 'Choisissez un profil',
    chooseText:
      'Ouvrez les filtres et cochez une région, un département, un secteur ou une taille. Pour voir un exemple :',
    base: (n: string, weight: string) =>
      `Base du profil : ${n} entreprises répondantes, qui en représentent ${weight}.`,
    smallest: (n: string, gap: string) =>
      `Avec ${n} répondants, un écart regardé seul ne se voit qu’au-delà de ${gap} environ. Il en faut davantage ici, où beaucoup d’écarts sont examinés ensemble, et sur les questions posées à une partie des entreprises.`,
    more: 'Plus souvent que dans le reste de la France',
    less: 'Moins souvent que dans le reste de la France',
    rest: 'Reste de la France',
    profile: 'Ce profil',
    identity:
      'Les questions qui disent qui l’on est (secteur, taille, région) ne sont pas comparées.',
    none: 'Aucun écart de ce côté parmi ceux qui sont affichés.',
    widen: 'Élargissez le profil, ou choisissez une autre édition.',
  },
  verificationPage: {
    lead: 'Les chiffres du Baromètre publiés officiellement ou repris par la presse, recalculés à partir des données que ce site sert.',
    demonstration:
      'Ces données de démonstration ont été calées sur les chiffres publiés : leur concordance montre que le calcul est juste, elle ne dit rien de l’enquête.',
    tallies: {
      ok: 'retrouvés',
      differs: 'différents',
      skipped: 'non vérifiés',
    } satisfies Record<VerifiedFigure['verdict'], string>,
    verdicts: {
      ok: 'Retrouvé',
      differs: 'Différent',
      skipped: 'Non vérifié',
    } satisfies Record<VerifiedFigure['verdict'], string>,
    rule: 'Un chiffre est retrouvé quand l’écart ne dépasse pas la moitié de l’arrondi auquel il a été publié.',
    figures: 'Chiffre par chiffre',
    show: 'Montrer',
    all: 'Tous les chiffres',
    search: 'Chercher dans les chiffres',
    found: (count: number) =>
      count === 0 ? 'Aucun chiffre' : count === 1 ? '1 chiffre' : `${count} chiffres`,
    figure: 'Chiffre',
    official: 'Publié',
    computed: 'Calculé',
    difference: 'Écart',
    verdict: 'Verdict',
    source: 'Source',
    linked: 'article ou rapport',
    statistics: {
      share_pct: 'Part',
      difference_pt: 'Évolution',
      respondents: 'Entreprises répondantes',
      count: 'Nombre de réponses',
      weight: 'Entreprises représentées',
      reconciliation: 'Plus grand écart',
    } satisfies Record<VerifiedFigure['statistic'], string>,
    among: (answers: string) => `parmi : ${answers}`,
    showAll: (count: number) => `Afficher les ${count} chiffres`,
    showFew: (count: number) => `N’afficher que les ${count} premiers`,
    reconciliation: 'Concordance des deux bases',
    reconciliationText:
      'Là où une édition a des réponses individuelles et des résultats agrégés officiels, les parts pondérées des premières sont mises en regard des seconds, cellule par cellule.',
    largest: 'Plus grand écart (points)',
    compared: 'Ce qui est comparé',
    noReconciliation: 'Aucune édition de cet entrepôt n’a les deux bases.',
    sources: 'Sources et ingestion',
    sourcesText:
      'Chaque jeu de données, tel qu’il a été lu : une ligne qui n’a pas été comprise est rejetée et comptée, jamais devinée.',
    dataset: 'Jeu de données',
    rows: 'Lignes lues',
    kept: 'Gardées',
    rejected: 'Rejetées',
    retrieved: 'Récupéré le',
    sha: 'Empreinte (SHA-256)',
    generated: 'engendré sur place',
    quality: 'Qualité de l’ingestion',
    noQuality: 'Cet entrepôt n’a pas de rapport d’ingestion.',
    clean: (count: number, rows: string) =>
      `${count} ${count > 1 ? 'jeux' : 'jeu'} de données, ${rows} lignes lues : toutes ont été gardées.`,
    lost: (count: number, rows: string, rejected: string) =>
      `${count} ${count > 1 ? 'jeux' : 'jeu'} de données, ${rows} lignes lues, ${rejected} rejetées.`,
    duplicates: (count: string) =>
      count === '1'
        ? '1 ligne en double, comptée une fois.'
        : `${count} lignes en double, comptées une fois.`,
    reason: (rows: string, reason: string, lines: string) =>
      `${rows} lignes rejetées : ${reason} (lignes ${lines}…).`,
    unmatched: (codes: string) => `Codes sans correspondance : ${codes}.`,
    checksPassed: (count: number) =>
      count === 1 ? 'Un contrôle, passé.' : `${count} contrôles, tous passés.`,
    checkFailed: (check: string, detail: string) => `Contrôle échoué : ${check} (${detail}).`,
  },
  takeAway: {
    title: 'Emporter ces chiffres',
    files: 'Les chiffres',
    formats: {
      csv: 'CSV (programmes : virgule, point décimal)',
      'csv-fr': 'CSV (tableur français : point-virgule, virgule décimale)',
      xlsx: 'Classeur XLSX, avec une feuille de notes',
      parquet: 'Parquet',
      'json-stat': 'JSON-stat 2.0',
      json: 'JSON de l’API',
      svg: 'SVG',
      png: 'PNG',
      pdf: 'PDF',
      'vl.json': 'Vega-Lite',
    },
    pictures: 'L’image, avec titre, source et date',
    shapes: {
      bars: 'Barres',
      dots: 'Points',
      map: 'Carte',
      lines: 'Courbes',
      slope: 'Deux éditions',
      dumbbell: 'Points joints',
      multiples: 'Petits graphiques',
      heat: 'Tableau en couleurs',
    },
    link: 'L’adresse de cette page',
    copyLink: 'Copier l’adresse',
    code: 'Quelques lignes de code',
    language: 'Langage',
    copyCode: 'Copier le code',
    copied: 'Copié.',
    selected: 'Le navigateur refuse la copie : le texte est sélectionné, copiez-le au clavier.',
    everything: 'L’entrepôt entier',
    everythingText:
      'Toutes les tables en Parquet, leur description (Frictionless) et le rapport d’ingestion.',
    package: 'Télécharger l’archive ZIP',
  },
};

type ComparisonWords = typeof fr;

const en: ComparisonWords = {
  question: 'Question and answer',
  difference: 'Gap',
  verdict: 'Reading',
  base: (count) => `base ${count}`,
  verdicts: {
    sure: 'Very clear gap',
    clear: 'Clear gap',
    slight: 'Clear, but under 2 points',
    none: 'No detectable gap',
    untested: 'Not tested',
  },
  moved: {
    sure: 'Very clear change',
    clear: 'Clear change',
    slight: 'Clear, but under 2 points',
    none: 'No detectable change',
    untested: 'Not tested',
  },
  verdictsNote:
    '“Very clear”: among gaps as clear as this one, at most 1% should be due to chance; “clear”: at most 5% (this is the q-value). A gap that is not detectable may exist: these answers are not enough to see it.',
  intervalNote: 'Intervals allow for the selection: the fewer gaps stand out, the wider they are.',
  showAll: (count) => (count === 0 ? 'Show all gaps' : `Show all ${count} gaps examined`),
  showFew: 'Show only the first',
  moversPage: {
    lead: 'Between two editions, among questions asked alike, what changed beyond chance.',
    from: 'From edition',
    to: 'To edition',
    settings: 'Change editions or profile',
    noise: 'What chance alone would show',
    descriptive: (median, largest) =>
      `Some questions only describe the firms; nothing should move them from one year to the next. Between these two editions their answers still moved by ${median} (median), and up to ${largest}: that is the yardstick for what other movements are worth.`,
    descriptiveNames: 'Questions of the yardstick:',
    noDescriptive:
      'No purely descriptive question can be compared between these two editions: there is no yardstick.',
    chance: (tested, expected) =>
      `Had nothing changed, of ${tested} gaps examined, ${expected} would still pass an ordinary test at 5%. The reading below allows for it.`,
    chanceLargest: (largest) =>
      `The largest gap due to chance alone would exceed ${largest} one time in two.`,
    untested:
      'Between aggregates, which have no base, nothing can be tested: gaps are ordered by size.',
    alone: 'One edition only',
    aloneText:
      'Nothing can have moved yet: it takes two editions, and these data have one. The next will join it.',
    nothing: 'No detectable change',
    nothingText:
      'No answer shows a detectable change between these two editions for this profile. That does not mean that nothing moved: these answers are not enough to see it.',
    empty: 'No question can be compared between these two editions.',
    widen: 'Widen the profile, or choose other editions.',
    excluded: 'What is not compared, and why',
    excludedLead: (count) =>
      `${count} questions are left out: comparing their shares would mix what firms do with what they were asked.`,
    excludedGroup: {
      reworded: 'Question reworded',
      'answers-changed': 'Answers offered changed',
      new: 'New question',
      dropped: 'Question dropped',
      comparable: 'No comparable figures',
    },
  },
  comparePage: {
    lead: 'What sets a profile of firms apart from the rest of France, on every question of an edition.',
    settings: 'Change the profile',
    chooseTitle: 'Choose a profile',
    chooseText:
      'Open the filters and tick a region, a department, a sector or a size. For an example:',
    base: (n, weight) => `Base of the profile: ${n} responding firms, which represent ${weight}.`,
    smallest: (n, gap) =>
      `With ${n} respondents, a gap looked at alone can only be seen beyond about ${gap}. It takes more here, where many gaps are examined together, and on questions put to some of the firms.`,
    more: 'More often than in the rest of France',
    less: 'Less often than in the rest of France',
    rest: 'Rest of France',
    profile: 'This profile',
    identity: 'Questions that say who one is (sector, size, region) are not compared.',
    none: 'No gap on this side among those shown.',
    widen: 'Widen the profile, or choose another edition.',
  },
  verificationPage: {
    lead: 'The Baromètre’s figures as officially published or quoted by the press, recomputed from the data this site serves.',
    demonstration:
      'This demonstration data was calibrated to the published figures: their agreement shows that the computation is right, it says nothing of the survey.',
    tallies: { ok: 'found again', differs: 'different', skipped: 'not checked' },
    verdicts: { ok: 'Found again', differs: 'Different', skipped: 'Not checked' },
    rule: 'A figure is found again when the difference is at most half the rounding it was published with.',
    figures: 'Figure by figure',
    show: 'Show',
    all: 'All figures',
    search: 'Search the figures',
    found: (count) => (count === 0 ? 'No figure' : count === 1 ? '1 figure' : `${count} figures`),
    figure: 'Figure',
    official: 'Published',
    computed: 'Computed',
    difference: 'Difference',
    verdict: 'Verdict',
    source: 'Source',
    linked: 'article or report',
    statistics: {
      share_pct: 'Share',
      difference_pt: 'Change',
      respondents: 'Responding firms',
      count: 'Number of answers',
      weight: 'Firms represented',
      reconciliation: 'Largest gap',
    },
    among: (answers) => `among: ${answers}`,
    showAll: (count) => `Show all ${count} figures`,
    showFew: (count) => `Show only the first ${count}`,
    reconciliation: 'Agreement of the two bases',
    reconciliationText:
      'Where an edition has both individual answers and official aggregates, the weighted shares of the former are set beside the latter, cell by cell.',
    largest: 'Largest gap (points)',
    compared: 'What is compared',
    noReconciliation: 'No edition of this warehouse has both bases.',
    sources: 'Sources and ingestion',
    sourcesText:
      'Each data set as it was read: a row that was not understood is rejected and counted, never guessed.',
    dataset: 'Data set',
    rows: 'Rows read',
    kept: 'Kept',
    rejected: 'Rejected',
    retrieved: 'Retrieved on',
    sha: 'Digest (SHA-256)',
    generated: 'generated on the spot',
    quality: 'Quality of the ingestion',
    noQuality: 'This warehouse has no ingestion report.',
    clean: (count, rows) =>
      `${count} data ${count === 1 ? 'set' : 'sets'}, ${rows} rows read: all were kept.`,
    lost: (count, rows, rejected) =>
      `${count} data ${count === 1 ? 'set' : 'sets'}, ${rows} rows read, ${rejected} rejected.`,
    duplicates: (count) => `${count} duplicate ${count === '1' ? 'row' : 'rows'}, counted once.`,
    reason: (rows, reason, lines) => `${rows} rows rejected: ${reason} (lines ${lines}…).`,
    unmatched: (codes) => `Codes without a match: ${codes}.`,
    checksPassed: (count) => (count === 1 ? 'One check, passed.' : `${count} checks, all passed.`),
    checkFailed: (check, detail) => `Check failed: ${check} (${detail}).`,
  },
  takeAway: {
    title: 'Take these figures away',
    files: 'The figures',
    formats: {
      csv: 'CSV (programs: comma, decimal point)',
      'csv-fr': 'CSV (French spreadsheet: semicolon, decimal comma)',
      xlsx: 'XLSX workbook, with a sheet of notes',
      parquet: 'Parquet',
      'json-stat': 'JSON-stat 2.0',
      json: 'JSON of the API',
      svg: 'SVG',
      png: 'PNG',
      pdf: 'PDF',
      'vl.json': 'Vega-Lite',
    },
    pictures: 'The picture, with title, source and date',
    shapes: {
      bars: 'Bars',
      dots: 'Dots',
      map: 'Map',
      lines: 'Lines',
      slope: 'Two editions',
      dumbbell: 'Joined dots',
      multiples: 'Small charts',
      heat: 'Coloured table',
    },
    link: 'The address of this page',
    copyLink: 'Copy the address',
    code: 'A few lines of code',
    language: 'Language',
    copyCode: 'Copy the code',
    copied: 'Copied.',
    selected: 'The browser refuses to copy: the text is selected, copy it with the keyboard.',
    everything: 'The whole warehouse',
    everythingText:
      'Every table as Parquet, its description (Frictionless) and the ingestion report.',
    package: 'Download the ZIP archive',
  },
};

/** The words of the pages that compare editions, profiles and published figures. */
export const comparisonWords: Readonly<Record<Language, ComparisonWords>> = { fr, en };
