import { type Dialect, UnreadableFile } from '../types.ts';
import { type CsvLayout, recordAt, valuesOf } from './csv-records.ts';
import { headerAmong } from './header.ts';

const separators = [';', ',', '\t', '|'];
/** How many records tell the dialect. */
const sampleRecords = 200;

export interface CsvSample {
  layout: CsvLayout;
  headers: string[];
  /** The first records after the header. */
  records: string[][];
  decimal: Dialect['decimal'];
}

export function lineEndOf(text: string): CsvLayout['lineEnd'] {
  const crlf = text.match(/\r\n/gu)?.length ?? 0;
  const lf = (text.match(/\n/gu)?.length ?? 0) - crlf;
  if (crlf === 0 && lf === 0) return text.includes('\r') ? 'CR' : 'LF';
  if (crlf === 0) return 'LF';
  return lf === 0 ? 'CRLF' : 'mixed';
}

/** Line ends outside quotes: those inside belong to values and may differ. */
const outsideQuotes = (text: string): string => text.replace(/"(?:[^"]|"")*"/gu, '');

interface Line {
  values: string[];
  /** Physical lines before it. */
  before: number;
}

function firstRecords(head: Buffer, layout: CsvLayout, whole: boolean): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let before = 0;
  while (start < head.length && lines.length < sampleRecords) {
    const record = recordAt(head, start, layout, whole);
    if (!record) break;
    if (!record.blank)
      lines.push({
        values: valuesOf(head.toString('utf8', start, record.contentEnd), layout.separator),
        before,
      });
    before += record.lineEnds;
    start = record.end;
  }
  return lines;
}

function decimalOf(records: readonly string[][]): Dialect['decimal'] {
  let [commas, points] = [0, 0];
  for (const value of records.flat()) {
    if (/^-?\d+,\d+$/u.test(value)) commas += 1;
    else if (/^-?\d+\.\d+$/u.test(value)) points += 1;
  }
  if (commas === 0 && points === 0) return undefined;
  return commas > points ? ',' : '.';
}

/** Names given to the columns, with nameless ones added when every record has as many more values. */
function headersOf(header: readonly string[], records: readonly string[][]): string[] {
  const names = header.map((name) => name.trim());
  const width = records[0]?.length ?? names.length;
  const wider = width > names.length && records.every((values) => values.length === width);
  return wider ? [...names, ...Array.from({ length: width - names.length }, () => '')] : names;
}

/**
 * Finds separator, line end and header from the first bytes of a UTF-8 text.
 * @throws UnreadableFile when no separator makes columns.
 */
export function csvSample(head: Buffer, whole: boolean, name: string): CsvSample {
  const body = head[0] === 0xef && head[1] === 0xbb ? head.subarray(3) : head;
  const lineEnd = lineEndOf(outsideQuotes(body.toString('utf8')));
  const tries = separators.map((separator) => {
    const layout: CsvLayout = { separator, lineEnd, preamble: 0 };
    const lines = firstRecords(body, layout, whole);
    const { index, known } = headerAmong(lines.map(({ values }) => values));
    const width = lines[index]?.values.length ?? 1;
    return { layout, lines, index, known, width };
  });
  const best = tries.reduce((one, other) =>
    other.known > one.known || (other.known === one.known && other.width > one.width) ? other : one,
  );
  if (best.index < 0) {
    const first = best.lines[0]?.values[0]?.slice(0, 60) ?? '';
    throw new UnreadableFile(
      `${name} has no columns: none of ; , tab | separates its first line "${first}".`,
    );
  }
  const header = best.lines[best.index]!;
  const records = best.lines.slice(best.index + 1).map(({ values }) => values);
  return {
    layout: { ...best.layout, preamble: header.before },
    headers: headersOf(header.values, records),
    records,
    decimal: decimalOf(records),
  };
}
