import { beforeAll, describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { expected, keyOf, rTables } from '../warehouse/r-fixture.ts';
import { get, openApp } from './open-app.ts';

interface Drawn {
  level: string;
  n: number;
  post_mean: number;
  q05: number;
  q95: number;
  mc_exp_rank: number;
  mc_p_top: number;
  mc_rank_lo: number;
  mc_rank_hi: number;
  vol_mean: number;
}
interface FoundRanking {
  var: string;
  by: string;
  k: number;
  rows: Drawn[];
}

const r = expected.datasets.small_400 as unknown as {
  ranking: FoundRanking[];
  ranking_few: FoundRanking[];
  composite: { rows: { level: string; score: number }[] };
};

let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp(rTables);
});

const relative = (found: number | null | undefined, wanted: number): number =>
  Math.abs((found ?? Number.NaN) - wanted) / Math.abs(wanted);

async function ranking(query: string): Promise<RankingsAnswer> {
  const { body } = await get(app, `/api/v1/rankings?${query}`);
  return body as RankingsAnswer;
}

const queryOf = (name: string): string =>
  /^y/.test(name) ? `question=1&answer=${name.slice(1)}` : `question=2&answer=${name}`;

const rowAt = ({ rows }: RankingsAnswer, by: string, level: string) =>
  rows.find(({ key }) => Object.values(key)[0] === keyOf(by, level));

describe('a ranking equals R', () => {
  it('in the smoothed shares of departments, their ranks and the enterprises they stand for', async () => {
    for (const wanted of r.ranking) {
      const found = await ranking(`${queryOf(wanted.var)}&by=${wanted.by}`);
      for (const row of wanted.rows.filter(({ n }) => n >= 3)) {
        const own = rowAt(found, wanted.by, row.level);
        const what = `${wanted.var} ${row.level}`;
        expect(relative(own?.smoothed?.share, row.post_mean), what).toBeLessThan(1e-9);
        expect(relative(own?.smoothed?.ci?.[0], row.q05), what).toBeLessThan(1e-8);
        expect(relative(own?.smoothed?.ci?.[1], row.q95), what).toBeLessThan(1e-8);
        expect(Math.abs(own!.topProbability! - row.mc_p_top), what).toBeLessThan(0.02);
        expect(Math.abs(own!.rankInterval![0] - row.mc_rank_lo), what).toBeLessThanOrEqual(1.5);
        // R sums every respondent of a department; question 2 was put to some of them only.
        if (wanted.var.startsWith('y')) {
          expect(relative(own?.potential?.enterprises, row.vol_mean), what).toBeLessThan(1e-9);
        }
      }
    }
  });

  it('in rankings of a few sectors or sizes', async () => {
    for (const wanted of r.ranking_few) {
      const { rows } = await ranking(`${queryOf(wanted.var)}&by=${wanted.by}`);
      for (const row of wanted.rows) {
        const own = rows.find(({ key }) => Object.values(key)[0] === keyOf(wanted.by, row.level));
        const what = `${wanted.var} ${row.level}`;
        expect(relative(own?.smoothed?.share, row.post_mean), what).toBeLessThan(1e-9);
        expect(relative(own?.smoothed?.ci?.[0], row.q05), what).toBeLessThan(1e-8);
      }
    }
  });

  it('in a score of several criteria', async () => {
    const criteria = ['1:A:%2B:0.5', '2:m2:%2B:0.3', '1:B:-:0.2'];
    const found = await ranking(
      `by=department&${criteria.map((each) => `criteria=${each}`).join('&')}`,
    );
    for (const { level, score } of r.composite.rows) {
      const own = rowAt(found, 'department', level);
      if (own?.n === null) continue;
      expect(relative(own?.score, score), level).toBeLessThan(1e-9);
    }
  });
});
