import type { Dimension } from '../contract/vocabulary.ts';
import type { Language } from './language.ts';

/** French names of the columns of lists, by the English ones: once a CRM has learnt them, they no longer change. */
const french = {
  rank: 'rang',
  rank_low: 'rang_bas',
  rank_high: 'rang_haut',
  group: 'groupe',
  department_code: 'code_departement',
  department: 'departement',
  region_code: 'code_region',
  region: 'region',
  sector_code: 'code_secteur',
  sector: 'secteur',
  size_code: 'code_taille',
  size: 'taille',
  base_respondents: 'base_repondants',
  enterprises_represented: 'entreprises_representees',
  answers: 'reponses',
  share: 'part',
  share_low: 'part_basse',
  share_high: 'part_haute',
  smoothed_share: 'part_lissee',
  smoothed_share_low: 'part_lissee_basse',
  smoothed_share_high: 'part_lissee_haute',
  potential: 'potentiel',
  potential_low: 'potentiel_bas',
  potential_high: 'potentiel_haut',
  potential_rests_on: 'potentiel_fonde_sur',
  score: 'score',
  score_low: 'score_bas',
  score_high: 'score_haut',
  first_10_probability: 'probabilite_10_premiers',
  flag: 'signalement',
  estimate_origin: 'origine_estimation',
  edition: 'edition',
  source: 'source',
  salesperson: 'commercial',
  seller: 'vendeur',
  week: 'semaine',
  calls: 'appels',
  why: 'pourquoi',
  link: 'lien',
  customers: 'clients',
  penetration: 'penetration',
  left: 'reste',
  left_low: 'reste_bas',
  left_high: 'reste_haut',
} as const;

/** A column of a list, by its English name. */
export type ListColumn = keyof typeof french;

/** The columns' names in a language. */
export const nameColumns = (columns: readonly ListColumn[], language: Language): string[] =>
  columns.map((column) => (language === 'fr' ? french[column] : column));

/** The columns of a dimension: its code and its name. */
export const codeColumns = {
  department: ['department_code', 'department'],
  region: ['region_code', 'region'],
  sector: ['sector_code', 'sector'],
  size: ['size_code', 'size'],
} as const satisfies Record<Dimension, readonly ListColumn[]>;
