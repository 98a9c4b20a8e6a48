import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import {
  type CountsFault,
  type CountsLine,
  type EnterpriseCounts,
  isCountsFault,
  readEnterpriseCounts,
} from '../core/contract/enterprise-counts.ts';
import { describeCountsFault } from '../core/format/counts-words.ts';
import { decodeText } from '../core/format/decode-text.ts';
import { UsageError } from './config.ts';

export const countsHelp =
  'CSV of official numbers of enterprises (department, sector, size, enterprises) that volumes are calibrated to (NUMOSCOPE_COUNTS)';

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0;

/** Records and the physical line each begins on, which a line break between quotes keeps from being its number. */
function parseLines(text: string): CountsLine[] {
  const [lead = ''] = /^(?:sep=.\r?\n)?[\r\n]*/iu.exec(text) ?? [];
  const body = text.slice(lead.length).trimEnd();
  // Empty lines would mislead the guess of the separator, and must be counted.
  const { delimiter } = Papa.parse(body, { preview: 50, skipEmptyLines: 'greedy' }).meta;
  const lines: CountsLine[] = [];
  let line = 1 + breaksIn(lead);
  let read = 0;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, meta: { cursor } }) => {
      lines.push({ line, values: data });
      line += breaksIn(body.slice(read, cursor));
      read = cursor;
    },
  });
  return lines;
}

/** Reads the bytes of a CSV of official counts, of any separator; `name` is what the file goes by. */
export async function readCounts(
  bytes: Uint8Array,
  name: string,
): Promise<EnterpriseCounts | CountsFault> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { reason: 'workbook', line: 1, column: '', value: '' };
  }
  const { countReaders } = await import('../pipeline/normalise/count-readers.ts');
  return readEnterpriseCounts(parseLines(decodeText(bytes)), name, countReaders);
}

/**
 * Reads a file of official counts. Null without a file.
 * @throws UsageError naming the file and, where there is one, the line and column that cannot be used.
 */
export async function loadCounts(path: string | undefined): Promise<EnterpriseCounts | null> {
  if (path === undefined) return null;
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The file of counts "${path}" cannot be read (${cause.code}).`);
  });
  const read = await readCounts(bytes, basename(path));
  if (isCountsFault(read)) throw new UsageError(describeCountsFault(path, read, 'en'));
  return read;
}
