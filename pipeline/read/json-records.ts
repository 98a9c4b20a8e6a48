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

/** Lists of the portal's answers that hold no record. */
const asideLists: ReadonlySet<string> = new Set(['links', 'facet_groups']);
/** How the portal announces, in a page of answers, all the records there are. */
const totalNames: ReadonlySet<string> = new Set(['total_count', 'nhits']);
/** Room for a colon and a number. */
const totalBytes = 32;

/** Finds records in a growing buffer. */
class RecordFinder {
  readonly #layout: JsonLayout;
  /** The records that the file says there are, when it is a page of the portal's answers. */
  announced: number | null = null;
  #depth = 0;
  /** The last text of the outermost object: before an array, its name. */
  #name = '';
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
      if (byte === quote) {
        end = afterString(buffer, at);
        if (this.#depth === 1 && end > 0 && !this.#takeName(buffer, at, end, atEnd)) return at;
      } else if (byte === openBrace && this.#isRecord(target)) {
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

  #isRecord(target: number): boolean {
    return this.#depth === target && !(target === 2 && asideLists.has(this.#name));
  }

  /** Remembers a text of the outermost object, and the total that it announces; false when that is cut. */
  #takeName(buffer: Buffer, at: number, end: number, atEnd: boolean): boolean {
    this.#name = buffer.toString('latin1', at + 1, end - 1);
    if (!totalNames.has(this.#name)) return true;
    if (end + totalBytes > buffer.length && !atEnd) return false;
    const total = /^\s*:\s*(\d+)/u.exec(buffer.toString('latin1', end, end + totalBytes))?.[1];
    if (total !== undefined) this.announced = Math.max(this.announced ?? 0, Number(total));
    return true;
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

/**
 * Reads a file's records one after the other; `afterChunk` is awaited between pieces of the file.
 * @returns how many records there are in all, when the file is a page of the portal's answers; else null
 */
export async function eachJsonRecord(
  path: string,
  layout: JsonLayout,
  record: (found: JsonText) => void,
  afterChunk: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const finder = new RecordFinder(layout);
  let carried: Buffer = Buffer.alloc(0);
  const stream = createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const buffer = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    carried = buffer.subarray(finder.visit(buffer, false, record));
    await afterChunk();
  }
  finder.visit(carried, true, record);
  return finder.announced;
}

/** The layout that the beginning of a file shows. */
export function jsonLayoutOf(head: string): JsonLayout {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  if (text.startsWith('[')) return 'array';
  const [firstLine] = text.split('\n', 1);
  if (isRecord(firstLine!) && text.length > firstLine!.trimEnd().length + 1) return 'lines';
  return /^\{(?:[^{[]|\{[^{}]*\}|\[[^[\]{}]*\])*?:\s*\[\s*\{/u.test(text.slice(0, 65_536))
    ? 'wrapped'
    : 'lines';
}

/** Whether a line is a record, and not one of several pages of answers. */
function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : null;
    return names !== null && !names.some((name) => totalNames.has(name));
  } catch {
    return false;
  }
}
