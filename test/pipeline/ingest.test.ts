import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tableNames } from '../../warehouse/tables.ts';
import {
  correspondence,
  type Place,
  place,
  queryWarehouse,
  questionLabels,
  response,
} from './normalise/survey-files.ts';

const microdata = 'bfn-resultats-2025';

const small = (): Promise<Place> =>
  place({
    'bfn-table-de-correspondance': correspondence(),
    [microdata]: [
      response({ id: 'b', weight: 2 }, 501, questionLabels[501], "Plutôt d'accord"),
      response({ id: 'a', weight: 1 }, 501, questionLabels[501], "Tout à fait d'accord"),
      response({ id: 'a', weight: 1 }, 201, questionLabels[201], 'Industrie'),
    ],
  });

test('a folder of clean files becomes a warehouse with its copies, descriptor and reports', async () => {
  const there = await small();
  const summary = await there.ingest();
  const current = join(there.dataFolder, 'current');
  expect(summary.status).toBe('published');
  expect(await realpath(summary.warehouse!)).toBe(await realpath(current));
  expect(
    summary.datasets
      .map(({ id, kind, edition, rows, kept, rejected }) => [
        id,
        kind,
        edition,
        rows,
        kept,
        rejected,
      ])
      .sort(),
  ).toEqual([
    [microdata, 'microdata', 2025, 3, 3, 0],
    ['bfn-table-de-correspondance', 'correspondence', null, 5, 5, 0],
  ]);
  expect(await there.query('select question, edition, answer, weight from responses')).toEqual([
    { question: 201, edition: 2025, answer: 1, weight: 1 },
    { question: 501, edition: 2025, answer: 1, weight: 1 },
    { question: 501, edition: 2025, answer: 2, weight: 2 },
  ]);
  const meta = Object.fromEntries(
    (await there.query('select key, value from meta')).map(({ key, value }) => [key, value]),
  );
  expect(meta).toMatchObject({ origin: 'files' });
  expect(JSON.parse(String(meta.licence))).toMatchObject({
    attribution: 'DGE – Baromètre France Num',
  });
  const files = await readdir(current);
  expect(files).toEqual(
    expect.arrayContaining([
      'numoscope.duckdb',
      'datapackage.json',
      'quality.json',
      'rejects.csv',
      ...tableNames.map((name) => `${name}.parquet`),
    ]),
  );
  expect(await readFile(join(current, 'rejects.csv'), 'utf8')).toMatch(
    /^dataset,file,line,column,value,reason\r?\n$/u,
  );
});

test('the descriptor names every table with its columns, size and checksum', async () => {
  const there = await small();
  await there.ingest();
  const current = join(there.dataFolder, 'current');
  const descriptor = JSON.parse(await readFile(join(current, 'datapackage.json'), 'utf8'));
  expect(descriptor).toMatchObject({ sources: expect.any(Array), licenses: expect.any(Array) });
  expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/u);
  const resource = descriptor.resources.find(
    ({ path }: { path: string }) => path === 'responses.parquet',
  );
  const bytes = await readFile(join(current, 'responses.parquet'));
  expect(resource.bytes).toBe(bytes.length);
  expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  expect(resource.schema.fields).toContainEqual(
    expect.objectContaining({ name: 'weight', type: 'number' }),
  );
});

test('the same input gives the same version, and is not built twice unless forced', async () => {
  const there = await small();
  const first = await there.ingest();
  const version = await readlink(join(there.dataFolder, 'current'));
  const again = await there.ingest();
  expect(again.status).toBe('unchanged');
  expect(again.warehouse).toBe(first.warehouse);
  expect(await readlink(join(there.dataFolder, 'current'))).toBe(version);
  expect((await there.ingest({ force: true })).status).toBe('published');
  const elsewhere = await small();
  await elsewhere.ingest();
  const versionOf = (one: Place) => one.query("select value from meta where key = 'version'");
  expect(await versionOf(elsewhere)).toEqual(await versionOf(there));
});

test('an unchanged source is told again with what was rejected', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    [microdata]: [
      response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'b', weight: 'beaucoup' }, 501, questionLabels[501], 'Oui'),
    ],
  });
  await there.ingest();
  const again = await there.ingest();
  expect(again.status).toBe('unchanged');
  expect(again.datasets.find(({ id }) => id === microdata)).toMatchObject({
    status: 'ingested',
    rows: 2,
    kept: 1,
    rejected: 1,
    message: expect.stringMatching(/^Unchanged .* 1 row rejected, for instance line 3:/u),
  });
});

test('an edition asked for that no file holds is named as a loss', async () => {
  const there = await small();
  const summary = await there.ingest({ editions: [2025, 2019] });
  expect(summary.status).toBe('published-with-losses');
  expect(summary.datasets.filter(({ status }) => status !== 'ingested')).toEqual([
    expect.objectContaining({
      status: 'failed',
      edition: 2019,
      message: `No microdata of the edition 2019 were found in ${there.source}.`,
    }),
  ]);
});

test('a data folder that is a file is refused in one sentence', async () => {
  const there = await small();
  const dataFolder = join(there.source, `${microdata}.csv`);
  const { status, message } = await there.ingest({ dataFolder });
  expect(status).toBe('failed');
  expect(message).toMatch(/bfn-resultats-2025\.csv.* a part of its path is a file/u);
});

test('a dry run tells what it would keep and writes no warehouse', async () => {
  const there = await small();
  const summary = await there.ingest({ dryRun: true });
  expect(summary).toMatchObject({ status: 'dry-run', warehouse: null });
  expect(summary.datasets.find(({ id }) => id === microdata)).toMatchObject({ rows: 3, kept: 3 });
  expect(existsSync(join(there.dataFolder, 'current'))).toBe(false);
});

test('a bad file is left out with one sentence, the others are published', async () => {
  const there = await small();
  await there.put(
    'bfn-2024-resultats-2024',
    '<!doctype html><html><body>Maintenance</body></html>',
  );
  const summary = await there.ingest();
  expect(summary.status).toBe('published-with-losses');
  expect(summary.datasets.find(({ id }) => id === 'bfn-2024-resultats-2024')).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('bfn-2024-resultats-2024.csv'),
  });
  expect(await there.query('select edition from editions')).toEqual([{ edition: 2025 }]);
});

test('when nothing can be read, nothing is published and the warehouse in place stays', async () => {
  const there = await small();
  await there.ingest();
  const before = await realpath(join(there.dataFolder, 'current'));
  await there.put(microdata, '');
  await there.put('bfn-table-de-correspondance', '');
  expect((await there.ingest()).status).toBe('failed');
  expect(await realpath(join(there.dataFolder, 'current'))).toBe(before);
  expect(await there.query('select count(*) as rows from responses')).toEqual([{ rows: 3 }]);
});

test('a new version takes over whole, the one before is kept, older ones go', async () => {
  const there = await small();
  const served = [];
  for (const answer of ['Oui', 'Non', 'Ne sait pas']) {
    await there.put(microdata, [response({ id: 'a' }, 501, questionLabels[501], answer)]);
    await there.ingest();
    served.push(await realpath(join(there.dataFolder, 'current')));
  }
  expect(new Set(served).size).toBe(3);
  expect(served.map((folder) => existsSync(folder))).toEqual([false, true, true]);
  expect(await there.query('select label from answers')).toEqual([{ label: 'Ne sait pas' }]);
});

test('a reader that holds the former version goes on while the next is swapped in', async () => {
  const there = await small();
  await there.ingest();
  const former = await realpath(join(there.dataFolder, 'current'));
  await there.put(microdata, [response({ id: 'a' }, 501, questionLabels[501], 'Oui')]);
  await there.ingest();
  expect(
    await queryWarehouse(
      join(former, 'numoscope.duckdb'),
      'select count(*) as rows from responses',
    ),
  ).toEqual([{ rows: 3 }]);
});

test('two ingestions at once: one is done, the other is told so', async () => {
  const there = await small();
  const summaries = await Promise.all([there.ingest(), there.ingest()]);
  expect(summaries.map(({ status }) => status).sort()).toEqual(['failed', 'published']);
  expect(await there.query('select count(*) as rows from responses')).toEqual([{ rows: 3 }]);
});

test('an ingestion asked to stop leaves the warehouse in place and nothing behind', async () => {
  const there = await small();
  await there.ingest();
  const before = await readdir(join(there.dataFolder, 'versions'));
  const stop = new AbortController();
  stop.abort();
  const summary = await there.ingest({ force: true, signal: stop.signal });
  expect(summary.status).toBe('failed');
  expect(await readdir(join(there.dataFolder, 'versions'))).toEqual(before);
  expect((await there.ingest()).status).toBe('unchanged');
});

test('--edition and --dataset read only what they name', async () => {
  const there = await small();
  await there.put('bfn-2024-resultats-2024', [
    response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
  ]);
  await there.ingest({ editions: [2024] });
  expect(await there.query('select edition from editions')).toEqual([{ edition: 2024 }]);
  await there.ingest({ datasets: [microdata] });
  expect(await there.query('select edition from editions')).toEqual([{ edition: 2025 }]);
});

test('quality.json accounts for every row, mapped column, unmatched code and check', async () => {
  const there = await small();
  await there.put(microdata, [
    response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'b', weight: 'lourd' }, 501, questionLabels[501], 'Non'),
    response({ id: 'c' }, 201, 'Couleur préférée', 'Bleu'),
  ]);
  await there.ingest();
  const quality = JSON.parse(
    await readFile(join(there.dataFolder, 'current', 'quality.json'), 'utf8'),
  );
  const text = JSON.stringify(quality);
  const report = quality.datasets.find(({ dataset }: { dataset: string }) => dataset === microdata);
  expect(report).toMatchObject({ rows: 4, kept: 2, rejected: 2, duplicates: 1 });
  expect(text).toContain('poids');
  expect(text).toContain('Couleur préférée');
  expect(quality.checks.length).toBeGreaterThan(0);
  expect(
    quality.checks.filter(({ passed }: { passed: boolean | null }) => passed === false),
  ).toEqual([]);
});

test('demonstration figures say so in the warehouse itself', async () => {
  const there = await small();
  await there.ingest({ origin: 'demonstration' });
  expect(
    await there.query("select key, value from meta where key in ('origin', 'notice') order by key"),
  ).toEqual([
    {
      key: 'notice',
      value:
        "Données de démonstration (synthétiques) : ces chiffres ne sont pas ceux de l'enquête.",
    },
    { key: 'origin', value: 'demonstration' },
  ]);
});

test('one file is enough', async () => {
  const there = await small();
  const summary = await there.ingest({ source: join(there.source, `${microdata}.csv`) });
  expect(summary.status).toBe('published');
  expect(await there.query('select edition, respondents from editions')).toEqual([
    { edition: 2025, respondents: 2 },
  ]);
});
