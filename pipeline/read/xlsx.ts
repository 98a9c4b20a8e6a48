import { join } from 'node:path';
import { foldHeader } from '../fields/fold.ts';
import { UnreadableFile } from '../types.ts';
import { headerAmong } from './header.ts';
import { RowsFile, rowsTable } from './rows-file.ts';
import type { OpenedTable, ReadContext } from './table.ts';
import { type Sheet, type SheetRow, Workbook } from './workbook.ts';

const sampleRows = 5;
/** Rows looked at before the header is chosen. */
const headRows = 20;

/** A sheet as far as it tells which others go with it. */
interface Shape {
  sheet: Sheet;
  rows: number;
  /** The names in its header, folded. */
  header: string;
  /** How many fields its header names. */
  known: number;
}

async function shapeOf(workbook: Workbook, sheet: Sheet): Promise<Shape> {
  const head: string[][] = [];
  let rows = 0;
  await workbook.eachRow(sheet, ({ values }) => {
    if (values.filter((value) => value !== null).length > 1) rows += 1;
    if (head.length < headRows) head.push(values.map((value) => value ?? ''));
  });
  const { index, known } = headerAmong(head);
  const names = head[index] ?? [];
  return { sheet, rows, header: names.map(foldHeader).join(' ').trim(), known };
}

interface DataSheets {
  sheets: Sheet[];
  /** One sentence each. */
  warnings: string[];
}

/** A header that names so many fields is no list of notes. */
const tableFields = 3;

const listed = (sheets: readonly Sheet[]): string =>
  sheets.map(({ name }) => `« ${name} »`).join(', ');

/**
 * The sheet with most rows, and those that go on with it under the same header: a workbook may hold notes beside
 * its data, and a sheet holds a million rows at most.
 */
async function dataSheets(workbook: Workbook, file: string): Promise<DataSheets> {
  if (workbook.sheets.length < 2) return { sheets: workbook.sheets, warnings: [] };
  const shapes: Shape[] = [];
  for (const sheet of workbook.sheets) shapes.push(await shapeOf(workbook, sheet));
  const fullest = shapes.reduce((one, other) => (other.rows > one.rows ? other : one));
  const goesOn = ({ rows, header }: Shape) => rows > 0 && header === fullest.header;
  const sheets = shapes.filter(goesOn).map(({ sheet }) => sheet);
  const others = shapes.filter((shape) => !goesOn(shape) && shape.known >= tableFields);
  const warnings: string[] = [];
  if (sheets.length > 1)
    warnings.push(
      `${file} has its records in ${sheets.length} sheets (${listed(sheets)}), read one after the other; their lines are counted on from one to the next.`,
    );
  if (others.length > 0)
    warnings.push(
      `${file} holds other columns in ${listed(others.map(({ sheet }) => sheet))}, not read: save each as a file of its own.`,
    );
  return { sheets, warnings };
}

class SheetReader {
  readonly file: RowsFile;
  headers: string[] = [];
  readonly sample: (string | null)[][] = [];
  readonly lines: number[] = [];
  #head: SheetRow[] | null = [];
  /** Rows of the sheets before, and the last row of this one. */
  #before = 0;
  #last = 0;

  constructor(path: string) {
    this.file = new RowsFile(path);
  }

  readonly add = (row: SheetRow): void => {
    if (this.#head === null) this.#keep(row);
    else if (this.#head.push(row) === headRows) this.chooseHeader();
  };

  /** The rows that follow are those of another sheet, of the same columns. */
  nextSheet(): void {
    this.chooseHeader();
    this.#head = [];
    this.#before += this.#last;
    this.#last = 0;
  }

  /** Once the first rows are there, or the sheet has ended before. */
  chooseHeader(): void {
    const head = this.#head;
    if (head === null) return;
    const texts = head.map(({ values }) => values.map((value) => value ?? ''));
    const { index } = headerAmong(texts);
    this.#head = null;
    if (index < 0) return;
    if (this.headers.length === 0) this.headers = texts[index]!.map((name) => name.trim());
    head.slice(index + 1).forEach((row) => {
      this.#keep(row);
    });
  }

  #keep({ number, values }: SheetRow): void {
    while (this.headers.length < values.length) this.headers.push('');
    this.file.add(values);
    this.lines.push(this.#before + number);
    this.#last = number;
    if (this.sample.length < sampleRows) this.sample.push(values);
  }
}

async function readSheets(
  workbook: Workbook,
  sheets: readonly Sheet[],
  context: ReadContext,
): Promise<SheetReader> {
  const reader = new SheetReader(join(context.workFolder, 'rows.jsonl'));
  for (const sheet of sheets) {
    reader.nextSheet();
    await workbook.eachRow(sheet, reader.add, async () => {
      context.signal?.throwIfAborted();
      await reader.file.flush();
    });
  }
  reader.chooseHeader();
  await reader.file.end();
  return reader;
}

/**
 * Reads the fullest sheet of a workbook and those that go on with it; a row's line is its number in the sheet, counted
 * on from one sheet to the next.
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
    const { sheets, warnings } = await dataSheets(workbook, name);
    const { headers, sample, lines, file } = await readSheets(workbook, sheets, context);
    if (lines.length === 0)
      throw new UnreadableFile(`${name} holds no record in any of its sheets.`);
    const dialect = { format: 'xlsx' } as const;
    return rowsTable({ file, headers, sample, lines, malformed: [], warnings, dialect }, context);
  } catch (error) {
    if (error instanceof UnreadableFile || context.signal?.aborted) throw error;
    throw new UnreadableFile(`${name} is a damaged workbook: save it again from the spreadsheet.`);
  } finally {
    workbook.close();
  }
}
