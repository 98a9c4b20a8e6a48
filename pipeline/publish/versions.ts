import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lockFolder } from './lock.ts';

const building = '.building';
/** Written last but for the database itself, whose presence with it makes a version whole. */
const descriptor = 'datapackage.json';

const isFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The version that a warehouse's folder holds, by its own report; null when there is none. */
async function versionIn(folder: string): Promise<string | null> {
  const report = await readFile(join(folder, 'quality.json'), 'utf8').catch(() => null);
  return report === null ? null : (JSON.parse(report) as { version: string }).version;
}

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

  /** The version being served; null when nothing was published. */
  publishedVersion(): Promise<string | null> {
    return versionIn(this.current);
  }

  /**
   * Takes the data folder for this process; what a dead process left is swept away.
   * @throws FolderBusy naming the process that builds there
   * @returns releases the folder
   */
  async lock(): Promise<() => Promise<void>> {
    await mkdir(this.#versions, { recursive: true });
    const release = await lockFolder(this.#folder);
    try {
      await this.#sweep();
      await this.#restore();
      return release;
    } catch (cause) {
      await release();
      throw cause;
    }
  }

  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#versions)) {
      if (name.endsWith(building)) await this.#remove(name);
    }
    await rm(join(this.#folder, 'current.next'), { force: true });
  }

  #remove(name: string): Promise<void> {
    return rm(join(this.#versions, name), { recursive: true, force: true });
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
    const name = this.#freeName(version);
    await rename(built, join(this.#versions, name));
    await flush(this.#versions);
    const before = await this.#makeCurrent(name);
    await flush(this.#folder);
    for (const old of await readdir(this.#versions)) {
      if (old !== name && old !== before) await this.#remove(old);
    }
    return realpath(this.current);
  }

  #freeName(version: string): string {
    let name = version;
    for (let copy = 2; existsSync(join(this.#versions, name)); copy += 1)
      name = `${version}-${copy}`;
    return name;
  }

  /**
   * Names a version as the current one. Where the system refuses symbolic links, `current` is the folder
   * itself: the former goes back to `versions/` and the new one takes its place, two renames that
   * `#restore` completes when the process dies between them.
   * @returns the name of the version that was current, null when none was
   */
  async #makeCurrent(name: string): Promise<string | null> {
    const next = join(this.#folder, 'current.next');
    const linked = await symlink(join('versions', name), next, 'dir').then(
      () => true,
      () => false,
    );
    let before = await readlink(this.current).then(basename, () => null);
    if (await isFolder(this.current)) {
      before = this.#freeName((await versionIn(this.current)) ?? 'former');
      await rename(this.current, join(this.#versions, before));
    }
    await rename(linked ? next : join(this.#versions, name), this.current);
    return before;
  }

  /** Where nothing is current though a whole version is there, the latest becomes it. */
  async #restore(): Promise<void> {
    if (existsSync(this.current)) return;
    let latest: { name: string; time: number } | null = null;
    for (const name of await readdir(this.#versions)) {
      const found = await stat(join(this.#versions, name, descriptor)).catch(() => null);
      if (found && found.mtimeMs > (latest?.time ?? 0)) latest = { name, time: found.mtimeMs };
    }
    if (latest) await this.#makeCurrent(latest.name);
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
