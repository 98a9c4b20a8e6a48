import type { Chart, ChartOptions } from '../core/charts/chart.ts';
import { crosstabMap, mapLevel, rankingMap } from '../core/charts/choropleth.ts';
import { crosstabBars } from '../core/charts/crosstab-bars.ts';
import { gapBars } from '../core/charts/gap-bars.ts';
import { rankingBars, rankingDots } from '../core/charts/ranking-bars.ts';
import { trendLines } from '../core/charts/trend-lines.ts';
import { CompareQuery, MoversQuery } from '../core/contract/comparison.ts';
import { CrosstabQuery } from '../core/contract/crosstab.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { badParameter } from '../core/contract/problem.ts';
import { RankingsQuery } from '../core/contract/rankings.ts';
import { TrendsQuery } from '../core/contract/trends.ts';
import { compare } from '../warehouse/answers/compare.ts';
import { crosstab } from '../warehouse/answers/crosstab.ts';
import { movers } from '../warehouse/answers/movers.ts';
import { rankings } from '../warehouse/answers/rankings.ts';
import { trends } from '../warehouse/answers/trends.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

/** A picture as a file, or the specification it is drawn from. */
export const pictureFormats = ['svg', 'png', 'vl.json'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The shapes an answer can be drawn in, the view's first being its own. */
export const chartShapes = ['bars', 'dots', 'map', 'lines'] as const;
export type ChartShape = (typeof chartShapes)[number];

/** A view asked for and checked, ready to be answered and drawn. */
export interface AskedView {
  /** What was asked, for a cache and for an address. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Throws `ProblemError` when the warehouse cannot answer. */
  answer(warehouse: Warehouse): Promise<(options: ChartOptions) => Chart>;
}

type AskView = (raw: RawQuery, shape: ChartShape) => AskedView;

const refuseMap = (): never => {
  throw badParameter('shape', 'Une carte demande by=department ou by=region, et rien d’autre.', [
    'bars',
    'dots',
  ]);
};

/** The views that can be drawn, by the name of their endpoint. */
const views: Readonly<Record<string, { shapes: readonly ChartShape[]; ask: AskView }>> = {
  crosstab: {
    shapes: ['bars', 'map'],
    ask: (raw, shape) => {
      const query = parseQuery(CrosstabQuery, raw);
      if (shape === 'map' && mapLevel(query.by ?? []) === null) refuseMap();
      const draw = shape === 'map' ? crosstabMap : crosstabBars;
      return { query, answer: async (warehouse) => bind(draw, await crosstab(warehouse, query)) };
    },
  },
  rankings: {
    shapes: ['bars', 'dots', 'map'],
    ask: (raw, shape) => {
      const query = parseQuery(RankingsQuery, raw);
      if (shape === 'map' && mapLevel(query.by) === null) refuseMap();
      const draw = { bars: rankingBars, dots: rankingDots, map: rankingMap, lines: rankingBars }[
        shape
      ];
      return { query, answer: async (warehouse) => bind(draw, await rankings(warehouse, query)) };
    },
  },
  trends: {
    shapes: ['lines'],
    ask: (raw) => {
      const query = parseQuery(TrendsQuery, raw);
      return {
        query,
        answer: async (warehouse) => bind(trendLines, await trends(warehouse, query)),
      };
    },
  },
  compare: {
    shapes: ['bars'],
    ask: (raw) => {
      const query = parseQuery(CompareQuery, raw);
      return { query, answer: async (warehouse) => bind(gapBars, await compare(warehouse, query)) };
    },
  },
  movers: {
    shapes: ['bars'],
    ask: (raw) => {
      const query = parseQuery(MoversQuery, raw);
      return { query, answer: async (warehouse) => bind(gapBars, await movers(warehouse, query)) };
    },
  },
};

const bind =
  <Answer>(draw: (answer: Answer, options: ChartOptions) => Chart, answer: Answer) =>
  (options: ChartOptions): Chart =>
    draw(answer, options);

export const viewNames: readonly string[] = Object.keys(views);

/**
 * A view's parameters, checked. `shape` is the view's own when none is given.
 * @throws ProblemError for a bad parameter or a shape the view has not.
 */
export function askView(name: string, raw: RawQuery, shape: ChartShape | undefined): AskedView {
  const view = views[name];
  if (view === undefined) throw new RangeError(`No view is called ${name}.`);
  const chosen = shape ?? view.shapes[0] ?? 'bars';
  if (!view.shapes.includes(chosen)) {
    throw badParameter('shape', `« ${chosen} » n'est pas une forme de « ${name} ».`, view.shapes);
  }
  return view.ask(raw, chosen);
}
