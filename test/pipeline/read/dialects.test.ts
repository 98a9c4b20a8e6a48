import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Dialect } from '../../../pipeline/types.ts';
import { stage, stageFixture, temporaryFolder } from './staging.ts';

const agreed = [
  { question_code: '501', answer_label: 'Tout à fait d’accord', weight: '0.8', department: '29' },
  { question_code: '501', answer_label: 'Plutôt d’accord', weight: '1.2', department: '2A' },
];

const usual: Dialect = {
  format: 'csv',
  encoding: 'utf-8',
  separator: ';',
  bom: false,
  lineEnd: 'CRLF',
  decimal: '.',
};

test.each<[string, Partial<Dialect>, number[]]>([
  ['clean', { bom: true }, [2, 3]],
  ['no-byte-order-mark', {}, [2, 3]],
  ['windows-1252', { encoding: 'windows-1252' }, [2, 3]],
  ['utf-16-little-endian', { encoding: 'utf-16le', bom: true }, [2, 3]],
  ['utf-16-big-endian', { encoding: 'utf-16be', bom: true }, [2, 3]],
  ['line-feeds', { lineEnd: 'LF' }, [2, 3]],
  ['carriage-returns', { lineEnd: 'CR' }, [2, 3]],
  ['commas', { separator: ',' }, [2, 3]],
  ['tabs', { separator: '\t' }, [2, 3]],
  ['vertical-bars', { separator: '|' }, [2, 3]],
  ['separator-line', {}, [3, 4]],
  ['title-above-header', {}, [3, 4]],
  ['gzip', {}, [2, 3]],
  ['gzip-named-csv', {}, [2, 3]],
])('%s: the same two records, whatever the writing', async (fault, dialect, lines) => {
  const file = await stageFixture(fault);
  expect(file.staged).toEqual(agreed);
  expect(file).toMatchObject({
    kind: 'microdata',
    edition: 2025,
    rows: 2,
    lines,
    dialect: { ...usual, ...dialect },
    malformed: [],
    warnings: [],
  });
});

test.each([
  [
    'macintosh',
    'Libell\x8e r\x8eponse',
    'Tr\x8fs utile \x88 l\xd5\x83t\x8e \xc7 2 \xca\xdb \xc8',
    'Très utile à l’Été « 2 \u00a0€ »',
  ],
  [
    'ibm850',
    'Libell\x82 r\x82ponse',
    "Tr\x8as utile \x85 l'\x90t\x82 \xae b\x83ti \xaf",
    "Très utile à l'Été « bâti »",
  ],
])(
  '%s, as a spreadsheet saves it, is told by its French',
  async (encoding, header, bytes, text) => {
    const path = join(await temporaryFolder(), 'bfn-resultats-2025.csv');
    await writeFile(path, `Code;${header};Poids\r\n501;${bytes};1\r\n`, 'latin1');
    const file = await stage(path);
    expect(file.staged).toEqual([{ question_code: '501', answer_label: text, weight: '1' }]);
    expect(file).toMatchObject({ dialect: { encoding }, warnings: [] });
  },
);

test('line breaks and doubled quotes inside labels belong to them', async () => {
  const file = await stageFixture('quoted-line-breaks');
  expect(file.staged.map((row) => row.answer_label)).toEqual([
    'Tout à\nfait',
    'dit "oui" ; bien\r\nsûr',
    'Non',
  ]);
  expect(file.lines).toEqual([2, 4, 6]);
});

test('line feeds among carriage returns and line feeds end records too', async () => {
  const file = await stageFixture('mixed-line-ends');
  expect(file.staged.map((row) => row.answer_label)).toEqual(['A', 'B', 'C']);
  expect(file.staged.map((row) => row.department)).toEqual(['01', '02', '03']);
  expect(file).toMatchObject({ lines: [2, 3, 4], dialect: { lineEnd: 'mixed' }, malformed: [] });
});

test('blank lines are no records, yet count as lines', async () => {
  expect(await stageFixture('blank-lines')).toMatchObject({ rows: 2, lines: [2, 4] });
});

test('decimal commas are told and left to the normaliser', async () => {
  const file = await stageFixture('decimal-commas');
  expect(file.dialect.decimal).toBe(',');
  expect(file.staged.map((row) => row.weight)).toEqual(['0,8', '1,25']);
});

test('two files of different encodings glued together are read each in its own', async () => {
  const file = await stageFixture('mixed-encodings');
  expect(file.staged.map((row) => row.answer_label)).toEqual([
    'Tout à fait d’accord',
    'Plutôt d’accord',
    'Plutôt d’accord',
  ]);
  expect(file.warnings).toEqual([
    'bfn-resultats-2025.csv mixes UTF-8 and Windows-1252: each character is read as what it is.',
  ]);
});

test('bytes and checksum are those of the file as it was found', async () => {
  expect(await stageFixture('clean')).toMatchObject({
    file: 'bfn-resultats-2025.csv',
    bytes: 117,
    sha256: '01bbbd2764a7d1880f23c0489da1f14f76aea6592064cc5d9800c2028cdf2c40',
  });
  expect(await stageFixture('gzip')).toMatchObject({
    file: 'bfn-resultats-2025.csv.gz',
    bytes: 119,
    sha256: 'a2864380f9716a0c69ce09dcef7991bdc5ad3cf69691b88eb4a9dd31075f8fb3',
  });
});
