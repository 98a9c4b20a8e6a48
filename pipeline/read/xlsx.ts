import { join } from 'node:path';
import { UnreadableFile } from '../types.ts';
import { headerAmong } from './header.ts';
import { RowsFile, rowsTable } from './rows-file.ts';
import type { OpenedTable, ReadContext } from './table.ts';
import { type Sheet, type SheetRow, Workbook } from './workbook.ts';

const sampleRows = 5;
/** Rows looked at before the header is chosen. */
const headRows = 20;

/** The sheet with most rows: a workbook may hold notes beside its data. */
async function fullestSheet(workbook: Workbook): Promise<Sheet | undefined> {
  if (workbook.sheets.length < 2) return workbook.sheets[0];
  let best: { sheet: Sheet; rows: number } | undefined;
  for (const sheet of workbook.sheets) {
    let rows = 0;
    await workbook.eachRow(sheet, ({ values }) => {
      if (values.filter((value) => value !== null).length > 1) rows += 1;
    });
    if (!best || rows > best.rows) best = { sheet, rows };
  }
  return best?.sheet;
}

class SheetReader {
  readonly file: RowsFile;
  headers: string[] = [];
  readonly sample: (string | null)[][] = [];
  readonly lines: number[] = [];
  #head: SheetRow[] | null = [];

  constructor(path: string) {
    this.file = new RowsFile(path);
  }

  readonly add = (row: SheetRow): void => {
    if (this.#head === null) this.#keep(row);
    else if (this.#head.push(row) === headRows) this.chooseHeader();
  };

  /** Once the first rows are there, or the sheet has ended before. */
  chooseHeader(): void {
    const head = this.#head;
    if (head === null) return;
    const texts = head.map(({ values }) => values.map((value) => value ?? ''));
    const { index } = headerAmong(texts);
    this.#head = null;
    if (index < 0) return;
    this.headers = texts[index]!.map((name) => name.trim());
    head.slice(index + 1).forEach((row) => {
      this.#keep(row);
    });
  }

  #keep({ number, values }: SheetRow): void {
    while (this.headers.length < values.length) this.headers.push('');
    this.file.add(values);
    this.lines.push(number);
    if (this.sample.length < sampleRows) this.sample.push(values);
  }
}

async function readSheet(workbook: Workbook, context: ReadContext): Promise<SheetReader> {
  const reader = new SheetReader(join(context.workFolder, 'rows.jsonl'));
  const sheet = await fullestSheet(workbook);
  if (sheet)
    await workbook.eachRow(sheet, reader.add, async () => {
      context.signal?.throwIfAborted();
      await reader.file.flush();
    });
  reader.chooseHeader();
  await reader.file.end();
  return reader;
}

/**
 * Reads the fullest sheet of a workbook; a row's line is its number in the sheet.
 * @throws UnreadableFile for a zip that is no workbook, a damaged one, or one without records.
 */
export async function openXlsx(path: string, context: ReadContext): Promise<OpenedTable> {
  const { file: name } = context;
  const workbook = await Workbook.open(path).catch(() => {
    throw new UnreadableFile(
      `${name} is a workbook or archive cut short or damaged: download it again.`,
    );
  });
  if (!workbook)
    throw new UnreadableFile(
      `${name} is a zip archive: unpack it and give the file that is in it.`,
    );
  try {
    const { headers, sample, lines, file } = await readSheet(workbook, context);
    if (lines.length === 0)
      throw new UnreadableFile(`${name} holds no record in any of its sheets.`);
    const dialect = { format: 'xlsx' } as const;
    return rowsTable(
      { file, headers, sample, lines, malformed: [], warnings: [], dialect },
      context,
    );
  } catch (error) {
    if (error instanceof UnreadableFile || context.signal?.aborted) throw error;
    throw new UnreadableFile(`${name} is a damaged workbook: save it again from the spreadsheet.`);
  } finally {
    workbook.close();
  }
}
