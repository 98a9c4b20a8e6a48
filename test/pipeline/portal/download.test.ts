import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { fetchDatasets, type PortalOptions } from '../../../pipeline/portal/index.ts';
import type { ProgressSink } from '../../../pipeline/progress.ts';
import { startPortal } from '../../portal-stand-in/portal.ts';
import {
  bench,
  edition,
  exportsAsked,
  fetchOne,
  HEADER,
  ID,
  kept,
  microdata,
} from './workspace.ts';

test('a CSV is kept as sent, with its checksum and where it came from', async () => {
  const { fetched, portal, options } = await fetchOne({});
  const { file, format, provenance, message } = kept(fetched);
  const bytes = await readFile(file);
  expect(file).toBe(join(options.cacheFolder, ID, `${ID}.csv`));
  expect(Papa.parse(bytes.toString().slice(1), { skipEmptyLines: true }).data).toHaveLength(217);
  expect(format).toBe('csv');
  expect(message).toBe(`${ID}: 216 rows downloaded as CSV.`);
  expect(provenance).toEqual({
    dataset: ID,
    title: 'Baromètre France Num 2025 : résultats',
    url: `${portal.url}/api/explore/v2.1/catalog/datasets/${ID}/exports/csv?use_labels=false&delimiter=%3B&with_bom=true`,
    retrievedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    records: 216,
    recordsCountBefore: 216,
    recordsCountAfter: 216,
    dataProcessed: '2026-08-10T14:18:01+00:00',
    modified: '2026-08-10T14:18:01+00:00',
    format: 'csv',
    requestedColumns: null,
    columns: HEADER.split(';'),
    licence: 'Licence Ouverte v2.0 (Etalab)',
    publisher: 'Direction générale des Entreprises',
    toolVersion: '9.9.9',
  });
  const beside = await readFile(join(dirname(file), 'provenance.json'), 'utf8');
  expect(JSON.parse(beside)).toEqual(provenance);
});

test('Parquet is taken where it is offered', async () => {
  const { fetched, portal } = await fetchOne({
    formats: ['csv', 'parquet'],
    fields: [{ name: 'poids', type: 'double' }],
  });
  const { file, provenance } = kept(fetched);
  expect(exportsAsked(portal)).toEqual(['parquet']);
  expect(provenance).toMatchObject({
    format: 'parquet',
    records: 216,
    columns: HEADER.split(';'),
  });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sum = await connection.runAndReadAll('select sum(poids) from read_parquet($1)', [file]);
  expect(Number(sum.getRows()[0]?.[0])).toBeCloseTo(216 * 0.83, 9);
  instance.closeSync();
});

test('a broken Parquet is replaced by CSV', async () => {
  const { fetched, portal } = await fetchOne({
    formats: ['csv', 'parquet'],
    faults: ['broken-parquet'],
  });
  expect(kept(fetched)).toMatchObject({ format: 'csv', provenance: { records: 216 } });
  expect(exportsAsked(portal)).toEqual(['parquet', 'parquet', 'parquet', 'csv']);
});

test('only the columns needed are asked for', async () => {
  const columnsNeeded: PortalOptions['columnsNeeded'] = (fields) =>
    fields.map((field) => field.name).filter((name) => name !== 'departement');
  const { fetched, portal } = await fetchOne({}, { columnsNeeded });
  const request = portal.requests.find(({ path }) => path.endsWith('/csv'));
  expect(request?.query.select).toBe('id,code_unifie,libelle_reponse,poids');
  expect(kept(fetched).provenance.columns).toEqual(HEADER.split(';').slice(0, 4));
});

test('a portal that refuses to choose columns is asked for all', async () => {
  const faults = ['refuses-select'] as const;
  const { fetched, lines } = await fetchOne(
    { faults },
    { columnsNeeded: () => ['code_unifie', 'poids'] },
  );
  expect(kept(fetched).provenance).toMatchObject({
    columns: HEADER.split(';'),
    requestedColumns: ['code_unifie', 'poids'],
  });
  expect(lines[0]).toContain('asking for all columns');
});

test('what has not changed is not downloaded again, unless forced', async () => {
  const { fetched, portal, options } = await fetchOne({});
  const [second] = await fetchDatasets(options);
  expect(second).toMatchObject({ status: 'unchanged', provenance: kept(fetched).provenance });
  expect(exportsAsked(portal)).toHaveLength(1);
  const [forced] = await fetchDatasets({ ...options, force: true });
  expect(forced?.status).toBe('downloaded');
  const [narrower] = await fetchDatasets({ ...options, columnsNeeded: () => ['poids'] });
  expect(narrower?.status).toBe('downloaded');
});

test('a cached file that was damaged is downloaded again', async () => {
  const { fetched, options } = await fetchOne({});
  const { file } = kept(fetched);
  await truncate(file, 100);
  const [second] = await fetchDatasets(options);
  expect(second?.status).toBe('downloaded');
  await writeFile(file, (await readFile(file, 'utf8')).replace('0.83', '0.38'));
  const [third] = await fetchDatasets(options);
  expect(third?.status).toBe('downloaded');
  await rm(file);
  const [fourth] = await fetchDatasets(options);
  expect(fourth?.status).toBe('downloaded');
});

test('new data on the portal is downloaded', async () => {
  const { options } = await fetchOne({});
  const dataProcessed = '2026-11-01T00:00:00+00:00';
  const portal = await startPortal({ datasets: [edition({ csv: microdata(217), dataProcessed })] });
  const [second] = await fetchDatasets({ ...options, baseUrl: portal.url });
  await portal.close();
  expect(kept(second).provenance).toMatchObject({ records: 217, dataProcessed });
});

test('an interrupted run leaves nothing but unfinished files, which the next one removes', async () => {
  const controller = new AbortController();
  const stopOnBytes: ProgressSink = {
    task: () => ({
      advance: () => controller.abort(new Error('interrupted')),
      restart: () => {},
      done: () => {},
      fail: () => {},
    }),
    note: () => {},
    stop: () => {},
  };
  const { options } = await bench([edition({ faults: [{ name: 'hang', times: 1 }] })], {
    progress: stopOnBytes,
    signal: controller.signal,
  });
  await expect(fetchDatasets(options)).rejects.toThrow('interrupted');
  const stale = join(options.cacheFolder, ID, `${ID}.parquet.part`);
  await mkdir(dirname(stale), { recursive: true });
  await writeFile(stale, 'half');
  const { signal: _signal, progress: _progress, ...again } = options;
  const [fetched] = await fetchDatasets(again);
  expect(fetched?.status).toBe('downloaded');
  expect((await readdir(join(options.cacheFolder, ID))).sort()).toEqual([
    `${ID}.csv`,
    'provenance.json',
  ]);
});

test('progress adds up to the rows and bytes kept, a retry starting from zero', async () => {
  const seen = { rows: 0, bytes: 0, restarts: 0, ended: '' };
  const progress: ProgressSink = {
    task: () => ({
      advance: (step) => {
        seen.rows += step.rows ?? 0;
        seen.bytes += step.bytes ?? 0;
      },
      restart: () => Object.assign(seen, { rows: 0, bytes: 0, restarts: seen.restarts + 1 }),
      done: (message) => Object.assign(seen, { ended: message }),
      fail: () => {},
    }),
    note: () => {},
    stop: () => {},
  };
  const faults = [{ name: 'truncated-clean' as const, times: 1 }];
  const { fetched } = await fetchOne({ faults }, { progress });
  const { bytes } = kept(fetched).provenance;
  expect(seen).toEqual({ rows: 216, bytes, restarts: 1, ended: fetched.message });
});

test('no more downloads are under way than allowed', async () => {
  const years = [2020, 2021, 2022, 2023, 2024];
  const datasets = years.map((year) => edition({ id: `bfn-resultats-${year}`, faults: ['slow'] }));
  let open = 0;
  let most = 0;
  const progress: ProgressSink = {
    task: () => {
      open += 1;
      most = Math.max(most, open);
      const end = () => {
        open -= 1;
      };
      return { advance: () => {}, restart: () => {}, done: end, fail: end };
    },
    note: () => {},
    stop: () => {},
  };
  const { options } = await bench(datasets, { progress });
  const fetched = await fetchDatasets(options);
  expect(fetched.map((entry) => entry.id)).toEqual(datasets.map((dataset) => dataset.id));
  expect(most).toBe(2);
});
