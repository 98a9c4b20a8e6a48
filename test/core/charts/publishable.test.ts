import { describe, expect, test } from 'vitest';
import type { Chart, ChartFigure, ChartOptions } from '../../../core/charts/chart.ts';
import { crosstabMap, rankingMap } from '../../../core/charts/choropleth.ts';
import { crosstabBars } from '../../../core/charts/crosstab-bars.ts';
import { gapBars } from '../../../core/charts/gap-bars.ts';
import { checkPublishable, findShortcomings } from '../../../core/charts/publishable.ts';
import { rankingBars, rankingDots } from '../../../core/charts/ranking-bars.ts';
import { trendLines } from '../../../core/charts/trend-lines.ts';
import { compareSample, moversSample, trendSample } from './course-samples.ts';
import { crosstabSample, demonstration, optionsOf, rankingSample } from './samples.ts';

const survey = optionsOf();
const shortcomings = (chart: Chart, options: ChartOptions = survey): string[] =>
  findShortcomings(chart, options.provenance, options.language);

const bars = rankingBars(rankingSample({ by: 'sector', sort: 'share' }), survey);
const broken = trendLines(trendSample({ brokenAt: 2023 }), survey);
const small = crosstabMap(crosstabSample({ by: ['region'], answers: ['Oui'] }), survey);

const withFigures = (chart: Chart, change: Partial<ChartFigure>): Chart => ({
  ...chart,
  table: {
    ...chart.table,
    figures: chart.table.figures.map((figure) => ({ ...figure, ...change })),
  },
});

/** The same chart with its bars starting elsewhere than at zero. */
const cutAxis = (chart: Chart): Chart => ({
  ...chart,
  spec: JSON.parse(JSON.stringify(chart.spec).replaceAll('"domain":[0,', '"domain":[0.2,')),
});

describe('what may be published', () => {
  const good: readonly (readonly [string, Chart])[] = [
    ['a ranking by share', bars],
    ['a ranking by count', rankingBars(rankingSample(), survey)],
    ['a score', rankingBars(rankingSample({ by: 'sector', sort: 'score' }), survey)],
    [
      'dots on an axis that starts elsewhere',
      rankingDots(rankingSample({ sort: 'share' }), survey),
    ],
    ['a map', rankingMap(rankingSample({ sort: 'share' }), survey)],
    ['a map with small bases that are explained', small],
    ['answers stacked to 100 %', crosstabBars(crosstabSample(), survey)],
    [
      'published aggregates that say they have no base',
      crosstabBars(crosstabSample({ published: true }), survey),
    ],
    ['a line with a change of question that is said', broken],
    ['changes between editions, either side of zero', gapBars(moversSample(), survey)],
    ['a profile', gapBars(compareSample(), survey)],
  ];
  test.each(good)('%s', (_, chart) => {
    expect(shortcomings(chart)).toEqual([]);
    const check = checkPublishable(chart, survey.provenance, 'fr');
    expect(check).toEqual({ ready: true, verdict: 'Bon à publier', reasons: [] });
  });
});

describe('what may not, and why', () => {
  const bad: readonly (readonly [string, Chart, string])[] = [
    ['no row', rankingBars(rankingSample({ rows: 0 }), survey), 'figures'],
    [
      'every figure withheld',
      crosstabBars(crosstabSample({ suppressed: true }), survey),
      'figures',
    ],
    ['no line', trendLines(trendSample({ lines: 0 }), survey), 'figures'],
    ['bars cut above zero', cutAxis(bars), 'zero'],
    ['a figure without its base', withFigures(bars, { base: null }), 'base'],
    ['aggregates that do not say so', withFigures(bars, { kind: 'published' }), 'base'],
    ['an estimate without its interval', withFigures(bars, { interval: null }), 'interval'],
    [
      'a change of question that is not said',
      { ...bars, table: { ...bars.table, breaks: ['question reformulée'] } },
      'comparability',
    ],
    ['small bases that are not explained', { ...small, notes: [] }, 'smallBases'],
    ['no alternative text', { ...bars, description: bars.title }, 'alternative'],
    ['no licence', { ...bars, source: 'Source : enquête 2023.' }, 'source'],
    [
      'words outside the picture',
      rankingBars(rankingSample({ sort: 'share' }), optionsOf({ framed: false })),
      'inside',
    ],
  ];
  test.each(bad)('%s', (_, chart, reason) => {
    expect(shortcomings(chart)).toContain(reason);
    for (const language of ['fr', 'en'] as const) {
      const check = checkPublishable(chart, survey.provenance, language);
      expect(check.ready).toBe(false);
      expect(check.reasons.length).toBeGreaterThan(0);
      expect(check.reasons.every((sentence) => sentence.endsWith('.'))).toBe(true);
    }
  });
});

test('a demonstration is only ever ready as one, and must say so in the picture', () => {
  const options = optionsOf({ provenance: demonstration });
  const chart = rankingBars(rankingSample({ by: 'size', sort: 'share' }), options);
  expect(checkPublishable(chart, demonstration, 'fr').verdict).toContain('comme démonstration');
  expect(shortcomings({ ...chart, notice: null }, options)).toEqual(['demonstration']);
});
