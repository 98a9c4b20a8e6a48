import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../warehouse/answers/compare.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { movers } from '../../warehouse/answers/movers.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { trends } from '../../warehouse/answers/trends.ts';
import { loadCatalogue } from '../../warehouse/catalogue.ts';
import type { Database } from '../../warehouse/connection.ts';
import { type Sql, sql } from '../../warehouse/sql.ts';
import { tableNames } from '../../warehouse/tables.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let opened: Warehouse;
let explained: Warehouse;
const plans: string[] = [];

async function explain(statement: Sql): Promise<void> {
  const [plan] = await opened.database.rows<{ explain_value: string }>(sql`explain ${statement}`);
  plans.push(plan?.explain_value ?? '');
}

/** The warehouse's own database, which explains each statement before it answers it. */
function explaining(database: Database): Database {
  return new Proxy(database, {
    get: (_, name) => async (statement: Sql) => {
      await explain(statement);
      return name === 'rows' ? database.rows(statement) : database.columns(statement);
    },
  });
}

async function plansOf(ask: (warehouse: Warehouse) => Promise<unknown>): Promise<string[]> {
  plans.length = 0;
  await ask(explained);
  return [...plans];
}

const scansOf = (plan: string, table: string): number =>
  plan.match(new RegExp(`\\b${table}\\b`, 'gu'))?.length ?? 0;

beforeAll(async () => {
  opened = await openWarehouse(`${await publishedFolder(twelve)}/current`);
  explained = { ...opened, database: explaining(opened.database) };
});
afterAll(() => opened.close());

const networks = ['LinkedIn', 'Facebook'];
const criteria = ["501:Tout à fait d'accord:+:3", '802:Oui:-:1'];
const region = ['53'];

describe('the plan of every statement, over the real tables', () => {
  it('exists for the catalogue', async () => {
    const seen = await plansOf(({ database }) => loadCatalogue(database));
    const read = tableNames.filter((table) => seen.some((plan) => scansOf(plan, table) > 0));
    expect(read).toEqual(
      expect.arrayContaining(['meta', 'editions', 'questions', 'answers', 'comparability']),
    );
  });

  it.each<[string, string, (warehouse: Warehouse) => Promise<unknown>]>([
    ['a cross-tab', 'question=501', (w) => crosstab(w, { question: 501, by: ['department'] })],
    [
      'a filtered one',
      'question=501',
      (w) => crosstab(w, { question: 501, by: ['sector', 'size'], region }),
    ],
    [
      'merged answers',
      'question=605',
      (w) => crosstab(w, { question: 605, by: ['sector'], answer: networks }),
    ],
    [
      'no respondent ids',
      'question=605',
      (w) => crosstab(w, { question: 605, edition: 2022, by: ['sector'] }),
    ],
    [
      'a ranking',
      'question=501',
      (w) => rankings(w, { question: 501, by: ['department'], sort: 'smoothed' }),
    ],
    ['a score', 'edition=2024', (w) => rankings(w, { by: ['department'], criteria })],
    ['movers', 'edition', (w) => movers(w, {})],
    ['a comparison', 'edition=2024', (w) => compare(w, { region })],
  ])('reads the responses once for %s, and only the rows asked for', async (_, filter, ask) => {
    const reading = (await plansOf(ask)).filter((plan) => scansOf(plan, 'responses') > 0);
    expect(reading.map((plan) => scansOf(plan, 'responses'))).toEqual([1]);
    expect(reading[0]?.replace(/[│\s]/gu, '')).toContain(filter);
  });

  it.each<[string, (warehouse: Warehouse) => Promise<unknown>]>([
    ['a cross-tab', (w) => crosstab(w, { question: 501, by: ['region'], basis: 'published' })],
    ['a trend', (w) => trends(w, { question: 501, by: ['sector'], basis: 'published' })],
  ])('reads the published figures for %s, and no response', async (_, ask) => {
    const seen = await plansOf(ask);
    expect(seen.some((plan) => scansOf(plan, 'published') > 0)).toBe(true);
    expect(seen.some((plan) => scansOf(plan, 'responses') > 0)).toBe(false);
  });

  it('reads one edition at a time for a trend', async () => {
    const seen = await plansOf((w) => trends(w, { question: 501, by: ['sector'] }));
    const reading = seen.filter((plan) => scansOf(plan, 'responses') > 0);
    expect(reading.length).toBeGreaterThan(0);
    expect(reading.map((plan) => scansOf(plan, 'responses'))).toEqual(reading.map(() => 1));
  });
});
