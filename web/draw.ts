import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { Chart, ChartOptions } from '../core/charts/chart.ts';
import { crosstabBars } from '../core/charts/crosstab-bars.ts';
import { gapBars } from '../core/charts/gap-bars.ts';
import { gapDumbbell } from '../core/charts/gap-dumbbell.ts';
import { rankingBars, rankingDots } from '../core/charts/ranking-bars.ts';
import { slopeLines } from '../core/charts/slope.ts';
import { trendLines } from '../core/charts/trend-lines.ts';
import type { CompareAnswer, MoversAnswer } from '../core/contract/comparison.ts';
import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { RankingsAnswer } from '../core/contract/rankings.ts';
import type { TrendsAnswer } from '../core/contract/trends.ts';

/** What to draw; the drawing room is loaded only when something is. */
export type ChartRequest =
  | { kind: 'ranking'; answer: RankingsAnswer }
  | { kind: 'dots'; answer: RankingsAnswer }
  | { kind: 'map'; answer: RankingsAnswer }
  | { kind: 'gaps' | 'dumbbell'; answer: CompareAnswer | MoversAnswer }
  | { kind: 'crosstab'; answer: CrosstabAnswer; atLeast?: number }
  | { kind: 'trend' | 'slope'; answer: TrendsAnswer; atLeast?: number };

/** A chart on the page. */
export interface Drawing {
  element: HTMLElement;
  description: string;
  height: number;
  /** Marks a row, or none. */
  focus(key: string | null): void;
  remove(): void;
}

/** The chart of a request; outlines and projections come with the first map. */
async function chartOf(request: ChartRequest, options: ChartOptions): Promise<Chart> {
  switch (request.kind) {
    case 'ranking':
      return rankingBars(request.answer, options);
    case 'dots':
      return rankingDots(request.answer, options);
    case 'crosstab':
      return crosstabBars(request.answer, options, request.atLeast);
    case 'trend':
      return trendLines(request.answer, options, request.atLeast);
    case 'gaps':
      return gapBars(request.answer, options);
    case 'dumbbell':
      return gapDumbbell(request.answer, options);
    case 'slope':
      return slopeLines(request.answer, options);
    case 'map': {
      const { rankingMap } = await import('./draw-map.ts');
      return rankingMap(request.answer, options);
    }
  }
}

const keyOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null || !('datum' in item)) return null;
  const { datum } = item;
  if (typeof datum !== 'object' || datum === null || !('key' in datum)) return null;
  return typeof datum.key === 'string' && datum.key !== '' ? datum.key : null;
};

/** Draws without `eval`; `onPoint` hears which row the pointer is over. */
export async function draw(
  request: ChartRequest,
  options: ChartOptions,
  onPoint: (key: string | null) => void,
): Promise<Drawing> {
  const chart = await chartOf(request, options);
  const element = document.createElement('div');
  const compiled = compile(chart.spec).spec;
  const view = new View(parse(compiled, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    hover: false,
  });
  view.initialize(element);
  const point = (_event: unknown, item: unknown) => onPoint(keyOf(item));
  view.addEventListener('pointermove', point);
  view.addEventListener('pointerdown', point);
  view.addEventListener('pointerout', () => onPoint(null));
  await view.runAsync();
  return {
    element,
    description: chart.description,
    height: chart.height,
    focus: (key) => void view.signal('focused', key).runAsync(),
    remove: () => view.finalize(),
  };
}
