import { createReadStream } from 'node:fs';
import {
  type CsvLayout,
  type CsvRecord,
  firstLine,
  fits,
  lineEndByte,
  quote,
  recordAt,
  type Width,
} from './csv-records.ts';

const chunkBytes = 4 * 1024 * 1024;

/**
 * Of a broken record of several lines, only its first line when the next one stands on its own: a stray quote
 * must not swallow the records that follow. Null when the buffer ends before that can be told.
 */
function firstLineOnly(
  buffer: Buffer,
  start: number,
  record: CsvRecord,
  layout: CsvLayout,
  width: Width,
  atEnd: boolean,
): CsvRecord | null {
  if (fits(record, width) || record.lineEnds < 2) return record;
  const line = firstLine(buffer, start, lineEndByte(layout));
  const next = recordAt(buffer, line.end, layout, atEnd);
  return next && (fits(next, width) ? line : record);
}

/** What is known of a record as it is visited; `line` is the physical line it starts on, from 1. */
export interface Visited {
  record: CsvRecord;
  line: number;
  buffer: Buffer;
  start: number;
}

/**
 * Reads a file in pieces. `drain` is given what is there, visits what it can of it, and answers what is left,
 * or null when it has enough.
 */
async function eachPiece(
  path: string,
  signal: AbortSignal | undefined,
  drain: (buffer: Buffer, atEnd: boolean) => Buffer | null,
  afterPiece?: () => Promise<void>,
): Promise<void> {
  const stream = createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) });
  let carried: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    const fresh = marked ? chunk.subarray(3) : chunk;
    first = false;
    const rest = drain(carried.length > 0 ? Buffer.concat([carried, fresh]) : fresh, false);
    if (rest === null) return;
    carried = rest;
    await afterPiece?.();
  }
  drain(carried, true);
}

/**
 * Visits every record but blank lines, header and preamble included, until `visit` answers false. `width` is
 * what a record should have. Buffers are good until `afterPiece` has ended.
 */
export async function visitRecords(
  path: string,
  layout: CsvLayout,
  width: Width,
  visit: (visited: Visited) => boolean,
  signal?: AbortSignal,
  afterPiece?: () => Promise<void>,
): Promise<void> {
  let line = 1;
  const drain = (buffer: Buffer, atEnd: boolean): Buffer | null => {
    let start = 0;
    while (start < buffer.length) {
      const whole = recordAt(buffer, start, layout, atEnd);
      const record = whole && firstLineOnly(buffer, start, whole, layout, width, atEnd);
      if (!record) break;
      if (!record.blank && !visit({ record, line, buffer, start })) return null;
      line += record.lineEnds;
      start = record.end;
    }
    return buffer.subarray(start);
  };
  await eachPiece(path, signal, drain, afterPiece);
}

/** A longer line is taken for a record without looking whether it is all spaces. */
const longestBlank = 64;

/**
 * Visits the first physical line of every record of a file known to be well formed, blank lines left out, until
 * `visit` answers false. A line without a quote is passed over without looking at its fields.
 */
export async function visitLines(
  path: string,
  layout: CsvLayout,
  visit: (line: number) => boolean,
  signal?: AbortSignal,
): Promise<void> {
  const lineEnd = lineEndByte(layout);
  let line = 1;
  const drain = (buffer: Buffer, atEnd: boolean): Buffer | null => {
    let start = 0;
    let quoteAt = -1;
    while (start < buffer.length) {
      if (quoteAt < start) quoteAt = indexOrEnd(buffer, quote, start);
      const lineEndAt = indexOrEnd(buffer, lineEnd, start);
      const plain = quoteAt > lineEndAt && lineEndAt - start > longestBlank;
      const record = plain ? null : recordAt(buffer, start, layout, atEnd);
      if (!plain && !record) break;
      if (!record?.blank && !visit(line)) return null;
      line += record?.lineEnds ?? 1;
      start = record?.end ?? lineEndAt + 1;
    }
    return buffer.subarray(start);
  };
  await eachPiece(path, signal, drain);
}

function indexOrEnd(buffer: Buffer, byte: number, from: number): number {
  const found = buffer.indexOf(byte, from);
  return found < 0 ? buffer.length : found;
}
