import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from '../../../pipeline/read/index.ts';
import { temporaryFolder } from './staging.ts';

async function folderOf(...names: string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(join(folder, name), 'x');
  return folder;
}

const listed = async (path: string) => {
  const { sources, problems } = await listSources(path);
  return {
    sources: sources.map(({ dataset, format, path: file }) => [dataset, format, basename(file)]),
    problems: problems.map(({ message }) => message),
  };
};

test('each file is the data set it is named after', async () => {
  const folder = await folderOf('a.csv', 'b.csv.gz', 'c.JSON', 'd.jsonl', 'e.parquet', 'f.xlsx');
  await mkdir(join(folder, 'more'));
  expect(await listed(folder)).toEqual({
    sources: [
      ['a', 'csv', 'a.csv'],
      ['b', 'csv', 'b.csv.gz'],
      ['c', 'json', 'c.JSON'],
      ['d', 'jsonl', 'd.jsonl'],
      ['e', 'parquet', 'e.parquet'],
      ['f', 'xlsx', 'f.xlsx'],
    ],
    problems: [],
  });
});

test('a data set there twice is read once, from Parquet rather than CSV', async () => {
  expect(await listed(await folderOf('a.csv', 'a.parquet', 'a.json'))).toEqual({
    sources: [['a', 'parquet', 'a.parquet']],
    problems: [
      'a.csv is not read: a.parquet is the same data set.',
      'a.json is not read: a.parquet is the same data set.',
    ],
  });
});

test('a file that is no data set is named; notes and hidden files are passed over', async () => {
  const folder = await folderOf('a.csv', 'b.zip', 'photo.png', 'README.md', '.DS_Store');
  expect(await listed(folder)).toEqual({
    sources: [['a', 'csv', 'a.csv']],
    problems: [
      'b.zip is a zip archive: unpack it beside the other files.',
      'photo.png is no data set: name it <dataset id>.csv, .json, .jsonl, .parquet or .xlsx.',
    ],
  });
});

test('one file may have any name', async () => {
  const folder = await folderOf('resultats.export');
  const { sources } = await listSources(join(folder, 'resultats.export'));
  expect(sources).toMatchObject([{ format: 'csv', path: join(folder, 'resultats.export') }]);
});

test('nothing to read is said in one sentence', async () => {
  const folder = await folderOf();
  await expect(listSources(folder)).rejects.toThrow(`${folder} holds no data set`);
  const absent = join(folder, 'absent');
  await expect(listSources(absent)).rejects.toThrow(`There is no file or folder at ${absent}.`);
});
