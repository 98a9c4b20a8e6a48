import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another ingestion is at work in the same folder. */
export class FolderBusy extends Error {}

/** The locks that this very process holds: its own pid in a lock does not tell. */
const held = new Set<string>();

const codeOf = (cause: unknown): string | undefined => (cause as NodeJS.ErrnoException).code;

/**
 * When a process started, in the system's own ticks; empty where the system does not say. A pid that was
 * given again to another process, as containers do at every start, is told apart by it.
 */
async function startOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

const describeProcess = async (pid: number): Promise<string> => `${pid} ${await startOf(pid)}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** Whether the process that wrote a lock still runs. */
async function isHeld(path: string, content: string): Promise<boolean> {
  const pid = Number.parseInt(content, 10);
  if (pid === process.pid) return held.has(path);
  return pid > 0 && isAlive(pid) && content === (await describeProcess(pid));
}

/** On a file system without hard links the lock is created first and filled next; false when there is one already. */
async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    await rm(path, { force: true });
    throw cause;
  }
}

/** Puts the lock in place with its content in one step; false when there is one already. */
async function place(path: string): Promise<boolean> {
  const content = await describeProcess(process.pid);
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, content);
    await link(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    return await create(path, content);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Takes a dead process's lock out of the way, unless another process was quicker and has locked again. */
async function takeAway(path: string, content: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    throw cause;
  }
  if ((await readFile(aside, 'utf8')) === content) await rm(aside, { force: true });
  else await rename(aside, path);
}

const mostAttempts = 5;

/**
 * Takes a data folder for this process; a lock left by a dead process does not count.
 * @throws FolderBusy naming the process that builds there
 * @returns releases the folder
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'ingest.lock');
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (!held.has(path) && (await place(path))) {
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    }
    const content = await readFile(path, 'utf8').catch(() => '');
    if (await isHeld(path, content)) {
      throw new FolderBusy(
        `Another ingestion (process ${Number.parseInt(content, 10)}) is building in ${folder}: wait for it to end, then try again.`,
      );
    }
    await takeAway(path, content);
  }
  throw new FolderBusy(`Several ingestions start at once in ${folder}: try again.`);
}
