import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sealKey } from '../seals/parquet-seal.ts';
import type { ColumnType } from './columns.ts';
import type { DataTable } from './table.ts';

const sqlTypes: Record<ColumnType, string> = {
  text: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes a table as Parquet, nulls kept, the notes and the seal as key–value metadata of the file. */
export async function writeParquet(
  table: DataTable,
  notes: readonly (readonly [string, string])[],
  seal: string,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-parquet-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    const definitions = table.columns.map(({ name, type }) => `${quoted(name)} ${sqlTypes[type]}`);
    await connection.run(`create table answer (${definitions.join(', ')})`);
    const appender = await connection.createAppender('answer');
    for (const row of table.rows) {
      for (const [index, value] of row.entries()) {
        if (value === null) appender.appendNull();
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (table.columns[index]!.type === 'integer') appender.appendInteger(value);
        else appender.appendDouble(value);
      }
      appender.endRow();
    }
    appender.closeSync();
    const file = join(folder, 'answer.parquet');
    const metadata = literal(JSON.stringify(Object.fromEntries(notes)));
    await connection.run(
      `copy answer to ${literal(file)} (format parquet, kv_metadata {numoscope: ${metadata}, ${sealKey}: ${literal(seal)}})`,
    );
    connection.closeSync();
    return await readFile(file);
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
