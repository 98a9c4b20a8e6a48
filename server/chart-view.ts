import type { Static, TObject } from 'typebox';
import type { Chart, ChartOptions } from '../core/charts/chart.ts';
import { crosstabMap, mapLevel, rankingMap } from '../core/charts/choropleth.ts';
import { crosstabBars } from '../core/charts/crosstab-bars.ts';
import { type Cut, cutOf, isCoverable, isPanelled } from '../core/charts/cut.ts';
import { gapBars } from '../core/charts/gap-bars.ts';
import { gapDumbbell } from '../core/charts/gap-dumbbell.ts';
import { crosstabHeat } from '../core/charts/heat-table.ts';
import { crosstabMultiples } from '../core/charts/multiples.ts';
import { rankingBars, rankingDots } from '../core/charts/ranking-bars.ts';
import { slopeLines } from '../core/charts/slope.ts';
import { storyChart } from '../core/charts/story-chart.ts';
import { trendLines } from '../core/charts/trend-lines.ts';
import {
  type CompareAnswer,
  CompareQuery,
  type MoversAnswer,
  MoversQuery,
} from '../core/contract/comparison.ts';
import { CrosstabQuery } from '../core/contract/crosstab.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { badParameter, type Said } from '../core/contract/problem.ts';
import { RankingsQuery } from '../core/contract/rankings.ts';
import { StoriesQuery } from '../core/contract/stories.ts';
import { TrendsQuery } from '../core/contract/trends.ts';
import { compare } from '../warehouse/answers/compare.ts';
import { crosstab } from '../warehouse/answers/crosstab.ts';
import { movers } from '../warehouse/answers/movers.ts';
import { stories } from '../warehouse/answers/stories.ts';
import { trends } from '../warehouse/answers/trends.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerView, DataAnswers } from './formats/table.ts';
import { unformed } from './problem-words.ts';
import { sharedRankings } from './shared-rankings.ts';

/** A picture as a file, what it shows as an archive, or the specification it is drawn from. */
export const pictureFormats = ['svg', 'png', 'pdf', 'zip', 'vl.json'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** The plot alone, for Numoscope's own pages: they carry its title, its source and its fonts. */
export const sketchFormat = 'sketch.svg';

/** The shapes an answer can be drawn in. */
export const chartShapes = [
  'bars',
  'dots',
  'map',
  'lines',
  'slope',
  'dumbbell',
  'multiples',
  'heat',
] as const;
export type ChartShape = (typeof chartShapes)[number];

/** What the warehouse answered, and how it is drawn. */
export interface Answered {
  readonly answer: DataAnswers[AnswerView];
  draw(options: ChartOptions): Chart;
}

/** A view asked for and checked, ready to be answered and drawn. */
export interface AskedView {
  /** What was asked, for a cache and for an address. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Throws `ProblemError` when the warehouse cannot answer. */
  answer(warehouse: Warehouse): Promise<Answered>;
}

interface View {
  ask(raw: RawQuery, shape: ChartShape | undefined): AskedView;
}

type Draw<Answer> = (answer: Answer, options: ChartOptions) => Chart;

interface Definition<Query extends TObject, Answer> {
  query: Query;
  ask(warehouse: Warehouse, query: Static<Query>): Promise<Answer>;
  /** The shapes it is drawn in, its own first. */
  draws: readonly (readonly [ChartShape, Draw<Answer>])[];
}

/** What a breakdown and its answers must be for a shape, where not all will do. */
const demands: Partial<Record<ChartShape, { met(cut: Cut): boolean; readonly otherwise: Said }>> = {
  map: {
    met: ({ by }) => mapLevel(by) !== null,
    otherwise: unformed.map,
  },
  multiples: {
    met: isPanelled,
    otherwise: unformed.multiples,
  },
  heat: {
    met: isCoverable,
    otherwise: unformed.heat,
  },
};

function view<Query extends TObject, Answer extends DataAnswers[AnswerView]>(
  name: string,
  definition: Definition<Query, Answer>,
): View {
  const draws = new Map(definition.draws);
  const shapes = [...draws.keys()];
  return {
    ask: (raw, shape = shapes[0] ?? 'bars') => {
      const draw = draws.get(shape);
      if (draw === undefined) {
        throw badParameter('shape', unformed.shape(shape, name), shapes);
      }
      const query = parseQuery(definition.query, raw);
      const demand = demands[shape];
      if (demand !== undefined && !demand.met(cutOf(query as Parameters<typeof cutOf>[0]))) {
        const others = shapes.filter((other) => other !== shape);
        throw badParameter('shape', demand.otherwise, others);
      }
      return {
        query: query as Readonly<Record<string, unknown>>,
        answer: async (warehouse) => {
          const answer = await definition.ask(warehouse, query);
          return { answer, draw: (options) => draw(answer, options) };
        },
      };
    },
  };
}

const gapDraws: Definition<TObject, CompareAnswer | MoversAnswer>['draws'] = [
  ['bars', gapBars],
  ['dumbbell', gapDumbbell],
];

/** The views that can be drawn, by the name of their endpoint. */
const views: Readonly<Record<string, View>> = {
  crosstab: view('crosstab', {
    query: CrosstabQuery,
    ask: crosstab,
    draws: [
      ['bars', crosstabBars],
      ['map', crosstabMap],
      ['multiples', crosstabMultiples],
      ['heat', crosstabHeat],
    ],
  }),
  rankings: view('rankings', {
    query: RankingsQuery,
    ask: sharedRankings,
    draws: [
      ['bars', rankingBars],
      ['dots', rankingDots],
      ['map', rankingMap],
    ],
  }),
  trends: view('trends', {
    query: TrendsQuery,
    ask: trends,
    draws: [
      ['lines', trendLines],
      ['slope', slopeLines],
    ],
  }),
  compare: view('compare', { query: CompareQuery, ask: compare, draws: gapDraws }),
  movers: view('movers', { query: MoversQuery, ask: movers, draws: gapDraws }),
  stories: view('stories', {
    query: StoriesQuery,
    ask: (warehouse, query) => stories(warehouse, { ...query, limit: 1, detail: 'charts' }),
    draws: [['bars', storyChart]],
  }),
};

export const viewNames: readonly string[] = Object.keys(views);

/**
 * A view's parameters, checked. `shape` is the view's own when none is given.
 * @throws ProblemError for a bad parameter or a shape the view has not.
 */
export function askView(name: string, raw: RawQuery, shape: ChartShape | undefined): AskedView {
  const known = views[name];
  if (known === undefined) throw new RangeError(`No view is called ${name}.`);
  return known.ask(raw, shape);
}
