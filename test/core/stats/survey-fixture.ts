import { readFileSync } from 'node:fs';
import type { CellSums } from '../../../core/stats/weights.ts';

/** One synthetic respondent; `items` null means the multi-response question was not asked. */
export interface Respondent {
  readonly id: string;
  readonly department: string;
  readonly region: string;
  readonly sector: string;
  readonly size: string;
  readonly weight: number;
  readonly answer: string | null;
  readonly items: ReadonlySet<string> | null;
}

export type Dimension = 'department' | 'region' | 'sector' | 'size';

type Bounds = [number, number] | [null, null];

interface ExpectedCell {
  by?: Dimension;
  level?: string;
  var: string;
  n: number;
  n_yes: number;
  sum_w: number;
  sum_w2: number;
  sum_w_yes: number;
  sum_w2_yes: number;
  share: number | null;
  se: number | null;
  total: number;
  se_total: number | null;
  deff_wor: number | null;
  deff_wr: number | null;
  df?: number;
  ci_mean?: Bounds;
  ci_xlogit?: Bounds;
  ci_beta?: Bounds;
  ci_logit?: Bounds;
  ci_asin?: Bounds;
  ns: {
    status: 'ok' | 'warn' | 'suppress';
    n_kish: number | null;
    deff_kish?: number;
    n_v: number | null;
    n_star: number | null;
    wilson: Bounds;
    count_fixed_base?: Bounds;
    count_random_base?: Bounds;
  };
}

interface ExpectedMover {
  shown: boolean;
  mover: [number, number];
  z_mover: number;
  p_mover: number;
  q_bh_table: number | null;
}

interface ExpectedRest {
  by: Dimension;
  level: string;
  var: string;
  share_in: number;
  share_rest: number;
  n_in: number;
  n_rest: number;
  diff: number;
  se_diff: number;
  t: number;
  p_t: number;
  diff_vs_total: number;
  se_diff_vs_total: number;
  ns: ExpectedMover & { n_star_in: number; n_star_rest: number; mark: 0 | 1 | 2 };
}

interface ExpectedPair {
  by: Dimension;
  var: string;
  a: string;
  b: string;
  diff: number;
  se_diff: number;
  ns: ExpectedMover;
}

interface ExpectedTable {
  row: string;
  col: Dimension;
  F: number;
  ndf: number;
  ddf: number;
  p_F: number;
  X2: number;
  df: number;
  p_Chisq: number;
  ns: { kish_x2: number; kish_df: number; kish_p: number; p_shown: number };
}

interface ExpectedDraws {
  level: string;
  a: number;
  b: number;
  post_mean: number;
  q05: number;
  q95: number;
  mc_exp_rank: number;
  mc_p_top: number;
  mc_rank_lo: number;
  mc_rank_hi: number;
}

interface ExpectedRanking {
  var: string;
  by: Dimension;
  k: number;
  item_c: number;
  fit: Record<
    'mu' | 'rho' | 'rho_raw' | 'rho_min' | 'rho_star' | 'M' | 'Q' | 'Q_df' | 'Q_p',
    number
  >;
  badges_allowed: boolean;
  rows: (ExpectedDraws &
    Record<
      | 'n'
      | 'n_kish'
      | 'n0'
      | 'share'
      | 'N'
      | 'se_N'
      | 'vol_mean'
      | 'mc_vol_q05'
      | 'mc_vol_q95'
      | 'mc_vol_exp_rank'
      | 'mc_vol_p_top'
      | 'kww_lo'
      | 'kww_hi',
      number
    >)[];
}

interface ExpectedFewRanking {
  var: string;
  by: Dimension;
  k: number;
  rows: (ExpectedDraws & { n_star: number; share: number })[];
}

interface ExpectedComposite {
  criteria: { v: string; s: 1 | -1; p: number; tau: number; rho: number; weight: number }[];
  n_used: number;
  sigma2_w2: number;
  A: number;
  A_min: number;
  A_star: number;
  beta: number;
  Q: number;
  Q_p: number;
  rows: ({ level: string } & Record<
    'n_kish' | 'direct' | 'D' | 'eblup' | 'post_var' | 'score',
    number
  >)[];
}

interface ExpectedDataset {
  base: {
    n_respondents: number;
    sum_w: number;
    n_kish: number;
    answer_valid_n: number;
    answer_missing_weighted_share: number;
    multi_base_n: number;
  };
  overall: ExpectedCell[];
  multi_overall: ExpectedCell[];
  by: ExpectedCell[];
  multi_by: ExpectedCell[];
  vs_rest: ExpectedRest[];
  pairs: ExpectedPair[];
  chisq: ExpectedTable[];
  ranking_few: ExpectedFewRanking[];
  ranking?: ExpectedRanking[];
  composite?: ExpectedComposite;
}

const folder = new URL('../../fixtures/stats/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

function records(name: string): Record<string, string>[] {
  const [header, ...lines] = read(name).trim().split('\n');
  const names = header!.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((key, index) => [key, fields[index]!]));
  });
}

function respondents(): Respondent[] {
  const items = new Map<string, Set<string>>();
  for (const { respondent, item } of records('small_400_multi.csv')) {
    items.set(respondent!, (items.get(respondent!) ?? new Set()).add(item!));
  }
  return records('small_400.csv').map((row) => ({
    id: row.respondent!,
    department: row.department!,
    region: row.region!,
    sector: row.sector!,
    size: row.size!,
    weight: Number(row.weight),
    answer: row.answer || null,
    items: items.get(row.respondent!) ?? null,
  }));
}

const expected = JSON.parse(read('expected.small_400.json')) as {
  datasets: Record<'small_400' | 'small_400_equal_weights', ExpectedDataset>;
};
const surveyed = respondents();

/** Both data sets: the rows, and what R's survey package and its Python twin computed from them. */
export const FIXTURES = [
  { name: 'skewed weights', rows: surveyed, expected: expected.datasets.small_400 },
  {
    name: 'equal weights',
    rows: surveyed.map((row) => ({ ...row, weight: 1000 })),
    expected: expected.datasets.small_400_equal_weights,
  },
];

/** Whether a respondent chose `variable` (`yA` to `yD`, or a multi-response item); null: not asked. */
export function choice(row: Respondent, variable: string): boolean | null {
  if (/^y[A-D]$/.test(variable)) return row.answer === null ? null : row.answer === variable[1];
  return row.items === null ? null : row.items.has(variable);
}

/** Sums of one variable over the respondents that `keep` accepts. */
export function cellSums(
  rows: readonly Respondent[],
  variable: string,
  keep: (row: Respondent) => boolean = () => true,
): CellSums {
  const sums = { n: 0, nYes: 0, sumW: 0, sumW2: 0, sumWYes: 0, sumW2Yes: 0 };
  for (const row of rows) {
    const chosen = choice(row, variable);
    if (chosen === null || !keep(row)) continue;
    sums.n += 1;
    sums.sumW += row.weight;
    sums.sumW2 += row.weight ** 2;
    if (!chosen) continue;
    sums.nYes += 1;
    sums.sumWYes += row.weight;
    sums.sumW2Yes += row.weight ** 2;
  }
  return sums;
}

/** The values a dimension takes among the rows, in code order. */
export function levels(rows: readonly Respondent[], dimension: Dimension): string[] {
  return [...new Set(rows.map((row) => row[dimension]))].sort();
}

/** Whether a figure equals its expectation, to a relative tolerance, 1e-12 absolute near zero. */
export function agrees(actual: number | null, wanted: number | null, tolerance = 1e-9): boolean {
  if (actual === null || wanted === null) return actual === wanted;
  return Math.abs(actual - wanted) <= tolerance * Math.abs(wanted) + 1e-12;
}

type Comparison = [what: string, actual: number | null, wanted: number | null, tolerance?: number];

/** The comparisons that fail, in words; an empty list is what a test wants. */
export function disagreements(comparisons: readonly Comparison[]): string[] {
  return comparisons
    .filter(([, actual, wanted, tolerance]) => !agrees(actual, wanted, tolerance))
    .map(([what, actual, wanted]) => `${what}: ${actual} instead of ${wanted}`);
}

export type { Comparison, ExpectedCell };
