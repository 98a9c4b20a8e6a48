import { beforeAll, describe, expect, it } from 'vitest';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import { expected, keyOf, rTables } from '../warehouse/r-fixture.ts';
import { get, openApp } from './open-app.ts';

interface Found {
  by: string;
  level: string;
  var: string;
  n: number;
  n_yes: number;
  sum_w: number;
  sum_w_yes: number;
  share: number | null;
  se: number | null;
  total: number;
  se_total: number;
  ns: {
    status: string;
    n_kish: number | null;
    deff_kish?: number;
    wilson: [number, number];
    count_fixed_base: [number, number];
    count_random_base: [number, number];
  };
}
interface FoundRest {
  by: string;
  level: string;
  var: string;
  diff: number;
  se_diff: number;
  ns: {
    shown: boolean;
    mover: [number, number];
    p_mover: number;
    mark: number;
  };
}
interface FoundTable {
  row: string;
  col: string;
  F: number;
  ddf: number;
  ns: { p_shown: number };
}

const r = expected.datasets.small_400 as unknown as {
  overall: Found[];
  multi_overall: Found[];
  by: Found[];
  multi_by: Found[];
  vs_rest: FoundRest[];
  chisq: FoundTable[];
};
const flags: Record<string, string | null> = { ok: null, warn: 'low-base', suppress: 'suppressed' };

let app: Awaited<ReturnType<typeof openApp>>;
const tables = new Map<string, CrosstabAnswer>();

beforeAll(async () => {
  app = await openApp(rTables);
});

async function table(question: number, by: string): Promise<CrosstabAnswer> {
  const url = `/api/v1/crosstab?question=${question}&totals=true${by === '' ? '' : `&by=${by}`}`;
  const known = tables.get(url) ?? ((await get(app, url)).body as CrosstabAnswer);
  tables.set(url, known);
  return known;
}

const questionOf = (name: string): number => (/^y/.test(name) ? 1 : 2);
const answerOf = (name: string): string => name.replace(/^y/, '');

async function cellOf({
  by = '',
  level = '',
  var: name,
}: {
  by?: string;
  level?: string;
  var: string;
}) {
  const answer = await table(questionOf(name), by);
  const key = by === '' ? {} : { [by]: keyOf(by, level) };
  const row = answer.rows.find((each) => JSON.stringify(each.key) === JSON.stringify(key));
  return { row, cell: row?.cells.find((each) => each.answer === answerOf(name)) };
}

function expectClose(found: number | null | undefined, wanted: number | null, what: string): void {
  if (wanted === null) expect(found, what).toBeNull();
  else {
    const gap = Math.abs((found ?? Number.NaN) - wanted);
    expect(gap, `${what}: ${found} against ${wanted}`).toBeLessThanOrEqual(
      Math.max(1e-12, 1e-9 * Math.abs(wanted)),
    );
  }
}

describe('a cross-tab equals R', () => {
  it.each(['overall', 'multi_overall', 'by', 'multi_by'] as const)('in %s', async (family) => {
    for (const wanted of r[family]) {
      const what = `${wanted.by} ${wanted.level} ${wanted.var}`;
      const { row, cell } = await cellOf(wanted);
      if (row === undefined || cell === undefined) {
        expect(wanted.n, what).toBe(0);
        continue;
      }
      const disclosive = wanted.n > 0 && wanted.n < 3;
      expect(row.n, what).toBe(disclosive ? null : wanted.n);
      expect(cell.flag, what).toBe(flags[wanted.ns.status]);
      expect(cell.n, what).toBe(wanted.n < 3 ? null : wanted.n_yes);
      if (!disclosive) expectClose(row.weight, wanted.sum_w, what);
      if (cell.flag === 'suppressed') {
        expect([cell.share, cell.se, cell.ci, cell.vsRest], what).toEqual([null, null, null, null]);
        continue;
      }
      const isWithheld = cell.enterprises?.flag === 'suppressed';
      expectClose(cell.weight, isWithheld ? null : wanted.sum_w_yes, what);
      expectClose(row.nEff, wanted.ns.n_kish, what);
      expectClose(cell.share, wanted.share, what);
      expectClose(cell.se, wanted.share === 0 || wanted.share === 1 ? null : wanted.se, what);
      expectClose(cell.ci?.[0], wanted.ns.wilson[0], what);
      expectClose(cell.ci?.[1], wanted.ns.wilson[1], what);
    }
  });

  it.each(['overall', 'multi_overall', 'by', 'multi_by'] as const)(
    'in totals, %s',
    async (family) => {
      for (const wanted of r[family]) {
        const what = `${wanted.by} ${wanted.level} ${wanted.var}`;
        const { cell } = await cellOf(wanted);
        const found = cell?.enterprises;
        const variation = wanted.se_total / wanted.total;
        if (cell === undefined || cell.flag === 'suppressed' || variation > 0.333) {
          expect(found?.count ?? null, what).toBeNull();
          continue;
        }
        expectClose(found?.count, wanted.total, what);
        expectClose(found?.se, wanted.n_yes === 0 ? null : wanted.se_total, what);
        const { asked } = (await table(questionOf(wanted.var), wanted.by ?? '')).question;
        const fixed = asked === 1 && wanted.by !== 'department';
        const interval = fixed ? wanted.ns.count_fixed_base : wanted.ns.count_random_base;
        expectClose(found?.ci?.[0], interval[0], what);
        expectClose(found?.ci?.[1], interval[1], what);
        const sound = cell.flag === null && (wanted.n_yes === 0 || variation <= 0.165);
        expect(found?.flag === null, what).toBe(sound);
      }
    },
  );

  it('in every group against the rest', async () => {
    for (const wanted of r.vs_rest) {
      const what = `${wanted.by} ${wanted.level} ${wanted.var}`;
      const { cell } = await cellOf(wanted);
      if (!wanted.ns.shown) {
        expect(cell?.vsRest ?? null, what).toBeNull();
        continue;
      }
      expectClose(cell?.vsRest?.difference, wanted.diff, what);
      expectClose(cell?.vsRest?.se, wanted.se_diff === 0 ? null : wanted.se_diff, what);
      expectClose(cell?.vsRest?.p, wanted.ns.p_mover, what);
      expectClose(cell?.vsRest?.ci?.[0], wanted.ns.mover[0], what);
      expect(cell?.vsRest?.significant, what).toBe(wanted.ns.mark > 0);
    }
  });

  it('in the test of a whole table', async () => {
    for (const wanted of r.chisq) {
      const url =
        questionOfTable(wanted.row) === 1
          ? `/api/v1/crosstab?question=1&by=${wanted.col}`
          : `/api/v1/crosstab?question=2&by=${wanted.col}&answer=${wanted.row}`;
      const { body } = await get(app, url);
      expectClose(body.test.statistic, wanted.F, `${wanted.row} ${wanted.col}`);
      expectClose(body.test.ddf, wanted.ddf, `${wanted.row} ${wanted.col}`);
      expectClose(body.test.p, wanted.ns.p_shown, `${wanted.row} ${wanted.col}`);
    }
  });
});

const questionOfTable = (row: string): number => (/^m|^none/.test(row) ? 2 : 1);
