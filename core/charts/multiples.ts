import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { formatShare } from '../format/numbers.ts';
import type { Chart, ChartOptions } from './chart.ts';
import { crosstabWords } from './crosstab-bars.ts';
import { crosstabTable } from './crosstab-table.ts';
import { emptyPlot } from './empty.ts';
import { fitPlot } from './fit.ts';
import { frameChart, innerWidth, type Layer, type Plot } from './frame.ts';
import { textLayer } from './marks.ts';
import { barLayers, type PlacedPanel } from './multiples-layers.ts';
import { type Panel, panelsOf } from './panels.ts';
import { layRows, type RowScale, roomyRows } from './rows.ts';
import { measureText, wrapText } from './text.ts';
import { type Theme, themes } from './theme.ts';
import { niceTicks, wholePercents } from './ticks.ts';
import { firstRows } from './told.ts';

/** How large small charts are set, in pixels. */
interface PanelScale extends RowScale {
  /** The narrowest small chart whose labels can be read. */
  narrowest: number;
  mostColumns: number;
  between: { x: number; y: number };
  headingLine: number;
  /** Room for the axis between a heading and its bars. */
  axis: number;
}

const roomy: PanelScale = {
  ...roomyRows,
  narrowest: 200,
  mostColumns: 4,
  between: { x: 28, y: 26 },
  headingLine: 18,
  axis: 24,
};

/** Where a picture of fixed height could not show all of them: smaller, more side by side. */
const packed: PanelScale = {
  size: 11.5,
  line: 14,
  bar: 7,
  below: 6,
  gutter: 7,
  narrowest: 164,
  mostColumns: 6,
  between: { x: 16, y: 14 },
  headingLine: 15,
  axis: 17,
};

const TICKS = 3;
/** Pixels that a bar may be given beyond its need. */
const MOST_SPREAD = 12;

/** One scale for all: from zero to at least the highest figure or limit of an interval, a round share. */
function scaleOf(panels: readonly Panel[]): readonly number[] {
  const figures = panels.flatMap(({ rows }) =>
    rows.flatMap(({ value, interval, whole }) => [value ?? 0, interval?.[1] ?? 0, whole ?? 0]),
  );
  return niceTicks(0, Math.max(0.05, ...figures), TICKS, wholePercents).filter(
    (tick) => tick <= 1 + 1e-9,
  );
}

/** A heading in lines, with the base after its last line where there is room, else below. */
function headingOf({ heading, base }: Panel, width: number, { size }: PanelScale) {
  const lines = wrapText(heading, width, size, 600);
  const after = measureText(lines.at(-1) ?? '', size, 600) + 8;
  const below = base !== '' && after + measureText(base, size) > width;
  return { heading: below ? [...lines, ''] : lines, base, baseX: below ? 0 : after };
}

/** How many stand side by side: as many in each line as can be, so that four are two by two, not three and one. */
function columnsOf(count: number, scale: PanelScale, options: ChartOptions): number {
  const { between, narrowest, mostColumns } = scale;
  const fitting = Math.floor((innerWidth(options) + between.x) / (narrowest + between.x));
  const most = Math.max(1, Math.min(mostColumns, fitting));
  return Math.ceil(count / Math.ceil(count / most));
}

/** The same scale, its bars spread over that many pixels more for each small chart. */
function spread(
  panels: readonly Panel[],
  scale: PanelScale,
  spare: number,
  options: ChartOptions,
): PanelScale {
  const lines = Math.ceil(panels.length / columnsOf(panels.length, scale, options));
  const rows = Math.max(1, ...panels.map((panel) => panel.rows.length));
  const more = Math.min(MOST_SPREAD, Math.floor((spare * panels.length) / lines / rows));
  return { ...scale, bar: scale.bar + more / 2, below: scale.below + more / 2 };
}

/** Lays panels out in rows as high as their highest, all of one width. */
function layPanels(
  panels: readonly Panel[],
  scale: PanelScale,
  options: ChartOptions,
): PlacedPanel[] {
  const { between, headingLine, axis } = scale;
  const columns = columnsOf(panels.length, scale, options);
  const width = (innerWidth(options) - (columns - 1) * between.x) / columns;
  const laid = panels.map((panel) => ({
    ...headingOf(panel, width, scale),
    rows: panel.rows,
    layout: layRows(panel.rows, width, { value: '', base: '' }, 0, scale),
  }));
  const placed: PlacedPanel[] = [];
  let top = 0;
  for (let first = 0; first < laid.length; first += columns) {
    const line = laid.slice(first, first + columns);
    const above = axis + headingLine * Math.max(...line.map(({ heading }) => heading.length));
    line.forEach((panel, column) => {
      const left = column * (width + between.x);
      placed.push({ ...panel, scale, left, top, barsTop: top + above });
    });
    top += above + Math.max(...line.map(({ layout }) => layout.height)) + between.y;
  }
  return placed;
}

function wholeWords(answer: CrosstabAnswer, { language }: ChartOptions): string {
  const whole = answer.by.length === 2 ? answer.total.cells[0]?.share : null;
  const share = whole == null ? '' : `, ${formatShare(whole, language)}`;
  return language === 'fr' ? `Trait pointillé\u202f: ensemble${share}` : `Dashed line: all${share}`;
}

/** What each small chart is of, and the base it rests on. */
function headingLayers(placed: readonly PlacedPanel[], scale: PanelScale, theme: Theme): Layer[] {
  const line = (text: string, x: number, y: number) => ({ text, x, y, key: '' });
  const at = (top: number, index: number) => top + scale.size - 1 + index * scale.headingLine;
  const headings = placed.flatMap(({ heading, left, top }) =>
    heading.map((text, index) => line(text, left, at(top, index))),
  );
  const bases = placed.map(({ heading, base, baseX, left, top }) =>
    line(base, left + baseX, at(top, heading.length - 1)),
  );
  const style = { align: 'left', fontSize: scale.size } as const;
  return [
    textLayer(headings, { ...style, color: theme.ink, fontWeight: 600 }),
    textLayer(bases, { ...style, color: theme.soft }),
  ];
}

function plotPanels(
  answer: CrosstabAnswer,
  panels: readonly Panel[],
  ticks: readonly number[],
  scale: PanelScale,
  options: ChartOptions,
): Plot {
  if (panels.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const placed = layPanels(panels, scale, options);
  const whole = { text: wholeWords(answer, options), x: 0, y: -12, key: '' };
  return {
    data: [],
    layers: [
      ...barLayers(placed, ticks, options, scale.size),
      textLayer([whole], { align: 'left', color: theme.soft, fontSize: 13 }),
      ...headingLayers(placed, scale, theme),
    ],
    width: innerWidth(options),
    height: Math.max(...placed.map(({ barsTop, layout }) => barsTop + layout.height)),
    left: 0,
    right: 0,
    top: 28,
    bottom: 4,
  };
}

/**
 * A cross-tab as small charts on one scale: one for each value of the second dimension, its bars those of the first; or,
 * of a question's answers by one dimension, one for each group. Each bar has its interval, its base, and the whole's own
 * figure as a dashed line; small bases are hollow, withheld figures said in words.
 */
export function crosstabMultiples(answer: CrosstabAnswer, options: ChartOptions): Chart {
  const words = crosstabWords(answer, 'multiples', options);
  const panels = panelsOf(answer, options);
  const ticks = scaleOf(panels);
  const fitAt = (scale: PanelScale) =>
    fitPlot(
      panels.length,
      words,
      options,
      (count, spare) => {
        const shown = firstRows(panels, count);
        return plotPanels(answer, shown, ticks, spread(shown, scale, spare, options), options);
      },
      'panels',
    );
  const usual = fitAt(roomy);
  const { plot, words: fitted } =
    options.height === undefined || usual.plot.whole === true ? usual : fitAt(packed);
  return frameChart(plot, fitted, crosstabTable(answer, options), options);
}
