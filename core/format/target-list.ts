import type { RankingRow, RankingsAnswer } from '../contract/rankings.ts';
import { type Dimension, dimensions } from '../contract/vocabulary.ts';
import type { Language } from './language.ts';
import { codeColumns, type ListColumn, nameColumns } from './list-columns.ts';
import { nameForFile } from './names.ts';
import { letterOf } from './tier-letter.ts';
import { describeFlag, describeNotice, describeSource, type Provenance } from './wording.ts';

export type ListValue = string | number | null;

/** The list that leaves with the vendor: what is on the page, row by row, its columns named in the reader's language. */
export interface TargetList {
  columns: readonly string[];
  rows: readonly (readonly ListValue[])[];
}

const inTurn = (by: readonly Dimension[]) => dimensions.filter((one) => by.includes(one));

/** The columns of a ranking's dimensions: code and name of each. */
export const codeNames = (by: readonly Dimension[]): readonly ListColumn[] =>
  inTurn(by).flatMap((dimension) => codeColumns[dimension]);

/** What a row has in these columns. */
export const codesAndNames = (
  by: readonly Dimension[],
  row: RankingRow,
  language: Language,
): readonly string[] =>
  inTurn(by).flatMap((dimension) => {
    const key = row.key[dimension] ?? '';
    return [key, nameForFile(dimension, key, language)];
  });

const figures: readonly ListColumn[] = [
  'base_respondents',
  'enterprises_represented',
  'answers',
  'share',
  'share_low',
  'share_high',
  'smoothed_share',
  'smoothed_share_low',
  'smoothed_share_high',
  'potential',
  'potential_low',
  'potential_high',
  'potential_rests_on',
  'score',
  'score_low',
  'score_high',
  'first_10_probability',
  'flag',
  'estimate_origin',
  'edition',
  'source',
  'salesperson',
];

/** Where the figures come from, the demonstration's label first: it goes with every line that leaves. */
export function sourceLine(provenance: Provenance, edition: number, language: Language): string {
  const notice = describeNotice(provenance, language);
  return [notice, describeSource(provenance, [edition], language)].filter(Boolean).join(' ');
}

const foundations = {
  fr: {
    survey: 'enquête',
    calibrated: 'effectif officiel réparti selon l’enquête',
    register: 'effectif officiel',
  },
  en: {
    survey: 'survey',
    calibrated: 'official number shared out by the survey',
    register: 'official number',
  },
} as const;

const modelled = { fr: 'estimé par le modèle', en: 'model-based' } as const;

/** What number of enterprises a potential rests on. */
const foundation = ({ potential }: RankingRow, language: Language): string =>
  potential === null ? '' : foundations[language][potential.basis ?? 'survey'];

const rounded = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

/**
 * Lays rows out as one table: rank and its interval, group, code and label of each dimension, figures
 * (shares from 0 to 1, potentials in enterprises), flag in words, where the figures come from on every line, and an
 * empty column for the seller.
 * @param source what `sourceLine` says.
 */
export function targetList(
  answer: RankingsAnswer,
  rows: readonly RankingRow[],
  source: string,
  language: Language,
): TargetList {
  const line = (row: RankingRow): ListValue[] => [
    row.rank,
    row.rankInterval?.[0] ?? null,
    row.rankInterval?.[1] ?? null,
    row.tier == null ? null : letterOf(row.tier),
    ...codesAndNames(answer.by, row, language),
    row.n,
    rounded(row.weight, 0),
    row.count,
    rounded(row.share, 4),
    rounded(row.ci?.[0], 4),
    rounded(row.ci?.[1], 4),
    rounded(row.smoothed?.share, 4),
    rounded(row.smoothed?.ci?.[0], 4),
    rounded(row.smoothed?.ci?.[1], 4),
    rounded(row.potential?.enterprises, 0),
    rounded(row.potential?.ci?.[0], 0),
    rounded(row.potential?.ci?.[1], 0),
    foundation(row, language),
    rounded(row.score, 1),
    rounded(row.scoreCi?.[0], 1),
    rounded(row.scoreCi?.[1], 1),
    rounded(row.topProbability, 3),
    describeFlag(row.flag, language),
    row.flag === 'suppressed' && (row.smoothed !== null || row.score !== null)
      ? modelled[language]
      : '',
    answer.edition,
    source,
    null,
  ];
  return {
    columns: nameColumns(
      ['rank', 'rank_low', 'rank_high', 'group', ...codeNames(answer.by), ...figures],
      language,
    ),
    rows: rows.map(line),
  };
}
