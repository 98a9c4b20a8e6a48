import type { RankingSort } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';

/** The words of the Prospecter page's own parts, in French; `en` has the same keys. */
const fr = {
  cross: 'Croiser avec',
  crossNone: 'Rien',
  readings: {
    count:
      'Combien d’entreprises interrogées ont donné la réponse : l’exercice tel que publié, où les territoires les plus peuplés viennent naturellement en tête.',
    share:
      'Quelle part des entreprises l’a donnée, une fois pondérée : les petites bases donnent des parts extrêmes, lisez les intervalles.',
    smoothed:
      'La part pondérée, les petites bases étant ramenées vers ce que disent les segments semblables : le classement le plus sûr des taux.',
    potential:
      'Combien d’entreprises cela représente, part lissée fois nombre d’entreprises : le volume à prospecter, pas la facilité à convaincre.',
    score:
      'Plusieurs critères réunis en une note sans minimum ni maximum : 50 est le segment moyen, dix points un écart type entre segments.',
  } satisfies Record<RankingSort, string>,
  tier: (letter: string, count: number, noun: string) => `Groupe ${letter} : ${count} ${noun}`,
  tierNote:
    'Un groupe réunit des segments que les données ne départagent pas : à l’intérieur, l’ordre ne se lit pas. Le premier d’un groupe l’emporte sur le premier du suivant avec une probabilité d’au moins 95 %. Sous chaque rang, ceux que le hasard permet (90 %). En simulation, ces intervalles de rang tiennent dans 88 à 92 % des cas, ceux des parts lissées dans 86 à 100 %, ceux des volumes dans 86 à 97 %.',
  indicativeTitle: 'Ordre indicatif',
  indicative:
    'Les segments ne se distinguent pas de ce que donnerait le hasard : aucun groupe n’est formé, et aucun n’est dit premier.',
  modelled: 'estimé par le modèle',
  modelledNote:
    '« Estimé par le modèle » : trop peu de réponses pour une part propre ; le chiffre vient surtout des autres segments.',
  nouns: {
    department: ['département', 'départements'],
    region: ['région', 'régions'],
    sector: ['secteur', 'secteurs'],
    size: ['taille', 'tailles'],
  } satisfies Record<Dimension, readonly [string, string]>,
  pairNoun: ['cible', 'cibles'],
  dots: 'Points et intervalles',
  readout: (figure: string, rank: string, base: string) => `${figure}, ${rank}base ${base}.`,
  readoutRank: (rank: string, among: string) => `rang ${rank} (${among}), `,
  top: 'Dans les 10 premiers',
  topLong: 'Probabilité d’être parmi les dix premiers',
  ways: 'Ce qui est classé',
  oneQuestion: 'Une question',
  manyCriteria: 'Plusieurs critères',
  profileUnasked: 'Indisponible ici : aucune édition n’a posé toutes ses questions.',
  unknownQuestion: (code: number) => `Question ${code}, inconnue ici`,
  profilesTitle: 'Profils de prospects prêts à l’emploi',
  profilesText: 'Chacun réunit quelques critères ; tout se change ensuite.',
  criteriaTitle: 'Les critères du score',
  pro: 'compte en faveur',
  against: 'compte contre',
  directionLabel: 'Sens',
  weight: 'Poids',
  weightOf: (label: string) => `Poids de « ${label} »`,
  answersOf: 'Réponses qui comptent',
  remove: 'Retirer ce critère',
  removeOf: (label: string) => `Retirer ce critère : ${label}`,
  add: 'Ajouter un critère',
  addHint: 'Choisissez une question : ses réponses favorables sont cochées.',
  dropped: 'Écarté : ne distingue pas les segments.',
  noWeight: 'Donnez un poids à un critère au moins qui distingue les segments.',
  scoreCaption: (by: string, edition: number) => `${by}, score, ${edition}`,
  score: 'Score',
  steady: 'Stabilité',
  steadyLong:
    'Sur 1\u202f000 pondérations tirées au hasard, combien gardent ce segment dans les dix premiers',
  steadyOf: (count: string) => `${count} / 1\u202f000`,
  counting: 'en cours',
  whyRank: 'Pourquoi ce rang',
  whyRankOf: (name: string) => `Pourquoi ce rang : ${name}`,
  contribution: (points: string, share: string) => `${points} points, part lissée ${share}`,
  scoreNote:
    'Sous chaque score, son intervalle à 90\u202f%, sur lequel reposent les rangs. Les points disent ce que chaque critère ajoute au segment moyen (50) ou lui retire. La stabilité compte, sur 1\u202f000 pondérations tirées au hasard, celles où le segment reste dans les dix premiers.',
  summaryTitle: 'En clair',
  cautions: 'À dire aussi',
  without: 'Exclusions',
  exclude: 'Exclure',
  excludeHint: 'Choisir…',
  excludeOf: (name: string) => `Reprendre ${name}`,
  excluded: (count: number, shown: string) =>
    `${shown} ${count > 1 ? 'lignes laissées' : 'ligne laissée'} de côté ; les rangs restent ceux de l’ensemble.`,
  listTitle: 'La liste à emporter',
  listText: (count: number, shown: string) =>
    `${shown} ${count > 1 ? 'lignes' : 'ligne'}, dans l’ordre affiché, sans les exclusions.`,
  listExcel: 'CSV pour Excel',
  listCrm: 'CSV pour un CRM',
  listWorkbook: 'Classeur avec notes',
  /** Part of the name of the files, and the name of the workbook's sheet. */
  listFile: 'cibles',
  listSheet: 'Cibles',
  print: 'Imprimer',
  notes: {
    list: 'Liste de cibles établie par Numoscope à partir du Baromètre France Num.',
    address: 'Adresse qui reproduit ce résultat',
    method: 'Méthode',
    cautions: 'Précautions',
    without: 'Exclusions',
    date: 'Établie le',
    volumes: (file: string) =>
      `Les potentiels reposent sur les effectifs officiels du fichier « ${file} » : la colonne « potentiel_fonde_sur » dit lesquels.`,
    columns:
      'Les parts vont de 0 à 1. « part_basse » et « part_haute » bornent la part à 95 %, les autres colonnes « basse » et « haute » la part lissée, le potentiel et le score à 90 %. Les rangs bas et haut sont ceux que le hasard permet (90 %). « commercial » est laissée vide pour la répartition.',
  },
  stateTitle: 'Trouver les entreprises',
  stateText:
    'L’annuaire des entreprises de l’État dresse gratuitement la liste de celles d’une cible. Sirene y compte des établissements, l’enquête pèse des entreprises : les deux nombres diffèrent. Une liste de plus de 200 000 lignes y est refusée : ajoutez un secteur ou une taille.',
  stateTarget: 'Cible',
  stateFirst: (count: number, noun: string) => `${count} ${noun} en tête`,
  statePairs:
    'Une cible à la fois : l’outil croise tout ce qu’on lui donne, et deux cibles ensemble y ramèneraient des couples que personne n’a choisis.',
  stateOpen: 'Ouvrir l’annuaire des entreprises',
  stateDepartments: 'Départements',
  stateCopy: 'Copier ces codes',
  stateByHand: (codes: string) =>
    `À cocher à la main : ${codes} (l’outil refuse ces codes en texte).`,
  stateHeadcounts: 'Tranches d’effectif Sirene',
  stateHeadcountsNote: 'Beaucoup d’effectifs y sont vides.',
  stateNafFile: (part: number, parts: number) =>
    parts === 1 ? 'Codes NAF (fichier texte)' : `Codes NAF, fichier ${part} sur ${parts}`,
  stateNafOurs: 'Correspondance établie par nous, division par division : relisez-la.',
  stateNafNone: (names: string) =>
    `Pas de liste de codes pour : ${names}. Choisissez les sections dans l’outil.`,
};

export type ProspectWords = typeof fr;

const en: ProspectWords = {
  cross: 'Cross with',
  crossNone: 'Nothing',
  readings: {
    count:
      'How many responding firms gave the answer: the exercise as published, where places with most firms naturally come first.',
    share:
      'What share of firms gave it, once weighted: small bases give extreme shares, read the intervals.',
    smoothed:
      'The weighted share, small bases drawn towards what similar segments say: the surest ranking of rates.',
    potential:
      'How many firms that stands for, smoothed share times number of firms: the volume to prospect, not the ease of convincing.',
    score:
      'Several criteria in one mark without minimum or maximum: 50 is the average segment, ten points one standard deviation between segments.',
  },
  tier: (letter, count, noun) => `Group ${letter}: ${count} ${noun}`,
  tierNote:
    'A group gathers segments that the data cannot tell apart: inside it the order is not to be read. The first of a group is above the first of the next with a probability of at least 95%. Under each rank, those that chance allows (90%). In simulation, these rank intervals hold in 88 to 92% of cases, those of smoothed shares in 86 to 100%, those of volumes in 86 to 97%.',
  indicativeTitle: 'Order indicative',
  indicative:
    'The segments cannot be told from what chance would give: no group is formed, and none is called first.',
  modelled: 'model-based',
  modelledNote:
    '“Model-based”: too few answers for a share of its own; the figure comes mostly from the other segments.',
  nouns: {
    department: ['department', 'departments'],
    region: ['region', 'regions'],
    sector: ['sector', 'sectors'],
    size: ['size', 'sizes'],
  },
  pairNoun: ['target', 'targets'],
  dots: 'Points and intervals',
  readout: (figure, rank, base) => `${figure}, ${rank}base ${base}.`,
  readoutRank: (rank, among) => `rank ${rank} (${among}), `,
  top: 'In the first 10',
  topLong: 'Probability of being among the first ten',
  ways: 'What is ranked',
  oneQuestion: 'One question',
  manyCriteria: 'Several criteria',
  profileUnasked: 'Not available here: no edition asked all its questions.',
  unknownQuestion: (code) => `Question ${code}, unknown here`,
  profilesTitle: 'Ready-made prospect profiles',
  profilesText: 'Each gathers a few criteria; everything can then be changed.',
  criteriaTitle: 'The criteria of the score',
  pro: 'counts for',
  against: 'counts against',
  directionLabel: 'Direction',
  weight: 'Weight',
  weightOf: (label) => `Weight of “${label}”`,
  answersOf: 'Answers that count',
  remove: 'Remove this criterion',
  removeOf: (label) => `Remove this criterion: ${label}`,
  add: 'Add a criterion',
  addHint: 'Choose a question: its favourable answers come ticked.',
  dropped: 'Left out: does not tell segments apart.',
  noWeight: 'Give a weight to at least one criterion that tells segments apart.',
  scoreCaption: (by, edition) => `${by}, score, ${edition}`,
  score: 'Score',
  steady: 'Steadiness',
  steadyLong: 'Of 1,000 weightings drawn at random, how many keep this segment in the first ten',
  steadyOf: (count) => `${count} / 1,000`,
  counting: 'counting',
  whyRank: 'Why this rank',
  whyRankOf: (name) => `Why this rank: ${name}`,
  contribution: (points, share) => `${points} points, smoothed share ${share}`,
  scoreNote:
    'Under each score, its 90% interval, which the ranks rest on. Points say what each criterion adds to the average segment (50) or takes from it. Steadiness counts, of 1,000 weightings drawn at random, those in which the segment stays in the first ten.',
  summaryTitle: 'In plain words',
  cautions: 'Say this too',
  without: 'Exclusions',
  exclude: 'Leave out',
  excludeHint: 'Choose…',
  excludeOf: (name) => `Take back ${name}`,
  excluded: (count, shown) =>
    `${shown} ${count === 1 ? 'row' : 'rows'} left out; ranks stay those among all.`,
  listTitle: 'The list to take away',
  listText: (count, shown) =>
    `${shown} ${count === 1 ? 'row' : 'rows'}, in the order shown, exclusions left out.`,
  listExcel: 'CSV for French Excel',
  listCrm: 'CSV for a CRM',
  listWorkbook: 'Workbook with notes',
  listFile: 'targets',
  listSheet: 'Targets',
  print: 'Print',
  notes: {
    list: 'List of targets made by Numoscope from the Baromètre France Num.',
    address: 'Address that reproduces this result',
    method: 'Method',
    cautions: 'Cautions',
    without: 'Left out',
    date: 'Made on',
    volumes: (file) =>
      `Potentials rest on the official counts of the file “${file}”: the column “potential_rests_on” says which.`,
    columns:
      'Shares go from 0 to 1. “share_low” and “share_high” bound the share at 95%, the other columns “low” and “high” the smoothed share, the potential and the score at 90%. Low and high ranks are those that chance allows (90%). “salesperson” is left empty for the seller.',
  },
  stateTitle: 'Find the firms',
  stateText:
    'The State’s directory of enterprises lists those of a target for free. Sirene counts establishments, the survey weights enterprises: the two numbers differ. It refuses lists of more than 200,000 rows: add a sector or a size.',
  stateTarget: 'Target',
  stateFirst: (count, noun) => `First ${count} ${noun}`,
  statePairs:
    'One target at a time: the tool crosses all that it is given, and two targets together would bring pairs that nobody chose.',
  stateOpen: 'Open the directory of enterprises',
  stateDepartments: 'Departments',
  stateCopy: 'Copy these codes',
  stateByHand: (codes) => `To be ticked by hand: ${codes} (the tool refuses these codes as text).`,
  stateHeadcounts: 'Sirene headcount classes',
  stateHeadcountsNote: 'Many headcounts are blank there.',
  stateNafFile: (part, parts) =>
    parts === 1 ? 'NAF codes (text file)' : `NAF codes, file ${part} of ${parts}`,
  stateNafOurs: 'The correspondence is ours, division by division: read it through.',
  stateNafNone: (names) => `No list of codes for: ${names}. Choose the sections in the tool.`,
};

const words: Record<Language, ProspectWords> = { fr, en };

/** The Prospecter page's words in a language. */
export const prospectWords = (language: Language): ProspectWords => words[language];

/** « départements », « cibles »: what is ranked, as many as there are. */
export function nounOf(by: readonly Dimension[], count: number, language: Language): string {
  const [only] = by;
  const own = words[language];
  const forms = by.length === 1 && only !== undefined ? own.nouns[only] : own.pairNoun;
  return forms[count > 1 ? 1 : 0] ?? '';
}
