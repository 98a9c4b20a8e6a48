import Papa from 'papaparse';
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

/** Writes a table as CSV: technical names as headers, a withheld figure as an empty field. */
export function writeCsv(table: DataTable, dialect: CsvDialect = 'international'): string {
  const csv = Papa.unparse(
    {
      fields: table.columns.map((column) => column.name),
      data: table.rows.map((row) => row.map((value) => written(value, dialect))),
    },
    { delimiter: dialect === 'french' ? ';' : ',', newline: '\r\n', escapeFormulae: formula },
  );
  return `${dialect === 'french' ? byteOrderMark : ''}${csv}\r\n`;
}
