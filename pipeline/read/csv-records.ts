/** How the records of a delimited file are told apart. */
export interface CsvLayout {
  separator: string;
  /** `CR` only in a file without a single line feed. */
  lineEnd: 'LF' | 'CRLF' | 'CR' | 'mixed';
  /** Physical lines before the header. */
  preamble: number;
}

/** Why a record cannot be split into columns. */
export type RecordFault = 'unterminated' | 'quote' | null;

/** A record found in a buffer; offsets are bytes. */
export interface CsvRecord {
  contentEnd: number;
  /** Where the next record starts. */
  end: number;
  fields: number;
  /** Physical line ends from the start to `end`. */
  lineEnds: number;
  fault: RecordFault;
  /** Nothing but spaces. */
  blank: boolean;
  /** Holds a carriage return on its own outside quotes, which other readers take for a line end. */
  strayReturn: boolean;
  /** The file ends without a line end after it. */
  last: boolean;
}

export const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
/** Longer than any record: an opening quote still open after it was never closed. */
const longestRecord = 1024 * 1024;

/** The byte that ends a line. */
export const lineEndByte = ({ lineEnd }: CsvLayout): number =>
  lineEnd === 'CR' ? carriageReturn : lineFeed;

/**
 * The record that starts at an offset: quotes double inside quoted fields, and line ends inside them belong to
 * the record. Null when the buffer ends first and more is to come.
 */
export function recordAt(
  buffer: Buffer,
  start: number,
  layout: CsvLayout,
  atEnd: boolean,
): CsvRecord | null {
  const separator = layout.separator.charCodeAt(0);
  const lineEnd = lineEndByte(layout);
  let fields = 1;
  let lineEnds = 0;
  let fault: RecordFault = null;
  let blank = true;
  let strayReturn = false;
  let at = start;
  let fieldStart = true;
  for (; at < buffer.length; at += 1) {
    const byte = buffer[at]!;
    if (byte === lineEnd) {
      const contentEnd = at > start && buffer[at - 1] === carriageReturn ? at - 1 : at;
      return {
        contentEnd,
        end: at + 1,
        fields,
        lineEnds: lineEnds + 1,
        fault,
        blank,
        strayReturn,
        last: false,
      };
    }
    if (byte === separator) {
      fields += 1;
      fieldStart = true;
      blank = false;
      continue;
    }
    if (byte === quote && fieldStart) {
      blank = false;
      const closing = closingQuote(buffer, at + 1, lineEnd);
      if (closing === null) {
        const open = { start, fields, lineEnd };
        return atEnd || buffer.length - start > longestRecord ? firstLine(buffer, open) : null;
      }
      lineEnds += closing.lineEnds;
      at = closing.at;
      while (buffer[at + 1] === space || buffer[at + 1] === tab) at += 1;
      const next = buffer[at + 1];
      if (next === undefined && !atEnd) return null;
      const closes =
        next === undefined || next === separator || next === lineEnd || next === carriageReturn;
      if (!closes) fault = 'quote';
    } else if (byte === carriageReturn) {
      if (at + 1 === buffer.length && !atEnd) return null;
      strayReturn ||= at + 1 < buffer.length && buffer[at + 1] !== lineFeed;
    } else if (byte === space || byte === tab) continue;
    else blank = false;
    fieldStart = false;
  }
  if (!atEnd) return null;
  const contentEnd = at > start && buffer[at - 1] === carriageReturn ? at - 1 : at;
  return { contentEnd, end: at, fields, lineEnds, fault, blank, strayReturn, last: true };
}

function closingQuote(
  buffer: Buffer,
  from: number,
  lineEnd: number,
): { at: number; lineEnds: number } | null {
  let lineEnds = 0;
  for (let at = from; at < buffer.length; at += 1) {
    const byte = buffer[at]!;
    if (byte === lineEnd) lineEnds += 1;
    else if (byte === quote) {
      if (buffer[at + 1] !== quote) return { at, lineEnds };
      at += 1;
    }
  }
  return null;
}

/** The first physical line of a record that cannot be read to its end; what follows is read afresh. */
export function firstLine(
  buffer: Buffer,
  { start, fields, lineEnd }: { start: number; fields: number; lineEnd: number },
): CsvRecord {
  const found = buffer.indexOf(lineEnd, start);
  const contentEnd = found < 0 ? buffer.length : found;
  return {
    contentEnd,
    end: found < 0 ? buffer.length : found + 1,
    fields,
    lineEnds: found < 0 ? 0 : 1,
    fault: 'unterminated',
    blank: false,
    strayReturn: false,
    last: found < 0,
  };
}

/** The values of a well-formed record, quotes undone. */
export function valuesOf(content: string, separator: string): string[] {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    if (content[at] === '"') {
      let close = at + 1;
      for (;;) {
        close = content.indexOf('"', close);
        if (close < 0) close = content.length;
        if (content[close + 1] !== '"') break;
        close += 2;
      }
      const next = content.indexOf(separator, close);
      const after = next < 0 ? content.length : next;
      values.push(
        content.slice(at + 1, close).replaceAll('""', '"') + content.slice(close + 1, after),
      );
      if (next < 0) return values;
      at = next + 1;
    } else {
      const next = content.indexOf(separator, at);
      values.push(content.slice(at, next < 0 ? content.length : next));
      if (next < 0) return values;
      at = next + 1;
    }
  }
}
