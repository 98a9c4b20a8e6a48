import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from '../types.ts';
import { type Encoding, encodingOf, readHead } from './sniff.ts';
import type { ReadContext } from './table.ts';
import { type ReadAs, transcode } from './transcode.ts';

/** A text in UTF-8: the file itself, or a copy of it. */
export interface PlainText {
  path: string;
  head: Buffer;
  /** Whether `head` is all of it. */
  whole: boolean;
  encoding: ReadAs;
  bom: boolean;
  warnings: string[];
  /** Makes a copy in which the bytes that are no UTF-8 are read as Windows-1252. */
  convert(): Promise<PlainText>;
}

/** Undoes gzip. @throws UnreadableFile when the file is cut short or damaged. */
export async function gunzip(path: string, context: ReadContext): Promise<string> {
  const unpacked = join(context.workFolder, `${context.file}.unpacked`);
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked), {
      ...(context.signal && { signal: context.signal }),
    });
  } catch {
    context.signal?.throwIfAborted();
    throw new UnreadableFile(
      `${context.file} is compressed and cut short or damaged: download it again.`,
    );
  }
  return unpacked;
}

/** Opens a text whatever its encoding: what is not UTF-8 is read through a converted copy. */
export async function plainText(path: string, context: ReadContext): Promise<PlainText> {
  const { head, bytes } = await readHead(path);
  const whole = bytes === head.length;
  const { encoding, bom } = encodingOf(head, whole);
  const convert = (from: Encoding) => converted(path, from, bom, context);
  if (encoding !== 'utf-8') return convert(encoding);
  return { path, head, whole, encoding, bom, warnings: [], convert: () => convert('windows-1252') };
}

async function converted(
  path: string,
  from: Encoding,
  bom: boolean,
  context: ReadContext,
): Promise<PlainText> {
  const copy = join(context.workFolder, `${context.file}.utf8`);
  const encoding = await transcode(path, copy, from, context.signal);
  const { head, bytes } = await readHead(copy);
  const mixed = encoding === 'utf-8 and windows-1252';
  const warnings = mixed
    ? [`${context.file} mixes UTF-8 and Windows-1252: each character is read as what it is.`]
    : [];
  const text = { path: copy, head, whole: bytes === head.length, encoding, bom, warnings };
  return {
    ...text,
    convert: async () => ({ ...text, convert: () => Promise.reject(new Error(copy)) }),
  };
}

/** DuckDB takes * ? [ ] { } in a path for a pattern: a file so named is reached through a link. */
export async function globFree(path: string, workFolder: string): Promise<string> {
  if (!/[*?[\]{}]/u.test(path)) return path;
  const link = join(workFolder, `source-${Buffer.from(path).toString('hex').slice(-24)}`);
  await symlink(resolve(path), link).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') await copyFile(path, link);
  });
  return link;
}
