import type { TrendsAnswer } from '../contract/trends.ts';
import { formatShare, formatSignedPoints } from '../format/numbers.ts';
import { explainSlopes, mostSlopes } from '../format/pair-words.ts';
import { between, latestPair, type Pair } from '../format/trend-pair.ts';
import type { Chart, ChartOptions, ChartWords } from './chart.ts';
import { frameChart, innerHeight, innerWidth, type Plot } from './frame.ts';
import { heightOf, roomOf, type SideLabel, sideLabels } from './slope-labels.ts';
import { wrapText } from './text.ts';
import { type Theme, themes } from './theme.ts';
import { type Course, coursesOf, type Scale, type Series } from './trend-courses.ts';
import { trendWords } from './trend-frame.ts';
import { axisLayers, breakLayers, intervalLayers, LINE, lineLayers, SIZE } from './trend-layers.ts';
import { trendLines } from './trend-lines.ts';
import { trendTable } from './trend-table.ts';

/** The least span of shares that the height stands for: a change of a point must not look like a fall. */
const LEAST_SPAN = 0.2;
const ABOVE = 12;

const hasFigure = ({ points }: Series): boolean => points.some(({ share }) => share !== null);

const mostLines = ({ height }: ChartOptions): number =>
  Math.max(1, Math.min(mostSlopes, Math.floor(((height ?? 2000) - 260) / (2 * LINE))));

function scaleOf(drawn: readonly Series[], pair: Pair, width: number, height: number): Scale {
  const shares = drawn.flatMap(({ points }) =>
    points.flatMap(({ share, ci }) => [...(share === null ? [] : [share]), ...(ci ?? [])]),
  );
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const spare = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  const [low, high] = [least - spare, most + spare];
  return {
    x: (edition) => (edition === pair[0] ? 0 : width),
    y: (share) => height - ((share - low) / (high - low)) * height,
    editions: pair,
    ticks: [],
    width,
    height,
  };
}

/** Rises and falls beyond noise in their colours; what noise may explain, dashed and quiet. Names tell lines apart. */
function paint(course: Course, series: Series | undefined, theme: Theme): Course {
  const [change] = series?.changes ?? [];
  if (change?.significant === true) {
    const colour = (change.difference ?? 0) < 0 ? theme.counter : theme.accent;
    return { ...course, colour, dash: [1, 0] };
  }
  const untested = change?.significant == null;
  return untested
    ? { ...course, colour: theme.ink, dash: [1, 0] }
    : { ...course, colour: theme.soft, dash: [5, 4] };
}

function labelsOf(
  courses: readonly Course[],
  drawn: readonly Series[],
  pair: Pair,
  most: number,
  { language }: ChartOptions,
): { left: SideLabel[]; right: SideLabel[] } {
  const [left, right]: SideLabel[][] = [[], []];
  courses.forEach((course, index) => {
    const { key, colour, name, spots } = course;
    const at = (edition: number) => spots.find((spot) => spot.edition === edition);
    const [before, after] = [at(pair[0]), at(pair[1])];
    const difference = drawn[index]?.changes[0]?.difference ?? null;
    const moved = difference === null ? '' : ` (${formatSignedPoints(difference, language)})`;
    const named = (figure: string): string[] => wrapText(`${name} ${figure}`, most, SIZE, 600);
    if (before !== undefined) {
      const figure = formatShare(before.share, language);
      const texts = after === undefined ? named(figure) : [figure];
      left?.push({ key, colour, texts, y: before.y });
    }
    if (after !== undefined) {
      const texts = named(`${formatShare(after.share, language)}${moved}`);
      right?.push({ key, colour, texts, y: after.y });
    }
  });
  return { left: left ?? [], right: right ?? [] };
}

function plotSlope(
  answer: TrendsAnswer,
  drawn: readonly Series[],
  pair: Pair,
  words: ChartWords,
  options: ChartOptions,
): Plot {
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const most = Math.floor(room * (room < 500 ? 0.4 : 0.34));
  const coursesAt = (scale: Scale): Course[] =>
    coursesOf(answer, drawn, scale, options, Number.POSITIVE_INFINITY).map((course, index) =>
      paint(course, drawn[index], theme),
    );
  const rough = scaleOf(drawn, pair, 1, 1);
  const sides = labelsOf(coursesAt(rough), drawn, pair, most, options);
  const [left, right] = [roomOf(sides.left), roomOf(sides.right)];
  const broken = drawn.some(({ changes }) => changes[0]?.comparability !== 'comparable');
  const bottom = broken ? 66 : 28;
  const available = innerHeight(words, options);
  const taken = Math.max(heightOf(sides.left), heightOf(sides.right));
  const needed = Math.max(available === null ? taken * 1.3 : taken, 160);
  const height = Math.max(needed, available === null ? 280 : available - bottom - ABOVE);
  const scale = scaleOf(drawn, pair, room - left - right, height);
  const courses = coursesAt(scale);
  const placed = labelsOf(courses, drawn, pair, most, options);
  return {
    data: [],
    layers: [
      ...axisLayers(scale, options),
      ...breakLayers(answer, scale, options),
      ...intervalLayers(courses, scale),
      ...lineLayers(courses, theme),
      ...sideLabels(placed.left, 'left', scale, theme),
      ...sideLabels(placed.right, 'right', scale, theme),
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
 * A question in two editions, the latest two that the answer holds: a line per row or answer from one to the other, both
 * figures at its ends with their intervals, its change in brackets. Where the question changed between them, points
 * without a line, and why. With figures of one edition only, its points as `trendLines` draws them.
 */
export function slopeLines(answer: TrendsAnswer, options: ChartOptions): Chart {
  const pair = latestPair(answer);
  if (pair === null) return trendLines(answer, options);
  const shown = between(answer, pair);
  const drawn = shown.series.filter(hasFigure).slice(0, mostLines(options));
  const words = trendWords(shown, drawn.length, 'slope', options);
  const noted = { ...words, notes: [...explainSlopes(drawn, options.language), ...words.notes] };
  const plot = plotSlope(shown, drawn, pair, noted, options);
  return frameChart(plot, noted, trendTable(shown, options), options);
}
