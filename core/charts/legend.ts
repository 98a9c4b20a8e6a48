import { type Layer, textAt } from './frame.ts';
import { hatchLines } from './outlines/hatch.ts';
import { measureText, wrapText } from './text.ts';
import type { Theme } from './theme.ts';

/** One entry: a swatch, plain or hatched in that colour, and its words. */
export interface LegendItem {
  text: string;
  fill: string;
  hatch?: string;
}

const SWATCH = 14;
const SIZE = 13;
const LINE = 22;
const TEXT_LINE = 16;

export interface LegendPlot {
  layers: Layer[];
  height: number;
}

/** Entries side by side, wrapped to the width, from `y` downwards in the plot's pixels; their swatches square, or round. */
export function plotLegend(
  items: readonly LegendItem[],
  x: number,
  y: number,
  width: number,
  theme: Theme,
  shape: 'square' | 'dot' = 'square',
): LegendPlot {
  const room = width - SWATCH - 6;
  let [left, top, tall] = [0, 0, LINE];
  const placed = items.map((item) => {
    const lines = wrapText(item.text, room, SIZE);
    const size = SWATCH + 6 + Math.max(...lines.map((line) => measureText(line, SIZE)));
    if (left > 0 && left + size > width) [left, top, tall] = [0, top + tall, LINE];
    const at = { ...item, lines, x: x + left, y: y + top };
    left += size + 18;
    tall = Math.max(tall, LINE + (lines.length - 1) * TEXT_LINE);
    return at;
  });
  const swatches: Layer = {
    data: {
      values: placed.map((item) => ({
        fill: item.fill,
        x: item.x,
        y: item.y,
        x2: item.x + SWATCH,
        y2: item.y + SWATCH,
      })),
    },
    mark: {
      type: 'rect',
      stroke: theme.soft,
      strokeWidth: 0.5,
      cornerRadius: shape === 'dot' ? SWATCH / 2 : 0,
    },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  };
  const lines = placed.flatMap((item) => {
    if (item.hatch === undefined) return [];
    const [right, bottom] = [item.x + SWATCH, item.y + SWATCH];
    const square = [
      [
        [item.x, item.y],
        [right, item.y],
        [right, bottom],
        [item.x, bottom],
      ] as const,
    ];
    return hatchLines(square, 4).map(([from, to]) => ({
      x: from[0],
      y: from[1],
      x2: to[0],
      y2: to[1],
      stroke: item.hatch,
    }));
  });
  const hatches: Layer = {
    data: { values: lines },
    mark: { type: 'rule', strokeWidth: 1 },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      stroke: { field: 'stroke', type: 'nominal', scale: null },
    },
  };
  const words = placed.flatMap((item) =>
    item.lines.map((line, index) =>
      textAt(line, item.x + SWATCH + 6, item.y + SWATCH - 2 + index * TEXT_LINE, {
        fontSize: SIZE,
        color: theme.soft,
      }),
    ),
  );
  return {
    layers: [swatches, ...(lines.length === 0 ? [] : [hatches]), ...words],
    height: top + tall,
  };
}
