import { openCsv } from './csv.ts';
import { gunzip, plainText } from './plain-text.ts';
import { contentOf, readHead } from './sniff.ts';
import type { OpenedTable, ReadContext } from './table.ts';

/**
 * Opens a file as what its bytes say it is, whatever its name.
 * @throws UnreadableFile when it is no table.
 */
export async function openTable(context: ReadContext): Promise<OpenedTable> {
  const path = await unpacked(context);
  return openCsv(await plainText(path, context), context);
}

async function unpacked(context: ReadContext): Promise<string> {
  const { head } = await readHead(context.path);
  return contentOf(head, context.file) === 'gzip' ? gunzip(context.path, context) : context.path;
}
