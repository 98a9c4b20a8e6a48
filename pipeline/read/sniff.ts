import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { UnreadableFile } from '../types.ts';
import { type CodePage, codePageOf } from './code-pages.ts';

/** What a file is by its first bytes, whatever its name says. */
export type Content = 'text' | 'gzip' | 'zip' | 'parquet';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;

const headBytes = 256 * 1024;

/** The first bytes of a file, and how many bytes it has. */
export async function readHead(path: string): Promise<{ head: Buffer; bytes: number }> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'does not exist' : `cannot be opened (${cause.code})`;
    throw new UnreadableFile(`${path} ${why}.`);
  });
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(headBytes, size));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), bytes: size };
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, bytes: string) =>
  head.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1'));

/**
 * Tells text from the containers this program opens.
 * @throws UnreadableFile for an empty file and for what is no table at all: a web page, a PDF, an old workbook.
 */
export function contentOf(head: Buffer, name: string): Content {
  if (head.length === 0) throw new UnreadableFile(`${name} is empty: download or export it again.`);
  if (startsWith(head, 'PAR1')) return 'parquet';
  if (startsWith(head, '\x1f\x8b')) return 'gzip';
  if (startsWith(head, 'PK\x03\x04')) return 'zip';
  if (startsWith(head, '%PDF'))
    throw new UnreadableFile(`${name} is a PDF document, not data: export the data set as CSV.`);
  if (startsWith(head, '\xd0\xcf\x11\xe0'))
    throw new UnreadableFile(
      `${name} is a workbook in the old .xls format: save it as .xlsx or as CSV.`,
    );
  const start = head
    .toString('latin1', 0, 1024)
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  if (/^<(!doctype|html|head|body|\?xml|!--)/iu.test(start))
    throw new UnreadableFile(
      `${name} is a web page, not data (it starts with "${start.slice(0, 30).split(/[\r\n]/u)[0]}"): download the data set again.`,
    );
  return 'text';
}

/** UTF-16 shows by its mark or by a zero in every other byte of Latin text. */
function utf16Of(head: Buffer): Encoding | null {
  if (startsWith(head, '\xff\xfe')) return 'utf-16le';
  if (startsWith(head, '\xfe\xff')) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) even += 1;
    if (head[2 * pair + 1] === 0) odd += 1;
  }
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return 'utf-16le';
  return even > 0.7 * pairs && odd < 0.1 * pairs ? 'utf-16be' : null;
}

/** The encoding of a text by its first bytes, and whether it has a byte-order mark. */
export function encodingOf(head: Buffer, whole: boolean): { encoding: Encoding; bom: boolean } {
  const wide = utf16Of(head);
  if (wide) return { encoding: wide, bom: head[0]! >= 0xfe };
  const bom = startsWith(head, '\xef\xbb\xbf');
  return {
    encoding: isUtf8(whole ? head : upToLastCharacter(head)) ? 'utf-8' : codePageOf(head),
    bom,
  };
}

/** Without the character that the end of the buffer may have cut. */
function upToLastCharacter(head: Buffer): Buffer {
  let end = head.length;
  while (end > 0 && head.length - end < 4 && (head[end - 1]! & 0xc0) === 0x80) end -= 1;
  return head.subarray(0, end > 0 && head[end - 1]! >= 0xc0 ? end - 1 : head.length);
}
