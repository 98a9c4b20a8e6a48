import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Edition } from './catalogue.ts';
import { groupedRegion, idOf, liesIn, memberOf } from './dimensions.ts';
import type { Selection } from './filter-clause.ts';

/** The key of a row: its dimensions and their values. */
export type RowKey = Partial<Record<Dimension, string>>;

const foldRegion = (id: number): number =>
  id === groupedRegion.parts[0] || id === groupedRegion.parts[1] ? groupedRegion.id : id;

/** Whether a value may have respondents once the territory filters are applied. */
function isReachable(dimension: Dimension, id: number, { ids }: Selection): boolean {
  if (dimension === 'department') return ids.region?.some((region) => liesIn(id, region)) ?? true;
  if (dimension === 'region') {
    return ids.department?.some((department) => liesIn(department, id)) ?? true;
  }
  return true;
}

const byPosition = (dimension: Dimension) => (a: number, b: number) =>
  dimension === 'region'
    ? memberOf(dimension, a).key < memberOf(dimension, b).key
      ? -1
      : 1
    : a - b;

/** The values shown of a dimension: those asked for, else those the edition has within the filters. */
export function shownIds(
  dimension: Dimension,
  present: ReadonlySet<number>,
  selection: Selection,
): number[] {
  const asked = selection.filters[dimension];
  const ids =
    asked === undefined
      ? [...present].filter((id) => isReachable(dimension, id, selection))
      : asked.map((key) => idOf(dimension, key) ?? 0);
  const folded = dimension === 'region' && selection.fold ? ids.map(foldRegion) : ids;
  return [...new Set(folded)].sort(byPosition(dimension));
}

/**
 * The rows of a table: every value of each dimension, crossed; a department only with its region.
 * Without a dimension, one row.
 */
export function layRows(
  by: readonly Dimension[],
  edition: Pick<Edition, 'present'>,
  selection: Selection,
): number[][] {
  const axes = by.map((dimension) => shownIds(dimension, edition.present[dimension], selection));
  const crossed = axes.reduce<number[][]>(
    (rows, axis) => rows.flatMap((row) => axis.map((id) => [...row, id])),
    [[]],
  );
  const [department, region] = [by.indexOf('department'), by.indexOf('region')];
  if (department < 0 || region < 0) return crossed;
  return crossed.filter((ids) => liesIn(ids[department] ?? 0, ids[region] ?? 0));
}

/** What names a row: `{department: '29'}` and « Finistère ». */
export function nameRow(by: readonly Dimension[], ids: readonly number[]) {
  const members = by.map((dimension, index) => memberOf(dimension, ids[index] ?? 0));
  const key: RowKey = {};
  by.forEach((dimension, index) => {
    key[dimension] = members[index]?.key ?? '';
  });
  return { key, label: members.map(({ fr }) => fr).join(' · ') || totalLabel };
}

/** The label of the row over all that the filters select. */
export const totalLabel = 'Ensemble';
