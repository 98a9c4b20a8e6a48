import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

const ask = (query: Omit<CrosstabQuery, 'question'>) =>
  crosstab(warehouse, { question: 501, letters: true, ...query });

// Expected letters: R's survey (svymean), MOVER solved by uniroot, p.adjust("BH") over the shown pairs.
describe('letters of a cross-tab', () => {
  it('name every row and say which are clearly lower', async () => {
    const { rows, total } = await ask({ by: ['size'] });
    expect(rows.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect(rows.map(({ cells }) => cells.map(({ higherThan }) => higherThan))).toEqual([
      [['B'], [], []],
      [[], [], ['A']],
    ]);
    expect(total).not.toHaveProperty('letter');
    expect(total.cells[0]).not.toHaveProperty('higherThan');
  });

  it('compare the second dimension within each value of the first', async () => {
    const { rows } = await ask({ by: ['sector', 'size'] });
    expect(rows.map(({ letter }) => letter)).toEqual(['A', 'B', 'A', 'B']);
    expect(rows.map(({ cells }) => cells[2]?.higherThan)).toEqual([[], [], [], ['A']]);
  });

  it('are none where a figure is withheld', async () => {
    const { rows } = await ask({ by: ['department'] });
    const [thirteen] = rows;
    expect(thirteen?.cells[2]).toMatchObject({ flag: 'suppressed', higherThan: [] });
    expect(
      rows.flatMap(({ cells }) => cells.flatMap(({ higherThan }) => higherThan)),
    ).not.toContain('A');
  });

  it('are absent unless asked for', async () => {
    const { rows } = await ask({ by: ['size'], letters: false });
    expect(rows[0]).not.toHaveProperty('letter');
  });

  it('need a dimension', async () => {
    await expect(ask({})).rejects.toThrow(
      'Les lettres comparent des groupes : il faut une dimension',
    );
  });

  it('are not for official aggregates, which have no base', async () => {
    const { notices } = await ask({ by: ['size'], basis: 'published' });
    expect(notices.join()).toContain("n'y sont pas comparés deux à deux");
  });
});
