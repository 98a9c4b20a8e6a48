import type { HeatCell, HeatCells } from './heat-cells.ts';
import type { TextLine } from './rows.ts';
import { measureText, wrapText } from './text.ts';

const SIZE = 14;
const LINE = 17;
const HEAD_SIZE = 13;
const HEAD_LINE = 16;
/** The narrowest cell in which « 100,0 % » and a base of four figures can be read. */
const NARROWEST = 54;
const WIDEST = 150;
/** Columns narrower than this have their heads upright. */
const FLAT = 92;
const HIGHEST_HEAD = 190;
const CELL = 40;
/** A cell of one line, share and base side by side, and the narrowest column for it. */
const LOW_CELL = 26;
const WIDE_ENOUGH = 96;

/** A cell in its place, in pixels of the plot. */
export interface PlacedCell extends HeatCell {
  readonly row: string;
  readonly column: string;
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

/** Where the table's parts are; heads turned a quarter where columns are narrow. */
export interface HeatLayout {
  readonly left: number;
  readonly height: number;
  readonly headHeight: number;
  readonly turned: boolean;
  readonly heads: readonly TextLine[];
  readonly labels: readonly TextLine[];
  readonly cells: readonly PlacedCell[];
  /** How many columns there is room for. */
  readonly shownColumns: number;
  /** Cells have share and base side by side. */
  readonly low: boolean;
}

const widest = (texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => measureText(text, size)));

function headsOf(columns: readonly string[], width: number) {
  const turned = width < FLAT;
  const room = turned ? HIGHEST_HEAD : width - 8;
  const wrapped = columns.map((text) => wrapText(text, room, HEAD_SIZE, 600));
  const lines = Math.max(1, ...wrapped.map(({ length }) => length));
  const longest = widest(wrapped.flat(), HEAD_SIZE) * 1.06;
  const height = (turned ? longest : lines * HEAD_LINE) + 8;
  const heads = wrapped.flatMap((texts, column) => {
    const middle = (column + 0.5) * width;
    return texts.map((text, line) =>
      turned
        ? { text, key: '', x: middle + 4 + (line - (texts.length - 1) / 2) * HEAD_LINE, y: -6 }
        : { text, key: '', x: middle, y: -8 - (texts.length - 1 - line) * HEAD_LINE },
    );
  });
  return { turned, height: Math.ceil(height), heads };
}

/**
 * Lays a coloured table out in a room of that width, each row `spare` pixels higher than it need be; `packed`, with cells of
 * one line where columns are wide enough.
 */
export function layHeat(
  { columns, rows }: HeatCells,
  room: number,
  spare: number,
  packed = false,
): HeatLayout {
  const longest = widest(
    rows.map(({ label }) => label),
    SIZE,
  );
  const labelRoom = Math.ceil(Math.min(longest + 1, room * 0.34));
  const left = labelRoom + 12;
  const shownColumns = Math.max(1, Math.min(columns.length, Math.floor((room - left) / NARROWEST)));
  const width = Math.min(WIDEST, (room - left) / shownColumns);
  const low = packed && width >= WIDE_ENOUGH;
  const least = low ? LOW_CELL : CELL;
  const { turned, height: headHeight, heads } = headsOf(columns.slice(0, shownColumns), width);
  const labels: TextLine[] = [];
  const cells: PlacedCell[] = [];
  let y = 0;
  for (const { label, cells: own } of rows) {
    const lines = wrapText(label, labelRoom, SIZE);
    const y2 = y + Math.max(least, lines.length * LINE + (low ? 2 : 8)) + spare;
    const first = (y + y2) / 2 - (lines.length * LINE) / 2 + 13;
    lines.forEach((text, line) => {
      labels.push({ text, key: '', x: -left, y: first + line * LINE });
    });
    own.slice(0, shownColumns).forEach((cell, column) => {
      if (cell === null) return;
      const x = column * width;
      cells.push({ ...cell, row: label, column: columns[column] ?? '', x, x2: x + width, y, y2 });
    });
    y = y2;
  }
  return { left, height: y, headHeight, turned, heads, labels, cells, shownColumns, low };
}
