import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { figuresDigest, type OpenedTable, readTableSeal } from './table-seal.ts';

/** The key of the file's metadata that holds the seal. */
export const sealKey = 'numoscope_seal';

export const isParquet = (file: Buffer): boolean =>
  file.length > 12 && file.subarray(-4).toString('latin1') === 'PAR1';

/** The seal of a Parquet file and whether its figures are those sealed; null without a seal. */
export async function openParquet(file: Buffer): Promise<OpenedTable | null> {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-sealed-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const path = join(folder, 'sealed.parquet');
    await writeFile(path, file);
    const connection = await instance.connect();
    const found = await connection.runAndReadAll(
      'select decode(value) from parquet_kv_metadata($1) where decode(key) = $2',
      [path, sealKey],
    );
    const seal = readTableSeal(String(found.getRows()[0]?.[0] ?? ''));
    if (seal === null) return null;
    const read = await connection.runAndReadAll('select * from read_parquet($1)', [path]);
    const intact = figuresDigest(read.columnNames(), read.getRowsJS()) === seal.figures;
    connection.closeSync();
    return { seal, intact };
  } catch {
    return null;
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
