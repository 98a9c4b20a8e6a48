import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FieldColumn } from '../fields/map-columns.ts';
import { UnreadableFile } from '../types.ts';
import { csvSample } from './csv-dialect.ts';
import type { CsvLayout, Width } from './csv-records.ts';
import { holdsZero } from './digest.ts';
import { identifier, literal, withDuck } from './duck.ts';
import { separateMalformed } from './malformed.ts';
import { globFree, type PlainText } from './plain-text.ts';
import { sampleLines } from './sample.ts';
import type { OpenedTable, ReadContext, RecordQuery, RecordWriter, StagedRows } from './table.ts';
import { visitLines, visitRecords } from './visit-records.ts';

const sampleRows = 5;

/** Half of what DuckDB takes by itself: its memory is used again before it leaves the processor's caches. */
const bufferBytes = 16 * 1024 * 1024;

/** A sample has neither header nor preamble, and pieces of records that do not fit. */
async function queryOf(
  path: string,
  layout: CsvLayout,
  columns: number,
  fields: readonly FieldColumn[],
  workFolder: string,
): Promise<RecordQuery> {
  const types = Array.from({ length: columns }, (_, index) => `c${index}: 'VARCHAR'`).join(', ');
  const chosen = fields.map(({ field, index }) => `c${index} as ${identifier(field)}`).join(', ');
  const select = (from: string, how: string) =>
    `select ${chosen} from read_csv(${literal(from)}, auto_detect = false, delim = ${literal(layout.separator)},
      quote = '"', escape = '"', columns = {${types}}, strict_mode = true, null_padding = false, buffer_size = ${bufferBytes}, ${how})`;
  const sample = await sampleLines(path, workFolder);
  return {
    records: select(path, `header = true, skip = ${layout.preamble}`),
    sample: sample && {
      first: select(sample.first, 'header = false, ignore_errors = true'),
      second: select(sample.second, 'header = false, ignore_errors = true'),
    },
  };
}

/** Opens a delimited text; throws {@link UnreadableFile} when it has no columns or no record. */
export function openCsv(text: PlainText, context: ReadContext): OpenedTable {
  const sample = csvSample(text.head, text.whole, context.file);
  if (sample.records.length === 0 && text.whole)
    throw new UnreadableFile(
      `${context.file} holds a header and no record: download or export it again.`,
    );
  return {
    dialect: {
      format: 'csv',
      encoding: text.encoding,
      separator: sample.layout.separator,
      bom: text.bom,
      lineEnd: sample.layout.lineEnd,
      ...(sample.decimal && { decimal: sample.decimal }),
    },
    headers: sample.headers,
    sample: sample.records
      .slice(0, sampleRows)
      .map((values) => values.map((value) => (value === '' ? null : value))),
    warnings: [],
    stage: (fields, write, hasNul) =>
      stageCsv(
        { text, layout: sample.layout, width: widthOf(sample.headers, fields), context },
        fields,
        write,
        hasNul,
      ),
  };
}

interface CsvTable {
  text: PlainText;
  layout: CsvLayout;
  width: Width;
  context: ReadContext;
}

const widthOf = (headers: readonly string[], fields: readonly FieldColumn[]): Width => ({
  least: Math.max(...fields.map(({ index }) => index)) + 1,
  columns: headers.length,
});

/**
 * Strictly first, at DuckDB's own speed; when a record does not fit, a slower pass sets such records aside,
 * each with its line, and the rest is staged.
 */
async function stageCsv(
  table: CsvTable,
  fields: readonly FieldColumn[],
  write: RecordWriter,
  hasNul: Promise<boolean>,
): Promise<StagedRows> {
  const { text, layout, width, context } = table;
  const strictly = async (path: string, how: CsvLayout) => {
    const query = await queryOf(path, how, width.columns, fields, context.workFolder);
    return withDuck(context, (connection) => write(connection, query));
  };
  const path = await globFree(text.path, context.workFolder);
  const rows = await strictly(path, layout).catch((error: Error) => {
    context.signal?.throwIfAborted();
    if (text.encoding === 'utf-8' && /unicode|utf-?8/iu.test(error.message)) return 'encoding';
    return 'malformed';
  });
  if (rows === 'encoding')
    return stageCsv({ ...table, text: await text.convert() }, fields, write, hasNul);
  const none = new Set<number>();
  const copied = text.path !== context.path;
  const zero = copied ? await holdsZero(text.path, context.signal) : await hasNul;
  if (rows !== 'malformed' && !zero)
    return { rows, malformed: [], ...textOf(text), linesOf: linesOf(table, none) };
  const clean = join(context.workFolder, `${context.file}.clean.csv`);
  const set = await separateMalformed(text.path, layout, width, clean, context);
  if (set.invalidText) {
    await rm(clean, { force: true });
    return stageCsv({ ...table, text: await text.convert() }, fields, write, hasNul);
  }
  const kept = await strictly(clean, { ...layout, lineEnd: 'LF', preamble: 0 });
  await rm(clean, { force: true });
  return {
    rows: kept + set.malformed.length,
    malformed: set.malformed,
    ...textOf(text),
    linesOf: linesOf(table, set.lines),
  };
}

const textOf = ({ warnings, encoding }: PlainText) => ({ warnings, encoding });

/** Physical lines, found by reading the file again up to the last row asked for. */
const linesOf =
  ({ text, layout, width, context }: CsvTable, malformedLines: ReadonlySet<number>) =>
  async (rowNumbers: readonly number[]): Promise<Map<number, number>> => {
    const wanted = new Set(rowNumbers);
    const last = rowNumbers.reduce((max, row) => Math.max(max, row), -1);
    const lines = new Map<number, number>();
    /** The header is row -1. */
    let row = -2;
    const visit = (line: number): boolean => {
      if (line <= layout.preamble || malformedLines.has(line)) return true;
      row += 1;
      if (wanted.has(row)) lines.set(row, line);
      return row < last;
    };
    if (last < 0) return lines;
    if (malformedLines.size === 0) await visitLines(text.path, layout, visit, context.signal);
    else await visitRecords(text.path, layout, width, ({ line }) => visit(line), context.signal);
    return lines;
  };
