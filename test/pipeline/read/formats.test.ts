import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { fixture, stage, stageFixture, temporaryFolder } from './staging.ts';

const objects = [
  { question_code: '501', answer_label: 'Tout à fait', weight: '0.8', department: '29' },
  { question_code: '501', answer_label: null, weight: '1', department: null },
];

test.each([
  ['json-array', [2, 3]],
  ['json-results', [2, 3]],
  ['json-data', [1, 1]],
])('%s: numbers are written as text is, null and empty are one', async (fault, lines) => {
  const file = await stageFixture(fault);
  expect(file.staged).toEqual(objects);
  expect(file).toMatchObject({ rows: 2, lines, malformed: [], dialect: { format: 'json' } });
});

const one = '{"code_unifie":501,"libelle_reponse":"Tout à fait","poids":0.8,"departement":"29"}';
const other = '{"code_unifie":501,"libelle_reponse":null,"poids":1,"departement":NaN}';

async function stageText(name: string, text: string) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  return stage(path);
}

test.each([
  [
    'the first API',
    `{"nhits":2,"records":[{"fields":${one}},{"fields":${other}}],"facet_groups":[{"facets":[{"name":"x"}]}]}`,
  ],
  [
    'API v2.0',
    `{"total_count":2,"links":[{"rel":"self"}],"records":[{"record":{"fields":${one}}},{"record":{"fields":${other}}}]}`,
  ],
  [
    'GeoJSON',
    `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":${one}},{"type":"Feature","geometry":null,"properties":${other}}]}`,
  ],
  [
    'two pages, one after the other',
    `{"total_count":2,"results":[${one}]}\n{"total_count":2,"results":[${other}]}`,
  ],
])('%s: what the portal wraps records in is undone', async (_, text) => {
  const file = await stageText('bfn-resultats-2025.json', text);
  expect(file.staged).toEqual(objects);
  expect(file.malformed).toEqual([]);
});

test('a page of the portal’s answers does not pass for the whole', async () => {
  const page = stageText('bfn-resultats-2025.json', `{"results":[${one}],"total_count":9500}`);
  await expect(page).rejects.toThrow(
    "bfn-resultats-2025.json is a page of the portal's answers, 1 of 9500 records: export the whole data set.",
  );
});

test('lists are joined by commas, as in CSV', async () => {
  const file = await stageFixture('json-lists');
  expect(file.staged[0]?.answer_label).toBe('Facebook,LinkedIn');
});

test('a JSON array cut short keeps its whole records', async () => {
  const file = await stageFixture('json-cut-short');
  expect(file.staged).toEqual(objects.slice(0, 1));
  expect(file.malformed).toEqual([
    {
      dataset: 'bfn-resultats-2025',
      file: 'bfn-resultats-2025.json',
      line: 3,
      column: null,
      value: '{"code_unifie": 501.0,',
      reason: 'the file ends in the middle of this record',
    },
  ]);
  expect(file.rows).toBe(2);
});

const answers = [
  { question_code: '501', answer_label: 'Oui', weight: '0.8', department: null },
  { question_code: '502', answer_label: 'Non', weight: '1.5', department: '2A' },
];

test('JSON lines may name their columns in any order and leave some out', async () => {
  const file = await stageFixture('json-lines');
  expect(file.staged).toEqual(answers);
  expect(file).toMatchObject({ lines: [1, 2], dialect: { format: 'jsonl' } });
});

test('a line that is no JSON is set aside', async () => {
  const file = await stageFixture('json-lines-with-a-broken-one');
  expect(file.staged).toEqual(answers);
  expect(file).toMatchObject({ rows: 3, lines: [1, 3] });
  expect(file.malformed).toMatchObject([
    { line: 2, value: '{"code_unifie": "501", "libelle_reponse":', reason: 'is not a JSON object' },
  ]);
});

test('Parquet columns of any type become text', async () => {
  const file = await stageFixture('parquet-types');
  expect(file.staged).toEqual([
    {
      edition: '2025-03-26T00:00:00',
      question_code: '501',
      answer_label: 'Oui',
      weight: '0.8',
      department: '29',
      region: 'a,b',
    },
    {
      edition: '2025-04-18T12:30:00',
      question_code: '502',
      answer_label: null,
      weight: '1.5',
      department: null,
      region: 'c',
    },
  ]);
  expect(file).toMatchObject({ rows: 2, dialect: { format: 'parquet' } });
});

test('a workbook is read from its fullest sheet, below its title', async () => {
  const file = await stageFixture('workbook');
  expect(file.staged).toEqual([
    {
      edition: '2025-01-01',
      question_code: '501',
      answer_label: 'Tout à fait d’accord',
      weight: '0.8',
      department: '29',
    },
    {
      edition: '2025-01-01',
      question_code: '501',
      answer_label: null,
      weight: '1.25',
      department: '2A',
    },
  ]);
  expect(file).toMatchObject({ rows: 2, lines: [4, 5], dialect: { format: 'xlsx' } });
});

test('a file is what its bytes say, whatever its name', async () => {
  const folder = await temporaryFolder();
  for (const fault of ['workbook', 'parquet-types', 'json-array']) {
    const path = join(folder, `${fault}-2025.csv`);
    await writeFile(path, await readFile(await fixture(fault)));
    expect((await stage(path)).staged).toEqual((await stageFixture(fault)).staged);
  }
});

test('a path with the characters of a pattern is read as it is', async () => {
  const path = join(await temporaryFolder(), "l'enquête [v2] {*}-2025.csv");
  await writeFile(path, await readFile(await fixture('clean')));
  expect((await stage(path)).staged).toHaveLength(2);
});

test('a workbook whose data go on in another sheet is read whole, its notes left aside', async () => {
  const header = ['code_unifie', 'libelle_reponse', 'poids'];
  const sheet = (rows: string[][]) =>
    rows.map((row) => row.map((value) => ({ value, type: String })));
  const workbook = writeExcel([
    { sheet: 'Notes', data: sheet([['Source', 'DGE']]) },
    { sheet: 'Données', data: sheet([header, ['501', 'Oui', '1'], ['501', 'Non', '2']]) },
    { sheet: 'Suite', data: sheet([['Suite'], header, ['502', 'Oui', '3']]) },
    {
      sheet: 'Ancien',
      data: sheet([
        [...header, 'departement'],
        ['502', 'Oui', '3', '29'],
      ]),
    },
  ]);
  const path = join(await temporaryFolder(), 'bfn-resultats-2025.xlsx');
  await writeFile(path, await workbook.toBuffer());
  const file = await stage(path);
  expect(file.staged.map(({ weight }) => weight)).toEqual(['1', '2', '3']);
  expect(file).toMatchObject({ rows: 3, lines: [2, 3, 6] });
  expect(file.warnings).toEqual([
    expect.stringContaining('records in 2 sheets (« Données », « Suite »)'),
    expect.stringContaining('other columns in « Ancien », not read'),
  ]);
});
