import { createReadStream } from 'node:fs';

/**
 * Where the records of a JSON file are: one a line, in an array, or in an array inside an object
 * (`{"results": […]}`).
 */
export type JsonLayout = 'lines' | 'array' | 'wrapped';

/** A record as it stands in the file; `line` counts from 1. Not `complete` when the file ends inside it. */
export interface JsonText {
  text: Buffer;
  line: number;
  complete: boolean;
}

const chunkBytes = 1024 * 1024;
/** Longer than any record: one that has not ended by then never will, and nothing after it can be told. */
const longestRecord = 16 * 1024 * 1024;
const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The offset after a string that opens at `from`; -1 when the buffer ends first. */
function afterString(buffer: Buffer, from: number): number {
  for (let at = from + 1; ; at += 1) {
    at = buffer.indexOf(quote, at);
    if (at < 0) return -1;
    let slashes = 0;
    while (buffer[at - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
}

/** The offset after the object that opens at `from`; -1 when the buffer ends first. */
function afterObject(buffer: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < buffer.length; ) {
    const byte = buffer[at]!;
    if (byte === quote) {
      at = afterString(buffer, at);
      if (at < 0) return -1;
      continue;
    }
    if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    at += 1;
  }
  return -1;
}

/** Finds records in a growing buffer. */
class RecordFinder {
  readonly #layout: JsonLayout;
  #depth = 0;
  #line = 1;
  #lost = false;

  constructor(layout: JsonLayout) {
    this.#layout = layout;
  }

  /** Visits the records of a buffer; answers the offset up to which it is used up. */
  visit(buffer: Buffer, atEnd: boolean, record: (found: JsonText) => void): number {
    return this.#layout === 'lines'
      ? this.#lines(buffer, atEnd, record)
      : this.#objects(buffer, atEnd, record);
  }

  #lines(buffer: Buffer, atEnd: boolean, record: (found: JsonText) => void): number {
    let start = 0;
    while (start < buffer.length) {
      const found = buffer.indexOf(lineFeed, start);
      if (found < 0 && !atEnd) break;
      const end = found < 0 ? buffer.length : found;
      const text = buffer.subarray(start, end);
      if (text.toString('latin1').trim() !== '')
        record({ text, line: this.#line, complete: found >= 0 || endsObject(text) });
      this.#line += 1;
      start = end + 1;
    }
    return Math.min(start, buffer.length);
  }

  #objects(buffer: Buffer, atEnd: boolean, record: (found: JsonText) => void): number {
    const target = this.#layout === 'array' ? 1 : 2;
    let at = this.#lost ? buffer.length : 0;
    while (at < buffer.length) {
      const byte = buffer[at]!;
      let end = at + 1;
      if (byte === quote) end = afterString(buffer, at);
      else if (byte === openBrace && this.#depth === target) {
        end = afterObject(buffer, at);
        if (end > 0) record({ text: buffer.subarray(at, end), line: this.#line, complete: true });
        else if (atEnd || buffer.length - at > longestRecord) {
          record({ text: buffer.subarray(at), line: this.#line, complete: false });
          this.#lost = true;
        }
      } else if (byte === openBrace || byte === openBracket) this.#depth += 1;
      else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
      if (this.#lost) return buffer.length;
      if (end < 0) return at;
      this.#line += countLines(buffer, at, end);
      at = end;
    }
    return at;
  }
}

const endsObject = (text: Buffer) => text.toString('latin1').trimEnd().endsWith('}');

function countLines(buffer: Buffer, from: number, to: number): number {
  let lines = 0;
  let at = buffer.indexOf(lineFeed, from);
  while (at >= 0 && at < to) {
    lines += 1;
    at = buffer.indexOf(lineFeed, at + 1);
  }
  return lines;
}

/** Reads a file's records one after the other; `afterChunk` is awaited between pieces of the file. */
export async function eachJsonRecord(
  path: string,
  layout: JsonLayout,
  record: (found: JsonText) => void,
  afterChunk: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const finder = new RecordFinder(layout);
  let carried: Buffer = Buffer.alloc(0);
  const stream = createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const buffer = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    carried = buffer.subarray(finder.visit(buffer, false, record));
    await afterChunk();
  }
  finder.visit(carried, true, record);
}

/** The layout that the beginning of a file shows. */
export function jsonLayoutOf(head: string): JsonLayout {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  if (text.startsWith('[')) return 'array';
  const [firstLine] = text.split('\n', 1);
  if (isObject(firstLine!) && text.length > firstLine!.trimEnd().length + 1) return 'lines';
  return /^\{(?:[^{[]|\{[^{}]*\}|\[[^[\]{}]*\])*?:\s*\[\s*\{/u.test(text.slice(0, 65_536))
    ? 'wrapped'
    : 'lines';
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
