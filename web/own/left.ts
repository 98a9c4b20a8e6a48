import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Language } from '../../core/format/language.ts';
import { nameColumns } from '../../core/format/list-columns.ts';
import { codeNames, codesAndNames, type TargetList } from '../../core/format/target-list.ts';

/** A row of the ranking, with the vendor's own customers in it. */
export interface Cell {
  row: RankingRow;
  customers: number;
  potential: number;
  limits: readonly [number, number] | null;
}

/** Null where nothing is known of how many firms there are. */
export function cellOf(row: RankingRow, customers: number): Cell | null {
  const potential = row.potential === null ? row.weight : row.potential.enterprises;
  if (potential === null) return null;
  const limits = row.potential?.ci ?? null;
  return { row, customers, potential, limits: limits === null ? null : [limits[0], limits[1]] };
}

/** What is left of a potential: none where one has more customers than were estimated. */
export const left = (potential: number, customers: number): number =>
  Math.max(0, potential - customers);

const whole = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value);

/** The cells as a table to take away, its columns named as those of the list of targets. */
export function leftList(
  { by }: RankingsAnswer,
  cells: readonly Cell[],
  language: Language,
): TargetList {
  return {
    columns: nameColumns(
      [
        'rank',
        ...codeNames(by),
        'customers',
        'potential',
        'potential_low',
        'potential_high',
        'penetration',
        'left',
        'left_low',
        'left_high',
      ],
      language,
    ),
    rows: cells.map(({ row, customers, potential, limits }) => [
      row.rank,
      ...codesAndNames(by, row, language),
      customers,
      whole(potential),
      whole(limits?.[0]),
      whole(limits?.[1]),
      potential > 0 ? Number((customers / potential).toFixed(4)) : null,
      whole(left(potential, customers)),
      limits === null ? null : whole(left(limits[0], customers)),
      limits === null ? null : whole(left(limits[1], customers)),
    ]),
  };
}
