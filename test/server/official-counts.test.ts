import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCounts, readCounts } from '../../cli/counts.ts';
import { verifyServed } from '../../cli/verification.ts';
import { buildApp } from '../../server/app.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';
import { get } from './open-app.ts';

let app: FastifyInstance;

beforeAll(async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'numoscope-counts-')), 'sirene.csv');
  await writeFile(file, 'Département;Entreprises\nFinistère;1 200\n35;500\n');
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve), undefined, await loadCounts(file)),
    siteFolder: '/nonexistent',
    formats: formatWriters,
    verify: verifyServed,
    readCounts,
  });
});
afterAll(() => app.close());

const ranking =
  "/api/v1/rankings?by=department&question=501&answer=Tout+%C3%A0+fait+d'accord&sort=potential";

describe('a server given official counts', () => {
  it('answers volumes that rest on them, and says so', async () => {
    const { status, body } = await get(app, ranking);
    expect(status).toBe(200);
    expect(body.volumes).toEqual({ file: 'sirene.csv' });
    const [finistere] = body.rows.filter(
      ({ key }: { key: { department: string } }) => key.department === '29',
    );
    expect(finistere.potential.basis).toBe('register');
    expect(finistere.potential.enterprises).toBeCloseTo(1200 * finistere.smoothed.share, 9);
  });

  it('says it in files too, line by line', async () => {
    const { body } = await app.inject(`${ranking}&format=csv`);
    const { data } = Papa.parse<Record<string, string>>(body, {
      header: true,
      skipEmptyLines: true,
    });
    const basis = new Map(data.map((line) => [line.department, line.potential_basis]));
    expect(basis.get('29')).toBe('register');
    expect(basis.get('75')).toBe('survey');
    for (const line of data) expect(line.counts_file).toBe('sirene.csv');
  });

  it('says that a score has no use for them', async () => {
    const { body } = await get(
      app,
      "/api/v1/rankings?by=department&criteria=501:Tout+%C3%A0+fait+d'accord:%2B:1",
    );
    expect(body.notices.join(' ')).toContain('« sirene.csv » ne sert pas ici');
  });
});

describe('counts sent with a request', () => {
  const post = async (csv: string | Buffer, more = '', headers: Record<string, string> = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: ranking.replace('/api/v1', '/counts') + more,
      payload: csv,
      headers: { 'content-type': 'text/csv', ...headers },
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };

  it('are what the volumes of this answer rest on, whatever the server was given', async () => {
    const csv = 'Département,Entreprises\n29,3000\n75,700\n';
    const { status, headers, body } = await post(csv, '&file=insee.csv');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.volumes).toEqual({ file: 'insee.csv' });
    const of = (code: string) =>
      body.rows.find(({ key }: { key: { department: string } }) => key.department === code);
    expect(of('29').potential.enterprises).toBeCloseTo(3000 * of('29').smoothed.share, 9);
    expect(of('75').potential).toMatchObject({ basis: 'register' });
    expect(of('35').potential).toMatchObject({ basis: 'survey' });
    const kept = await get(app, ranking);
    expect(kept.body.volumes).toEqual({ file: 'sirene.csv' });
  });

  it('are read in Windows-1252 too', async () => {
    const csv = Buffer.from('Département;Entreprises\nFinistère;3000\n', 'latin1');
    expect((await post(csv)).body.volumes).toEqual({ file: 'effectifs.csv' });
  });

  it.each([
    ['UTF-16 with its mark', '\uFEFF'],
    ['UTF-16 without a mark', ''],
  ])('are read in %s, the line at fault included', async (_what, mark) => {
    const utf16 = (text: string) => Buffer.from(mark + text, 'utf16le');
    const csv = utf16('Département\tEntreprises\r\nFinistère\t3000\r\n');
    const { body } = await post(csv);
    const finistere = body.rows.find(
      ({ key }: { key: { department: string } }) => key.department === '29',
    );
    expect(finistere.potential.enterprises).toBeCloseTo(3000 * finistere.smoothed.share, 9);
    expect((await post(csv.swap16())).body.volumes).toEqual({ file: 'effectifs.csv' });
    const refused = await post(utf16('dep;entreprises\n29;un\n'));
    expect(refused.body.detail).toContain('ligne 2');
  });

  it('are refused with the line and the column at fault, in the reader’s language', async () => {
    const csv = 'dep;entreprises\n29;12\n29;beaucoup\n';
    const french = await post(csv, '&file=insee.csv');
    expect(french.status).toBe(400);
    expect(french.body).toMatchObject({
      parameter: 'counts',
      detail:
        'insee.csv, ligne 3 : colonne « entreprises », « beaucoup » n’est pas un nombre entier d’entreprises : écrire par exemple 1250.',
    });
    const english = await post(csv, '&file=insee.csv', { 'accept-language': 'en' });
    expect(english.body.detail).toContain('insee.csv, line 3: column "entreprises"');
  });

  it.each([
    [
      'after a line break between quotes',
      'dep;nom;entreprises\n29;"Finis\ntère";12\n35;x;non\n',
      4,
    ],
    ['on the line where its record begins', 'dep;entreprises\r\n29;1\r\n35;"un\r\n\r\nmot"\r\n', 3],
    ['after empty lines', '\n\ndep;entreprises\n\n29;1\n35;non\n', 6],
    ['below the line that names the separator', 'sep=;\ndep;entreprises\n29;1\n35;non\n', 4],
    ['in old Macintosh line ends', 'dep;nom;entreprises\r29;"a\rb";12\r35;x;non\r', 4],
  ])('are refused with the physical line of the file, %s', async (_what, csv, line) => {
    const { status, body } = await post(csv, '&file=insee.csv');
    expect(status).toBe(400);
    expect(body.detail).toContain(`insee.csv, ligne ${line} : colonne « entreprises »`);
  });

  it.each([
    'Nombre d’entreprises en 2022',
    'Entreprises 2023',
    'NB_ENT',
    'Nombre d’unités légales au 1er janvier 2024',
  ])('are read under the heading « %s »', async (heading) => {
    const { body } = await post(`dep;${heading}\n29;3000\n`);
    expect(body.volumes).toEqual({ file: 'effectifs.csv' });
  });

  it('are not taken from establishments, which are not enterprises, nor from a workbook', async () => {
    const counted = await post('dep;Nombre d’établissements\n29;3000\n');
    expect([counted.status, counted.body.detail]).toEqual([
      400,
      expect.stringContaining('des établissements, quand l’enquête compte des entreprises'),
    ]);
    expect((await post('PK\u0003\u0004', '&file=insee.xlsx')).body.detail).toContain('classeur');
  });

  it.each([
    ['nothing', '', 400],
    ['what is not a table', Buffer.from([0, 1, 2, 255, 254]), 400],
    ['more than two megabytes', 'x'.repeat(2 * 1024 * 1024 + 1), 413],
  ])('refuses %s', async (_what, csv, wanted) => {
    const { status, body } = await post(csv);
    expect(status).toBe(wanted);
    expect(body.detail).not.toBe('');
  });

  it('refuses another type of content and an unknown parameter', async () => {
    expect((await post('{}', '', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await post('dep;entreprises\n29;1\n', '&colour=red')).status).toBe(400);
  });
});
