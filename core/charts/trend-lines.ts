import type { TrendsAnswer } from '../contract/trends.ts';
import { formatShare } from '../format/numbers.ts';
import { headlineTrends } from '../format/trend-headline.ts';
import { describeTrends, headTrends, readTrends } from '../format/trend-words.ts';
import {
  describeBasis,
  describeCautions,
  describeNotice,
  describeSource,
  endOnFinding,
  explainFlags,
  putQuestionFirst,
} from '../format/wording.ts';
import type { Chart, ChartOptions, ChartWords } from './chart.ts';
import { emptyPlot } from './empty.ts';
import { frameChart, innerHeight, innerWidth, type Plot } from './frame.ts';
import { measureText } from './text.ts';
import { themes } from './theme.ts';
import { coursesOf, type Series, scaleOf } from './trend-courses.ts';
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
  atLeast: number,
): Plot {
  if (drawn.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const left = measureText(formatShare(1, options.language, 0), SIZE) + 14;
  const most = Math.floor(room * (room < 500 ? 0.36 : 0.3));
  const unplaced = coursesOf(answer, drawn, scaleOf(drawn, 1, 1, atLeast), options);
  const labels = endLabels(unplaced, most, options);
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
      ...labelLayers(endLabels(courses, most, options), scale),
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

function trendNotes(answer: TrendsAnswer, drawn: number, { language }: ChartOptions): string[] {
  const french = language === 'fr';
  const published = answer.series.some(({ points }) =>
    points.some(({ basis }) => basis === 'published'),
  );
  return [
    ...(drawn < answer.series.length
      ? [
          french
            ? `${drawn} premières courbes sur ${answer.series.length}\u202f; les autres sont dans le tableau.`
            : `First ${drawn} lines of ${answer.series.length}; the others are in the table.`,
        ]
      : []),
    ...(published
      ? [
          french
            ? `Points vides\u202f: ${describeBasis('published', language)} ni intervalle.`
            : `Hollow points: ${describeBasis('published', language)} or interval.`,
        ]
      : []),
  ];
}

/**
 * A question over the editions: a line per row or answer, named at its end, intervals drawn. A missing edition or a
 * changed question is a gap, never a joined line; the change is marked and named. The axis reaches `atLeast` (a
 * share), so that several charts can have one scale.
 */
export function trendLines(answer: TrendsAnswer, options: ChartOptions, atLeast = 0.05): Chart {
  const { language, provenance } = options;
  const title = headlineTrends(answer, language);
  const heading = headTrends(answer, language);
  const subtitle = putQuestionFirst(answer.question.label, title, heading.subtitle, language);
  const drawn = answer.series.slice(0, mostLines(options));
  const editions = answer.series.flatMap(({ points }) => points.map(({ edition }) => edition));
  const words: ChartWords = {
    title,
    subtitle,
    reading: readTrends(answer, language),
    description: endOnFinding(describeTrends(answer, language), title),
    source: describeSource(provenance, editions, language),
    notice: describeNotice(provenance, language),
    notes: [
      ...trendNotes(answer, drawn.length, options),
      ...explainFlags(
        answer.series.flatMap(({ points }) => points.map(({ flag }) => flag)),
        language,
      ),
      ...describeCautions(answer.notices, provenance),
    ],
  };
  const plot = plotTrends(answer, drawn, words, options, atLeast);
  return frameChart(
    plot,
    words,
    trendTable(answer, `${heading.title}. ${heading.subtitle}`, options),
    options,
  );
}
