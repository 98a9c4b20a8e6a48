import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Encoding } from './sniff.ts';

/**
 * What Windows-1252 writes in bytes 0x80–0x9F; a space where it defines nothing. Written out because the
 * decoders of some Node releases read these bytes as Latin-1 and lose every typographic apostrophe.
 */
const upperHalf =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d ' +
  ' \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178';

const windows1252: readonly Buffer[] = Array.from({ length: 128 }, (_, index) =>
  Buffer.from(index < 32 ? upperHalf[index]! : String.fromCharCode(index + 128)),
);

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

/** Keeps the UTF-8 characters of a stream and reads every other byte above 0x7F as Windows-1252. */
class LooseDecoder extends Transform {
  #carried: Buffer = Buffer.alloc(0);
  /** Characters met of either encoding. */
  readonly met = { utf8: 0, windows1252: 0 };

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
      const length = characterLength(buffer, at);
      if (length === -1 && !atEnd) {
        this.#carried = buffer.subarray(at);
        break;
      }
      if (length > 0) {
        this.met.utf8 += 1;
        at += length;
        continue;
      }
      this.met.windows1252 += 1;
      parts.push(buffer.subarray(start, at), windows1252[buffer[at]! - 0x80]!);
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
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const decoder = wide ? new WideDecoder(encoding) : new LooseDecoder();
  await pipeline(createReadStream(from), decoder, createWriteStream(to), {
    ...(signal && { signal }),
  });
  if (!(decoder instanceof LooseDecoder)) return encoding;
  return decoder.met.utf8 > 0 ? 'utf-8 and windows-1252' : 'windows-1252';
}
