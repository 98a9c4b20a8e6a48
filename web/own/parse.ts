import Papa from 'papaparse';

/** A file that is no text: a workbook is a ZIP, and starts as one. */
export class WorkbookError extends Error {}

/** UTF-16 by its mark or, without one, by the zero that every other byte of a text in Latin letters is. */
function utf16Of(bytes: ArrayBuffer): 'utf-16le' | 'utf-16be' | null {
  const start = new Uint8Array(bytes.slice(0, 200));
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 4;
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : null;
}

/** UTF-16 where it shows; else Windows-1252 where the bytes are not UTF-8: what Excel saves in France. */
export function decode(bytes: ArrayBuffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

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
  const text = decode(bytes).replace(/^sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  return data.slice(firstOf(data)).map((line) => line.map(bare));
}
