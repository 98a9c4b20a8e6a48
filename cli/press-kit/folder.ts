import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../config.ts';
import { CommandFailure } from '../program.ts';
import type { KitFile } from './draw.ts';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

/**
 * Refuses a folder that holds anything.
 * @throws UsageError naming it.
 */
export async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw new UsageError(`${folder} is not a folder: name another with --output.`);
  });
  if (names.length > 0) {
    throw new UsageError(`${folder} is not empty: name another folder with --output.`);
  }
}

/**
 * Writes files into a folder aside, then gives it its name in one move: a reader sees the whole folder or none.
 * @throws CommandFailure when the disk refuses, or when it is interrupted; nothing is left behind.
 */
export async function writeFolder(
  folder: string,
  files: readonly KitFile[],
  signal: AbortSignal,
): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  // Killed while it writes, it leaves this: hidden, and partial by its name.
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}.partial-`));
  try {
    for (const { name, body } of files) {
      signal.throwIfAborted();
      await writeFile(join(aside, name), body);
    }
    // A folder made aside is its owner's alone; this one is for others to read.
    await chmod(aside, 0o755);
    await rename(aside, target);
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    const why = signal.aborted ? 'interrupted' : cause instanceof Error ? cause.message : '';
    throw new CommandFailure(`The press kit was not written: ${why}.`);
  }
}
