import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnterpriseCounts } from '../core/contract/enterprise-counts.ts';
import { databaseName, openWarehouse, type Warehouse } from './warehouse.ts';

/** How often, in milliseconds, a request may look for a new version. */
const lookEvery = 1000;

interface Held {
  readonly warehouse: Warehouse;
  readonly identity: string;
  leases: number;
  retired: boolean;
}

/** No warehouse has been published yet, or the one published cannot be opened. */
export class NoWarehouseError extends Error {
  constructor(folder: string, cause?: unknown) {
    super(`There is no warehouse to read in ${folder}.`);
    this.name = 'NoWarehouseError';
    this.cause = cause;
  }
}

/**
 * The warehouse that `$NUMOSCOPE_DATA/current` names, followed as it changes: at most once a second
 * a request looks where the link leads; a new version is opened, takes the requests that come, and
 * the old one is closed when its last request has ended. A version that cannot be opened leaves
 * the old one serving.
 */
export class WarehouseStore {
  readonly #current: string;
  readonly #onFault: (fault: unknown) => void;
  readonly #counts: EnterpriseCounts | null;
  #held: Held | null = null;
  #looking: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #refused = '';

  /** `folder` is `$NUMOSCOPE_DATA`; `onFault` hears of versions that cannot be opened; `counts` go with each. */
  constructor(
    folder: string,
    onFault: (fault: unknown) => void = () => {},
    counts: EnterpriseCounts | null = null,
  ) {
    this.#counts = counts;
    this.#current = join(folder, 'current');
    this.#onFault = onFault;
  }

  /** Runs `use` on the current version, which stays open until it ends. Throws `NoWarehouseError`. */
  async lease<Result>(use: (warehouse: Warehouse) => Promise<Result>): Promise<Result> {
    await this.#look();
    const held = this.#held;
    if (held === null) throw new NoWarehouseError(this.#current);
    held.leases += 1;
    try {
      return await use(held.warehouse);
    } finally {
      held.leases -= 1;
      closeIfDone(held);
    }
  }

  /** Closes the current version once its requests have ended; the store is not used after. */
  async close(): Promise<void> {
    await this.#looking;
    this.#retire();
  }

  #look(): Promise<void> {
    if (this.#looking !== null) return this.#looking;
    if (performance.now() - this.#lookedAt < lookEvery) return Promise.resolve();
    this.#looking = this.#follow().finally(() => {
      this.#lookedAt = performance.now();
      this.#looking = null;
    });
    return this.#looking;
  }

  async #follow(): Promise<void> {
    const identity = await identityOf(this.#current);
    if (identity === null || identity === this.#held?.identity || identity === this.#refused)
      return;
    try {
      const warehouse = await openWarehouse(this.#current, this.#counts);
      this.#retire();
      this.#held = { warehouse, identity, leases: 0, retired: false };
    } catch (fault) {
      this.#refused = identity;
      this.#onFault(fault);
    }
  }

  #retire(): void {
    const old = this.#held;
    this.#held = null;
    if (old === null) return;
    old.retired = true;
    closeIfDone(old);
  }
}

function closeIfDone(held: Held): void {
  if (held.retired && held.leases === 0) held.warehouse.close();
}

/** Where the link leads and which file it is; null while there is none. */
async function identityOf(current: string): Promise<string | null> {
  try {
    const file = await realpath(join(current, databaseName));
    const { ino, mtimeMs, size } = await stat(file);
    return `${file} ${ino} ${mtimeMs} ${size}`;
  } catch {
    return null;
  }
}
