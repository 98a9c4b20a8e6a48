import type { RankingRow } from '../../core/contract/rankings.ts';

const collator = new Intl.Collator('fr');

/**
 * Rows in order, largest figure first. Equal figures share the smallest of their ranks (1, 2, 2, 4)
 * and are ordered by label; a row without a figure has no rank and comes last.
 */
export function orderRows(
  rows: readonly RankingRow[],
  figureOf: (row: RankingRow) => number | null,
): RankingRow[] {
  const figures = new Map(rows.map((row) => [row, figureOf(row)]));
  const figure = (row: RankingRow) => figures.get(row) ?? null;
  const ordered = [...rows].sort((a, b) => {
    const [first, second] = [figure(a), figure(b)];
    if (first === second) return collator.compare(a.label, b.label);
    if (first === null) return 1;
    return second === null ? -1 : second - first;
  });
  let shared = 0;
  return ordered.map((row, index) => {
    if (figure(row) === null) return row;
    const before = ordered[index - 1];
    if (before === undefined || figure(before) !== figure(row)) shared = index + 1;
    return { ...row, rank: shared };
  });
}
