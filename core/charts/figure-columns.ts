import type { BarRow, ColumnHeads } from './rows.ts';

/** Whether labels stand above their bars in that room. */
export const isNarrow = (room: number): boolean => room < 500;

/** Narrower than this, a third column of figures would leave the bars too little: it goes under the second. */
const ROOM_FOR_THREE = 800;

/** How wide the columns of figures are. */
export function figureColumns(
  rows: readonly BarRow[],
  room: number,
  heads: ColumnHeads,
  widestOf: (texts: readonly string[], weight: 400 | 600) => number,
  gutter: number,
) {
  const value = widestOf([heads.value, ...rows.map((row) => row.valueText)], 600);
  const second = widestOf([heads.base, ...rows.map((row) => row.baseText)], 400);
  const third = widestOf([heads.side ?? '', ...rows.map((row) => row.sideText ?? '')], 400);
  const stacked = third > 0 && !isNarrow(room) && room < ROOM_FOR_THREE;
  const base = stacked ? Math.max(second, third) : second;
  const between = value > 0 && base > 0 ? gutter : 0;
  const aside = third > 0 && !stacked ? third + gutter : 0;
  return { value, base, between, aside, stacked, all: value + between + base + aside };
}
