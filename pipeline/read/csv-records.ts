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
  /** Fields up to the last that is not empty. */
  filled: number;
  /** Physical line ends from the start to `end`. */
  lineEnds: number;
  fault: RecordFault;
  /** Nothing but spaces. */
  blank: boolean;
  /** Holds a carriage return on its own outside quotes, which DuckDB takes for a line end. */
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

/** How many fields a record may have: all the header names, and no fewer than reach the last column that is used. */
export interface Width {
  least: number;
  columns: number;
}

/**
 * Whether a record fills the columns. Empty values too many at its end do no harm, nor do spreadsheets that leave out
 * the last ones where they are empty, unless the file ends there.
 */
export const fits = (
  { fault, fields, filled, last }: CsvRecord,
  { least, columns }: Width,
): boolean =>
  fault === null &&
  (fields === columns || (fields > columns ? filled <= columns : fields >= least && !last));

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
  const record = emptyRecord();
  let fieldStart = true;
  let at = start;
  for (; at < buffer.length && buffer[at] !== lineEnd; at += 1) {
    const byte = buffer[at]!;
    if (byte === separator) {
      record.fields += 1;
      record.blank = false;
      fieldStart = true;
    } else if (byte === quote && fieldStart) {
      const close = passQuoted(buffer, at, record, { separator, lineEnd, atEnd });
      if (close === null) {
        const endless = atEnd || buffer.length - start > longestRecord;
        return endless ? firstLine(buffer, start, lineEnd) : null;
      }
      at = close;
      fieldStart = false;
    } else if (byte === carriageReturn) {
      if (at + 1 === buffer.length && !atEnd) return null;
      record.strayReturn ||= at + 1 < buffer.length && buffer[at + 1] !== lineFeed;
    } else {
      record.filled = record.fields;
      if (byte === space || byte === tab) continue;
      record.blank = false;
      fieldStart = false;
    }
  }
  record.last = at === buffer.length;
  if (record.last && !atEnd) return null;
  if (!record.last) record.lineEnds += 1;
  record.end = record.last ? at : at + 1;
  record.contentEnd = at > start && buffer[at - 1] === carriageReturn ? at - 1 : at;
  return record;
}

const emptyRecord = (): CsvRecord => ({
  contentEnd: 0,
  end: 0,
  fields: 1,
  filled: 0,
  lineEnds: 0,
  fault: null,
  blank: true,
  strayReturn: false,
  last: false,
});

/** Notes what a quoted field holds; answers the offset of its last character, or null when it has no end here. */
function passQuoted(
  buffer: Buffer,
  from: number,
  record: CsvRecord,
  { separator, lineEnd, atEnd }: { separator: number; lineEnd: number; atEnd: boolean },
): number | null {
  let lineEnds = 0;
  let at = from + 1;
  for (; at < buffer.length; at += 1) {
    if (buffer[at] === lineEnd) lineEnds += 1;
    else if (buffer[at] === quote) {
      if (buffer[at + 1] !== quote) break;
      at += 1;
    }
  }
  if (at >= buffer.length) return null;
  if (at > from + 1) record.filled = record.fields;
  while (buffer[at + 1] === space || buffer[at + 1] === tab) at += 1;
  const next = buffer[at + 1];
  if (next === undefined && !atEnd) return null;
  const ends = [undefined, separator, lineEnd, carriageReturn].includes(next);
  if (!ends) record.fault = 'quote';
  record.lineEnds += lineEnds;
  record.blank = false;
  return at;
}

/** The first physical line of a record that cannot be read to its end; what follows is read afresh. */
export function firstLine(buffer: Buffer, start: number, lineEnd: number): CsvRecord {
  const found = buffer.indexOf(lineEnd, start);
  const last = found < 0;
  return {
    ...emptyRecord(),
    contentEnd: last ? buffer.length : found,
    end: last ? buffer.length : found + 1,
    lineEnds: last ? 0 : 1,
    fault: 'unterminated',
    blank: false,
    last,
  };
}

/** The values of a well-formed record, quotes undone, and the spaces around them. */
export function valuesOf(content: string, separator: string): string[] {
  const values: string[] = [];
  for (let at = 0; ; ) {
    const opening = /[ \t]*"/uy;
    opening.lastIndex = at;
    const quoted = opening.test(content);
    const close = quoted ? closingQuote(content, opening.lastIndex) : at;
    const next = content.indexOf(separator, close);
    const end = next < 0 ? content.length : next;
    values.push(
      quoted
        ? content.slice(opening.lastIndex, close).replaceAll('""', '"') +
            content.slice(close + 1, end).trimEnd()
        : content.slice(at, end),
    );
    if (next < 0) return values;
    at = next + 1;
  }
}

function closingQuote(content: string, from: number): number {
  let close = content.indexOf('"', from);
  while (close >= 0 && content[close + 1] === '"') close = content.indexOf('"', close + 2);
  return close < 0 ? content.length : close;
}
