import { openCsv } from './csv.ts';
import { openJson, startsJson } from './json.ts';
import { openParquet } from './parquet.ts';
import { gunzip, plainText } from './plain-text.ts';
import { contentOf, readHead } from './sniff.ts';
import type { OpenedTable, ReadContext } from './table.ts';
import { openXlsx } from './xlsx.ts';

/**
 * Opens a file as what its bytes say it is, whatever its name.
 * @throws UnreadableFile when it is no table.
 */
export async function openTable(context: ReadContext): Promise<OpenedTable> {
  let path = context.path;
  let content = contentOf((await readHead(path)).head, context.file);
  if (content === 'gzip') {
    path = await gunzip(path, context);
    content = contentOf((await readHead(path)).head, context.file);
  }
  if (content === 'parquet') return openParquet(path, context);
  if (content === 'zip') return openXlsx(path, context);
  const text = await plainText(path, context);
  return startsJson(text.head) ? openJson(text, context) : openCsv(text, context);
}
