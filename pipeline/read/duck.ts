import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ReadContext } from './table.ts';

/** A text as an SQL literal. Paths come from the command line, where a quote is a legal character. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A DuckDB in memory that spills into the folder; rows keep the order of the file. */
export const openDuck = (spillFolder: string): Promise<DuckDBInstance> =>
  DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1200MB',
    temp_directory: spillFolder,
    preserve_insertion_order: 'true',
  });

/**
 * Runs work on a connection of its own, whose temporary tables end with it, and stops when the signal does:
 * on the DuckDB that all files share, or on one opened for this.
 */
export async function withDuck<T>(
  { workFolder, duck, signal }: Pick<ReadContext, 'workFolder' | 'duck' | 'signal'>,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const instance = duck ?? (await openDuck(workFolder));
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    return await work(connection);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
    if (!duck) instance.closeSync();
  }
}

/** Writes a query's rows to a Parquet file, quick to write and to read again; says how many there are. */
export async function copyToParquet(
  connection: DuckDBConnection,
  query: string,
  parquet: string,
): Promise<number> {
  const result = await connection.run(
    `copy (${query}) to ${literal(parquet)} (format parquet, compression snappy, write_bloom_filter false)`,
  );
  return result.rowsChanged;
}
