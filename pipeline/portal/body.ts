import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface Body {
  chunks: AsyncIterable<Buffer>;
  /** Whether a gzip layer was undone, whatever the headers said. */
  gunzipped: boolean;
}

/**
 * Undoes gzip by what the bytes are, not by what the headers claim: a plain body labelled gzip hangs
 * or breaks clients that believe the label, and a `.gz` sent unlabelled would pass for data.
 */
export async function decodeBody(raw: AsyncIterable<Buffer>): Promise<Body> {
  const iterator = raw[Symbol.asyncIterator]();
  const head = await readAtLeast(iterator, 2);
  const whole = continued(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { chunks: whole, gunzipped: false };
  const gunzip = createGunzip();
  // A fault may strike before anyone reads; whoever iterates afterwards still meets it.
  gunzip.on('error', () => {});
  pipeline(Readable.from(whole, { objectMode: false }), gunzip, () => {});
  return { chunks: gunzip, gunzipped: true };
}

async function readAtLeast(iterator: AsyncIterator<Buffer>, size: number): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < size) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
}

async function* continued(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
