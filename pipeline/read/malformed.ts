import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Reject } from '../types.ts';
import { type CsvLayout, type CsvRecord, fits, valuesOf, type Width } from './csv-records.ts';
import type { ReadContext } from './table.ts';
import { visitRecords } from './visit-records.ts';

export interface Separated {
  malformed: Reject[];
  /** Physical lines on which the malformed records start. */
  lines: Set<number>;
  /** The text is not UTF-8 after all: nothing else here holds. */
  invalidText: boolean;
}

const shownCharacters = 120;

function faultOf(record: CsvRecord, width: Width, hasNul: boolean): string | null {
  if (record.fault === 'unterminated') return 'a quote is opened and never closed';
  if (record.fault === 'quote') return 'a quote inside a quoted field is not doubled';
  if (!fits(record, width)) {
    const { columns } = width;
    const counted = `${record.fields} fields where the header names ${columns}`;
    return record.last && record.fields < columns
      ? `the file ends in the middle of this record: ${counted}`
      : counted;
  }
  return hasNul ? 'holds a zero byte' : null;
}

/** Written anew with spaces for stray carriage returns, which would be taken for line ends. */
const requoted = (content: Buffer, separator: string): Buffer =>
  Buffer.from(
    valuesOf(content.toString('utf8'), separator)
      .map((value) => `"${value.replaceAll('"', '""').replaceAll('\r', ' ')}"`)
      .join(separator),
  );

/** The separators that a record leaves out at its end. */
const padding = ({ fields }: CsvRecord, { columns }: Width, separator: string): Buffer =>
  Buffer.from(separator.repeat(Math.max(0, columns - fields)));

/**
 * Copies the records that can be split into the header's columns, with plain line feeds, and names the others
 * with their physical line.
 */
export async function separateMalformed(
  path: string,
  layout: CsvLayout,
  width: Width,
  cleanPath: string,
  context: ReadContext,
): Promise<Separated> {
  const separated: Separated = { malformed: [], lines: new Set(), invalidText: false };
  const clean = createWriteStream(cleanPath);
  let pending: Buffer[] = [];
  let headerSeen = false;
  const lineFeed = Buffer.from('\n');
  await visitRecords(
    path,
    layout,
    width,
    ({ record, line, buffer, start }) => {
      if (line <= layout.preamble) return true;
      const content = buffer.subarray(start, record.contentEnd);
      if (!isUtf8(content)) {
        separated.invalidText = true;
        return false;
      }
      const reason = headerSeen ? faultOf(record, width, content.includes(0)) : null;
      headerSeen = true;
      if (reason !== null) {
        separated.lines.add(line);
        const value = content
          .toString('utf8')
          .replaceAll('\0', '')
          .trimEnd()
          .slice(0, shownCharacters);
        const { dataset, file } = context;
        separated.malformed.push({ dataset, file, line, column: null, value, reason });
        return true;
      }
      const { separator } = layout;
      pending.push(record.strayReturn ? requoted(content, separator) : content);
      pending.push(padding(record, width, separator), lineFeed);
      return true;
    },
    context.signal,
    async () => {
      const block = Buffer.concat(pending);
      pending = [];
      if (!clean.write(block)) await once(clean, 'drain');
    },
  );
  clean.end(Buffer.concat(pending));
  await finished(clean);
  return separated;
}
