import { figureColumns, isNarrow } from './figure-columns.ts';
import { balanceText, measureText, wrapText } from './text.ts';

/** One row of a ranked or listed chart, its figures already in words. */
export interface BarRow {
  /** Names the row for whoever links it to a table or a map. */
  key: string;
  label: string;
  value: number | null;
  interval: readonly [number, number] | null;
  valueText: string;
  baseText: string;
  /** A third column: the bases of figures that stand in the second. */
  sideText?: string;
  /** Drawn in outline only: not to be leant on. */
  hollow: boolean;
  /** Why, or why nothing is drawn, in words set in the row; may be empty. */
  remark: string;
  /** The accent by default. */
  colour?: string;
  /** Set above this row, when a new group begins. */
  heading?: string;
  /** Whether the title is about it. */
  told?: boolean;
}

export interface TextLine {
  text: string;
  x: number;
  y: number;
  key: string;
}

export interface ColumnHeads {
  value: string;
  base: string;
  side?: string;
}

export interface PlacedRow extends BarRow {
  top: number;
  bottom: number;
  middle: number;
}

/** The stretches between group headings, from top to bottom, in pixels. */
export function runsOf(rows: readonly PlacedRow[]): { y: number; y2: number }[] {
  const runs: { y: number; y2: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run === undefined || row.heading !== undefined) runs.push({ y: row.top, y2: row.bottom });
    else run.y2 = row.bottom;
  }
  return runs;
}

/** Where each row's parts are, in pixels of the plot area. */
export interface RowLayout extends Columns {
  height: number;
  rows: readonly PlacedRow[];
  labels: readonly TextLine[];
  headings: readonly TextLine[];
  values: readonly TextLine[];
  bases: readonly TextLine[];
  sides: readonly TextLine[];
  /** Names of the columns, as far as these have one: none where figures have a line of their own. */
  heads: { value: string; base: string; side: string };
}

/** How large rows are set, in pixels: their text, its lines, their bars above which labels stand, what is below. */
export interface RowScale {
  size: number;
  line: number;
  bar: number;
  below: number;
  /** Between columns of figures. */
  gutter: number;
}

/** Rows as a page and a comfortable picture have them. */
export const roomyRows: RowScale = { size: 14, line: 17, bar: 10, below: 12, gutter: 14 };

const HEADING = 30;

interface Columns {
  scale: RowScale;
  /** Labels stand above their bars. */
  narrow: boolean;
  /** Figures have a line of their own under the label, which needs the whole width. */
  figuresBelow: boolean;
  /** The third column of figures is under the second. */
  stacked: boolean;
  dense: boolean;
  labelRoom: number;
  left: number;
  right: number;
  width: number;
  /** Pixels each row is given beyond its need. */
  spare: number;
  thickness: number;
  /** Where the columns of figures end, from the plot's left; the second begins there where it is set from the left. */
  valueEnd: number;
  baseEnd: number;
  sideEnd: number;
  baseAlign: 'left' | 'right';
}

type WidestOf = (texts: readonly string[], weight: 400 | 600) => number;

/** Room for labels beside figures, bars or both; figures that would press them into a high column have a line below. */
function layLabels(
  rows: readonly BarRow[],
  room: number,
  beside: number,
  widestOf: WidestOf,
): Pick<Columns, 'narrow' | 'figuresBelow' | 'labelRoom' | 'left'> {
  const narrow = isNarrow(room);
  const longest = widestOf(
    rows.map((row) => row.label),
    400,
  );
  const figuresBelow = narrow && longest > (beside < room * 0.5 ? beside : 2 * beside);
  const besideRoom = figuresBelow ? room : beside;
  const labelRoom = narrow ? besideRoom : Math.min(longest, Math.floor(room * 0.36));
  return { narrow, figuresBelow, labelRoom, left: narrow ? 0 : labelRoom + 10 };
}

function layColumns(
  rows: readonly BarRow[],
  room: number,
  heads: ColumnHeads,
  spare: number,
  scale: RowScale,
): Columns {
  const widestOf: WidestOf = (texts, weight) =>
    Math.ceil(Math.max(0, ...texts.map((text) => measureText(text, scale.size, weight))));
  const dense = rows.length > 30;
  const figures = figureColumns(rows, room, heads, widestOf, scale.gutter);
  const labels = layLabels(rows, room, room - figures.all - scale.gutter, widestOf);
  const { narrow, figuresBelow, left } = labels;
  const apart = figuresBelow && figures.value > 0;
  const right =
    narrow || figures.all === 0 ? 0 : figures.all + (figures.value > 0 ? 2 : 1) * scale.gutter;
  return {
    ...labels,
    scale,
    stacked: figures.stacked,
    dense,
    right,
    width: room - left - right,
    spare,
    thickness: (narrow ? scale.bar : dense ? 12 : 15) + Math.round(spare * 0.5),
    // A line of two figures has the figure at its end and what it rests on at its start.
    valueEnd: apart ? room - left : room - left - figures.aside - figures.base - figures.between,
    baseEnd: apart ? -left : room - left - figures.aside,
    sideEnd: room - left,
    baseAlign: apart ? 'left' : 'right',
  };
}

interface Placed {
  row: PlacedRow;
  labels: TextLine[];
  headings: TextLine[];
  value: TextLine;
  base: TextLine;
  side: TextLine;
}

const joined = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join(' · ');

function placeRow(row: BarRow, start: number, columns: Columns): Placed {
  const { narrow, dense, spare, thickness, left, scale } = columns;
  const { size, line: high } = scale;
  const { key } = row;
  const room = columns.sideEnd + left;
  const heading = row.heading === undefined ? [] : wrapText(row.heading, room, size, 600);
  const top = start + (heading.length === 0 ? 0 : HEADING + (heading.length - 1) * high);
  const lines = row.label === '' ? [] : balanceText(row.label, columns.labelRoom, size);
  const figuresLine = columns.figuresBelow ? 1 : 0;
  const apart = columns.figuresBelow ? 4 : 0;
  const textHeight = Math.max(1, lines.length + figuresLine) * high;
  const leastHigh = columns.stacked ? 2 * high + 6 : thickness + (dense ? 8 : 11);
  const height = narrow
    ? textHeight + thickness + scale.below + 2 * apart + Math.floor(spare / 2)
    : Math.max(textHeight + (dense ? 4 : 9) + spare, leastHigh);
  const middle = narrow ? top + 5 + apart + textHeight + thickness / 2 : top + height / 2;
  const firstLine = narrow ? top + size + 2 : middle - textHeight / 2 + 13;
  const figuresAt = narrow ? firstLine + figuresLine * lines.length * high : middle + 5;
  const line = (text: string, x: number, y: number): TextLine => ({ text, x, y, key });
  return {
    row: { ...row, top, bottom: top + height, middle },
    labels: lines.map((text, index) => line(text, -left, firstLine + index * high)),
    headings: heading.map((text, index) => line(text, -left, start + 20 + index * high)),
    value: line(row.valueText, columns.valueEnd, figuresAt),
    base: line(
      columns.figuresBelow ? joined(row.baseText, row.sideText) : row.baseText,
      columns.baseEnd,
      columns.stacked ? figuresAt - 8 : figuresAt,
    ),
    side: line(
      columns.figuresBelow ? '' : (row.sideText ?? ''),
      columns.sideEnd,
      columns.stacked ? figuresAt + 8 : figuresAt,
    ),
  };
}

/**
 * Lays rows out one under the other in a room of that width: labels in a column of their own, or above their bar where
 * the room is narrow; figures in columns at the right, so that nothing overlaps.
 * Each row is `spare` pixels higher than it need be.
 */
export function layRows(
  rows: readonly BarRow[],
  room: number,
  heads: ColumnHeads,
  spare = 0,
  scale = roomyRows,
): RowLayout {
  const columns = layColumns(rows, room, heads, spare, scale);
  const placed: Placed[] = [];
  for (const row of rows) placed.push(placeRow(row, placed.at(-1)?.row.bottom ?? 0, columns));
  return {
    ...columns,
    height: placed.at(-1)?.row.bottom ?? 0,
    rows: placed.map(({ row }) => row),
    labels: placed.flatMap(({ labels }) => labels),
    headings: placed.flatMap(({ headings }) => headings),
    values: placed.map(({ value }) => value),
    bases: placed.map(({ base }) => base),
    sides: placed.map(({ side }) => side),
    heads: columns.figuresBelow
      ? { value: heads.value, base: joined(heads.base, heads.side), side: '' }
      : { side: '', ...heads },
  };
}
