import type { TrendPoint, TrendsAnswer } from '../contract/trends.ts';
import { keyText } from '../format/names.ts';
import { nameSeries } from '../format/trend-words.ts';
import type { ChartOptions } from './chart.ts';
import { themes } from './theme.ts';
import { niceTicks, wholePercents } from './ticks.ts';

export type Series = TrendsAnswer['series'][number];

/** Lines are told apart by stroke as well as by colour. */
const dashes = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
];

/** A point of a line, placed. */
export interface Spot extends TrendPoint {
  x: number;
  y: number;
}

/** A line as drawn. */
export interface Course {
  key: string;
  name: string;
  colour: string;
  dash: number[];
  spots: readonly Spot[];
  /** Stretches of comparable editions, a gap between each. */
  runs: readonly (readonly Spot[])[];
}

/** Editions and shares to pixels. */
export interface Scale {
  x(edition: number): number;
  y(share: number): number;
  editions: readonly number[];
  ticks: readonly number[];
  width: number;
  height: number;
}

/** Years in proportion, shares from zero to just above the highest, or above `atLeast`. */
export function scaleOf(
  series: readonly Series[],
  width: number,
  height: number,
  atLeast: number,
): Scale {
  const points = series.flatMap((each) => each.points);
  const editions = [...new Set(points.map(({ edition }) => edition))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [editions[0], editions.at(-1)];
  const shares = points.flatMap(({ share, ci }) => [
    ...(share === null ? [] : [share]),
    ...(ci ?? []),
  ]);
  const ticks = niceTicks(0, Math.max(atLeast, ...shares), 5, wholePercents).filter(
    (tick) => tick <= 1,
  );
  const top = Math.max(ticks.at(-1) ?? 1, ...shares);
  return {
    x: (edition) => (first === last ? width / 2 : ((edition - first) / (last - first)) * width),
    y: (share) => height - (share / top) * height,
    editions,
    ticks,
    width,
    height,
  };
}

/**
 * Whether the line goes on from one point to the next: at most `reach` years later, the same question, no other reason
 * not to compare them, a figure on both sides.
 */
function joins(series: Series, from: TrendPoint, to: TrendPoint, reach: number): boolean {
  const change = series.changes.find(
    (each) => each.from === from.edition && each.to === to.edition,
  );
  return (
    to.edition - from.edition <= reach &&
    (change === undefined || (change.comparability === 'comparable' && change.reason === null))
  );
}

function runsOf(series: Series, spots: readonly Spot[], reach: number): Spot[][] {
  const runs: Spot[][] = [];
  for (const spot of spots) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && joins(series, last, spot, reach)) runs.at(-1)?.push(spot);
    else runs.push([spot]);
  }
  return runs;
}

/** The lines, placed, in as many stretches as their question has lives; a gap of more than `reach` years parts them too. */
export function coursesOf(
  answer: TrendsAnswer,
  drawn: readonly Series[],
  scale: Scale,
  options: ChartOptions,
  reach = 1,
): Course[] {
  const theme = themes[options.theme];
  return drawn.map((series, index) => {
    const spots = series.points.flatMap((point) =>
      point.share === null
        ? []
        : [{ ...point, x: scale.x(point.edition), y: scale.y(point.share) }],
    );
    return {
      key: `${keyText(series.key)}|${series.answer}`,
      name: nameSeries(answer, series, options.language),
      colour: theme.categorical[index % theme.categorical.length] ?? theme.accent,
      dash: dashes[Math.floor(index / 3) % dashes.length] ?? [1, 0],
      spots,
      runs: runsOf(series, spots, reach),
    };
  });
}
