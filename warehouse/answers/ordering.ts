import type { RankingRow } from '../../core/contract/rankings.ts';
import type { PlacedRow } from './ranked.ts';

const collator = new Intl.Collator('fr');

/**
 * Rows in order, largest figure first. Equal figures share the smallest of their ranks (1, 2, 2, 4)
 * and are ordered by label; a row without a figure has no rank and comes last.
 */
export function orderRows(
  placed: readonly PlacedRow[],
  figureOf: (row: RankingRow) => number | null,
): PlacedRow[] {
  const ordered = placed
    .map((each) => ({ ...each, figure: figureOf(each.row) }))
    .sort((a, b) => {
      if (a.figure === b.figure) return collator.compare(a.row.label, b.row.label);
      if (a.figure === null) return 1;
      return b.figure === null ? -1 : b.figure - a.figure;
    });
  let shared = 0;
  return ordered.map(({ row, ranks, figure }, index) => {
    if (figure === null) return { row, ranks };
    if (ordered[index - 1]?.figure !== figure) shared = index + 1;
    return { row: { ...row, rank: shared }, ranks };
  });
}
