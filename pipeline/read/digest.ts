import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface Digest {
  bytes: number;
  sha256: string;
  /** Whether the file holds a zero byte, which no text does. */
  hasNul: boolean;
}

/**
 * Reads a file once for its checksum. DuckDB works in its own threads meanwhile, so this costs little more
 * than a spare core. A checksum already known is not computed again.
 */
export async function digest(
  path: string,
  known: string | null,
  advance: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  let hasNul = false;
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, ...(signal && { signal }) });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (known === null) hash.update(chunk);
    hasNul ||= chunk.includes(0);
    bytes += chunk.length;
    advance(chunk.length);
  }
  return { bytes, sha256: known ?? hash.digest('hex'), hasNul };
}

/** Whether a file holds a zero byte. */
export async function holdsZero(path: string, signal: AbortSignal | undefined): Promise<boolean> {
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, ...(signal && { signal }) });
  for await (const chunk of stream as AsyncIterable<Buffer>) if (chunk.includes(0)) return true;
  return false;
}
