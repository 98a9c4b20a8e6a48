import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stageFile } from '../../../pipeline/read/index.ts';
import type { SourceFile } from '../../../pipeline/types.ts';
import { fixture, stage, temporaryFolder } from './staging.ts';

const count = 120_000;
const dashes = ' -'.repeat(12);

/** Together longer than the pieces in which files are read; every third label has a line break. */
const labels = Array.from({ length: count }, (_, index) =>
  index % 3 === 0 ? `Tout à fait\n${index}${dashes}` : `Plutôt ${index}${dashes}`,
);
const records = labels.map((label, index) => {
  const written = index % 3 === 0 ? `"${label}"` : label;
  return `501;${written};${index + 1}\r\n`;
});
const header = 'code_unifie;libelle_reponse;poids\r\n';
const firstLines = labels.map((_, index) => 2 + index + Math.ceil(index / 3));

async function written(name: string, text: string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

test('records and lines are told across the pieces of a long file', async () => {
  const file = await stage(await written('resultats-2025.csv', header + records.join('')));
  expect(file).toMatchObject({ rows: count, malformed: [] });
  expect(file.lines).toEqual(firstLines);
  expect(file.staged.map((row) => row.answer_label)).toEqual(labels);
});

test('a quote left open in a long file costs one record', async () => {
  const broken = records.with(80_000, '501;"Non;1\r\n');
  const file = await stage(await written('resultats-2025.csv', header + broken.join('')));
  const line = firstLines[80_000]!;
  expect(file.malformed).toMatchObject([{ line, reason: 'a quote is opened and never closed' }]);
  expect(file.rows).toBe(count);
  expect(file.staged.map((row) => row.answer_label)).toEqual(labels.toSpliced(80_000, 1));
  expect(file.lines.slice(79_999, 80_001)).toEqual([firstLines[79_999], line + 1]);
});

test('an encoding that only the end of a long file betrays is read all the same', async () => {
  const path = await written('resultats-2025.csv', header + records.join(''));
  await appendFile(path, Buffer.from('501;D\x92\xe9t\xe9;1\r\n', 'latin1'));
  const file = await stage(path);
  expect(file.staged.at(-1)?.answer_label).toBe('D’été');
  expect(file.staged[1]?.answer_label).toBe(labels[1]);
  expect(file).toMatchObject({ rows: count + 1, dialect: { encoding: 'utf-8 and windows-1252' } });
});

test('JSON records are told across the pieces of a long file', async () => {
  const rows = labels.map((libelle_reponse) => ({ code_unifie: 501, libelle_reponse, poids: 1 }));
  const text = `{"total_count": ${count}, "results": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}`;
  const file = await stage(await written('resultats-2025.json', text));
  expect(file.staged.map((row) => row.answer_label)).toEqual(labels);
  expect(file.lines).toEqual(labels.map((_, index) => index + 2));
});

test('an identifier longer than a double is exact keeps its digits', async () => {
  const record =
    '{"id": 90071992547409931, "code_unifie": 501, "libelle_reponse": "Oui", "poids": 1}';
  const file = await stage(await written('resultats-2025.jsonl', `${record}\n${record}\n`));
  expect(file.staged[0]?.respondent).toBe('90071992547409931');
});

test('empty values too many at the end of a record and spaces around quotes do no harm', async () => {
  const text = `${header}501;Oui;1;;\n501; "Non; merci" ;2\n501\n501; "Si" ;3;\n`;
  const file = await stage(await written('resultats-2025.csv', text));
  expect(file.staged.map((row) => row.answer_label)).toEqual(['Oui', 'Non; merci', 'Si']);
  expect(file.malformed).toMatchObject([{ line: 4 }]);
  expect(file.lines).toEqual([2, 3, 5]);
});

const known = (path: string): SourceFile => ({
  dataset: 'bfn-resultats-2025',
  path,
  format: 'csv',
  url: null,
  retrievedAt: null,
  sha256: 'known',
  recordsCount: 3,
  licence: null,
});

test('fewer records than the portal announced is told, and a known checksum is kept', async () => {
  const workFolder = await temporaryFolder();
  const file = await stageFile(known(await fixture('clean')), { workFolder });
  expect(file.sha256).toBe('known');
  expect(file.warnings).toEqual(['bfn-resultats-2025.csv holds 2 records where 3 were announced.']);
});

test('a reading stopped by its signal fails with the signal’s reason', async () => {
  const workFolder = await temporaryFolder();
  const reason = new Error('stopped');
  const source = known(await fixture('clean'));
  const stopped = stageFile(source, { workFolder, signal: AbortSignal.abort(reason) });
  await expect(stopped).rejects.toBe(reason);
});
