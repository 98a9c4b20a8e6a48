import { readSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A smaller file is read whole as fast as a sample of it. */
const worthSampling = 16 * 1024 * 1024;
/** One byte of so many is read from the beginning, where every respondent usually is. */
const beginningPart = 64;
/** One byte of so many is read in slices further on. */
const slicesPart = 64;
/** Two or more for each question. */
const slices = 256;
const smallestSlice = 4 * 1024;
const lineFeed = 0x0a;
const quote = 0x22;

/** Whether every quote of a line is closed in it. */
function isClosed(line: Buffer): boolean {
  let quotes = 0;
  for (let at = line.indexOf(quote); at !== -1; at = line.indexOf(quote, at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

/**
 * The whole lines of a piece. A line that leaves a quote open would swallow what follows it, down to the quote of
 * another piece: records of several lines are left to be met. What else a piece cuts in two is dropped by the reader.
 */
function wholeLines(piece: Buffer): Buffer {
  const lines: Buffer[] = [];
  let start = piece.indexOf(lineFeed) + 1;
  for (let end = piece.indexOf(lineFeed, start); end !== -1; end = piece.indexOf(lineFeed, start)) {
    const line = piece.subarray(start, end + 1);
    if (isClosed(line)) lines.push(line);
    start = end + 1;
  }
  return Buffer.concat(lines);
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
    // Each read takes microseconds; awaited, it would wait for a block of the checksum that is computed meanwhile.
    const read = (at: number, bytes: number): Buffer => {
      const piece = Buffer.allocUnsafe(bytes);
      return wholeLines(piece.subarray(0, readSync(file.fd, piece, 0, bytes, at)));
    };
    const beginning = Math.floor(size / beginningPart);
    pieces[0].push(read(0, beginning));
    const step = Math.ceil(size / slices);
    const sliceBytes = Math.max(smallestSlice, Math.floor(step / slicesPart));
    for (let at = beginning, turn = 1; at < size; at += step, turn = 1 - turn)
      pieces[turn as 0 | 1].push(read(at, sliceBytes));
    const [first, second] = [join(folder, 'sample-1.csv'), join(folder, 'sample-2.csv')];
    await writeFile(first, Buffer.concat(pieces[0]));
    await writeFile(second, Buffer.concat(pieces[1]));
    return { first, second };
  } finally {
    await file.close();
  }
}
