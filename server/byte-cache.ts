import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may travel. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** An answer ready to be sent, compressed once for each encoding that was asked for. */
export interface Entry {
  readonly contentType: string;
  /** How a browser is to name it, and whether it shows it or keeps it. */
  readonly disposition: string | null;
  readonly etag: string;
  readonly bodies: Map<Encoding, Buffer>;
}

/** Answers kept in memory, 64 MB of them; the least recently sent leave first. */
const budget = 64 * 1024 * 1024;
/** Below this size compression costs more than it saves. */
const smallestCompressed = 860;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const compress: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => compressGzip(body, { level: 6 }),
  identity: (body) => Promise.resolve(body),
};

/** A file to keep, under that name. */
export const keptAs = (name: string): string => `attachment; filename="${name}"`;

/** A picture to show, kept under that name by whoever saves it. */
export const shownAs = (name: string): string => `inline; filename="${name}"`;

/** Makes an entry of a body; its tag is its content's digest. */
export const entryOf = (
  contentType: string,
  body: Buffer,
  disposition: string | null = null,
): Entry => ({
  contentType,
  disposition,
  etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
  bodies: new Map([['identity', body]]),
});

/** The best encoding that a request accepts. Read by hand: of a ready answer, a library’s parsing is a tenth of the work. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const refused = /;\s*q=0(?:\.0+)?\s*(?:,|$)/;
  const accepted = (header ?? '')
    .split(',')
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase());
  return encodings.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

/** Ready bodies by key, bounded in bytes. */
export class ByteCache {
  readonly #entries = new Map<string, Entry>();
  readonly #pending = new Map<string, Promise<Entry>>();
  readonly #kept = new WeakSet<Entry>();
  #bytes = 0;

  /** The entry of a key, made by `make` when absent; callers that come meanwhile share the making. */
  async get(key: string, make: () => Promise<Entry>): Promise<Entry> {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    const making = make().finally(() => this.#pending.delete(key));
    this.#pending.set(key, making);
    const entry = await making;
    this.#entries.set(key, entry);
    this.#kept.add(entry);
    this.#grow(sizeOf(entry));
    return entry;
  }

  /** The body in an encoding, compressed the first time; small ones are left as they are. */
  async body(entry: Entry, encoding: Encoding): Promise<{ encoding: Encoding; body: Buffer }> {
    const plain = entry.bodies.get('identity')!;
    if (encoding === 'identity' || plain.length < smallestCompressed) {
      return { encoding: 'identity', body: plain };
    }
    const known = entry.bodies.get(encoding);
    if (known !== undefined) return { encoding, body: known };
    const body = await compress[encoding](plain);
    if (!entry.bodies.has(encoding)) {
      entry.bodies.set(encoding, body);
      if (this.#kept.has(entry)) this.#grow(body.length);
    }
    return { encoding, body };
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= budget) return;
      this.#entries.delete(key);
      this.#kept.delete(entry);
      this.#bytes -= sizeOf(entry);
    }
  }
}

const sizeOf = ({ bodies }: Entry): number =>
  [...bodies.values()].reduce((sum, { length }) => sum + length, 0);
