import type { ListValue, TargetList } from '../../core/format/target-list.ts';

/** What a spreadsheet would run as a formula; a negative number is none. */
const formula = /^(?:[=@\t\r]|[+-](?!\d))/u;

/** `excel`: semicolon, decimal comma, byte-order mark, for French spreadsheets; `crm`: comma, point, none. */
export async function listAsCsv(
  { columns, rows }: TargetList,
  dialect: 'excel' | 'crm',
): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const french = dialect === 'excel';
  const text = (value: ListValue): string => {
    if (value === null) return '';
    return french && typeof value === 'number' ? String(value).replace('.', ',') : String(value);
  };
  const csv = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => row.map(text)) },
    { delimiter: french ? ';' : ',', newline: '\r\n', escapeFormulae: formula },
  );
  return `${french ? '\uFEFF' : ''}${csv}\r\n`;
}

/** The same as a workbook of two sheets, the second for the notes. */
export async function listAsWorkbook(
  { columns, rows }: TargetList,
  notes: readonly string[],
  sheet: string,
): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const cell = (value: ListValue) => {
    if (value === null) return null;
    return typeof value === 'number' ? { value, type: Number } : { value, type: String };
  };
  const sheets = [
    {
      data: [columns.map(heading), ...rows.map((row) => row.map(cell))],
      sheet,
      stickyRowsCount: 1,
      columns: columns.map(() => ({ width: 16 })),
    },
    {
      data: notes.map((value) => [{ value, type: String, wrap: true }]),
      sheet: 'Notes',
      columns: [{ width: 110 }],
    },
  ];
  return writeXlsxFile(sheets).toBlob();
}
