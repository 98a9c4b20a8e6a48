import Papa from 'papaparse';
import { sealColumn } from '../seals/csv-seal.ts';
import type { Value } from './columns.ts';
import type { DataTable } from './table.ts';

/** `international`: comma, decimal point, no BOM. `french`: semicolon, decimal comma, BOM, for spreadsheets. */
export const csvDialects = ['international', 'french'] as const;
export type CsvDialect = (typeof csvDialects)[number];

/** What a spreadsheet would run as a formula; a negative number is none. */
const formula = /^(?:[=@\t\r]|[+-](?![\d]))/u;

const byteOrderMark = '\uFEFF';

function written(value: Value, dialect: CsvDialect): string {
  if (value === null) return '';
  if (typeof value === 'number' && dialect === 'french') return String(value).replace('.', ',');
  return String(value);
}

/**
 * Writes a table as CSV: technical names as headers, a withheld figure as an empty field. A seal has a last column of its
 * own and stands on its first line: readers of tables know neither comments nor lines that are no rows.
 */
export function writeCsv(
  { columns, rows }: DataTable,
  dialect: CsvDialect = 'international',
  seal: string | null = null,
): string {
  const sealed = <Field>(fields: readonly Field[], field: Field): Field[] =>
    seal === null ? [...fields] : [...fields, field];
  const csv = Papa.unparse(
    {
      fields: sealed(
        columns.map(({ name }) => name),
        sealColumn,
      ),
      data: rows.map((row, index) =>
        sealed(
          row.map((value) => written(value, dialect)),
          index === 0 ? (seal ?? '') : '',
        ),
      ),
    },
    { delimiter: dialect === 'french' ? ';' : ',', newline: '\r\n', escapeFormulae: formula },
  );
  return `${dialect === 'french' ? byteOrderMark : ''}${csv}\r\n`;
}
