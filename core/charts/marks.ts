import type { Layer } from './frame.ts';
import { type RowLayout, runsOf, type TextLine } from './rows.ts';
import type { Theme } from './theme.ts';

/** A channel given in pixels of the plot area. */
export const pixels = (field: string): { field: string; type: 'quantitative'; scale: null } => ({
  field,
  type: 'quantitative',
  scale: null,
});

/** The channels of what is drawn from one corner, `x` and `y`, to the other, `x2` and `y2`. */
export const boxChannels = {
  x: pixels('x'),
  x2: { field: 'x2' },
  y: pixels('y'),
  y2: { field: 'y2' },
};

/** A colour that each datum carries in `fill`. */
export const ownFill = { field: 'fill', type: 'nominal', scale: null } as const;

const ownColour = { field: 'colour', type: 'nominal', scale: null } as const;

/** The colours of dots that carry `colour`; a `hollow` one shows the page through. */
export const dotColours = ({ background }: Theme) => ({
  stroke: ownColour,
  fill: { condition: { test: 'datum.hollow', value: background }, ...ownColour },
});

/** Lines of text, each at its own place. */
export function textLayer(
  lines: readonly TextLine[],
  style: Record<string, string | number>,
): Layer {
  return {
    data: { values: lines.filter(({ text }) => text !== '').map((line) => ({ ...line })) },
    mark: { type: 'text', baseline: 'alphabetic', fontSize: 14, ...style },
    encoding: {
      x: pixels('x'),
      y: pixels('y'),
      text: { field: 'text', type: 'nominal' },
    },
  };
}

/**
 * Lines across all rows; where labels stand above their bars, only beside the bars; and never through a heading, so that no
 * text is crossed.
 */
export function verticals(
  places: readonly number[],
  layout: RowLayout,
  style: { color: string; strokeWidth: number; strokeDash?: number[] },
): Layer {
  const half = layout.thickness / 2;
  const spans = layout.narrow
    ? layout.rows.map(({ middle }) => ({ y: middle - half - 2, y2: middle + half + 5 }))
    : runsOf(layout.rows);
  return {
    data: { values: places.flatMap((x) => spans.map((span) => ({ x, ...span }))) },
    mark: { type: 'rule', ...style },
    encoding: { x: pixels('x'), y: pixels('y'), y2: { field: 'y2' } },
  };
}

/** The figures of the rows in their columns, and the columns' names at that height. */
export function figureLayers(layout: RowLayout, headY: number, theme: Theme): Layer[] {
  const { heads, valueEnd, baseEnd, sideEnd, baseAlign, stacked } = layout;
  const head = (text: string, x: number, y = headY): TextLine => ({ text, x, y, key: '' });
  const named = { color: theme.soft, fontSize: 13 };
  return [
    textLayer([head(heads.value, valueEnd), head(heads.side, sideEnd)], {
      align: 'right',
      ...named,
    }),
    textLayer([head(heads.base, baseEnd, stacked ? headY - 15 : headY)], {
      align: baseAlign,
      ...named,
    }),
    textLayer(layout.values, { align: 'right', color: theme.ink, fontWeight: 600 }),
    textLayer(layout.bases, { align: baseAlign, color: theme.soft }),
    textLayer(layout.sides, { align: 'right', color: theme.soft }),
  ];
}

/** Rows beyond which ticks below them would be out of sight of the first. */
const MOST_ABOVE_TICKS = 20;

/** Whether the axis has its ticks below the rows: where labels part the heads of the columns from the first bar. */
export const hasTicksBelow = ({ narrow, rows }: RowLayout): boolean =>
  narrow && rows.length <= MOST_ABOVE_TICKS;

/** The height of the ticks' words. */
export const tickY = (layout: RowLayout): number =>
  hasTicksBelow(layout) ? layout.height + 12 : -8;

/** Room above the rows for the columns' names. */
export const headRoom = (layout: RowLayout): number =>
  14 - headY(layout) + (layout.stacked ? 15 : 0);

/** The height of the columns' names: over the ticks where these stand over the labels. */
export const headY = (layout: RowLayout): number =>
  layout.narrow && !hasTicksBelow(layout) ? -28 : -8;

/** The ground of the row pointed at, seen only while `focused` names it. */
export function highlightLayer(layout: RowLayout, theme: Theme): Layer {
  return {
    data: { values: layout.rows.map(({ key, top, bottom }) => ({ key, top, bottom })) },
    mark: { type: 'rect', color: theme.highlight },
    encoding: {
      x: { value: -layout.left },
      x2: { value: layout.width + layout.right },
      y: pixels('top'),
      y2: { field: 'bottom' },
      opacity: { condition: { test: 'focused === datum.key', value: 1 }, value: 0 },
    },
  };
}
