import type { RankingSort } from '../core/contract/rankings.ts';
import type { SitePage } from '../core/contract/site-paths.ts';
import type { VerifiedFigure } from '../core/contract/verification.ts';
import type { Basis, Dimension } from '../core/contract/vocabulary.ts';
import type { Language } from '../core/format/language.ts';

export type Page = SitePage | 'missing';

export const shows = ['table', 'chart', 'multiples', 'heat', 'trend', 'slope', 'dumbbell'] as const;
/**
 * The same figures as a table, a chart, a chart for each value, a coloured table, over the editions, from one edition to
 * another, or as the two sides of a difference.
 */
export type Show = (typeof shows)[number];

/** Whether a way of showing is of several editions. */
export const isOverEditions = (show: Show | null): boolean => show === 'trend' || show === 'slope';

/** Everything a page shows, and nothing else: two equal views are the same page. */
export interface View {
  page: Page;
  lang: Language;
  question: number | null;
  chapter: number | null;
  /** The answers counted together; none means each on its own. */
  answers: readonly string[];
  edition: number | null;
  by: Dimension | null;
  /** The second dimension of a table of the Explorer. */
  cross: Dimension | null;
  /** How a page shows its figures; null is what suits them. */
  show: Show | null;
  /** Whether a table of the Explorer prints its intervals; null is what suits it. */
  intervals: 'shown' | 'hidden' | null;
  /** Whether the Explorer's table compares its groups two by two, each named by a letter. */
  letters: boolean;
  /** Whether the Explorer's table gives numbers of enterprises beside its shares. */
  totals: boolean;
  sort: RankingSort;
  basis: Basis | null;
  /** How much of a ranking is shown. */
  rows: 'first' | 'all';
  search: string;
  /** Criteria of a score, as the API takes them; with any, the Prospecter page ranks by score. */
  criteria: readonly string[];
  /** What the vendor leaves out of the list: `sector:commerce`. */
  without: readonly string[];
  /** The targets set side by side: `department:29`, `department:29,sector:commerce`. */
  beside: readonly string[];
  /** The call plan's sellers, calls, weeks and targets; null is the usual plan, folded. */
  plan: string | null;
  /** The two editions whose differences are shown; null is the latest pair. */
  from: number | null;
  to: number | null;
  /** Which figures of the verification are listed; null is all of them. */
  verdict: VerifiedFigure['verdict'] | null;
  region: readonly string[];
  department: readonly string[];
  sector: readonly string[];
  size: readonly string[];
}

export const verdicts = ['ok', 'differs', 'skipped'] as const satisfies View['verdict'][];
export const sorts = ['count', 'share', 'smoothed', 'potential'] as const satisfies RankingSort[];

/** The four parameters that filter every figure. */
export const filterNames = ['region', 'department', 'sector', 'size'] as const;
