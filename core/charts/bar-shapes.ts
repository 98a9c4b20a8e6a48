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

/**
 * The remark inside the row: past the end of bar and interval, or before their start, or where there is room on neither
 * side below them in a row tall enough, at the start in another.
 */
export function remarkLines(layout: RowLayout, domain: [number, number]): TextLine[] {
  const across = (value: number): number =>
    ((value - domain[0]) / (domain[1] - domain[0])) * layout.width;
  return layout.rows.flatMap(({ remark, value, interval, key, middle, bottom }) => {
    if (remark === '') return [];
    const long = measureText(remark, 12);
    const after = across(value === null ? domain[0] : Math.max(value, 0, interval?.[1] ?? value));
    const before = across(value === null ? domain[0] : Math.min(value, 0, interval?.[0] ?? value));
    const line = { text: remark, key, y: middle + 4 };
    if (after + 8 <= layout.width - long) return [{ ...line, x: after + 8 }];
    if (before - 8 - long >= 0) return [{ ...line, x: before - 8 - long }];
    return [{ ...line, x: 8, y: bottom - middle >= 30 ? middle + 22 : middle + 4 }];
  });
}
