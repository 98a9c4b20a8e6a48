import type { TrendsAnswer } from '../contract/trends.ts';
import { formatShare } from '../format/numbers.ts';
import type { Chart, ChartOptions, ChartWords } from './chart.ts';
import { emptyPlot } from './empty.ts';
import { frameChart, innerHeight, innerWidth, type Plot } from './frame.ts';
import { measureText } from './text.ts';
import { themes } from './theme.ts';
import { coursesOf, type Series, scaleOf } from './trend-courses.ts';
import { trendWords } from './trend-frame.ts';
import {
  axisLayers,
  breakLayers,
  endLabels,
  intervalLayers,
  LINE,
  labelLayers,
  lineLayers,
  SIZE,
} from './trend-layers.ts';
import { trendTable } from './trend-table.ts';

const ABOVE = 12;

/** Lines past which none can be followed, fewer in a low picture: the rest are in the table. */
const mostLines = ({ height }: ChartOptions): number =>
  height === undefined ? 12 : Math.max(1, Math.min(12, Math.floor((height - 260) / LINE)));

/** Room for the years, and for the words of a break. */
const belowOf = (series: readonly Series[]): number =>
  series.some(({ changes }) => changes.some(({ comparability }) => comparability !== 'comparable'))
    ? 66
    : 28;

function plotTrends(
  answer: TrendsAnswer,
  drawn: readonly Series[],
  words: ChartWords,
  options: ChartOptions,
  reach: number | undefined,
): Plot {
  if (drawn.length === 0) return emptyPlot(options);
  const figures = drawn.flatMap(({ points }) => points.filter(({ share }) => share !== null));
  if (figures.length === 0) return emptyPlot(options, 'withheld');
  const theme = themes[options.theme];
  const atLeast = reach ?? 0.05;
  const named = reach === undefined ? 'if-short' : 'above';
  const room = innerWidth(options);
  const left = measureText(formatShare(1, options.language, 0), SIZE) + 14;
  const most = Math.floor(room * (room < 500 ? 0.36 : 0.3));
  const unplaced = coursesOf(answer, drawn, scaleOf(drawn, 1, 1, atLeast), options);
  const labels = endLabels(unplaced, most, options, named);
  const right = labels.width + 18;
  const bottom = belowOf(drawn);
  const needed = labels.lines.reduce((sum, { texts }) => sum + texts.length * LINE, 0);
  const available = innerHeight(words, options);
  const height = Math.max(needed, 160, available === null ? 280 : available - bottom - ABOVE);
  const scale = scaleOf(drawn, room - left - right, height, atLeast);
  const courses = coursesOf(answer, drawn, scale, options);
  return {
    data: [],
    layers: [
      ...axisLayers(scale, options),
      ...breakLayers(answer, scale, options),
      ...intervalLayers(courses, scale),
      ...lineLayers(courses, theme),
      ...labelLayers(endLabels(courses, most, options, named), scale),
    ],
    width: scale.width,
    height,
    left,
    right,
    top: ABOVE,
    bottom,
    whole: drawn.length === answer.series.length,
  };
}

/**
 * A question over the editions: a line per row or answer, named at its end, intervals drawn. A missing edition or a
 * changed question is a gap, never a joined line; the change is marked and named. The axis reaches `atLeast` (a
 * share), so that several charts can have one scale, each named by its heading.
 */
export function trendLines(answer: TrendsAnswer, options: ChartOptions, atLeast?: number): Chart {
  const drawn = answer.series.slice(0, mostLines(options));
  const words = trendWords(answer, drawn.length, 'lines', options);
  const plot = plotTrends(answer, drawn, words, options, atLeast);
  return frameChart(plot, words, trendTable(answer, options), options);
}
