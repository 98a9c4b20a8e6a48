import { existsSync } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Another ingestion is at work in the same folder. */
export class FolderBusy extends Error {}

const building = '.building';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * The versions of a warehouse in a data folder. One process builds at a time, aside; publishing is one
 * `rename` of the link `current`, so a reader sees the old warehouse or the new one and nothing between.
 */
export class Versions {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  get #versions(): string {
    return join(this.#folder, 'versions');
  }

  get current(): string {
    return join(this.#folder, 'current');
  }

  /** The folder that `current` names; null when nothing was published. */
  async published(): Promise<string | null> {
    return existsSync(join(this.current, 'numoscope.duckdb')) ? realpath(this.current) : null;
  }

  /**
   * Takes the data folder for this process; what a dead process left is swept away.
   * @throws FolderBusy naming the process that builds there
   * @returns releases the folder
   */
  async lock(): Promise<() => Promise<void>> {
    await mkdir(this.#versions, { recursive: true });
    const lock = join(this.#folder, 'ingest.lock');
    for (let attempt = 0; ; attempt += 1) {
      try {
        await writeFile(lock, String(process.pid), { flag: 'wx' });
        break;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw cause;
        const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
        if (owner > 0 && owner !== process.pid && isAlive(owner)) {
          throw new FolderBusy(
            `Another ingestion (process ${owner}) is building in ${this.#folder}: wait for it to end, or remove ${lock} if it is not one.`,
          );
        }
        await rm(lock, { force: true });
      }
    }
    await this.#sweep();
    return () => rm(lock, { force: true });
  }

  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#versions)) {
      if (name.endsWith(building))
        await rm(join(this.#versions, name), { recursive: true, force: true });
    }
    await rm(join(this.#folder, 'current.next'), { force: true });
  }

  /** An empty folder aside, for a warehouse under construction. */
  async createBuilding(): Promise<string> {
    const folder = join(this.#versions, `${process.pid}${building}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Makes a built folder the current version; keeps the one before it, for readers that still hold it. */
  async publish(built: string, version: string): Promise<string> {
    await flushFolder(built);
    const before = await readlink(this.current).then(basename, () => null);
    let name = version;
    for (let copy = 2; existsSync(join(this.#versions, name)); copy += 1)
      name = `${version}-${copy}`;
    const folder = join(this.#versions, name);
    await rename(built, folder);
    const next = join(this.#folder, 'current.next');
    await symlink(join('versions', name), next, 'dir');
    await rename(next, this.current);
    await flush(this.#folder);
    for (const old of await readdir(this.#versions)) {
      if (old !== name && old !== before) {
        await rm(join(this.#versions, old), { recursive: true, force: true });
      }
    }
    return folder;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

async function flushFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await flush(join(folder, name));
  await flush(folder);
}
