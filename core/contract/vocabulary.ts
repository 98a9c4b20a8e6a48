/** The four dimensions that filter and break down every figure, in the order they are shown. */
export const dimensions = ['department', 'region', 'sector', 'size'] as const;
export type Dimension = (typeof dimensions)[number];

/** Where a figure comes from: one row per respondent and answer, or the official aggregates. */
export const bases = ['microdata', 'published'] as const;
export type Basis = (typeof bases)[number];

/** Where a warehouse comes from. */
export const origins = ['portal', 'files', 'demonstration'] as const;
export type Origin = (typeof origins)[number];

/** What a figure's base allows: shown, shown with a warning (null is shown plainly), or withheld. */
export const flags = ['low-base', 'suppressed'] as const;
export type Flag = (typeof flags)[number] | null;

/** Whether two consecutive editions asked the same question with the same answers. */
export const comparabilityStatuses = [
  'comparable',
  'reworded',
  'answers-changed',
  'new',
  'dropped',
] as const;
export type ComparabilityStatus = (typeof comparabilityStatuses)[number];

/** Whether more of a question's counted answers is good news, bad news, or neither (producer's view). */
export const directions = ['favourable', 'unfavourable', 'neutral'] as const;
export type Direction = (typeof directions)[number];

/** One answer per respondent, or several. */
export const questionTypes = ['single', 'multiple'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One value of a dimension, with what a reader sees. */
export interface DimensionValue {
  key: string;
  fr: string;
  en: string;
}

/** The eleven published sectors. */
export const sectors: readonly DimensionValue[] = [
  { key: 'agriculture', fr: 'Agriculture', en: 'Agriculture' },
  { key: 'industrie', fr: 'Industrie', en: 'Manufacturing' },
  { key: 'batiment-construction', fr: 'Bâtiment - Construction', en: 'Construction' },
  { key: 'commerce', fr: 'Commerce (détail et gros)', en: 'Retail and wholesale trade' },
  {
    key: 'hebergement-restauration',
    fr: 'Hébergement - Restauration',
    en: 'Hotels and restaurants',
  },
  { key: 'transport-logistique', fr: 'Transport - Logistique', en: 'Transport and logistics' },
  {
    key: 'ntic',
    fr: 'Nouvelles technologies - Information - Communication',
    en: 'Information and communication technology',
  },
  {
    key: 'activites-financieres-assurances',
    fr: 'Activités financières - Assurances',
    en: 'Finance and insurance',
  },
  {
    key: 'services-specialises-techniques',
    fr: 'Services spécialisés - Techniques',
    en: 'Specialised and technical services',
  },
  { key: 'services-a-la-personne', fr: 'Services à la personne', en: 'Personal services' },
  { key: 'autre', fr: 'Autre', en: 'Other' },
];

/** The four published size classes, in number of employees. */
export const sizes: readonly DimensionValue[] = [
  { key: '0', fr: '0 salarié', en: 'No employee' },
  { key: '1-9', fr: '1 à 9 salariés', en: '1 to 9 employees' },
  { key: '10-49', fr: '10 à 49 salariés', en: '10 to 49 employees' },
  { key: '50-249', fr: '50 à 249 salariés', en: '50 to 249 employees' },
];

/** Finer source classes and the published class each folds into. */
export const sizeDetails: readonly (DimensionValue & { folded: string })[] = [
  { key: '0', fr: '0 salarié', en: 'No employee', folded: '0' },
  { key: '1-4', fr: '1 à 4 salariés', en: '1 to 4 employees', folded: '1-9' },
  { key: '5-9', fr: '5 à 9 salariés', en: '5 to 9 employees', folded: '1-9' },
  { key: '1-9', fr: '1 à 9 salariés', en: '1 to 9 employees', folded: '1-9' },
  { key: '10-19', fr: '10 à 19 salariés', en: '10 to 19 employees', folded: '10-49' },
  { key: '20-49', fr: '20 à 49 salariés', en: '20 to 49 employees', folded: '10-49' },
  { key: '10-49', fr: '10 à 49 salariés', en: '10 to 49 employees', folded: '10-49' },
  { key: '50-249', fr: '50 à 249 salariés', en: '50 to 249 employees', folded: '50-249' },
];

/** Identity questions (sector, size, region): they describe the profile, so no profile is compared on them. */
export const identityQuestions: readonly number[] = [201, 202, 203];

/**
 * Questions that only describe the enterprises (activity, age) and that no calibration holds still:
 * what they show between two editions is what sampling alone can move.
 */
export const descriptiveQuestions: readonly number[] = [204, 205];

/** The version of the statistical methods (docs/methods): a figure that moves with it is announced. */
export const methodVersion = '1';
