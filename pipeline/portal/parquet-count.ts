import { DuckDBInstance } from '@duckdb/node-api';
import { PortalFault } from './faults.ts';

/** How many rows a Parquet file holds, and its columns. Throws {@link PortalFault} when it is broken. */
export async function countParquet(file: string): Promise<{ records: number; columns: string[] }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll('select * from read_parquet($1) limit 0', [file]);
    const count = await connection.runAndReadAll('select count(*) from read_parquet($1)', [file]);
    const records = Number(count.getRows()[0]?.[0]);
    return { records, columns: reader.columnNames() };
  } catch (cause) {
    throw new PortalFault('truncated', 'the Parquet file it sent is cut short or damaged', {
      cause,
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
