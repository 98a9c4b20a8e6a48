import type { FastifyInstance } from 'fastify';
import Papa from 'papaparse';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';
import { unzipped } from './seals/zip.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve)),
    siteFolder: '/nonexistent',
    formats: formatWriters,
    register: registerCharts,
  });
});
afterAll(() => app.close());

const chart = (path: string) => app.inject(`/api/v1/charts/${path}`);
const specOf = async (path: string) => (await chart(path)).json();
/** Spaces of every width are one: a font need not have them all. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

async function readPdf(path: string) {
  const { statusCode, headers, rawPayload } = await chart(path);
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
  const pdf = await getDocumentProxy(new Uint8Array(rawPayload));
  const { text } = await extractText(pdf, { mergePages: true });
  return { pdf, text: plain(text), info: (await getMeta(pdf)).info, bytes: rawPayload };
}

describe('a chart as PDF', () => {
  const query = 'question=501&edition=2024&by=sector';

  it.each([
    ['crosstab', query],
    ['crosstab', 'question=501&edition=2024&by=department&shape=map'],
    ['trends', 'question=501'],
    ['movers', 'from=2022&to=2024'],
    ['compare', 'edition=2024&region=53&lang=en&theme=dark'],
  ])('%s?%s is one page whose text can be selected', async (view, asked) => {
    const { pdf, text } = await readPdf(`${view}.pdf?${asked}`);
    const { usermeta } = await specOf(`${view}.vl.json?${asked}`);
    expect(pdf.numPages).toBe(1);
    for (const words of [usermeta.title, usermeta.subtitle, usermeta.source]) {
      expect(text).toContain(plain(words));
    }
  });

  it('has the size asked for, 96 pixels to the inch', async () => {
    const { pdf } = await readPdf(`crosstab.pdf?${query}&width=1200&height=628`);
    expect((await pdf.getPage(1)).view).toEqual([0, 0, 900, 471]);
  });

  it('says what it is, where from, and under which licence', async () => {
    const { info, pdf } = await readPdf(`crosstab.pdf?${query}&lang=en`);
    const { usermeta, description } = await specOf(`crosstab.vl.json?${query}&lang=en`);
    const { licence } = (await app.inject('/api/v1/meta')).json();
    expect(info).toMatchObject({ Title: usermeta.title, Author: 'Numoscope', Language: 'en' });
    expect(info.Keywords).toContain(licence.name);
    expect(info.Keywords).toContain('/api/v1/charts/crosstab.pdf?by=sector&edition=2024');
    const page = await pdf.getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toContain(JSON.stringify(description));
  });

  it('has the same bytes whenever it is drawn', async () => {
    const { bytes } = await readPdf(`crosstab.pdf?${query}`);
    const other = await buildApp({
      store: new WarehouseStore(await publishedFolder(twelve)),
      siteFolder: '/nonexistent',
      register: registerCharts,
    });
    const { rawPayload } = await other.inject(`/api/v1/charts/crosstab.pdf?${query}`);
    await other.close();
    expect(rawPayload.equals(bytes)).toBe(true);
  });
});

describe('what a chart draws, as an archive', () => {
  const path = 'crosstab.zip?question=501&edition=2024&by=sector';

  test('holds the figures of the API, their description and a readme', async () => {
    const { headers, rawPayload } = await chart(path);
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="numoscope-501-2024-secteur.zip"',
    });
    const files = await unzipped(rawPayload);
    expect([...files.keys()]).toEqual([
      'numoscope-501-2024-secteur.csv',
      'numoscope-501-2024-secteur.metadata.json',
      'LISEZMOI.txt',
      'manifest.json',
    ]);
    const csv = files.get('numoscope-501-2024-secteur.csv')?.toString() ?? '';
    const alone = await app.inject(
      '/api/v1/crosstab?question=501&edition=2024&by=sector&format=csv',
    );
    expect(csv).toBe(alone.body);
    const metadata = JSON.parse(String(files.get('numoscope-501-2024-secteur.metadata.json')));
    const { meta, data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
    expect(metadata.columns.map(({ name }: { name: string }) => name)).toEqual(meta.fields);
    expect(metadata.rows).toBe(data.length);
    const readme = String(files.get('LISEZMOI.txt'));
    for (const words of [metadata.title, metadata.source, metadata.page]) {
      expect(readme).toContain(words);
    }
  });

  test('speaks English when asked, and has the same bytes every time', async () => {
    const [one, again] = await Promise.all([
      chart(`${path}&lang=en`),
      chart('crosstab.zip?lang=en&by=sector&edition=2024&question=501'),
    ]);
    expect([...(await unzipped(one.rawPayload)).keys()]).toContain('README.txt');
    expect(again.rawPayload.equals(one.rawPayload)).toBe(true);
  });
});
