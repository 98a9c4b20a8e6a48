import { formatShare } from '../format/numbers.ts';
import type { ChartOptions } from './chart.ts';
import type { Layer } from './frame.ts';
import { boxChannels, pixels, textLayer } from './marks.ts';
import type { PanelRow } from './panels.ts';
import type { RowLayout, RowScale, TextLine } from './rows.ts';
import { measureText } from './text.ts';
import { type Theme, themes } from './theme.ts';

/** A small chart in its place: its heading from `top`, its bars from `barsTop`, in pixels of the picture's plot. */
export interface PlacedPanel {
  readonly heading: readonly string[];
  readonly base: string;
  /** Where the base begins on the heading's last line. */
  readonly baseX: number;
  readonly rows: readonly PanelRow[];
  readonly layout: RowLayout;
  readonly scale: RowScale;
  readonly left: number;
  readonly top: number;
  readonly barsTop: number;
}

/** A bar in pixels, and its figures for whoever reads the specification. */
interface PlacedBar {
  readonly panel: string;
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly hollow: boolean;
  readonly x: number;
  readonly x2: number | null;
  readonly lowX: number | null;
  readonly highX: number | null;
  readonly wholeX: number | null;
  readonly y: number;
  readonly y2: number;
  readonly middle: number;
}

interface PlacedBars {
  readonly panel: PlacedPanel;
  readonly bars: readonly PlacedBar[];
}

const place = (value: number | null | undefined, across: (share: number) => number) =>
  value == null ? null : across(value);

function barsOf({ heading, rows, layout, left, barsTop }: PlacedPanel, high: number): PlacedBar[] {
  const start = left + layout.left;
  const across = (share: number): number => start + (share / high) * layout.width;
  return layout.rows.map((row, index) => ({
    panel: heading.join(' '),
    label: row.label,
    value: row.value,
    low: row.interval?.[0] ?? null,
    high: row.interval?.[1] ?? null,
    hollow: row.hollow,
    x: start,
    x2: place(row.value, across),
    lowX: place(row.interval?.[0], across),
    highX: place(row.interval?.[1], across),
    wholeX: row.value === null ? null : place(rows[index]?.whole, across),
    y: barsTop + row.middle - layout.thickness / 2,
    y2: barsTop + row.middle + layout.thickness / 2,
    middle: barsTop + row.middle,
  }));
}

const shifted = (lines: readonly TextLine[], { left, barsTop, layout }: PlacedPanel): TextLine[] =>
  lines.map((line) => ({ ...line, x: line.x + left + layout.left, y: line.y + barsTop }));

/** Where a remark of that width crosses neither interval nor dashed line, from the bar's end on; null where there is no room. */
function remarkPlace(bar: PlacedBar, width: number, end: number): number | null {
  const marks = [bar.wholeX, bar.lowX].filter((x) => x !== null);
  const after = Math.max(bar.x, bar.x2 ?? 0, bar.highX ?? 0, bar.wholeX ?? 0) + 8;
  const places = [
    { x: after, limit: end },
    ...[bar.x, ...marks].map((from) => ({
      x: from + 6,
      limit: Math.min(bar.lowX ?? end, ...marks.filter((x) => x > from)) - 4,
    })),
  ];
  return places.find(({ x, limit }) => x + width <= limit)?.x ?? null;
}

/** Said of a figure withheld or not to be leant on. */
function remarksOf({ layout, left, scale }: PlacedPanel, bars: readonly PlacedBar[]): TextLine[] {
  const end = left + layout.left + layout.width;
  return layout.rows.flatMap(({ remark, value }, index) => {
    const bar = bars[index];
    if (remark === '' || bar === undefined) return [];
    // A bar too thin to be written on says by being empty that its base is small; a note says what that means.
    if (value !== null && scale.size < 12) return [];
    const x = remarkPlace(bar, measureText(remark, 12), end);
    return x === null ? [] : [{ text: remark, x, y: bar.middle + 4, key: '' }];
  });
}

function axisOf({ left, barsTop, layout, scale }: PlacedPanel, ticks: readonly number[]) {
  const high = ticks.at(-1) ?? 1;
  return ticks.map((tick, index) => ({
    tick,
    x: left + layout.left + (tick / high) * layout.width,
    y: barsTop - (scale.size < 12 ? 4 : 8),
    align: index === 0 ? 'left' : index === ticks.length - 1 ? 'right' : 'center',
  }));
}

const values = (rows: readonly object[]) => ({ values: rows.map((row) => ({ ...row })) });

/** The ticks' lines, beside the bars only so that no label is crossed, and their shares above. */
function axisLayers(
  placed: readonly PlacedBars[],
  ticks: readonly number[],
  { theme: name, language }: ChartOptions,
): Layer[] {
  const theme = themes[name];
  const axes = placed.map(({ panel, bars }) => ({ axis: axisOf(panel, ticks), bars }));
  const grid = axes.flatMap(({ axis, bars }) =>
    axis.flatMap(({ x }) => bars.map((bar) => ({ x, y: bar.y - 3, y2: bar.y2 + 5 }))),
  );
  const marks = axes.flatMap(({ axis }) => axis);
  const texts = (['left', 'center', 'right'] as const).map((align) =>
    textLayer(
      marks
        .filter((mark) => mark.align === align)
        .map(({ tick, x, y }) => ({ text: formatShare(tick, language, 0), x, y, key: '' })),
      { align, color: theme.soft, fontSize: 12 },
    ),
  );
  return [
    {
      data: values(grid),
      mark: { type: 'rule', color: theme.faint, strokeWidth: 1 },
      encoding: { x: pixels('x'), y: pixels('y'), y2: { field: 'y2' } },
    },
    ...texts,
  ];
}

/** Bars, hollow where the base is small; their intervals; the whole's own figure, dashed. */
function markLayers(bars: readonly PlacedBar[], theme: Theme): Layer[] {
  const wholes = bars
    .filter(({ wholeX }) => wholeX !== null)
    .map((bar) => ({ ...bar, y: bar.y - 2, y2: bar.y2 + 4 }));
  return [
    {
      data: values(bars.filter(({ x2 }) => x2 !== null)),
      mark: { type: 'rect', stroke: theme.accent, strokeWidth: 1 },
      encoding: {
        ...boxChannels,
        fill: {
          condition: { test: 'datum.hollow', value: theme.background },
          value: theme.accent,
        },
      },
    },
    {
      data: values(bars.filter(({ lowX }) => lowX !== null)),
      mark: { type: 'rule', color: theme.ink, strokeWidth: 1.5, opacity: 0.85 },
      encoding: { x: pixels('lowX'), x2: { field: 'highX' }, y: pixels('middle') },
    },
    {
      data: values(wholes),
      mark: { type: 'rule', color: theme.ink, strokeWidth: 1.5, strokeDash: [3, 2] },
      encoding: { x: pixels('wholeX'), y: pixels('y'), y2: { field: 'y2' } },
    },
  ];
}

/** The bars of every panel with their axes, intervals, labels, shares and bases. */
export function barLayers(
  panels: readonly PlacedPanel[],
  ticks: readonly number[],
  options: ChartOptions,
  fontSize: number,
): Layer[] {
  const theme = themes[options.theme];
  const placed = panels.map((panel) => ({ panel, bars: barsOf(panel, ticks.at(-1) ?? 1) }));
  const remarks = placed.flatMap(({ panel, bars }) => remarksOf(panel, bars));
  const texts = (part: 'labels' | 'values' | 'bases') =>
    panels.flatMap((panel) => shifted(panel.layout[part], panel));
  return [
    ...axisLayers(placed, ticks, options),
    ...markLayers(
      placed.flatMap(({ bars }) => bars),
      theme,
    ),
    textLayer(remarks, { align: 'left', color: theme.soft, fontSize: 12 }),
    textLayer(texts('labels'), { align: 'left', color: theme.ink, fontSize }),
    textLayer(texts('values'), { align: 'right', color: theme.ink, fontWeight: 600, fontSize }),
    ...(['left', 'right'] as const).map((align) =>
      textLayer(
        panels
          .filter(({ layout }) => layout.baseAlign === align)
          .flatMap((panel) => shifted(panel.layout.bases, panel)),
        { align, color: theme.soft, fontSize },
      ),
    ),
  ];
}
