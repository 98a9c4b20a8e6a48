import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { Language } from '../../core/format/language.ts';
import type { Column, Value } from './columns.ts';
import { sheetWords } from './headings.ts';
import type { DataTable } from './table.ts';

const shareColumn = /share|ci_low|ci_high|difference|^change$|smoothed|^from$|^to$|_low$|_high$/u;

function formatOf(column: Column): string | undefined {
  if (column.type === 'integer') return column.name === 'edition' ? '0' : '#,##0';
  if (column.type !== 'number') return undefined;
  if (/weight|potential/u.test(column.name)) return '#,##0';
  if (/^rank/u.test(column.name)) return '0.#';
  return shareColumn.test(column.name) ? '0.0%' : '0.000';
}

function cellOf(value: Value, column: Column, language: Language): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') {
    const format = formatOf(column);
    return { value, type: Number, ...(format === undefined ? {} : { format }) };
  }
  if (typeof value === 'boolean')
    return { value: sheetWords[value ? 'yes' : 'no'][language], type: String };
  return { value, type: String };
}

const heading = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
});

/**
 * Writes a workbook of two sheets: the data (headings for a reader, the technical names stay in the CSV) and « Notes »
 * (measure, filters, source, cautions, one label and text per line).
 */
export async function writeXlsx(
  table: DataTable,
  notes: readonly (readonly [string, string])[],
  language: Language,
): Promise<Buffer> {
  const data: Row[] = [
    table.columns.map((column) => heading(column.heading)),
    ...table.rows.map((row) =>
      row.map((value, index) => cellOf(value, table.columns[index]!, language)),
    ),
  ];
  const noteRows: Row[] = notes.map(([label, content]) => [
    heading(label),
    { value: content, type: String, wrap: true, alignVertical: 'top' },
  ]);
  return writeXlsxFile([
    {
      data,
      sheet: sheetWords.data[language],
      stickyRowsCount: 1,
      columns: table.columns.map((column) => ({ width: column.type === 'text' ? 28 : 14 })),
    },
    { data: noteRows, sheet: sheetWords.notes[language], columns: [{ width: 24 }, { width: 100 }] },
  ]).toBuffer();
}
