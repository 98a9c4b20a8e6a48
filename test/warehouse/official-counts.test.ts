import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnterpriseCounts } from '../../core/contract/enterprise-counts.ts';
import { countReaders } from '../../pipeline/normalise/count-readers.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let warehouse: Warehouse;

const read = (lines: readonly string[]) =>
  readEnterpriseCounts(
    lines.map((text, index) => ({ line: index + 1, values: text.split(';') })),
    'sirene.csv',
    countReaders,
  );

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

describe('official counts of enterprises', () => {
  it('are read by label or code, finer sizes adding up', () => {
    expect(
      read(['Département;Taille;Entreprises', 'Finistère;1 à 4 salariés;1 000', '29;5-9;200', '']),
    ).toEqual({
      source: 'sirene.csv',
      dimensions: ['department', 'size'],
      cells: [{ key: { department: '29', size: '1-9' }, enterprises: 1200 }],
    });
  });

  it('are refused at the first value that cannot be understood', () => {
    expect(read(['dep;entreprises', '29;12', 'XX;3'])).toEqual({
      reason: 'unknown-value',
      line: 3,
      column: 'dep',
      value: 'XX',
    });
    expect(read(['dep;entreprises', '29;1,5'])).toMatchObject({ reason: 'not-a-count', line: 2 });
    expect(read(['dep;total', '29;1'])).toMatchObject({ reason: 'no-counts' });
  });

  it('become the number that a share is multiplied by, without error', async () => {
    const counts = read(['dep;entreprises', '29;1200', '35;500']);
    if ('reason' in counts) throw new Error(counts.reason);
    const asked = {
      by: ['department' as const],
      question: 501,
      answer: ["Tout à fait d'accord"],
      sort: 'potential' as const,
    };
    const answer = await rankings({ ...warehouse, counts }, asked);
    expect(answer.volumes).toEqual({ file: 'sirene.csv' });
    const finistere = answer.rows.find(({ key }) => key.department === '29');
    expect(finistere?.potential?.basis).toBe('register');
    expect(finistere?.potential?.enterprises).toBeCloseTo(1200 * finistere!.smoothed!.share!, 9);
    expect(finistere?.potential?.ci?.[0]).toBeCloseTo(1200 * finistere!.smoothed!.ci![0], 9);
    const paris = answer.rows.find(({ key }) => key.department === '75');
    expect(paris?.potential?.basis).toBe('survey');
    expect(answer.notices.join(' ')).toContain('« sirene.csv »');
  });
});
