import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FastifyInstance } from 'fastify';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { registerCharts } from '../../../server/chart-routes.ts';
import { formatWriters } from '../../../server/formats/index.ts';
import { listFile } from '../../../server/seals/manifest.ts';
import { openSvg, sealSvg } from '../../../server/seals/svg-seal.ts';
import { openZip, verifyBundle } from '../../../server/seals/verify-bundle.ts';
import { verifyFile } from '../../../server/seals/verify-file.ts';
import { WarehouseStore } from '../../../warehouse/lifecycle.ts';
import { openWarehouse, type Warehouse } from '../../../warehouse/warehouse.ts';
import { publishedFolder, type Tables } from '../../warehouse/build-warehouse.ts';
import { twelve } from '../../warehouse/twelve.ts';
import { unzipped, zipped } from './zip.ts';

let app: FastifyInstance;
const folders: string[] = [];
let today: Warehouse;
let revised: Warehouse;
const chart = 'question=501&edition=2024&by=sector&region=53&lang=en';

/** The column of `responses` that holds the answer, and that of the weight. */
const [answerColumn, weightColumn] = [2, 10];

/** The same survey, every first answer of a question weighing three times as much. */
const reweighted: Tables = {
  ...twelve,
  responses: (twelve.responses ?? []).map((row) =>
    row[answerColumn] === 1
      ? row.map((value, column) => (column === weightColumn ? Number(value) * 3 : value))
      : row,
  ),
};

async function fetched(path: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await app.inject(`/api/v1/${path}`);
  expect(statusCode).toBe(200);
  return rawPayload;
}

async function opened(tables: Tables, version: string): Promise<[string, Warehouse]> {
  const folder = await publishedFolder(tables, version);
  folders.push(folder);
  return [folder, await openWarehouse(`${folder}/current`)];
}

beforeAll(async () => {
  const [folder, first] = await opened(twelve, 'v1');
  const [, second] = await opened(reweighted, 'later');
  [today, revised] = [first, second];
  app = await buildApp({
    store: new WarehouseStore(folder),
    siteFolder: folder,
    formats: formatWriters,
    register: registerCharts,
  });
});
afterAll(async () => {
  today.close();
  revised.close();
  await app.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe.each(['png', 'svg', 'pdf', 'vl.json'])('a chart as %s', (format) => {
  const path = `charts/crosstab.${format}?${chart}`;

  test('is unchanged while the warehouse gives its figures', async () => {
    const verdict = await verifyFile(await fetched(path), today);
    expect(verdict).toMatchObject({
      status: 'unchanged',
      version: { file: 'v1', warehouse: 'v1' },
    });
    expect(verdict.address).toBe(
      `/api/v1/charts/crosstab.${format}?by=sector&edition=2024&lang=en&question=501&region=53`,
    );
  });

  test('is revised once a newer warehouse gives others', async () => {
    const verdict = await verifyFile(await fetched(path), revised);
    expect(verdict).toMatchObject({
      status: 'revised',
      version: { file: 'v1', warehouse: 'later' },
    });
  });
});

test('an SVG whose text was edited is altered', async () => {
  const svg = (await fetched(`charts/crosstab.svg?${chart}`)).toString();
  const edited = svg.replace(/>\d+([.\d]*%<)/, '>99$1');
  expect(edited).not.toBe(svg);
  expect(await verifyFile(Buffer.from(edited), today)).toMatchObject({ status: 'altered' });
});

test('figures forged with the digest that goes with them are found out by the warehouse they name', async () => {
  const svg = (await fetched(`charts/crosstab.svg?${chart}`)).toString();
  const opened = openSvg(svg);
  if (opened === null) throw new Error('no seal');
  const { seal } = opened;
  const figures = { ...seal.figures, columns: ['Forged', ...seal.figures.columns.slice(1)] };
  const bare = svg.replace(/<metadata id="numoscope">.*?<\/metadata>/, '');
  const forged = sealSvg(bare, { ...seal, figures });
  expect(await verifyFile(Buffer.from(forged), today)).toMatchObject({
    status: 'altered',
    reasons: ['The very warehouse that the seal names gives other figures.'],
  });
});

test('a PDF whose bytes were edited is altered, in its drawing or after its end', async () => {
  const file = await fetched(`charts/crosstab.pdf?${chart}`);
  const stream = file.indexOf('endstream');
  const edited = Buffer.from(file);
  edited.writeUInt8(edited.readUInt8(stream - 10) ^ 1, stream - 10);
  const appended = Buffer.concat([file, Buffer.from('1 0 obj\n<<>>\nendobj\n')]);
  for (const each of [edited, appended]) {
    expect(await verifyFile(each, today)).toMatchObject({ status: 'altered' });
  }
});

test('a PNG that carries the pixels of another is altered', async () => {
  const [one, other] = await Promise.all(
    ['light', 'dark'].map((theme) => fetched(`charts/crosstab.png?${chart}&theme=${theme}`)),
  );
  const [from, to] = [one, other].map((file) => file?.indexOf('IDAT') ?? 0);
  const forged = Buffer.concat([
    one?.subarray(0, (from ?? 0) - 4) ?? Buffer.alloc(0),
    other?.subarray((to ?? 0) - 4) ?? Buffer.alloc(0),
  ]);
  expect(await verifyFile(forged, today)).toMatchObject({ status: 'altered' });
});

describe('a workbook', () => {
  const path = 'crosstab?question=501&edition=2024&by=sector&format=xlsx';

  test('is unchanged, then revised', async () => {
    const file = await fetched(path);
    expect(await verifyFile(file, today)).toMatchObject({
      status: 'unchanged',
      address: '/api/v1/crosstab?by=sector&edition=2024&format=xlsx&question=501',
    });
    expect(await verifyFile(file, revised)).toMatchObject({ status: 'revised' });
  });

  test('is altered when a figure of its sheet is', async () => {
    const parts = await unzipped(await fetched(path));
    const sheet = 'xl/worksheets/sheet1.xml';
    const text = parts.get(sheet)?.toString() ?? '';
    const edited = text.replace(/<v>0\.\d+<\/v>/, '<v>0.5001</v>');
    expect(edited).not.toBe(text);
    const file = await zipped(parts.set(sheet, Buffer.from(edited)));
    expect(await verifyFile(file, today)).toMatchObject({ status: 'altered' });
  });
});

describe.each(['csv-fr', 'parquet', 'json-stat'])('a table as %s', (format) => {
  const path = `crosstab?question=501&edition=2024&by=sector&lang=en&format=${format}`;

  test('is unchanged, then revised', async () => {
    const file = await fetched(path);
    expect(await verifyFile(file, today)).toMatchObject({
      status: 'unchanged',
      address: `/api/v1/crosstab?by=sector&edition=2024&format=${format}&lang=en&question=501`,
      version: { file: 'v1', warehouse: 'v1' },
    });
    expect(await verifyFile(file, revised)).toMatchObject({ status: 'revised' });
  });
});

describe('a CSV alone', () => {
  const asked = 'crosstab?question=501&edition=2024&by=sector&format=';
  const path = `${asked}csv-fr`;

  test('for programs holds its figures and no seal', async () => {
    const file = await fetched(`${asked}csv`);
    const [names] = Papa.parse<string[]>(file.toString()).data;
    expect(names).not.toContain('seal');
    expect(await verifyFile(file, today)).toMatchObject({ status: 'unsealed' });
  });

  test('has its seal in a column of its own, on one line: readers see a table like any other', async () => {
    const text = (await fetched(path)).toString();
    const { data, errors } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(Object.keys(data[0] ?? {}).at(-1)).toBe('seal');
    expect(data.map(({ seal }) => seal !== '')).toEqual(data.map((_, line) => line === 0));
    expect(data[0]?.seal).not.toMatch(/[",;]/);
  });

  test('is altered when a figure was edited or a line removed', async () => {
    const text = (await fetched(path)).toString();
    for (const edited of [text.replace(';0,', ';0,9'), text.replace(/[^\n]+\n$/, '')]) {
      expect(edited).not.toBe(text);
      expect(await verifyFile(Buffer.from(edited), today)).toMatchObject({ status: 'altered' });
    }
  });

  test('is unchanged when saved with other separators, quotes and line ends', async () => {
    const { data } = Papa.parse<string[]>((await fetched(path)).toString(), {
      skipEmptyLines: true,
    });
    const saved = Papa.unparse(data, { delimiter: '\t', newline: '\n', quotes: true });
    expect(await verifyFile(Buffer.from(saved), today)).toMatchObject({ status: 'unchanged' });
  });

  test('of someone else is unsealed', async () => {
    const text = 'name,seal\na,b\n';
    expect(await verifyFile(Buffer.from(text), today)).toMatchObject({ status: 'unsealed' });
  });
});

test('a Parquet file whose figures were edited is altered; a broken one is unsealed', async () => {
  const file = await fetched('crosstab?question=501&edition=2024&by=sector&format=parquet');
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-edited-'));
  const [from, to] = [join(folder, 'from.parquet'), join(folder, 'to.parquet')];
  await writeFile(from, file);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const kept = await connection.runAndReadAll(
    `select decode(value) from parquet_kv_metadata('${from}') where decode(key) = 'numoscope_seal'`,
  );
  await connection.run(
    `copy (select * replace (share * 2 as share) from read_parquet('${from}')) to '${to}'
     (format parquet, kv_metadata {numoscope_seal: '${kept.getRows()[0]?.[0]}'})`,
  );
  connection.closeSync();
  instance.closeSync();
  expect(await verifyFile(await readFile(to), today)).toMatchObject({ status: 'altered' });
  const broken = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(20), Buffer.from('PAR1')]);
  expect(await verifyFile(broken, today)).toMatchObject({ status: 'unsealed' });
  await rm(folder, { recursive: true });
});

test.each(['svg', 'png', 'vl.json'])(
  'a figure edited in the seal of a %s is no revision, whatever the warehouse asked',
  async (format) => {
    const text = (await fetched(`charts/crosstab.${format}?${chart}`)).toString('latin1');
    const edited = text.replace(/("rows":\[\[.*?"\d)\d/, (_, before) => `${before}x`);
    expect(edited).not.toBe(text);
    for (const warehouse of [today, revised]) {
      const file = Buffer.from(edited, 'latin1');
      expect(await verifyFile(file, warehouse)).toMatchObject({ status: 'altered' });
    }
  },
);

describe('a JSON that carries its seal', () => {
  const spec = `charts/crosstab.vl.json?${chart}`;
  const cube = 'crosstab?question=501&edition=2024&by=sector&format=json-stat';

  test.each([spec, cube])(
    '%s is unchanged when indented, its keys in another order',
    async (path) => {
      const held = JSON.parse((await fetched(path)).toString());
      const saved = Object.fromEntries(Object.entries(held).reverse());
      const file = Buffer.from(JSON.stringify(saved, null, 2));
      expect(await verifyFile(file, today)).toMatchObject({ status: 'unchanged' });
    },
  );

  test.each([
    ['a title', spec, /"usermeta":{"title":"/, '$&Not '],
    ['a figure', spec, /"value":[01]/, '$&.9'],
    ['a figure', cube, /"value":\[/, '$&1'],
    ['a name', cube, /"Ensemble"/, '"Industrie"'],
  ])('with %s edited is altered', async (_, path, from, to) => {
    const text = (await fetched(path)).toString();
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    expect(await verifyFile(Buffer.from(edited), today)).toMatchObject({ status: 'altered' });
  });
});

describe('the archive of a chart', () => {
  const path = `charts/crosstab.zip?${chart}`;
  const given = async (file: Buffer, warehouse: Warehouse) => {
    const bundle = openZip(file);
    if (bundle === null) throw new Error('no archive');
    const { status, files } = await verifyBundle(bundle, warehouse);
    return [status, ...files.map((each) => each.status)];
  };

  test('is unchanged, then revised: its CSV by the API, its words by the manifest', async () => {
    const file = await fetched(path);
    expect([...(await unzipped(file)).keys()]).toEqual([
      'numoscope-501-2024-sector-bretagne.csv',
      'numoscope-501-2024-sector-bretagne.metadata.json',
      'README.txt',
      'manifest.json',
    ]);
    expect(await given(file, today)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(await given(file, revised)).toEqual(['revised', 'revised', 'unchanged', 'unchanged']);
  });

  test('is altered when its CSV was edited, even with the digest that goes with it', async () => {
    const parts = await unzipped(await fetched(path));
    const name = 'numoscope-501-2024-sector-bretagne.csv';
    const csv = Buffer.from(String(parts.get(name)).replace(',0.', ',0.9'));
    const edited = await zipped(new Map(parts).set(name, csv));
    expect((await given(edited, today)).slice(0, 2)).toEqual(['altered', 'altered']);
    const manifest = JSON.parse(String(parts.get('manifest.json')));
    Object.assign(manifest.files[0], listFile(name, csv));
    const forged = new Map(parts)
      .set(name, csv)
      .set('manifest.json', Buffer.from(JSON.stringify(manifest)));
    expect((await given(await zipped(forged), today)).slice(0, 2)).toEqual(['altered', 'altered']);
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('a text')],
  ['a drawing of someone else', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['half a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['a JSON of someone else', Buffer.from('{"usermeta":null,"extension":{"seal":"mine"}}')],
  ['half a JSON', Buffer.from('{"extension":')],
  ['a PDF of someone else', Buffer.from('%PDF-1.7\n%%EOF')],
  ['a broken zip', Buffer.from('PK but no archive')],
])('%s is unsealed', async (_, file) => {
  expect(await verifyFile(file, today)).toMatchObject({ status: 'unsealed', address: null });
});
