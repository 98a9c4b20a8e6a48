import { describe, expect, it } from 'vitest';
import { decodeText } from '../../core/format/decode-text.ts';
import { type Asked, countOwn } from '../../web/own/count.ts';
import { parseOwn, WorkbookError } from '../../web/own/parse.ts';

const file = (text: string, encoding: 'utf-8' | 'latin1' = 'utf-8') =>
  new Blob([new Uint8Array(Buffer.from(text, encoding))]);

const ask = (by: Asked['by'], towns: Asked['towns'] = {}): Asked => ({ by, grouped: false, towns });
const entries = (own: ReturnType<typeof countOwn>) => [...(own?.counts ?? [])];

describe('a file of customers', () => {
  it('is counted by department, its column found by its contents', async () => {
    const table = await parseOwn(
      file('Client;Montant;CP\r\nA;12;29200\r\nB;7;29000\r\nC;8;2A\r\nD;1;\r\n'),
    );
    const own = countOwn(table, ask(['department']));
    expect(own?.columns).toMatchObject([{ name: 'CP', kind: 'postal' }]);
    expect(entries(own)).toEqual([['department=29', 2]]);
    expect(own?.lines).toBe(4);
    expect(own?.unread).toEqual({
      lines: 2,
      values: [
        { value: '2A', lines: 1 },
        { value: '', lines: 1 },
      ],
    });
  });

  it('is counted by its towns, those of several departments set aside until one is chosen', async () => {
    const table = await parseOwn(
      file('client,commune\nA,Brest\nB,QUIMPER\nC,Saint-Denis\nD,St Denis\nE,Nulle-Part\n'),
    );
    const own = countOwn(table, ask(['department']));
    expect(own?.columns).toMatchObject([{ name: 'commune', kind: 'town' }]);
    expect(entries(own)).toEqual([['department=29', 2]]);
    expect(own?.unread).toEqual({ lines: 1, values: [{ value: 'Nulle-Part', lines: 1 }] });
    expect(own?.ambiguous.lines).toBe(2);
    expect(own?.ambiguous.towns).toMatchObject([
      { name: 'saint denis', value: 'Saint-Denis', lines: 2 },
    ]);
    const settled = countOwn(table, ask(['department'], { 'saint denis': '974' }));
    expect(entries(settled)).toEqual([
      ['department=29', 2],
      ['department=974', 2],
    ]);
    expect(settled?.ambiguous).toMatchObject({
      lines: 0,
      towns: [{ value: 'Saint-Denis', settled: '974', lines: 2 }],
    });
  });

  it('places a name in the town far larger than its namesakes, says so and lets it be moved', async () => {
    const table = await parseOwn(file('nom,ville\nA,La Rochelle\nB,LA ROCHELLE CEDEX\nC,Evry\n'));
    const own = countOwn(table, ask(['department']));
    expect(entries(own)).toEqual([
      ['department=17', 2],
      ['department=91', 1],
    ]);
    expect(own?.ambiguous).toMatchObject({
      lines: 0,
      towns: [
        { name: 'la rochelle', settled: '17', departments: ['17', '70'], lines: 2 },
        { name: 'evry', settled: '91', lines: 1 },
      ],
    });
    const moved = countOwn(table, ask(['department'], { 'la rochelle': '70', evry: '' }));
    expect(entries(moved)).toEqual([['department=70', 2]]);
    expect(moved?.ambiguous.lines).toBe(1);
  });

  it('takes the postal code beside an ambiguous town, and the town where the code is missing', async () => {
    const table = await parseOwn(
      file('ville;code postal\nSaint-Denis;93200\nSaint-Denis;97400\nBrest;\nSaint-Denis;\n'),
    );
    const own = countOwn(table, ask(['department']));
    expect(entries(own)).toEqual([
      ['department=93', 1],
      ['department=974', 1],
      ['department=29', 1],
    ]);
    expect(own?.ambiguous.lines).toBe(1);
  });

  it('is known by addresses, whose first number is that of a street', async () => {
    const table = await parseOwn(
      file('nom;adresse\nA;"12 rue X, 75008 Paris"\nB;"3 av Y\n13001 MARSEILLE"\n'),
    );
    expect(entries(countOwn(table, ask(['department'])))).toEqual([
      ['department=75', 1],
      ['department=13', 1],
    ]);
  });

  it('tells a foreign code of four digits by its town from a French one that lost its zero', async () => {
    const table = await parseOwn(
      file(
        'nom;cp;ville\nA;1000;Bruxelles\nB;1000;Bourg-en-Bresse\nC;6000;NICE CEDEX 1\nD;1200;Genève\nE;29200;Brest\nF;75008;Paris\nG;35000;Rennes\n',
      ),
    );
    const own = countOwn(table, ask(['department']));
    expect(entries(own)).toEqual([
      ['department=01', 1],
      ['department=06', 1],
      ['department=29', 1],
      ['department=75', 1],
      ['department=35', 1],
    ]);
    expect(own?.unread.lines).toBe(2);
  });

  it('reads the State’s own export: headcount codes are no numbers of employees', async () => {
    const head =
      'siren;trancheEffectifsUniteLegale;activitePrincipaleUniteLegale;codeCommuneEtablissement';
    const table = await parseOwn(
      file(
        `${head}\n1;21;62.01Z;2A004\n2;11;47.11F;29019\n3;NN;56.10A;75108\n4;00;01.11Z;97411\n5;32;10.71C;13055\n`,
      ),
    );
    const own = countOwn(table, ask(['size']));
    expect(own?.columns).toMatchObject([{ kind: 'headcount' }]);
    expect(entries(own)).toEqual([
      ['size=50-249', 1],
      ['size=10-49', 1],
      ['size=0', 1],
    ]);
    expect(own?.unread.lines).toBe(2);
    expect(entries(countOwn(table, ask(['department'])))).toEqual(
      ['2A', '29', '75', '974', '13'].map((code) => [`department=${code}`, 1]),
    );
    expect(entries(countOwn(table, ask(['sector'])))).toHaveLength(5);
  });

  it('does not take family names for towns', async () => {
    const names = ['Martin', 'Bernard', 'Dubois', 'Thomas', 'Robert', 'Richard', 'Petit', 'Durand'];
    const table = await parseOwn(file(`nom,montant\n${names.map((one) => `${one},5`).join('\n')}`));
    expect(countOwn(table, ask(['department']))).toBeNull();
  });

  it('is counted by region, grouped as the ranking is', async () => {
    const table = await parseOwn(file('dep\n13\n2A\n29\n'));
    expect(entries(countOwn(table, ask(['region'])))).toEqual([
      ['region=93', 1],
      ['region=94', 1],
      ['region=53', 1],
    ]);
    expect(entries(countOwn(table, { ...ask(['region']), grouped: true }))).toEqual([
      ['region=93+94', 2],
      ['region=53', 1],
    ]);
  });

  it('is counted by headcount where a column says it is one', async () => {
    const table = await parseOwn(file('Effectif;n\n0;4\n12;5\n12;6\n300;7\n'));
    const own = countOwn(table, ask(['size']));
    expect(entries(own)).toEqual([
      ['size=0', 1],
      ['size=10-49', 2],
    ]);
    expect(own?.unread.lines).toBe(1);
  });

  it('is read in Windows-1252, with tabs, and crossed with a sector', async () => {
    const table = await parseOwn(
      file(
        'Département\tActivité\nFinistère\tCommerce (détail et gros)\nHérault\tIndustrie\n',
        'latin1',
      ),
    );
    expect(entries(countOwn(table, ask(['sector', 'department']))).map(([cell]) => cell)).toEqual([
      'department=29&sector=commerce',
      'department=34&sector=industrie',
    ]);
  });

  it('loses no line where it has no line of headings', async () => {
    for (const text of ['A,75001\nB,75002\nC,29200\n', 'A;Paris\nB;Paris\nC;Brest\n']) {
      const own = countOwn(await parseOwn(file(text)), ask(['department']));
      expect(own?.columns).toMatchObject([{ index: 1, name: null }]);
      expect(own?.lines).toBe(3);
      expect(entries(own)).toEqual([
        ['department=75', 2],
        ['department=29', 1],
      ]);
    }
  });

  it('begins below the titles that an export puts above its table', async () => {
    const text = 'Export du 12/03/2026;;\n;;\nClient;CP;Ville\nA;29200;Brest\nB;35000;Rennes\n';
    const own = countOwn(await parseOwn(file(text)), ask(['department']));
    expect(own?.columns.map(({ name }) => name)).toEqual(['CP', 'Ville']);
    expect(own?.lines).toBe(2);
  });

  it('keeps its codes’ zeros, however a spreadsheet was told to', async () => {
    const table = await parseOwn(file('nom;cp\nA;="01000"\nB;\'01000\nC;1000\n'));
    expect(entries(countOwn(table, ask(['department'])))).toEqual([['department=01', 3]]);
  });

  it('is one line a customer, though a line breaks between quotes', async () => {
    const table = await parseOwn(
      file('nom;adresse;cp\r\nA;"1 rue X\r\n2e étage";29200\r\nB;"3; Y";35000\r\n'),
    );
    expect(countOwn(table, ask(['department']))?.lines).toBe(2);
  });

  it('is counted by region where it names regions only', async () => {
    const table = await parseOwn(
      file('nom;Région\nA;Bretagne\nB;PACA\nC;Corse\nD;Ile de France\n'),
    );
    const own = countOwn(table, { ...ask(['region']), grouped: true });
    expect(entries(own)).toEqual([
      ['region=53', 1],
      ['region=93+94', 2],
      ['region=11', 1],
    ]);
    expect(countOwn(table, ask(['department']))).toBeNull();
  });

  it('is refused where no column tells what is ranked', async () => {
    const table = await parseOwn(file('nom,quantité\nA,29\nB,44\n'));
    expect(countOwn(table, ask(['department']))).toBeNull();
    expect(countOwn(table, ask(['size']))).toBeNull();
  });

  it('is refused as a workbook', async () => {
    await expect(parseOwn(file('PK\u0003\u0004'))).rejects.toThrow(WorkbookError);
  });

  it('is decoded by its byte-order mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é;1', 'utf16le')]);
    expect(decodeText(bytes)).toBe('é;1');
  });

  it('is decoded as UTF-16 without a mark too', () => {
    const bytes = Buffer.from('Société;Code postal\nÉté;29200\n', 'utf16le');
    expect(decodeText(bytes)).toMatch(/^Société;/);
    expect(decodeText(Buffer.from(bytes).swap16())).toMatch(/^Société;/);
  });
});
