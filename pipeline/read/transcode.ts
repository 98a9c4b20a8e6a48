import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CodePage, upperHalves } from './code-pages.ts';
import type { Encoding } from './sniff.ts';

/** The length of the UTF-8 character at an offset: 0 when none stands there, -1 when the buffer cuts it. */
function characterLength(buffer: Buffer, at: number): number {
  const lead = buffer[at]!;
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead >= 0xf5) return 0;
  for (let next = 1; next < length; next += 1) {
    const byte = buffer[at + next];
    if (byte === undefined) return -1;
    if ((byte & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/**
 * Reads every byte above 0x7F by a code page. UTF-8 characters amid Windows-1252 are kept as they are: of the others'
 * letters some look like it (« ’é » of a Macintosh).
 */
class CodePageDecoder extends Transform {
  readonly #upperHalf: readonly Buffer[];
  readonly #keepsUtf8: boolean;
  #carried: Buffer = Buffer.alloc(0);
  /** How many characters of UTF-8 were met. */
  utf8 = 0;

  constructor(page: CodePage) {
    super();
    this.#upperHalf = upperHalves[page];
    this.#keepsUtf8 = page === 'windows-1252';
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, this.#decode(Buffer.concat([this.#carried, chunk]), false));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#decode(this.#carried, true));
  }

  #decode(buffer: Buffer, atEnd: boolean): Buffer {
    const parts: Buffer[] = [];
    let start = 0;
    let at = 0;
    this.#carried = Buffer.alloc(0);
    while (at < buffer.length) {
      if (buffer[at]! < 0x80) {
        at += 1;
        continue;
      }
      const length = this.#keepsUtf8 ? characterLength(buffer, at) : 0;
      if (length === -1 && !atEnd) {
        this.#carried = buffer.subarray(at);
        break;
      }
      if (length > 0) {
        this.utf8 += 1;
        at += length;
        continue;
      }
      parts.push(buffer.subarray(start, at), this.#upperHalf[buffer[at]! - 0x80]!);
      at += 1;
      start = at;
    }
    parts.push(buffer.subarray(start, at));
    return Buffer.concat(parts);
  }
}

/** UTF-16 of either byte order; pairs cut between two chunks are put together again. */
class WideDecoder extends Transform {
  readonly #decoder: TextDecoder;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    super();
    this.#decoder = new TextDecoder(encoding);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, Buffer.from(this.#decoder.decode(chunk, { stream: true })));
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(this.#decoder.decode()));
  }
}

export type ReadAs = Encoding | 'utf-8 and windows-1252';

/** Writes a UTF-8 copy of a text; says what its bytes turned out to be. Line ends are left as they are. */
export async function transcode(
  from: string,
  to: string,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): Promise<ReadAs> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    await rewrite(from, to, new WideDecoder(encoding), signal);
    return encoding;
  }
  const page = encoding === 'utf-8' ? 'windows-1252' : encoding;
  const decoder = new CodePageDecoder(page);
  await rewrite(from, to, decoder, signal);
  return decoder.utf8 > 0 ? 'utf-8 and windows-1252' : page;
}

const rewrite = (
  from: string,
  to: string,
  decoder: Transform,
  signal: AbortSignal | undefined,
): Promise<void> =>
  pipeline(createReadStream(from), decoder, createWriteStream(to), { ...(signal && { signal }) });
