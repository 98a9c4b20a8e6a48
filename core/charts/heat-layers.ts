import { formatCount, formatShare } from '../format/numbers.ts';
import type { ChartOptions } from './chart.ts';
import { classOf, type ValueClass } from './classes.ts';
import type { Layer } from './frame.ts';
import type { HeatLayout, PlacedCell } from './heat-layout.ts';
import { pixels, textLayer } from './marks.ts';
import { hatchLines } from './outlines/hatch.ts';
import { inkOn, inks, type Theme } from './theme.ts';

/** The columns' names, turned a quarter where they would not fit. */
export const headLayers = ({ heads, turned }: HeatLayout, theme: Theme): Layer[] => [
  textLayer(heads, {
    align: turned ? 'left' : 'center',
    color: theme.ink,
    fontSize: 13,
    fontWeight: 600,
    ...(turned ? { angle: -90 } : {}),
  }),
];

const fillOf = ({ share }: PlacedCell, classes: readonly ValueClass[], theme: Theme): string =>
  share === null ? theme.blank : (classOf(share, classes)?.colour ?? theme.blank);

/** The cells with their figures for whoever reads the specification, then shares and bases in ink that stands out. */
export function cellLayers(
  { cells }: HeatLayout,
  classes: readonly ValueClass[],
  theme: Theme,
  { language }: ChartOptions,
): Layer[] {
  const filled = cells.map((cell) => ({ ...cell, fill: fillOf(cell, classes, theme) }));
  const rects: Layer = {
    data: { values: filled },
    mark: { type: 'rect', stroke: theme.background, strokeWidth: 1.5 },
    encoding: {
      x: pixels('x'),
      x2: { field: 'x2' },
      y: pixels('y'),
      y2: { field: 'y2' },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  };
  const texts = inks.flatMap((ink) => {
    const own = filled.filter(({ fill }) => inkOn(fill) === ink);
    const middle = ({ x, x2 }: PlacedCell) => (x + x2) / 2;
    const centre = ({ y, y2 }: PlacedCell) => (y + y2) / 2;
    const shares = own.map((cell) => ({
      text: cell.share === null ? '' : formatShare(cell.share, language),
      x: middle(cell),
      y: centre(cell) + (cell.base === null ? 5 : -1),
      key: '',
    }));
    const bases = own.map((cell) => ({
      text: cell.base === null ? '' : `n\u00a0${formatCount(cell.base, language)}`,
      x: middle(cell),
      y: centre(cell) + (cell.share === null ? 5 : 14),
      key: '',
    }));
    return [
      textLayer(shares, { align: 'center', fontSize: 13, fontWeight: 600, color: ink }),
      textLayer(bases, { align: 'center', fontSize: 11, color: ink }),
    ];
  });
  return [rects, ...texts];
}

/** A hatched edge above the figures of cells not to be leant on, and of those withheld: no figure is crossed. */
export function hatchLayers(
  { cells }: HeatLayout,
  classes: readonly ValueClass[],
  theme: Theme,
): Layer[] {
  const lines = cells
    .filter(({ flag }) => flag !== null)
    .flatMap((cell) => {
      const { flag, x, x2, y } = cell;
      const edge = [
        [
          [x + 2, y + 2],
          [x2 - 2, y + 2],
          [x2 - 2, y + 7],
          [x + 2, y + 7],
        ] as const,
      ];
      const stroke = flag === 'suppressed' ? theme.soft : inkOn(fillOf(cell, classes, theme));
      return hatchLines(edge, 4).map(([from, to]) => ({
        x: from[0],
        y: from[1],
        x2: to[0],
        y2: to[1],
        stroke,
      }));
    });
  if (lines.length === 0) return [];
  return [
    {
      data: { values: lines },
      mark: { type: 'rule', strokeWidth: 1.2 },
      encoding: {
        x: pixels('x'),
        y: pixels('y'),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
        stroke: { field: 'stroke', type: 'nominal', scale: null },
      },
    },
  ];
}
