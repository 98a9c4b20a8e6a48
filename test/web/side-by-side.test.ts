import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { besideRows, formatTarget, parseTarget } from '../../web/prospect/beside.ts';
import { sayBeside } from '../../web/prospect/beside-sentences.ts';
import { compareBeliefs, compareShares, volumeBelief } from '../../web/prospect/side-by-side.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

const agree = ["Tout à fait d'accord"];
const table = (letters: boolean) =>
  crosstab(warehouse, { question: 501, answer: agree, by: ['size'], letters });
const targets = [{ size: '0' }, { size: '1-9' }];

/** Wilson's limits and MOVER, written out from the method's page. */
function byHand(a: [number, number], b: [number, number]): number[] {
  const z = 1.959963984540054;
  const [pa, pb] = [a[0], b[0]];
  const limits = ([p, n]: [number, number]) => {
    const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
    const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
    return [centre - half, centre + half] as const;
  };
  const [la, ua] = limits(a);
  const [lb, ub] = limits(b);
  return [
    pa - pb - Math.sqrt((pa - la) ** 2 + (ub - pb) ** 2),
    pa - pb + Math.sqrt((ua - pa) ** 2 + (pb - lb) ** 2),
  ];
}

describe('targets side by side', () => {
  it('are told apart as the groups of a table are by letters', async () => {
    const { rows } = await table(true);
    expect(rows[0]?.cells[0]?.higherThan).toEqual(['B']);
    const [measured] = compareShares([await table(false)], targets);
    expect(measured?.pairs).toHaveLength(1);
    expect(measured?.pairs[0]).toMatchObject({ above: 0, below: 1, told: true });
  });

  it('differ by the interval of the method, on effective bases', async () => {
    const answer = await table(false);
    const bases = answer.rows.map(({ cells, nEff }): [number, number] => {
      const { share, se } = cells[0]!;
      return [share!, Math.min((share! * (1 - share!)) / se! ** 2, nEff!)];
    });
    const [measured] = compareShares([answer], targets);
    const wanted = byHand(bases[0]!, bases[1]!);
    expect(measured?.pairs[0]?.ci[0]).toBeCloseTo(wanted[0]!, 10);
    expect(measured?.pairs[0]?.ci[1]).toBeCloseTo(wanted[1]!, 10);
  });

  it('leave out those whose share is withheld or who are not in the table', async () => {
    const answer = await crosstab(warehouse, { question: 501, answer: agree, by: ['department'] });
    const [measured] = compareShares(
      [answer],
      [{ department: '29' }, { department: '13' }, { department: '48' }],
    );
    expect(measured?.shares.map(({ share, flag }) => [share === null, flag])).toEqual([
      [false, 'low-base'],
      [true, 'suppressed'],
      [true, 'suppressed'],
    ]);
    expect(measured?.pairs).toEqual([]);
  });

  it('are one family of tests over all criteria', async () => {
    const answer = await table(false);
    const withShares = (...shares: number[]) => ({
      ...answer,
      rows: answer.rows.map((row, index) => ({
        ...row,
        nEff: 100,
        cells: [{ ...row.cells[0]!, share: shares[index]!, se: null }],
      })),
    });
    // Alone, 50 and 35 of 100 differ (p = .032); among two tests, twice that is too much.
    const gap = withShares(0.5, 0.35);
    const told = (tables: (typeof gap)[]) =>
      compareShares(tables, targets).map(({ pairs }) => pairs[0]?.told);
    expect(told([gap])).toEqual([true]);
    expect(told([gap, withShares(0.4, 0.4)])).toEqual([false, false]);
  });

  it('have scores told apart from a probability of .95 on', () => {
    const belief = (mean: number) => ({ mean, variance: 0.5 });
    // The difference has variance 1: 1.6449 is the normal quantile at .95.
    expect(compareBeliefs([belief(0), belief(1.645)])).toEqual([
      { above: 1, below: 0, told: true },
    ]);
    expect(compareBeliefs([belief(0), belief(1.644), null])).toEqual([
      { above: 1, below: 0, told: false },
    ]);
  });

  it('have volumes read as normal on their logarithm', () => {
    const belief = volumeBelief({ potential: { enterprises: 1000, ci: [500, 2000] } });
    expect(belief?.mean).toBeCloseTo(Math.log(1000), 12);
    expect(Math.sqrt(belief!.variance)).toBeCloseTo(Math.log(2) / 1.6448536269514722, 12);
    expect(volumeBelief({ potential: null })).toBeNull();
  });

  it('are said in sentences', () => {
    const pair = { above: 0, below: 1, told: true, difference: 0.1423, ci: [0.03, 0.25] as const };
    const measure = (told: boolean) => ({ shares: [], pairs: [{ ...pair, told }] });
    const names = ['Paris', 'Nord'];
    const larger = [{ above: 1, below: 0, told: true }];
    const question = { scores: null, volumes: larger };
    expect(sayBeside(names, [measure(true)], question, 'fr')).toEqual([
      'En part, Paris dépasse Nord (+14,2\u00a0points).',
      'En nombre d’entreprises, Nord dépasse Paris.',
    ]);
    expect(sayBeside(names, [measure(false)], question, 'fr')).toEqual([
      'En part, les données ne départagent aucune de ces cibles.',
      'En nombre d’entreprises, Nord dépasse Paris.',
    ]);
    expect(
      sayBeside(names, [measure(true), measure(false)], { scores: larger, volumes: [] }, 'en'),
    ).toEqual([
      'By score, Nord comes before Paris.',
      'Paris and Nord: of 2 criteria, Paris is above on 1, Nord on 0; the data cannot tell on 1.',
    ]);
  });
});

describe('the address of targets', () => {
  it('names one or two dimensions, each once', () => {
    expect(parseTarget('department:29,sector:commerce')).toEqual({
      department: '29',
      sector: 'commerce',
    });
    for (const text of ['department:99', 'department:29,department:35', '29', 'edition:2024']) {
      expect(parseTarget(text)).toBeNull();
    }
    expect(formatTarget({ sector: 'commerce', department: '29' })).toBe(
      'department:29,sector:commerce',
    );
  });

  it('takes four rows of the ranking at most, in its own order', () => {
    const row = (code: string) => ({ key: { department: code }, label: code }) as never;
    const rows = ['29', '35', '22', '56', '44'].map(row);
    const beside = ['44', '13', '29', '22', '35', '56'].map((code) => `department:${code}`);
    expect(besideRows(rows, beside).map(({ label }) => label)).toEqual(['44', '29', '22', '35']);
  });
});
