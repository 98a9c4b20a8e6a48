import { afterAll, beforeAll, expect, it } from 'vitest';
import { rescore } from '../../core/stats/composite-parts.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { survey } from '../browser/survey.ts';
import { publishedFolder } from './build-warehouse.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(survey)}/current`);
});
afterAll(() => warehouse.close());

const criteria = (first: number, second: number) => [`801:Oui:+:${first}`, `911:Oui:-:${second}`];

it.each([
  [1, 1],
  [0.8, 0.2],
  [0.1, 0.9],
])('the sums of equal weights give the score of the weights %d and %d', async (...weights) => {
  const [first, second] = weights as [number, number];
  const ask = { by: ['department' as const], edition: 2023, sort: 'score' as const };
  const { recount, rows } = await rankings(warehouse, {
    ...ask,
    criteria: criteria(1, 1),
    detail: 'sums',
  });
  const wanted = await rankings(warehouse, { ...ask, criteria: criteria(first, second) });
  expect(wanted.recount).toBeUndefined();
  const again = rescore(recount!, [
    { direction: 1, weight: first },
    { direction: -1, weight: second },
  ])!;
  const scores = new Map(
    rows.map(({ label }, index) => {
      const place = recount!.places[index] ?? null;
      return [label, place === null ? null : again.groups[place]!.score];
    }),
  );
  expect(scores.size).toBe(wanted.total);
  for (const { label, score } of wanted.rows) {
    if (score === null) expect(scores.get(label)).toBeNull();
    else expect(scores.get(label)).toBeCloseTo(score, 8);
  }
  expect(wanted.rows.some(({ score }) => score === null)).toBe(true);
});
