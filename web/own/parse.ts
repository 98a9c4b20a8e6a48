import Papa from 'papaparse';
import { decodeText } from '../../core/format/decode-text.ts';

/** A file that is no text: a workbook is a ZIP, and starts as one. */
export class WorkbookError extends Error {}

/** A value as it is read: without what spreadsheets put around a code so that it keeps its zero (`="01000"`, `'01000`). */
const bare = (value: string): string => value.replace(/^=?"(.*)"$/, '$1').replace(/^'(?=\d)/, '');

const filled = (line: readonly string[]): number =>
  line.filter((value) => value.trim() !== '').length;

/** Where the table begins: below the titles that some exports put above it, alone on their line. */
function firstOf(lines: readonly (readonly string[])[]): number {
  const some = lines.slice(0, 50);
  const tabular = some.filter((line) => filled(line) > 1).length;
  return tabular > some.length / 2 ? some.findIndex((line) => filled(line) > 1) : 0;
}

/** The lines of a CSV, from that of its headings on, of any separator, encoding and quoting. Throws `WorkbookError` for a workbook. */
export async function parseOwn(file: Blob): Promise<readonly (readonly string[])[]> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0x50 && second === 0x4b) throw new WorkbookError();
  const text = decodeText(new Uint8Array(bytes)).replace(/^sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  return data.slice(firstOf(data)).map((line) => line.map(bare));
}
