import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { TrendsAnswer } from '../core/contract/trends.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';

/** The part of an answer that one small chart shows: one value of a dimension. */
export interface Panel<Answer> {
  dimension: Dimension;
  value: string;
  answer: Answer;
}

/** A chart for each value of the second dimension, or of the only one, each with its own whole. */
export function crosstabPanels(
  cells: CrosstabAnswer,
  columnTotals: CrosstabAnswer | null,
): Panel<CrosstabAnswer>[] {
  const [down, across] = cells.by;
  if (down === undefined) return [];
  if (across === undefined || columnTotals === null) {
    return cells.rows.map((row) => {
      const value = row.key[down] ?? '';
      const filters = { ...cells.filters, [down]: [value] };
      return {
        dimension: down,
        value,
        answer: { ...cells, by: [], filters, rows: [], total: { ...row, key: {} } },
      };
    });
  }
  return columnTotals.rows.map((whole) => {
    const value = whole.key[across] ?? '';
    const rows = cells.rows
      .filter(({ key }) => key[across] === value)
      .map((row) => ({ ...row, key: { [down]: row.key[down] ?? '' } }));
    const filters = { ...cells.filters, [across]: [value] };
    return {
      dimension: across,
      value,
      answer: { ...cells, by: [down], filters, rows, total: { ...whole, key: {} } },
    };
  });
}

/** Lines for each value of the dimension of the trends that has a figure; none without a dimension. */
export function trendPanels(trends: TrendsAnswer): Panel<TrendsAnswer>[] {
  const [by] = trends.by;
  if (by === undefined) return [];
  const values = [...new Set(trends.series.flatMap(({ key }) => key[by] ?? []))];
  return values.flatMap((value) => {
    const series = trends.series.filter(({ key }) => key[by] === value);
    const drawn = series.some(({ points }) => points.some(({ share }) => share !== null));
    return drawn ? [{ dimension: by, value, answer: { ...trends, series } }] : [];
  });
}

type Figure = { share: number | null; ci: readonly [number, number] | null };

/** How far an axis must go to hold every figure and its interval. */
export const reachOf = (figures: readonly Figure[]): number =>
  Math.max(0.05, ...figures.flatMap(({ share, ci }) => [share ?? 0, ci?.[1] ?? 0]));
