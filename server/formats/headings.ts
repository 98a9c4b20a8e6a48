import type { Language } from '../../core/format/language.ts';

export type Bilingual = Readonly<Record<Language, string>>;

const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** What a reader sees above each column, by its technical name. */
export const headings = {
  question: both('Question (code)', 'Question (code)'),
  question_label: both('Question', 'Question'),
  edition: both('Édition', 'Edition'),
  basis: both('Source', 'Source'),
  label: both('Libellé', 'Label'),
  department: both('Département (code)', 'Department (code)'),
  region: both('Région (code)', 'Region (code)'),
  sector: both('Secteur (code)', 'Sector (code)'),
  size: both('Taille (code)', 'Size (code)'),
  answer: both('Réponse', 'Answer'),
  base_n: both('Base (répondants)', 'Base (respondents)'),
  base_weight: both('Base pondérée (entreprises)', 'Weighted base (enterprises)'),
  base_n_eff: both('Base efficace', 'Effective base'),
  base_deff: both('Effet de plan', 'Design effect'),
  n: both('Répondants ayant donné la réponse', 'Respondents who gave the answer'),
  weight: both('Entreprises estimées', 'Estimated enterprises'),
  weight_se: both('Entreprises estimées, erreur type', 'Estimated enterprises, standard error'),
  weight_ci_low: both('Entreprises estimées, borne basse', 'Estimated enterprises, lower limit'),
  weight_ci_high: both('Entreprises estimées, borne haute', 'Estimated enterprises, upper limit'),
  weight_flag: both('Entreprises estimées, signalement', 'Estimated enterprises, flag'),
  share: both('Part', 'Share'),
  se: both('Erreur type', 'Standard error'),
  ci_low: both('Borne basse', 'Lower limit'),
  ci_high: both('Borne haute', 'Upper limit'),
  rest_difference: both('Écart au reste', 'Difference from the rest'),
  rest_se: both('Erreur type de l’écart', 'Standard error of the difference'),
  rest_ci_low: both('Écart, borne basse', 'Difference, lower limit'),
  rest_ci_high: both('Écart, borne haute', 'Difference, upper limit'),
  rest_p: both('Écart, p', 'Difference, p'),
  rest_significant: both('Écart significatif', 'Significant difference'),
  flag: both('Signalement', 'Flag'),
  letter: both('Lettre', 'Letter'),
  higher_than: both('Nettement plus élevée que (lettres)', 'Clearly higher than (letters)'),
  change_from: both('Comparée à l’édition', 'Compared with the edition'),
  comparability: both('Comparabilité', 'Comparability'),
  change: both('Évolution', 'Change'),
  change_ci_low: both('Évolution, borne basse', 'Change, lower limit'),
  change_ci_high: both('Évolution, borne haute', 'Change, upper limit'),
  change_p: both('Évolution, p', 'Change, p'),
  change_significant: both('Évolution significative', 'Significant change'),
  rank: both('Rang', 'Rank'),
  count: both('Répondants ayant donné la réponse', 'Respondents who gave the answer'),
  smoothed_share: both('Part lissée', 'Smoothed share'),
  smoothed_low: both('Part lissée, borne basse', 'Smoothed share, lower limit'),
  smoothed_high: both('Part lissée, borne haute', 'Smoothed share, upper limit'),
  potential: both('Potentiel (entreprises)', 'Potential (enterprises)'),
  potential_low: both('Potentiel, borne basse', 'Potential, lower limit'),
  potential_high: both('Potentiel, borne haute', 'Potential, upper limit'),
  potential_basis: both(
    'Potentiel fondé sur (register, calibrated, survey)',
    'Potential based on (register, calibrated, survey)',
  ),
  counts_file: both('Fichier d’effectifs officiels', 'File of official counts'),
  rank_low: both('Rang, borne basse', 'Rank, lower limit'),
  rank_high: both('Rang, borne haute', 'Rank, upper limit'),
  top_probability: both(
    'Probabilité d’être parmi les premiers',
    'Probability of being among the first',
  ),
  tier: both(
    'Groupe que les données départagent du suivant (1 en tête)',
    'Group that the data tell from the next (1 at the top)',
  ),
  score: both('Score (50 : segment moyen)', 'Score (50: average segment)'),
  score_low: both('Score, borne basse', 'Score, lower limit'),
  score_high: both('Score, borne haute', 'Score, upper limit'),
  difference: both('Écart', 'Difference'),
  difference_ci_low: both('Écart, borne basse', 'Difference, lower limit'),
  difference_ci_high: both('Écart, borne haute', 'Difference, upper limit'),
  p: both('p', 'p'),
  q: both('q (corrigée)', 'q (corrected)'),
  significant: both('Significatif', 'Significant'),
  story: both('Fait (numéro)', 'Story (number)'),
  kind: both('Nature', 'Kind'),
  sentence: both('Phrase', 'Sentence'),
  chapter: both('Chapitre (numéro)', 'Chapter (number)'),
  origin: both('Origine des données', 'Origin of the data'),
} as const satisfies Record<string, Bilingual>;

/** The heading of one of two sides, and of its base. */
export const sideHeadings = {
  profile: both('Profil', 'Profile'),
  rest: both('Reste de la France', 'Rest of France'),
  edition: (year: number) => both(`Édition ${year}`, `Edition ${year}`),
  base: ({ fr, en }: Bilingual) => both(`${fr} : base`, `${en}: base`),
} as const;

/** Headings and groups of stories. */
export const storyHeadings = {
  label: both('Groupe', 'Group'),
  department: both('Département du profil', 'Department of the profile'),
  region: both('Région du profil', 'Region of the profile'),
  sector: both('Secteur du profil', 'Sector of the profile'),
  size: both('Taille du profil', 'Size of the profile'),
  groups: {
    all: both('Ensemble', 'All'),
    profile: both('Profil', 'Profile'),
    rest: both('Reste de la France', 'Rest of France'),
  },
} as const;

/** What JSON-stat and workbooks name beside columns. */
export const sheetWords = {
  data: both('Données', 'Data'),
  notes: both('Notes', 'Notes'),
  yes: both('oui', 'yes'),
  no: both('non', 'no'),
  measure: both('Mesure', 'Measure'),
  total: both('Ensemble', 'All'),
} as const;
