import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { rTables } from '../warehouse/r-fixture.ts';

const opened: FastifyInstance[] = [];
let folder: string;
beforeAll(async () => {
  folder = await publishedFolder(rTables);
});
afterAll(() => Promise.all(opened.map((app) => app.close())));

/** A server that nobody has asked anything. */
async function freshApp(): Promise<FastifyInstance> {
  const app = await buildApp({
    store: new WarehouseStore(folder),
    siteFolder: '/nonexistent',
    formats: formatWriters,
    register: registerCharts,
  });
  opened.push(app);
  return app;
}

const bodyOf = async (app: FastifyInstance, path: string): Promise<string> => {
  const { statusCode, body } = await app.inject({ method: 'GET', url: `/api/v1/${path}` });
  expect(statusCode, path).toBe(200);
  // Vega numbers what it cuts out from the start of the process, so that no two drawings of a page share a number.
  return body.replaceAll(/\bclip\d+/g, 'clip');
};

const question = 'by=department&question=1&answer=A';
const score = 'by=department&criteria=1:A:%2B:0.5&criteria=2:m2:-:0.5';
const addresses = [
  `rankings?${question}`,
  `rankings?${question}&limit=20`,
  `rankings?${question}&limit=5`,
  `rankings?${question}&format=csv&limit=7`,
  `charts/rankings.sketch.svg?${question}&shape=dots&limit=20`,
  `charts/rankings.sketch.svg?${question}&shape=map`,
  `rankings?${question}&sort=potential&limit=5`,
  `rankings?${score}&limit=4`,
  `rankings?${score}`,
  `rankings?${score}&detail=sums&limit=6`,
];

describe('what was asked before changes no answer', () => {
  it('whichever part or shape of a ranking came first, or at once', async () => {
    const alone: string[] = [];
    for (const address of addresses) alone.push(await bodyOf(await freshApp(), address));
    const [forwards, backwards, together] = [await freshApp(), await freshApp(), await freshApp()];
    for (const [index, address] of addresses.entries()) {
      expect(await bodyOf(forwards, address), address).toBe(alone[index]);
    }
    for (const [index, address] of [...addresses.entries()].reverse()) {
      expect(await bodyOf(backwards, address), address).toBe(alone[index]);
    }
    const bodies = await Promise.all(addresses.map((address) => bodyOf(together, address)));
    expect(bodies).toEqual(alone);
  });

  it('and each keeps the probability of its own number of first places', async () => {
    const app = await freshApp();
    const ask = async (query: string): Promise<RankingsAnswer> =>
      JSON.parse(await bodyOf(app, `rankings?${question}${query}`));
    const [whole, ten, five] = [await ask(''), await ask('&limit=10'), await ask('&limit=5')];
    const first = ({ rows }: RankingsAnswer) => rows.slice(0, 5);
    expect(first(ten)).toEqual(first(whole));
    for (const [index, { topProbability }] of first(five).entries()) {
      expect(topProbability).toBeLessThan(whole.rows[index]!.topProbability!);
    }
    const all = await ask('&limit=5000');
    expect(all.rows).toHaveLength(whole.rows.length);
    for (const { topProbability } of all.rows) expect([1, null]).toContain(topProbability);
  });

  it('and a refusal stays a refusal', async () => {
    const app = await freshApp();
    for (const limit of ['', '&limit=3']) {
      const url = `/api/v1/rankings?by=department&question=1&answer=Autre${limit}`;
      expect((await app.inject({ method: 'GET', url })).statusCode).toBe(400);
    }
  });
});
