import Papa from 'papaparse';

/** A file that is no text: a workbook is a ZIP, and starts as one. */
export class WorkbookError extends Error {}

/** Windows-1252 where the bytes are not UTF-8: what Excel saves in France; UTF-16 by its mark. */
export function decode(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes.slice(0, 2));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The lines of a CSV of any separator, encoding and quoting. Throws `WorkbookError` for a workbook. */
export async function parseOwn(file: Blob): Promise<readonly (readonly string[])[]> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0x50 && second === 0x4b) throw new WorkbookError();
  const text = decode(bytes).replace(/^sep=.\r?\n/i, '');
  return Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' }).data;
}
