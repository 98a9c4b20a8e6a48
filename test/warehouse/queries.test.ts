import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../warehouse/connection.ts';
import { selectionOf, whereClause } from '../../warehouse/filter-clause.ts';
import { foldLabel, foldSearch } from '../../warehouse/fold.ts';
import { identifier, join, oneOf, sql, textOf } from '../../warehouse/sql.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

describe('a statement', () => {
  it('binds what it is given and numbers the places through what it is made of', () => {
    const inner = sql`a = ${1} and ${oneOf(identifier('sector'), [2, 3])}`;
    const statement = sql`select ${4} where ${inner} and b = ${"x'; drop table meta"}`;
    expect(textOf(statement)).toBe('select $1 where a = $2 and sector in ($3, $4) and b = $5');
    expect(statement.values).toEqual([4, 1, 2, 3, "x'; drop table meta"]);
  });

  it('that asks for one of nothing is false, and an empty list is what is said', () => {
    expect(textOf(oneOf(identifier('size'), []))).toBe('false');
    expect(textOf(join([], ' and ', sql`true`))).toBe('true');
  });

  it.each([
    [{}, 'true', []],
    [{ department: ['2A'] }, 'department in ($1)', [29]],
    [
      { sector: ['commerce'], region: ['53', '28'] },
      'region in ($1, $2) and sector in ($3)',
      [13, 9, 4],
    ],
    [{ region: ['93+94'] }, 'region in ($1, $2, $3)', [19, 17, 18]],
    [{ size: ['0', '0'] }, 'size in ($1)', [1]],
  ])('selects %j', (filters, text, values) => {
    const clause = whereClause(selectionOf(filters));
    expect([textOf(clause), clause.values]).toEqual([text, values]);
  });

  it('that fails says which it was', async () => {
    const failed = warehouse.database.rows(sql`select ${1} from nowhere`);
    await expect(failed).rejects.toBeInstanceOf(QueryError);
    await expect(failed).rejects.toMatchObject({ sql: 'select $1 from nowhere', values: [1] });
  });

  it('cannot write', async () => {
    await expect(warehouse.database.rows(sql`delete from meta`)).rejects.toThrow(/read-only/);
  });

  it('waits for its turn when many come at once', async () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      warehouse.database.rows<{ value: number }>(sql`select ${index}::integer as value`),
    );
    expect((await Promise.all(many)).map(([row]) => row?.value)).toEqual([...many.keys()]);
  });
});

describe('a label', () => {
  it.each([
    ['Tout à fait d’accord', "TOUT À FAIT  D'ACCORD"],
    ['J\u02bcen ai', "j'en ai"],
    ['1\u202f000 €', '1 000\u00a0€'],
    ['Bâtiment – Construction', 'bâtiment - construction '],
  ])('%s is %s', (one, other) => {
    expect(foldLabel(one)).toBe(foldLabel(other));
  });

  it('is searched without its accents', () => {
    expect(foldSearch('Cybersécurité, Œuvre À JOUR')).toBe('cybersecurite, oeuvre a jour');
  });
});
