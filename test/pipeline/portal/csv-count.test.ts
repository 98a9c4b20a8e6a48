import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CsvCounter } from '../../../pipeline/portal/csv-count.ts';

function count(text: string, encoding: BufferEncoding = 'utf8', step = 7) {
  const counter = new CsvCounter();
  const bytes = Buffer.from(text, encoding);
  for (let at = 0; at < bytes.length; at += step) counter.push(bytes.subarray(at, at + step));
  return counter.finish();
}

test.each([
  ['a;b\r\n1;2\r\n', 1, ['a', 'b']],
  ['a;b\n1;2', 1, ['a', 'b']],
  ['\uFEFF"a;x";b\n1;2\n\n\n3;4\n', 2, ['a;x', 'b']],
  ['a;b\n"x\ny;""z""";2\n', 1, ['a', 'b']],
  ['a;b\n5" pipe;2\n6" pipe;3\n', 2, ['a', 'b']],
  ['a,b\n"1,2\n",3\n', 1, ['a', 'b']],
  ['"dit ""oui""";"coupé\nen deux"\n1;2\n', 1, ['dit "oui"', 'coupé\nen deux']],
  ['seule\n1\n2\n', 2, ['seule']],
  ['a;b;\n1;2;\n', 1, ['a', 'b', '']],
  ['', 0, []],
])('%j holds %i records', (text, records, columns) => {
  expect(count(text)).toMatchObject({ records, columns, cut: null });
});

test('a header in Latin-1 is read', () => {
  expect(count('département;région\n29;53\n', 'latin1').columns).toEqual(['département', 'région']);
});

test('the signs of a cut file are told', () => {
  expect(count('a;b\n1;2\n3').cut).toBe('its last row has 1 of 2 columns');
  expect(count('a;b\n1;"2\n').cut).toBe('it ends inside a quoted value');
  expect(count('a;b\n1;"2"').cut).toBeNull();
  expect(count('a;b\n1;2').endsWithLineBreak).toBe(false);
});

test('any table written as CSV is counted as it was, however it is sliced', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ';', '"', '\n', '\r\n', ' '),
    maxLength: 6,
  });
  const table = fc.array(fc.tuple(cell, cell, fc.constant('x')), { maxLength: 12 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, step) => {
      const text = Papa.unparse([['a', 'b', 'c'], ...rows], { delimiter: ';', newline: '\r\n' });
      const counted = count(`${text}\r\n`, 'utf8', step);
      expect(counted).toMatchObject({ records: rows.length, columns: ['a', 'b', 'c'], cut: null });
    }),
  );
});
