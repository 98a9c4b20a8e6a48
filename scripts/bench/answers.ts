import type { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { quantile, report } from './report.ts';

/** Every question with microdata, in turn, so that no answer is asked twice. */
function crosstabQueries(warehouse: Warehouse, by: CrosstabQuery['by']): CrosstabQuery[] {
  const filters = [{}, { region: ['53'] }, { size: ['1-9', '10-49'] }, { sector: ['commerce'] }];
  return [...warehouse.catalogue.questions.values()].flatMap(({ question, editions }) =>
    [...editions.values()]
      .filter(({ microdata }) => microdata)
      .flatMap(({ edition }) =>
        filters.map((filter) => ({
          question,
          edition,
          ...(by === undefined ? {} : { by }),
          ...filter,
        })),
      ),
  );
}

async function time(asks: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const durations: number[] = [];
  for (const ask of asks) {
    const started = performance.now();
    await ask();
    durations.push(performance.now() - started);
  }
  return durations;
}

/** Uncached answers on the full warehouse, one caller: median and 99th percentile. */
export async function benchAnswers(folder: string): Promise<void> {
  const warehouse = await openWarehouse(folder);
  const cases: [string, (() => Promise<unknown>)[]][] = [
    [
      'cross-tab, no dimension',
      crosstabQueries(warehouse, undefined).map((query) => () => crosstab(warehouse, query)),
    ],
    [
      'cross-tab by sector',
      crosstabQueries(warehouse, ['sector']).map((query) => () => crosstab(warehouse, query)),
    ],
    [
      'cross-tab by department',
      crosstabQueries(warehouse, ['department']).map((query) => () => crosstab(warehouse, query)),
    ],
    [
      'cross-tab, department × sector',
      crosstabQueries(warehouse, ['department', 'sector'])
        .filter((_, index) => index % 8 === 0)
        .map((query) => () => crosstab(warehouse, query)),
    ],
    [
      'ranking of departments by share',
      crosstabQueries(warehouse, ['department'])
        .filter((_, index) => index % 4 === 0)
        .map(
          (query) => () =>
            rankings(warehouse, {
              ...query,
              by: ['department'],
              sort: 'share',
              answer: ['Oui'],
            }).catch(() => null),
        ),
    ],
  ];
  const rows: string[][] = [];
  for (const [name, asks] of cases) {
    const durations = await time(asks);
    rows.push([
      name,
      String(durations.length),
      `${quantile(durations, 0.5).toFixed(2)} ms`,
      `${quantile(durations, 0.99).toFixed(2)} ms`,
    ]);
  }
  report('Answers, uncached, one caller', ['answer', 'asked', 'median', 'p99'], rows);
  warehouse.close();
}
