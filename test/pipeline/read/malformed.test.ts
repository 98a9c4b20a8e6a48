import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { stage, stageFixture, temporaryFolder } from './staging.ts';

const file = 'bfn-resultats-2025.csv';

test.each<[string, number, string, string, (string | null)[], number[]]>([
  ['too-few-fields', 3, '501;Non', '2 fields where the header names 4', ['29', '75'], [2, 4]],
  [
    'too-many-fields',
    3,
    '501;Non;1;75;de trop',
    '5 fields where the header names 4',
    ['29', '75'],
    [2, 4],
  ],
  [
    'unterminated-quote',
    3,
    '501;"Non;1;75',
    'a quote is opened and never closed',
    ['29', '76', '77'],
    [2, 4, 5],
  ],
  [
    'undoubled-quote',
    3,
    '501;"dit "oui" ici";1;75',
    'a quote inside a quoted field is not doubled',
    ['29', '76'],
    [2, 4],
  ],
  ['zero-bytes', 3, '501;Non;1;75', 'holds a zero byte', ['29', '76'], [2, 4]],
  [
    'truncated-last-line',
    4,
    '501;No',
    'the file ends in the middle of this record: 2 fields where the header names 4',
    ['29', '75'],
    [2, 3],
  ],
])('%s: the record is set aside with its line, the others are staged', async (...expected) => {
  const [fault, line, value, reason, departments, lines] = expected;
  const staged = await stageFixture(fault);
  expect(staged.malformed).toEqual([
    { dataset: 'bfn-resultats-2025', file, line, column: null, value, reason },
  ]);
  expect(staged.staged.map((row) => row.department)).toEqual(departments);
  expect(staged).toMatchObject({ rows: departments.length + 1, lines });
});

test('a record without the empty values of columns that are not used is whole, unless the file ends there', async () => {
  const path = join(await temporaryFolder(), file);
  const header = 'code_unifie;libelle_reponse;poids;departement;commentaire;;';
  await writeFile(
    path,
    `${header}\n501;Oui;1;29\n501;Non;1;75;;;\n501;Oui;1\n501;Oui;1;35;vu\n501;Non;1;7`,
  );
  const staged = await stage(path);
  expect(staged.staged.map(({ department }) => department)).toEqual(['29', '75', '35']);
  expect(staged.lines).toEqual([2, 3, 5]);
  expect(staged.malformed.map(({ line, reason }) => [line, reason])).toEqual([
    [4, '3 fields where the header names 7'],
    [6, 'the file ends in the middle of this record: 4 fields where the header names 7'],
  ]);
});

test('any table written as CSV is staged as it was, each record with its line', async () => {
  const folder = await temporaryFolder();
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '’', '"', ';', '\n', ' ', '0', ',') });
  const record = fc.tuple(cell, cell, cell).map((cells) => ['501', ...cells, '1']);
  const path = join(folder, file);
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      async (records, newline) => {
        const header = ['code_unifie', 'libelle_reponse', 'secteur', 'region', 'poids'];
        const csv = Papa.unparse([header, ...records], { delimiter: ';', newline, quotes: true });
        await writeFile(path, csv + newline);
        const { staged, lines } = await stage(path);
        const expected = records.map(([question_code, answer_label, sector, region, weight]) => ({
          question_code,
          answer_label: answer_label || null,
          weight,
          region: region || null,
          sector: sector || null,
        }));
        expect(staged).toEqual(expected);
        let line = 2;
        expect(lines).toEqual(
          records.map((cells) => {
            const start = line;
            line += 1 + cells.join('').split('\n').length - 1;
            return start;
          }),
        );
      },
    ),
    { numRuns: 25 },
  );
});
