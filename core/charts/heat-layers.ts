import type { Language } from '../format/language.ts';
import { formatShare } from '../format/numbers.ts';
import { describeBase } from '../format/wording.ts';
import type { ChartOptions } from './chart.ts';
import { classOf, type ValueClass } from './classes.ts';
import type { Layer } from './frame.ts';
import { hatchBoxes } from './hatched-boxes.ts';
import type { HeatLayout, PlacedCell } from './heat-layout.ts';
import { boxChannels, ownFill, textLayer } from './marks.ts';
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

/** « n 64 », « n < 3 »; nothing where there is no base, as for published aggregates. */
function baseText({ base, flag }: PlacedCell, language: Language): string {
  const text = describeBase(base, flag, language);
  return text === '' ? '' : `n\u00a0${text}`;
}

/** The cells with their figures for whoever reads the specification, then shares and bases in ink that stands out. */
export function cellLayers(
  { cells, low }: HeatLayout,
  classes: readonly ValueClass[],
  theme: Theme,
  { language }: ChartOptions,
): Layer[] {
  const filled = cells.map((cell) => ({ ...cell, fill: fillOf(cell, classes, theme) }));
  const rects: Layer = {
    data: { values: filled },
    mark: { type: 'rect', stroke: theme.background, strokeWidth: 1.5 },
    encoding: { ...boxChannels, fill: ownFill },
  };
  const texts = inks.flatMap((ink) => {
    const own = filled.filter(({ fill }) => inkOn(fill) === ink);
    const middle = ({ x, x2 }: PlacedCell) => (x + x2) / 2;
    const centre = ({ y, y2 }: PlacedCell) => (y + y2) / 2;
    // Side by side, the share ends and the base begins at the middle.
    const beside = ({ share, base }: PlacedCell) => low && share !== null && base !== null;
    const shares = own.map((cell) => ({
      text: cell.share === null ? '' : formatShare(cell.share, language),
      x: middle(cell) + (beside(cell) ? -3 : 0),
      y: centre(cell) + (cell.base === null || low ? 5 : -1),
      key: '',
    }));
    const bases = own.map((cell) => ({
      text: baseText(cell, language),
      x: middle(cell) + (beside(cell) ? 5 : 0),
      y: centre(cell) + (cell.share === null || low ? 5 : 14),
      key: '',
    }));
    const [ending, beginning] = low
      ? (['right', 'left'] as const)
      : (['center', 'center'] as const);
    return [
      textLayer(shares, { align: ending, fontSize: 13, fontWeight: 600, color: ink }),
      textLayer(bases, { align: beginning, fontSize: 11, color: ink }),
    ];
  });
  return [rects, ...texts];
}

/** A hatched edge above the figures of cells not to be leant on, and of those withheld: no figure is crossed. */
export const hatchLayers = (
  { cells }: HeatLayout,
  classes: readonly ValueClass[],
  theme: Theme,
): Layer[] =>
  hatchBoxes(
    cells
      .filter(({ flag }) => flag !== null)
      .map((cell) => ({
        x: cell.x + 2,
        y: cell.y + 2,
        x2: cell.x2 - 2,
        y2: cell.y + 7,
        stroke: cell.flag === 'suppressed' ? theme.soft : inkOn(fillOf(cell, classes, theme)),
      })),
  );
