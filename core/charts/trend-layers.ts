import type { TrendsAnswer } from '../contract/trends.ts';
import { formatShare } from '../format/numbers.ts';
import { describeComparability } from '../format/trend-words.ts';
import type { ChartOptions } from './chart.ts';
import type { Layer } from './frame.ts';
import { dotColours, pixels, textLayer } from './marks.ts';
import type { TextLine } from './rows.ts';
import { spreadLabels } from './spread.ts';
import { measureText, wrapText } from './text.ts';
import { type Theme, themes } from './theme.ts';
import type { Course, Scale, Spot } from './trend-courses.ts';

export const SIZE = 13;
export const LINE = 16;

/** Shares across, editions below. */
export function axisLayers(scale: Scale, options: ChartOptions): Layer[] {
  const theme = themes[options.theme];
  const line = (text: string, x: number, y: number): TextLine => ({ text, x, y, key: '' });
  const shares = scale.ticks.map((tick) =>
    line(formatShare(tick, options.language, 0), -10, scale.y(tick) + 4),
  );
  const pace = scale.width / Math.max(1, scale.editions.length - 1);
  const years = scale.editions.map((edition) => {
    const text = pace < 38 ? `’${String(edition % 100).padStart(2, '0')}` : String(edition);
    return line(text, scale.x(edition), scale.height + 20);
  });
  return [
    {
      data: { values: scale.ticks.map((tick) => ({ y: scale.y(tick), zero: tick === 0 })) },
      mark: { type: 'rule', strokeWidth: 1 },
      encoding: {
        x: { value: 0 },
        x2: { value: scale.width },
        y: pixels('y'),
        color: { condition: { test: 'datum.zero', value: theme.ink }, value: theme.faint },
      },
    },
    textLayer(shares, { align: 'right', fontSize: SIZE, color: theme.soft }),
    textLayer(years, { align: 'center', fontSize: SIZE, color: theme.soft }),
  ];
}

/** Intervals as bands along each stretch when lines are few, and as bars at every point. */
export function intervalLayers(courses: readonly Course[], scale: Scale): Layer[] {
  const bounds = (spot: Spot): { low: number; high: number }[] =>
    spot.ci === null ? [] : [{ low: scale.y(spot.ci[0]), high: scale.y(spot.ci[1]) }];
  const bands = courses.flatMap((course) =>
    course.runs.flatMap((run, index) =>
      run.flatMap((spot) =>
        bounds(spot).map((limits) => ({
          ...limits,
          x: spot.x,
          colour: course.colour,
          run: `${course.key}#${index}`,
        })),
      ),
    ),
  );
  const colour = { field: 'colour', type: 'nominal', scale: null } as const;
  const band: Layer = {
    data: { values: bands },
    mark: { type: 'area', opacity: 0.16, line: false },
    encoding: {
      x: pixels('x'),
      y: pixels('low'),
      y2: { field: 'high' },
      fill: colour,
      detail: { field: 'run', type: 'nominal' },
    },
  };
  const rule: Layer = {
    data: { values: bands },
    mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.6 },
    encoding: { x: pixels('x'), y: pixels('low'), y2: { field: 'high' }, stroke: colour },
  };
  if (bands.length === 0) return [];
  return courses.length <= 3 ? [band, rule] : [rule];
}

/** Each line in its colour and stroke, then its points. */
export function lineLayers(courses: readonly Course[], theme: Theme): Layer[] {
  const width = { condition: { test: 'focused === datum.key', value: 4 }, value: 2 };
  const lines = courses.map(
    (course): Layer => ({
      data: {
        values: course.runs.flatMap((run, index) =>
          run.map(({ x, y, edition, share }) => ({
            x,
            y,
            edition,
            share,
            run: index,
            key: course.key,
          })),
        ),
      },
      mark: { type: 'line', color: course.colour, strokeDash: course.dash },
      encoding: {
        x: pixels('x'),
        y: pixels('y'),
        order: { field: 'x', type: 'quantitative' },
        detail: { field: 'run', type: 'nominal' },
        strokeWidth: width,
      },
    }),
  );
  const dots: Layer = {
    data: {
      values: courses.flatMap((course) =>
        course.spots.map(({ x, y, edition, share, basis, flag }) => ({
          key: course.key,
          x,
          y,
          edition,
          share,
          colour: course.colour,
          hollow: basis === 'published' || flag === 'low-base',
        })),
      ),
    },
    mark: { type: 'point', shape: 'circle', size: 55, strokeWidth: 2, opacity: 1, filled: true },
    encoding: {
      x: pixels('x'),
      y: pixels('y'),
      ...dotColours(theme),
    },
  };
  return [...lines, dots];
}

/** Where a line stops because the question changed: a dashed upright and why, once for each pair of editions. */
export function breakLayers(answer: TrendsAnswer, scale: Scale, options: ChartOptions): Layer[] {
  const theme = themes[options.theme];
  const broken = new Map(
    answer.series
      .flatMap(({ changes }) => changes)
      .filter(
        ({ comparability, from, to }) =>
          comparability !== 'comparable' &&
          scale.editions.includes(from) &&
          scale.editions.includes(to),
      )
      .map((change) => [`${change.from}-${change.to}`, change]),
  );
  if (broken.size === 0) return [];
  const places = [...broken.values()].map((change) => ({
    x: (scale.x(change.from) + scale.x(change.to)) / 2,
    words: wrapText(
      describeComparability(change.comparability, options.language),
      Math.max(70, scale.width / Math.max(1, scale.editions.length - 1) - 8),
      11,
    ),
  }));
  const lines = places.flatMap(({ x, words }) =>
    words.map((text, index) => ({ text, x, y: scale.height + 36 + index * 13, key: '' })),
  );
  return [
    {
      data: { values: places.map(({ x }) => ({ x })) },
      mark: { type: 'rule', color: theme.counter, strokeDash: [3, 3], strokeWidth: 1.5 },
      encoding: { x: pixels('x'), y: { value: 0 }, y2: { value: scale.height + 24 } },
    },
    textLayer(lines, { align: 'center', fontSize: 11, color: theme.counter }),
  ];
}

/** The lines' names and last figures, wrapped. */
export interface EndLabels {
  lines: { course: Course; texts: string[] }[];
  width: number;
}

/**
 * Names each line beside its last point, in at most that width. A line that is alone keeps its figure only where the
 * words above say its name: in one chart of several, or where the name is too long for one line.
 */
export function endLabels(
  courses: readonly Course[],
  most: number,
  options: ChartOptions,
  named: 'if-short' | 'above',
): EndLabels {
  const alone = courses.length === 1;
  const lines = courses.flatMap((course) => {
    const last = course.spots.at(-1);
    if (last === undefined) return [];
    const figure = formatShare(last.share, options.language);
    const texts = wrapText(`${course.name} ${figure}`, most, SIZE, 600);
    const bare = alone && (named === 'above' || texts.length > 1);
    return [{ course, texts: bare ? [figure] : texts }];
  });
  const widths = lines.flatMap(({ texts }) => texts.map((text) => measureText(text, SIZE, 600)));
  return { lines, width: Math.ceil(Math.max(0, ...widths)) };
}

/** End labels pushed apart where lines meet. */
export function labelLayers({ lines }: EndLabels, scale: Scale): Layer[] {
  const wanted = lines.map(({ course, texts }) => ({
    at: (course.spots.at(-1)?.y ?? 0) - ((texts.length - 1) * LINE) / 2,
    size: texts.length * LINE,
  }));
  const tops = spreadLabels(wanted, -6, scale.height + 10);
  return lines.map(({ course, texts }, index) =>
    textLayer(
      texts.map((text, line) => ({
        text,
        x: scale.width + 14,
        y: (tops[index] ?? 0) + line * LINE + 4,
        key: course.key,
      })),
      { align: 'left', fontSize: SIZE, fontWeight: 600, color: course.colour },
    ),
  );
}
