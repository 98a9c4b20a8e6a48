import { describe, expect, test } from 'vitest';
import type { Chart, ChartOptions } from '../../../core/charts/chart.ts';
import { crosstabMap, rankingMap } from '../../../core/charts/choropleth.ts';
import { crosstabBars } from '../../../core/charts/crosstab-bars.ts';
import { gapBars } from '../../../core/charts/gap-bars.ts';
import { gapDumbbell } from '../../../core/charts/gap-dumbbell.ts';
import { crosstabHeat } from '../../../core/charts/heat-table.ts';
import { crosstabMultiples } from '../../../core/charts/multiples.ts';
import { rankingBars, rankingDots } from '../../../core/charts/ranking-bars.ts';
import { slopeLines } from '../../../core/charts/slope.ts';
import { trendLines } from '../../../core/charts/trend-lines.ts';
import {
  compareSample,
  moversSample,
  tiedGaps,
  trendSample,
  withheldGaps,
} from './course-samples.ts';
import { drawn, overlaps, unknownGlyphs } from './inspect.ts';
import { crosstabSample, demonstration, optionsOf, rankingSample, scale } from './samples.ts';

type Draw = (options: ChartOptions) => Chart;

const long =
  'Une réponse dont le libellé est particulièrement long, comme en ont les questionnaires anticonstitutionnellement';
const networks = ['Facebook', 'LinkedIn', 'TikTok', 'Instagram', 'X', 'YouTube', 'Pinterest', long];

const charts: readonly (readonly [string, Draw])[] = [
  ['ranking of 101 departments by count', (o) => rankingBars(rankingSample(), o)],
  [
    'ranking of sectors by share',
    (o) => rankingBars(rankingSample({ by: 'sector', sort: 'share' }), o),
  ],
  [
    'ranking by smoothed share',
    (o) => rankingBars(rankingSample({ by: 'region', sort: 'smoothed' }), o),
  ],
  [
    'ranking by potential',
    (o) => rankingBars(rankingSample({ by: 'region', sort: 'potential' }), o),
  ],
  ['ranking by score', (o) => rankingBars(rankingSample({ by: 'sector', sort: 'score' }), o)],
  ['ranking, no row', (o) => rankingBars(rankingSample({ rows: 0 }), o)],
  ['ranking, one row', (o) => rankingBars(rankingSample({ rows: 1, sort: 'share' }), o)],
  [
    'ranking, all withheld',
    (o) => rankingBars(rankingSample({ by: 'sector', sort: 'share', suppressed: true }), o),
  ],
  ['dots of 101 departments', (o) => rankingDots(rankingSample({ sort: 'share' }), o)],
  [
    'dots, all withheld',
    (o) => rankingDots(rankingSample({ by: 'size', sort: 'share', suppressed: true }), o),
  ],
  ['map of shares by department', (o) => rankingMap(rankingSample({ sort: 'share' }), o)],
  ['map of counts by region', (o) => rankingMap(rankingSample({ by: 'region' }), o)],
  ['map, all withheld', (o) => rankingMap(rankingSample({ sort: 'share', suppressed: true }), o)],
  ['map, no row', (o) => rankingMap(rankingSample({ rows: 0 }), o)],
  [
    'map of a cross-tab',
    (o) => crosstabMap(crosstabSample({ by: ['region'], answers: ['Oui'] }), o),
  ],
  ['cross-tab of the whole', (o) => crosstabBars(crosstabSample({ by: [] }), o)],
  [
    'cross-tab, one answer by region',
    (o) => crosstabBars(crosstabSample({ by: ['region'], answers: ['Oui'] }), o),
  ],
  ['cross-tab, a scale by sector', (o) => crosstabBars(crosstabSample(), o)],
  [
    'cross-tab, a scale by department',
    (o) =>
      crosstabBars(crosstabSample({ by: ['department'], answers: [...scale, 'Ne sait pas'] }), o),
  ],
  [
    'cross-tab, seven answers',
    (o) => crosstabBars(crosstabSample({ by: ['size'], answers: networks.slice(0, 7) }), o),
  ],
  [
    'cross-tab, long answers',
    (o) => crosstabBars(crosstabSample({ by: ['size'], answers: [long, `${long}, bis`] }), o),
  ],
  [
    'cross-tab, several answers each',
    (o) => crosstabBars(crosstabSample({ by: ['size'], answers: networks, multiple: true }), o),
  ],
  ['cross-tab, two dimensions', (o) => crosstabBars(crosstabSample({ by: ['region', 'size'] }), o)],
  [
    'cross-tab, two dimensions, one answer',
    (o) => crosstabBars(crosstabSample({ by: ['department', 'sector'], answers: ['Oui'] }), o),
  ],
  [
    'cross-tab, published',
    (o) => crosstabBars(crosstabSample({ by: ['sector'], answers: ['Oui'], published: true }), o),
  ],
  ['cross-tab, all withheld', (o) => crosstabBars(crosstabSample({ suppressed: true }), o)],
  ['cross-tab, no row', (o) => crosstabBars(crosstabSample({ rows: 0 }), o)],
  [
    'small charts of two dimensions',
    (o) => crosstabMultiples(crosstabSample({ by: ['size', 'sector'], answers: ['Oui'] }), o),
  ],
  ['small charts of a scale', (o) => crosstabMultiples(crosstabSample({ by: ['size'] }), o)],
  [
    'small charts by department',
    (o) => crosstabMultiples(crosstabSample({ by: ['size', 'department'], answers: [long] }), o),
  ],
  [
    'small charts, long answers',
    (o) =>
      crosstabMultiples(crosstabSample({ by: ['size'], answers: networks, multiple: true }), o),
  ],
  [
    'small charts, published',
    (o) =>
      crosstabMultiples(
        crosstabSample({ by: ['size', 'sector'], answers: ['Oui'], published: true }),
        o,
      ),
  ],
  [
    'small charts, all withheld',
    (o) => crosstabMultiples(crosstabSample({ by: ['size'], suppressed: true }), o),
  ],
  ['small charts, no row', (o) => crosstabMultiples(crosstabSample({ by: ['size'], rows: 0 }), o)],
  [
    'coloured table of two dimensions',
    (o) => crosstabHeat(crosstabSample({ by: ['region', 'sector'], answers: ['Oui'] }), o),
  ],
  ['coloured table of a scale', (o) => crosstabHeat(crosstabSample({ by: ['sector'] }), o)],
  [
    'coloured table of departments',
    (o) => crosstabHeat(crosstabSample({ by: ['department', 'sector'], answers: [long] }), o),
  ],
  [
    'coloured table, long answers',
    (o) => crosstabHeat(crosstabSample({ by: ['size'], answers: networks, multiple: true }), o),
  ],
  [
    'coloured table, published',
    (o) => crosstabHeat(crosstabSample({ by: ['sector'], published: true }), o),
  ],
  [
    'coloured table, all withheld',
    (o) => crosstabHeat(crosstabSample({ by: ['sector'], suppressed: true }), o),
  ],
  ['coloured table, no row', (o) => crosstabHeat(crosstabSample({ by: ['sector'], rows: 0 }), o)],
  ['one line', (o) => trendLines(trendSample({ brokenAt: 2023 }), o)],
  ['eleven lines', (o) => trendLines(trendSample({ lines: 11, missing: 2022 }), o)],
  ['thirty lines', (o) => trendLines(trendSample({ lines: 30 }), o)],
  ['one edition', (o) => trendLines(trendSample({ editions: [2025] }), o)],
  ['no line', (o) => trendLines(trendSample({ lines: 0 }), o)],
  ['lines, all withheld', (o) => trendLines(trendSample({ lines: 3, suppressed: true }), o)],
  ['slope of one line', (o) => slopeLines(trendSample(), o)],
  ['slope of eleven lines', (o) => slopeLines(trendSample({ lines: 11, unsure: true }), o)],
  ['slope of thirty lines', (o) => slopeLines(trendSample({ lines: 30 }), o)],
  ['slope of editions apart', (o) => slopeLines(trendSample({ editions: [2021, 2025] }), o)],
  ['slope, reworded', (o) => slopeLines(trendSample({ lines: 3, brokenAt: 2025 }), o)],
  ['slope, published before', (o) => slopeLines(trendSample({ editions: [2020, 2021] }), o)],
  ['slope, ties', (o) => slopeLines(trendSample({ lines: 11, tied: true }), o)],
  ['slope, long answers', (o) => slopeLines(trendSample({ lines: 1, answer: long }), o)],
  ['slope, all withheld', (o) => slopeLines(trendSample({ lines: 3, suppressed: true }), o)],
  ['slope, one edition', (o) => slopeLines(trendSample({ editions: [2025] }), o)],
  ['slope, no line', (o) => slopeLines(trendSample({ lines: 0 }), o)],
  ['dumbbell of movers', (o) => gapDumbbell(moversSample(), o)],
  ['dumbbell of a profile', (o) => gapDumbbell(compareSample(20), o)],
  ['dumbbell of one mover', (o) => gapDumbbell(moversSample(1), o)],
  ['dumbbell, ties', (o) => gapDumbbell({ ...moversSample(), movers: tiedGaps(4) }, o)],
  ['dumbbell, all withheld', (o) => gapDumbbell({ ...moversSample(), movers: withheldGaps(3) }, o)],
  [
    'dumbbell, long answers',
    (o) => {
      const movers = moversSample(3).movers.map((gap) => ({ ...gap, answer: long }));
      return gapDumbbell({ ...moversSample(), movers }, o);
    },
  ],
  ['no dumbbell', (o) => gapDumbbell(moversSample(0), o)],
  ['movers', (o) => gapBars(moversSample(), o)],
  ['no mover', (o) => gapBars(moversSample(0), o)],
  ['a profile', (o) => gapBars(compareSample(20), o)],
];

const pictures: readonly (readonly [string, Partial<ChartOptions>])[] = [
  ['phone', { width: 320, theme: 'dark' }],
  ['article', { width: 640 }],
  ['slide', { width: 1200, height: 675, provenance: demonstration }],
  [
    'social',
    { width: 1080, height: 1080, language: 'en', theme: 'dark', provenance: demonstration },
  ],
  ['page', { width: 360, framed: false }],
];

describe.each(pictures)('%s', (_, given) => {
  const options = optionsOf(given);

  test.each(charts)('%s', async (_name, draw) => {
    const chart = draw(options);
    const picture = await drawn(chart);
    expect(picture.warnings).toEqual([]);
    expect([picture.width, picture.height]).toEqual([options.width, chart.height]);
    if (options.height !== undefined) expect(chart.height).toBe(options.height);
    const outside = picture.texts.filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > picture.width + 1 || top < -1 || bottom > picture.height + 1,
    );
    expect(outside).toEqual([]);
    expect(overlaps(picture.texts)).toEqual([]);
    expect(picture.texts.length).toBeGreaterThan(0);
    expect(unknownGlyphs(picture.texts)).toEqual([]);
    expect(picture.svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(chart.table.rows.every(({ length }) => length === chart.table.columns.length)).toBe(
      true,
    );
  });
});
