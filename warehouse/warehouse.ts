import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EnterpriseCounts } from '../core/contract/enterprise-counts.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { Database } from './connection.ts';

/** The name of the database in a warehouse's folder. */
export const databaseName = 'numoscope.duckdb';

/** An open warehouse: every use case of `answers/` takes one. */
export interface Warehouse {
  readonly version: string;
  /** Where its database is, with the Parquet copies and the reports that go with it. */
  readonly folder: string;
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** Official numbers of enterprises that the user brought; volumes then rest on them. */
  readonly counts: EnterpriseCounts | null;
  close(): void;
}

/**
 * Opens a warehouse, read-only. `path` is its folder (`$NUMOSCOPE_DATA/current`) or its
 * DuckDB file. The version is the one it carries, else its folder's name.
 * `counts` are a user's official numbers of enterprises, kept beside it.
 */
export async function openWarehouse(
  path: string,
  counts: EnterpriseCounts | null = null,
): Promise<Warehouse> {
  const real = await realpath(path);
  const file = real.endsWith('.duckdb') ? real : await realpath(join(real, databaseName));
  const database = await Database.open(file);
  try {
    const catalogue = await loadCatalogue(database);
    return {
      version: catalogue.meta.get('version') ?? basename(dirname(file)),
      folder: dirname(file),
      database,
      catalogue,
      counts,
      close: () => database.close(),
    };
  } catch (cause) {
    database.close();
    throw cause;
  }
}
