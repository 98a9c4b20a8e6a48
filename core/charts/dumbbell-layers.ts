import type { Layer } from './frame.ts';
import { dotColours, pixels, textLayer } from './marks.ts';
import type { TextLine } from './rows.ts';
import { measureText } from './text.ts';
import type { Theme } from './theme.ts';

/** Two shares of one row, placed in pixels of the plot. */
export interface PlacedPair {
  key: string;
  y: number;
  /** Null where no figure is given. */
  from: number | null;
  to: number | null;
  /** The interval of the difference, set on `from`. */
  low: number | null;
  high: number | null;
  fromText: string;
  toText: string;
  colour: string;
  hollow: boolean;
}

const SIZE = 13;
/** Between a dot, or the end of the interval, and its figure. */
const AWAY = 9;

/** The room that a figure needs beyond the outermost dot. */
export const labelRoom = (texts: readonly string[]): number =>
  AWAY + 5 + Math.ceil(Math.max(0, ...texts.map((text) => measureText(text, SIZE, 600))));

/** What joins the two dots, and the interval of the difference over it. */
function links(pairs: readonly PlacedPair[], theme: Theme): Layer[] {
  const both = pairs.filter(({ from, to }) => from !== null && to !== null);
  const rule = (style: Record<string, string | number>, x: string, x2: string): Layer => ({
    data: {
      values: both.filter((pair) => x === 'from' || pair.low !== null).map((pair) => ({ ...pair })),
    },
    mark: { type: 'rule', ...style },
    encoding: {
      x: pixels(x),
      x2: { field: x2 },
      y: pixels('y'),
      ...(x === 'from' ? { stroke: { field: 'colour', type: 'nominal', scale: null } } : {}),
    },
  });
  return [
    rule({ strokeWidth: 5, opacity: 0.4, strokeCap: 'round' }, 'from', 'to'),
    rule({ strokeWidth: 1.5, color: theme.ink, opacity: 0.85 }, 'low', 'high'),
  ];
}

function dots(pairs: readonly PlacedPair[], theme: Theme): Layer[] {
  const mark = { type: 'point', shape: 'circle', filled: true, opacity: 1 } as const;
  return [
    {
      data: { values: pairs.filter(({ from }) => from !== null).map((pair) => ({ ...pair })) },
      mark: { ...mark, size: 50, color: theme.soft },
      encoding: { x: pixels('from'), y: pixels('y') },
    },
    {
      data: { values: pairs.filter(({ to }) => to !== null).map((pair) => ({ ...pair })) },
      mark: { ...mark, size: 110, strokeWidth: 2 },
      encoding: {
        x: pixels('to'),
        y: pixels('y'),
        ...dotColours(theme),
      },
    },
  ];
}

type Place = 'left' | 'right';

/** The two figures, each outside its dot: the lower at the left of everything drawn in the row, the higher at its right. */
function figures(pairs: readonly PlacedPair[], theme: Theme): Layer[] {
  const lines: Record<Place, Record<'from' | 'to', TextLine[]>> = {
    left: { from: [], to: [] },
    right: { from: [], to: [] },
  };
  for (const { key, y, from, to, low, high, fromText, toText } of pairs) {
    const ends = [from, to, low, high].filter((end) => end !== null);
    const rises = (to ?? Number.POSITIVE_INFINITY) >= (from ?? 0);
    const at = (place: Place): number =>
      place === 'left' ? Math.min(...ends) - AWAY : Math.max(...ends) + AWAY;
    const put = (which: 'from' | 'to', place: Place, text: string): void => {
      lines[place][which].push({ key, text, x: at(place), y: y + 4 });
    };
    if (from !== null) put('from', rises ? 'left' : 'right', fromText);
    if (to !== null) put('to', rises ? 'right' : 'left', toText);
  }
  const layer = (place: Place, which: 'from' | 'to'): Layer =>
    textLayer(lines[place][which], {
      align: place === 'left' ? 'right' : 'left',
      fontSize: SIZE,
      fontWeight: which === 'to' ? 600 : 400,
      color: which === 'to' ? theme.ink : theme.soft,
    });
  return [layer('left', 'from'), layer('right', 'from'), layer('left', 'to'), layer('right', 'to')];
}

/** Two dots a row, joined, with their figures and the interval of their difference. */
export const pairLayers = (pairs: readonly PlacedPair[], theme: Theme): Layer[] => [
  ...links(pairs, theme),
  ...dots(pairs, theme),
  ...figures(pairs, theme),
];
