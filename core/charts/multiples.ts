import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { formatShare } from '../format/numbers.ts';
import type { Chart, ChartOptions } from './chart.ts';
import { crosstabWords } from './crosstab-bars.ts';
import { crosstabTable } from './crosstab-table.ts';
import { emptyPlot } from './empty.ts';
import { fitPlot } from './fit.ts';
import { frameChart, innerWidth, type Plot } from './frame.ts';
import { textLayer } from './marks.ts';
import { barLayers, type PlacedPanel } from './multiples-layers.ts';
import { type Panel, panelsOf } from './panels.ts';
import { layRows } from './rows.ts';
import { wrapText } from './text.ts';
import { themes } from './theme.ts';
import { niceTicks } from './ticks.ts';

/** The narrowest small chart whose labels can be read. */
const NARROWEST = 200;
const MOST_COLUMNS = 4;
const BETWEEN = { x: 28, y: 26 };
const HEADING_LINE = 18;
/** Room for the axis between a heading and its bars. */
const AXIS = 24;
const TICKS = 3;

/** One scale for all: from zero to at least the highest figure or limit of an interval, a round share. */
function scaleOf(panels: readonly Panel[]): readonly number[] {
  const figures = panels.flatMap(({ rows }) =>
    rows.flatMap(({ value, interval, whole }) => [value ?? 0, interval?.[1] ?? 0, whole ?? 0]),
  );
  return niceTicks(0, Math.max(0.05, ...figures), TICKS).filter((tick) => tick <= 1 + 1e-9);
}

/** Lays panels out in rows as high as their highest, all of one width. */
function layPanels(panels: readonly Panel[], options: ChartOptions): PlacedPanel[] {
  const room = innerWidth(options);
  const fitting = Math.floor((room + BETWEEN.x) / (NARROWEST + BETWEEN.x));
  const most = Math.max(1, Math.min(MOST_COLUMNS, fitting));
  // As many in each line as can be: four charts are two by two, not three and one.
  const columns = Math.ceil(panels.length / Math.ceil(panels.length / most));
  const width = (room - (columns - 1) * BETWEEN.x) / columns;
  const laid = panels.map(({ heading, rows }) => ({
    heading: wrapText(heading, width, 14, 600),
    rows,
    layout: layRows(rows, width, { value: '', base: '' }),
  }));
  const placed: PlacedPanel[] = [];
  let top = 0;
  for (let first = 0; first < laid.length; first += columns) {
    const line = laid.slice(first, first + columns);
    const above = AXIS + HEADING_LINE * Math.max(...line.map(({ heading }) => heading.length));
    line.forEach((panel, column) => {
      const left = column * (width + BETWEEN.x);
      placed.push({ ...panel, left, top, barsTop: top + above });
    });
    top += above + Math.max(...line.map(({ layout }) => layout.height)) + BETWEEN.y;
  }
  return placed;
}

function wholeWords(answer: CrosstabAnswer, { language }: ChartOptions): string {
  const whole = answer.by.length === 2 ? answer.total.cells[0]?.share : null;
  const share = whole == null ? '' : `, ${formatShare(whole, language)}`;
  return language === 'fr' ? `Trait pointillé\u202f: ensemble${share}` : `Dashed line: all${share}`;
}

function plotPanels(
  answer: CrosstabAnswer,
  panels: readonly Panel[],
  ticks: readonly number[],
  options: ChartOptions,
): Plot {
  if (panels.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const placed = layPanels(panels, options);
  const whole = { text: wholeWords(answer, options), x: 0, y: -12, key: '' };
  const headings = placed.flatMap(({ heading, left, top }) =>
    heading.map((text, line) => ({ text, x: left, y: top + 13 + line * HEADING_LINE, key: '' })),
  );
  return {
    data: [],
    layers: [
      ...barLayers(placed, ticks, options),
      textLayer([whole], { align: 'left', color: theme.soft, fontSize: 13 }),
      textLayer(headings, { align: 'left', color: theme.ink, fontWeight: 600 }),
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
  const { plot, words: fitted } = fitPlot(
    panels.length,
    words,
    options,
    (count) => plotPanels(answer, panels.slice(0, count), ticks, options),
    'panels',
  );
  return frameChart(plot, fitted, crosstabTable(answer, options), options);
}
