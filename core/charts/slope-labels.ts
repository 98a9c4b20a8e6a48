import type { Layer } from './frame.ts';
import { pixels, textLayer } from './marks.ts';
import { spreadLabels } from './spread.ts';
import { measureText } from './text.ts';
import type { Theme } from './theme.ts';
import { LINE, SIZE } from './trend-layers.ts';

/** What stands beside one end of a slope: its lines, and the height of the point they are of. */
export interface SideLabel {
  key: string;
  texts: readonly string[];
  y: number;
  colour: string;
}

/** Between a point and its label. */
const AWAY = 16;

/** The room that labels take beside the plot, in pixels. */
export const roomOf = (labels: readonly SideLabel[]): number =>
  labels.length === 0 ? 8 : AWAY + Math.ceil(Math.max(...labels.map(widthOf))) + 2;

const widthOf = ({ texts }: SideLabel): number =>
  Math.max(...texts.map((text) => measureText(text, SIZE, 600)));

export const heightOf = (labels: readonly SideLabel[]): number =>
  labels.reduce((sum, { texts }) => sum + texts.length * LINE, 0);

/** The labels of one side, pushed apart where ends meet, each led back to its point when it had to move. */
export function sideLabels(
  labels: readonly SideLabel[],
  side: 'left' | 'right',
  plot: { width: number; height: number },
  theme: Theme,
): Layer[] {
  const outwards = side === 'left' ? -1 : 1;
  const edge = side === 'left' ? 0 : plot.width;
  const wanted = labels.map(({ y, texts }) => ({
    at: y - (texts.length * LINE) / 2,
    size: texts.length * LINE,
  }));
  const tops = spreadLabels(wanted, -8, plot.height + 8);
  const placed = labels.map((label, index) => ({ ...label, top: tops[index] ?? 0 }));
  const leaders = placed.map(({ y, top }) => ({
    x: edge + outwards * 6,
    x2: edge + outwards * (AWAY - 3),
    y,
    y2: top + LINE / 2,
  }));
  const led: Layer = {
    data: { values: leaders.filter(({ y, y2 }) => Math.abs(y - y2) > 5) },
    mark: { type: 'rule', strokeWidth: 1, color: theme.soft },
    encoding: { x: pixels('x'), x2: { field: 'x2' }, y: pixels('y'), y2: { field: 'y2' } },
  };
  return [
    led,
    ...placed.map(({ texts, top, colour, key }) =>
      textLayer(
        texts.map((text, line) => ({
          text,
          key,
          x: edge + outwards * AWAY,
          y: top + line * LINE + 12,
        })),
        {
          align: side === 'left' ? 'right' : 'left',
          fontSize: SIZE,
          fontWeight: 600,
          color: colour,
        },
      ),
    ),
  ];
}
