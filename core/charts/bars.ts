import { remarkLines, shapeLayers, withRemarks } from './bar-shapes.ts';
import type { ChartOptions } from './chart.ts';
import { emptyPlot } from './empty.ts';
import { innerWidth, type Layer, type Plot, textAt } from './frame.ts';
import {
  figureLayers,
  hasTicksBelow,
  headRoom,
  headY,
  highlightLayer,
  textLayer,
  tickY,
  verticals,
} from './marks.ts';
import {
  type BarRow,
  type ColumnHeads,
  layRows,
  type PlacedRow,
  type RowLayout,
  type TextLine,
} from './rows.ts';
import { measureText } from './text.ts';
import { type Theme, themes } from './theme.ts';
import { niceTicks } from './ticks.ts';

/** What a list of bars or dots shows beside its rows. */
export interface BarPlan {
  rows: readonly BarRow[];
  /** A bar starts at zero; a dot may not. */
  shape: 'bar' | 'dot';
  heads: ColumnHeads;
  /** What the axis' values are written in: see `niceTicks`. */
  unit: number;
  /** An axis value in words. */
  tick: (value: number) => string;
  /** The whole's own value, drawn as a line behind the rows. */
  reference?: { value: number; text: string } | undefined;
  /** The axis reaches at least here. */
  atLeast: number;
  /** The axis never goes past here (1 for shares). */
  atMost: number;
}

const TICK_SIZE = 13;

function reach(plan: BarPlan): [number, number] {
  const { rows, reference } = plan;
  const all = rows.flatMap(({ value, interval }) => [
    ...(value === null ? [] : [value]),
    ...(interval ?? []),
  ]);
  if (reference !== undefined) all.push(reference.value);
  if (all.length === 0 && Number.isFinite(plan.atMost)) all.push(plan.atMost);
  const high = Math.max(plan.atLeast, ...all);
  if (plan.shape === 'bar') return [Math.min(0, ...all), high];
  return [Math.min(...all, Math.max(0, high - plan.atLeast)), high];
}

function scaleOf(plan: BarPlan, width: number): { ticks: number[]; domain: [number, number] } {
  const [low, high] = reach(plan);
  const widest = Math.max(...[low, high].map((value) => measureText(plan.tick(value), TICK_SIZE)));
  const count = Math.max(2, Math.min(6, Math.floor(width / (widest + 34))));
  const ticks = niceTicks(low, high, count, plan.unit).filter((tick) => tick <= plan.atMost + 1e-9);
  return {
    ticks,
    domain: [ticks[0] ?? 0, Math.max(ticks.at(-1) ?? 1, Math.min(high, plan.atMost))],
  };
}

function gridLayers(
  ticks: readonly number[],
  domain: [number, number],
  plan: BarPlan,
  layout: RowLayout,
  theme: Theme,
): Layer[] {
  const across = (value: number): number =>
    ((value - domain[0]) / (domain[1] - domain[0])) * layout.width;
  const labels = ticks.map((tick) => ({
    text: plan.tick(tick),
    x: across(tick),
    y: tickY(layout),
    key: '',
  }));
  const edge = (line: TextLine): 'left' | 'right' | 'center' => {
    if (layout.narrow && line.x < 12) return 'left';
    return layout.narrow && line.x > layout.width - 12 ? 'right' : 'center';
  };
  const aligned = (['left', 'center', 'right'] as const).flatMap((align) => {
    const lines = labels.filter((line) => edge(line) === align);
    const style = { align, color: theme.soft, fontSize: TICK_SIZE };
    return lines.length === 0 ? [] : [textLayer(lines, style)];
  });
  const rule = (values: readonly number[], color: string): Layer =>
    verticals(values.map(across), layout, { color, strokeWidth: 1 });
  const zero = plan.shape === 'bar' ? [rule([0], theme.ink)] : [];
  return [
    rule(
      ticks.filter((tick) => plan.shape === 'dot' || tick !== 0),
      theme.faint,
    ),
    ...zero,
    ...aligned,
  ];
}

function referenceLayers(
  plan: BarPlan,
  domain: [number, number],
  layout: RowLayout,
  theme: Theme,
): Layer[] {
  const { reference } = plan;
  if (reference === undefined || layout.height === 0) return [];
  const at = ((reference.value - domain[0]) / (domain[1] - domain[0])) * layout.width;
  const half = measureText(reference.text, TICK_SIZE, 600) / 2;
  const right = layout.width + layout.right - half;
  return [
    verticals([at], layout, { color: theme.ink, strokeWidth: 1.5, strokeDash: [4, 3] }),
    textAt(
      reference.text,
      Math.min(Math.max(at, half - layout.left), right),
      layout.height + (hasTicksBelow(layout) ? 34 : 17),
      {
        align: 'center',
        fontSize: TICK_SIZE,
        fontWeight: 600,
      },
    ),
  ];
}

/** What each row's mark carries: its key for links, its figures for whoever reads the specification. */
const datumOf = (
  row: PlacedRow,
  theme: Theme,
): Record<string, string | number | boolean | null> => ({
  key: row.key,
  label: row.label,
  value: row.value,
  low: row.interval?.[0] ?? null,
  high: row.interval?.[1] ?? null,
  text: row.valueText,
  base: row.baseText,
  hollow: row.hollow,
  remark: row.remark,
  colour: row.colour ?? theme.accent,
  top: row.top,
  bottom: row.bottom,
  middle: row.middle,
});

/** Bars or dots, one row each, as a plot to be framed. No row: a sentence that says so. */
export function plotBars(plan: BarPlan, options: ChartOptions, spare = 0): Plot {
  if (plan.rows.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const layout = layRows(plan.rows, room, plan.heads, spare);
  const { ticks, domain: ticked } = scaleOf(plan, layout.width);
  const domain = withRemarks(layout, ticked);
  return {
    data: layout.rows.map((row) => datumOf(row, theme)),
    layers: [
      highlightLayer(layout, theme),
      ...gridLayers(ticks, domain, plan, layout, theme),
      ...referenceLayers(plan, domain, layout, theme),
      ...shapeLayers(plan.shape, domain, layout, theme),
      textLayer(remarkLines(layout, domain), {
        align: 'left',
        color: theme.soft,
        fontSize: 12,
      }),
      textLayer(layout.labels, { align: 'left', color: theme.ink }),
      textLayer(layout.headings, { align: 'left', color: theme.ink, fontWeight: 600 }),
      ...figureLayers(layout, headY(layout), theme),
    ],
    width: layout.width,
    height: layout.height,
    left: layout.left,
    right: layout.right,
    top: headRoom(layout),
    bottom: (hasTicksBelow(layout) ? 20 : 4) + (plan.reference === undefined ? 0 : 20),
  };
}
