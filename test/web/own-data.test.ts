import { describe, expect, it } from 'vitest';
import {
  countOwn,
  decode,
  readDepartment,
  readNaf,
  readOwn,
  readPostalCode,
  readSector,
} from '../../web/prospect/own-data.ts';

describe('a place', () => {
  it.each([
    ['29', '29'],
    ['1', '01'],
    ['2a', '2A'],
    ['Finistère', '29'],
    ['FINISTERE', '29'],
    ['29 - Finistère', '29'],
    ['Côte d’Or', '21'],
    ['974', '974'],
    ['Atlantide', null],
    ['29000', null],
  ])('« %s » is department %s', (text, code) => expect(readDepartment(text)).toBe(code));

  it.each([
    ['29200', '29'],
    ['1000', '01'],
    ['20000', '2A'],
    ['20200', '2B'],
    ['97410', '974'],
    ['75 008', '75'],
    ['99999', null],
    ['12', null],
  ])('postal code « %s » is in %s', (text, code) => expect(readPostalCode(text)).toBe(code));
});

describe('a sector', () => {
  it.each([
    ['Commerce (détail et gros)', 'commerce'],
    ['hebergement-restauration', 'hebergement-restauration'],
    ['Bâtiment - Construction', 'batiment-construction'],
    ['Voyance', null],
  ])('« %s » is %s', (text, slug) => expect(readSector(text)).toBe(slug));

  it.each([
    ['62.01Z', 'ntic'],
    ['6201Z', 'ntic'],
    ['56', 'hebergement-restauration'],
    ['25.11Z', 'industrie'],
    ['abc', null],
  ])('NAF « %s » is %s', (text, slug) => expect(readNaf(text)).toBe(slug));
});

const file = (text: string, encoding: 'utf-8' | 'latin1' = 'utf-8') =>
  new Blob([new Uint8Array(Buffer.from(text, encoding))]);

describe('a file of customers', () => {
  it('is counted by department, its column found by its contents', async () => {
    const table = await readOwn(
      file('Client;Montant;CP;Ville\r\nA;12;29200;Brest\r\nB;7;29000;Quimper\r\nC;8;2A;?\r\n'),
    );
    const own = countOwn(table, ['department']);
    expect(own?.columns).toEqual([{ name: 'CP', kind: 'postal' }]);
    expect([...(own?.counts ?? [])]).toEqual([['department=29', 2]]);
    expect([own?.lines, own?.unplaced]).toEqual([3, 1]);
  });

  it('is read in Windows-1252, with tabs, and crossed with a sector', async () => {
    const table = await readOwn(
      file(
        'Département\tActivité\nFinistère\tCommerce (détail et gros)\nHérault\tIndustrie\n',
        'latin1',
      ),
    );
    const own = countOwn(table, ['sector', 'department']);
    expect([...(own?.counts.keys() ?? [])]).toEqual([
      'department=29&sector=commerce',
      'department=34&sector=industrie',
    ]);
  });

  it('is refused where no column tells what is ranked', async () => {
    const table = await readOwn(file('nom,quantité\nA,29\nB,44\n'));
    expect(countOwn(table, ['department'])).toBeNull();
    expect(countOwn(table, ['size'])).toBeNull();
  });

  it('is decoded by its byte-order mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é;1', 'utf16le')]);
    expect(decode(new Uint8Array(bytes).buffer)).toBe('é;1');
  });
});
