import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export interface Digest {
  bytes: number;
  sha256: string;
  /** Whether the file holds a zero byte, which no text does. */
  hasNul: boolean;
}

const blockBytes = 1024 * 1024;

/** Shows a file block after block, always in the same memory; stops when the visitor says false. */
async function eachBlock(
  path: string,
  signal: AbortSignal | undefined,
  visit: (block: Buffer) => boolean,
): Promise<void> {
  const file = await open(path);
  try {
    const memory = Buffer.allocUnsafeSlow(blockBytes);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(memory, 0, blockBytes);
      if (bytesRead === 0 || !visit(memory.subarray(0, bytesRead))) return;
    }
  } finally {
    await file.close();
  }
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
  await eachBlock(path, signal, (block) => {
    if (known === null) hash.update(block);
    hasNul ||= block.includes(0);
    bytes += block.length;
    advance(block.length);
    return true;
  });
  return { bytes, sha256: known ?? hash.digest('hex'), hasNul };
}

/** Whether a file holds a zero byte. */
export async function holdsZero(path: string, signal: AbortSignal | undefined): Promise<boolean> {
  let found = false;
  await eachBlock(path, signal, (block) => {
    found = block.includes(0);
    return !found;
  });
  return found;
}
