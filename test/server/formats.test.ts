import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FastifyInstance } from 'fastify';
import JSONstat from 'jsonstat-toolkit';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { twelve } from '../warehouse/twelve.ts';
import { openApp } from './open-app.ts';

const asked = '/api/v1/crosstab?question=501&edition=2024&by=sector';

const statusLetters: Record<string, string> = { suppressed: 'c', 'low-base': 'u' };

let app: FastifyInstance;
let folder: string;
let answer: CrosstabAnswer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numoscope-formats-'));
  app = await openApp(twelve, formatWriters);
  answer = (await app.inject(asked)).json();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const fetchFile = async (format: string, url = asked) => {
  const response = await app.inject(`${url}&format=${format}`);
  expect(response.statusCode).toBe(200);
  return response;
};

/** The lines that every format must hold: one per row and answer, the total last. */
const expectedLines = () =>
  [...answer.rows, answer.total].flatMap((row) =>
    row.cells.map((cell) => ({ label: row.label, base: row.n, ...cell })),
  );

describe('an answer leaves as a file that holds the same figures', () => {
  it('as CSV for programs: comma, point, no byte-order mark, null as an empty field', async () => {
    const { body, headers } = await fetchFile('csv');
    expect(headers['content-type']).toContain('text/csv');
    const { data, errors } = Papa.parse<Record<string, string>>(body, {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const written = (figure: number | null) => (figure === null ? '' : String(figure));
    expect(
      data.map((line) => [
        line.label,
        line.answer,
        line.base_n,
        line.share,
        line.ci_low,
        line.rest_difference,
        line.flag,
      ]),
    ).toEqual(
      expectedLines().map((cell) => [
        cell.label,
        cell.answer,
        written(cell.base),
        written(cell.share),
        written(cell.ci?.[0] ?? null),
        written(cell.vsRest?.difference ?? null),
        cell.flag ?? '',
      ]),
    );
  });

  it('as CSV for French spreadsheets: semicolon, decimal comma, byte-order mark', async () => {
    const { body } = await fetchFile('csv-fr');
    expect(body.startsWith('\uFEFFquestion;edition;')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(body.slice(1), {
      header: true,
      skipEmptyLines: true,
      delimiter: ';',
    });
    expect(data.map((line) => line.share)).toEqual(
      expectedLines().map(({ share }) => (share === null ? '' : String(share).replace('.', ','))),
    );
  });

  it('as a workbook with French headings and a sheet of notes', async () => {
    const file = join(folder, 'answer.xlsx');
    await writeFile(file, (await fetchFile('xlsx')).rawPayload);
    const [figures, notes] = await readXlsxFile(file);
    expect([figures?.sheet, notes?.sheet]).toEqual(['Données', 'Notes']);
    const [head = [], ...lines] = figures!.data;
    expect(head).toContain('Base (répondants)');
    expect(lines.map((line) => line[head.indexOf('Part')])).toEqual(
      expectedLines().map(({ share }) => share),
    );
    expect(notes!.data.map(([label]) => label)).toEqual(
      expect.arrayContaining(['Titre', 'Filtres', 'Licence', 'Entrepôt']),
    );
  });

  it('as Parquet that DuckDB reads, with its notes in the metadata', async () => {
    const file = join(folder, 'answer.parquet');
    await writeFile(file, (await fetchFile('parquet')).rawPayload);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = await connection.runAndReadAll(
      `select label, answer, base_n, share from '${file}'`,
    );
    expect(rows.getRowsJS()).toEqual(
      expectedLines().map(({ label, answer: own, base, share }) => [label, own, base, share]),
    );
    const metadata = await connection.runAndReadAll(
      `select decode(key) from parquet_kv_metadata('${file}')`,
    );
    expect(metadata.getRowsJS().flat()).toContain('numoscope');
  });

  it('as JSON-stat 2.0 that a third-party reader accepts, flags included', async () => {
    const body = (await fetchFile('json-stat')).json();
    const dataset = JSONstat(body);
    expect([dataset.class, dataset.length]).toEqual(['dataset', body.id.length]);
    expect(body.value).toHaveLength(
      body.size.reduce((product: number, size: number) => product * size, 1),
    );
    for (const row of answer.rows) {
      for (const cell of row.cells) {
        const read = dataset.Data({
          question: '501',
          edition: '2024',
          sector: row.key.sector,
          answer: cell.answer,
          measure: 'share',
        });
        expect(read.value).toBe(cell.share);
        expect(read.status ?? null).toBe(statusLetters[cell.flag ?? 'none'] ?? null);
      }
    }
  });
});

it('JSON-stat keeps what no cell can hold: letters and marks, by the place of their line', async () => {
  const asked = '/api/v1/crosstab?question=501&edition=2024&by=sector&letters=true';
  const { rows }: CrosstabAnswer = (await app.inject(asked)).json();
  const body = (await fetchFile('json-stat', asked)).json();
  const { marks } = body.extension;
  const placeOf = (sector: string, answer: string) => {
    const own: Record<string, string> = { question: '501', edition: '2024', sector, answer };
    return body.id.reduce((place: number, name: string, depth: number) => {
      const index = body.dimension[name].category.index.indexOf(own[name]);
      return place * body.size[depth] + Math.max(index, 0);
    }, 0);
  };
  for (const { key, letter, cells } of rows) {
    for (const { answer, higherThan, vsRest } of cells) {
      const place = placeOf(key.sector!, answer);
      expect(marks.letter.value[place]).toBe(letter);
      expect(marks.higher_than.value[place]).toBe(higherThan?.join(' '));
      expect(marks.rest_significant.value[place]).toBe(vsRest?.significant);
    }
  }
  expect(new Set(Object.values(marks.letter.value)).size).toBe(rows.length);
});

describe('two dimensions leave as a cube', () => {
  const crossed = '/api/v1/crosstab?question=501&edition=2024&by=region&by=sector';

  it('in JSON-stat: every row at its place, named, its flag a status', async () => {
    const { rows, total }: CrosstabAnswer = (await app.inject(crossed)).json();
    const dataset = JSONstat((await fetchFile('json-stat', crossed)).json());
    expect(dataset.id).toEqual(['question', 'region', 'sector', 'answer', 'edition', 'measure']);
    const read = (key: { region?: string; sector?: string }, cellAnswer: string, measure: string) =>
      dataset.Data({
        question: '501',
        edition: '2024',
        region: key.region ?? 'total',
        sector: key.sector ?? 'total',
        answer: cellAnswer,
        measure,
      });
    const flags = new Set<string>();
    for (const row of [...rows, total]) {
      for (const cell of row.cells) {
        const share = read(row.key, cell.answer, 'share');
        expect([share.value, share.status ?? null]).toEqual([
          cell.share,
          statusLetters[cell.flag ?? 'none'] ?? null,
        ]);
        expect(read(row.key, cell.answer, 'base_n').value).toBe(row.n);
        flags.add(cell.flag ?? 'none');
      }
    }
    expect([...flags].sort()).toEqual(['low-base', 'none', 'suppressed']);
    const labels = (name: string) =>
      dataset
        .Dimension(name)
        .id.map((code: string) => dataset.Dimension(name).Category(code).label);
    expect(labels('region')).toEqual([
      'Île-de-France',
      'Bretagne',
      'Provence-Alpes-Côte d’Azur et Corse',
      'Ensemble',
    ]);
    expect(labels('sector')).toEqual(['Industrie', 'Commerce (détail et gros)', 'Ensemble']);
  });

  it('in a workbook and in Parquet: a suppressed share is empty, its flag is not', async () => {
    const { rows, total }: CrosstabAnswer = (await app.inject(crossed)).json();
    const expected = [...rows, total].flatMap(({ cells }) =>
      cells.map(({ share, flag }) => [share, flag]),
    );
    const workbook = join(folder, 'crossed.xlsx');
    await writeFile(workbook, (await fetchFile('xlsx', crossed)).rawPayload);
    const [figures] = await readXlsxFile(workbook);
    const [head = [], ...lines] = figures!.data;
    expect(
      lines.map((line) => [line[head.indexOf('Part')], line[head.indexOf('Signalement')]]),
    ).toEqual(expected);
    const file = join(folder, 'crossed.parquet');
    await writeFile(file, (await fetchFile('parquet', crossed)).rawPayload);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = await connection.runAndReadAll(`select share, flag from '${file}'`);
    expect(read.getRowsJS()).toEqual(expected);
    connection.closeSync();
  });
});

describe('a break in a series', () => {
  it('is Eurostat’s b in JSON-stat, at the edition that begins anew', async () => {
    const broken = await openApp(
      { ...twelve, comparability: [[501, 2022, 2024, 'reworded', 'La phrase a changé.', '[]']] },
      formatWriters,
    );
    const trends = '/api/v1/trends?question=501&basis=microdata';
    const { series }: TrendsAnswer = (await broken.inject(trends)).json();
    const dataset = JSONstat((await broken.inject(`${trends}&format=json-stat`)).json());
    for (const { answer: label, points } of series) {
      for (const { edition, share } of points) {
        const read = dataset.Data({
          question: '501',
          answer: label,
          edition: String(edition),
          measure: 'share',
        });
        expect([read.value, read.status ?? null]).toEqual([share, edition === 2024 ? 'b' : null]);
      }
    }
    expect(dataset.extension.status.b).toBe('break in series');
  });
});

describe('files of the other answers', () => {
  it.each([
    ['/api/v1/rankings?by=sector&question=501&edition=2024&sort=count', 'rank'],
    ['/api/v1/trends?question=501', 'comparability'],
    ['/api/v1/compare?sector=commerce', 'q'],
    ['/api/v1/movers?from=2022&to=2024', 'difference'],
  ])('%s has a column %s and says the origin on every line', async (url, column) => {
    const { body } = await fetchFile('csv', url);
    const { data, meta } = Papa.parse<Record<string, string>>(body, {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toContain(column);
    expect(meta.fields).toContain('origin');
    const { origin } = (await app.inject('/api/v1/meta')).json();
    for (const line of data) expect(line.origin).toBe(origin);
  });

  it('refuses a format that does not exist, naming those that do', async () => {
    const response = await app.inject(`${asked}&format=ods`);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      parameter: 'format',
      allowed: ['json', 'csv', 'csv-fr', 'xlsx', 'parquet', 'json-stat'],
    });
  });
});
