import type { Layer } from './frame.ts';
import { pixels } from './marks.ts';
import type { RowLayout, TextLine } from './rows.ts';
import { measureText } from './text.ts';
import type { Theme } from './theme.ts';

/** Bars from zero or dots, then their intervals; the hollow ones are not to be leant on. */
export function shapeLayers(
  shape: 'bar' | 'dot',
  domain: [number, number],
  layout: RowLayout,
  theme: Theme,
): Layer[] {
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  } as const;
  const half = layout.thickness / 2;
  const interval: Layer = {
    transform: [{ filter: 'datum.low !== null' }],
    mark: {
      type: 'rule',
      color: theme.ink,
      strokeWidth: shape === 'dot' ? 2 : 1.5,
      opacity: 0.85,
    },
    encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: pixels('middle') },
  };
  const fill = {
    condition: { test: 'datum.hollow', value: theme.background },
    field: 'colour',
    type: 'nominal',
    scale: null,
  } as const;
  const stroke = { field: 'colour', type: 'nominal', scale: null } as const;
  if (shape === 'dot') {
    const dot: Layer = {
      transform: [{ filter: 'datum.value !== null' }],
      mark: {
        type: 'point',
        shape: 'circle',
        size: 90,
        filled: true,
        strokeWidth: 2,
        opacity: 1,
      },
      encoding: {
        x,
        y: pixels('middle'),
        fill,
        stroke,
      },
    };
    return [interval, dot];
  }
  const bar: Layer = {
    transform: [
      { filter: 'datum.value !== null' },
      { calculate: `datum.middle - ${half}`, as: 'barTop' },
      { calculate: `datum.middle + ${half}`, as: 'barBottom' },
    ],
    mark: { type: 'rect', strokeWidth: 1 },
    encoding: {
      x,
      x2: { datum: Math.max(0, domain[0]) },
      y: pixels('barTop'),
      y2: { field: 'barBottom' },
      fill,
      stroke,
    },
  };
  return [bar, interval];
}

/** Between a mark and its remark, in pixels. */
const ASIDE = 8;
/** A row that leaves so much below its middle has a line of its own for a remark. */
const TALL = 30;

interface RemarkRoom {
  row: RowLayout['rows'][number];
  /** Width of the remark. */
  long: number;
  /** Where bar and interval begin and end, in the figures' unit. */
  start: number;
  end: number;
}

const remarksOf = (layout: RowLayout, [low]: readonly [number, number]): RemarkRoom[] =>
  layout.rows.flatMap((row) => {
    const { remark, value, interval } = row;
    if (remark === '') return [];
    const long = measureText(remark, 12);
    if (value === null) return [{ row, long, start: low, end: low }];
    const [from, to] = interval ?? [value, value];
    // A dot's axis may leave zero out; a bar begins there.
    const origin = low > 0 ? value : 0;
    return [{ row, long, start: Math.min(value, origin, from), end: Math.max(value, origin, to) }];
  });

const acrossOf =
  (layout: RowLayout, [low, high]: readonly [number, number]) =>
  (value: number) =>
    ((value - low) / (high - low)) * layout.width;

/**
 * The axis, carried on so far that all remarks stand past their mark, where one of them has room neither there, nor before
 * it, nor below.
 */
export function withRemarks(layout: RowLayout, domain: [number, number]): [number, number] {
  const [low, high] = domain;
  const across = acrossOf(layout, domain);
  const remarks = remarksOf(layout, domain);
  const beforeOf = ({ long }: RemarkRoom) => layout.width - long - ASIDE;
  const isCrowded = remarks.some(
    (each) =>
      across(each.end) > beforeOf(each) &&
      across(each.start) < each.long + ASIDE &&
      each.row.bottom - each.row.middle < TALL,
  );
  // A sentence longer than half the plot would leave the figures too little of it.
  if (!isCrowded || remarks.some((each) => beforeOf(each) < layout.width / 2)) return domain;
  const needs = remarks.map((each) => ((each.end - low) * layout.width) / beforeOf(each));
  return [low, Math.max(high, ...needs.map((need) => low + need))];
}

/**
 * The remark inside the row: past the end of bar and interval, or before their start, or where there is room on neither
 * side below them in a row tall enough, at the start in another.
 */
export function remarkLines(layout: RowLayout, domain: [number, number]): TextLine[] {
  const across = acrossOf(layout, domain);
  return remarksOf(layout, domain).map(({ row, long, start, end }) => {
    const { remark: text, key, middle, bottom } = row;
    const line = { text, key, y: middle + 4 };
    const [before, after] = [across(start) - ASIDE - long, across(end) + ASIDE];
    if (after + long <= layout.width + 1e-6) return { ...line, x: after };
    if (before >= 0) return { ...line, x: before };
    return { ...line, x: 8, y: bottom - middle >= TALL ? middle + 22 : middle + 4 };
  });
}
