import { type Layer, textAt } from './frame.ts';
import { hatchBoxes } from './hatched-boxes.ts';
import { boxChannels, ownFill } from './marks.ts';
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

type PlacedItem = LegendItem & {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
};

/** Entries side by side, wrapped to the width, and how high they stand together. */
function placeItems(items: readonly LegendItem[], x: number, y: number, width: number) {
  const room = width - SWATCH - 6;
  let [left, top, tall] = [0, 0, LINE];
  const placed = items.map((item): PlacedItem => {
    const lines = wrapText(item.text, room, SIZE);
    const size = SWATCH + 6 + Math.max(...lines.map((line) => measureText(line, SIZE)));
    if (left > 0 && left + size > width) [left, top, tall] = [0, top + tall, LINE];
    const at = { ...item, lines, x: x + left, y: y + top };
    left += size + 18;
    tall = Math.max(tall, LINE + (lines.length - 1) * TEXT_LINE);
    return at;
  });
  return { placed, height: top + tall };
}

const swatchLayer = (
  placed: readonly PlacedItem[],
  theme: Theme,
  shape: 'square' | 'dot',
): Layer => ({
  data: {
    values: placed.map(({ fill, x, y }) => ({ fill, x, y, x2: x + SWATCH, y2: y + SWATCH })),
  },
  mark: {
    type: 'rect',
    stroke: theme.soft,
    strokeWidth: 0.5,
    cornerRadius: shape === 'dot' ? SWATCH / 2 : 0,
  },
  encoding: { ...boxChannels, fill: ownFill },
});

const hatchLayers = (placed: readonly PlacedItem[]): Layer[] =>
  hatchBoxes(
    placed.flatMap(({ hatch, x, y }) =>
      hatch === undefined ? [] : [{ x, y, x2: x + SWATCH, y2: y + SWATCH, stroke: hatch }],
    ),
  );

const wordLayers = (placed: readonly PlacedItem[], theme: Theme): Layer[] =>
  placed.flatMap(({ lines, x, y }) =>
    lines.map((line, index) =>
      textAt(line, x + SWATCH + 6, y + SWATCH - 2 + index * TEXT_LINE, {
        fontSize: SIZE,
        color: theme.soft,
      }),
    ),
  );

/** Entries side by side, wrapped to the width, from `y` downwards in the plot's pixels; their swatches square, or round. */
export function plotLegend(
  items: readonly LegendItem[],
  x: number,
  y: number,
  width: number,
  theme: Theme,
  shape: 'square' | 'dot' = 'square',
): LegendPlot {
  const { placed, height } = placeItems(items, x, y, width);
  return {
    layers: [
      swatchLayer(placed, theme, shape),
      ...hatchLayers(placed),
      ...wordLayers(placed, theme),
    ],
    height,
  };
}
