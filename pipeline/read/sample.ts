import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** A smaller file is read whole as fast as a sample of it. */
const worthSampling = 16 * 1024 * 1024;
/** One byte of so many is read from the beginning, where every respondent usually is. */
const beginningPart = 32;
/** One byte of so many is read in slices further on. */
const slicesPart = 64;
/** Several for each question. */
const slices = 512;
const smallestSlice = 4 * 1024;
const lineFeed = 0x0a;

/** The whole lines of a piece; a record cut in two by them is dropped, or learnt and never met. */
function wholeLines(piece: Buffer): Buffer {
  const start = piece.indexOf(lineFeed) + 1;
  return piece.subarray(start, piece.lastIndexOf(lineFeed) + 1);
}

/**
 * Copies some lines of a text into two small files, alternately: the beginning and slices all along.
 * @returns their paths, or null for a file that is not worth it
 */
export async function sampleLines(
  path: string,
  folder: string,
): Promise<{ first: string; second: string } | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < worthSampling) return null;
    const pieces: [Buffer[], Buffer[]] = [[], []];
    const read = async (at: number, bytes: number): Promise<Buffer> => {
      const piece = Buffer.allocUnsafe(bytes);
      const { bytesRead } = await file.read(piece, 0, bytes, at);
      return wholeLines(piece.subarray(0, bytesRead));
    };
    const beginning = Math.floor(size / beginningPart);
    pieces[0].push(await read(0, beginning));
    const step = Math.ceil(size / slices);
    const sliceBytes = Math.max(smallestSlice, Math.floor(step / slicesPart));
    for (let at = beginning, turn = 1; at < size; at += step, turn = 1 - turn)
      pieces[turn as 0 | 1].push(await read(at, sliceBytes));
    const [first, second] = [join(folder, 'sample-1.csv'), join(folder, 'sample-2.csv')];
    await writePieces(first, pieces[0]);
    await writePieces(second, pieces[1]);
    return { first, second };
  } finally {
    await file.close();
  }
}

async function writePieces(path: string, pieces: readonly Buffer[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}
