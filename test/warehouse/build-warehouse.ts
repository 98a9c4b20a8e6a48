import { mkdir, mkdtemp, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createTables, type tableNames } from '../../warehouse/tables.ts';
import { databaseName } from '../../warehouse/warehouse.ts';

export type Value = string | number | boolean | null | readonly string[];
export type Tables = Partial<Record<(typeof tableNames)[number], readonly (readonly Value[])[]>>;

const literal = (value: Value): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]::varchar[]`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};

/** Writes a DuckDB file that holds these rows. */
export async function writeDatabase(file: string, tables: Tables): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(createTables);
  for (const [name, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += 1000) {
      const values = rows.slice(from, from + 1000).map((row) => `(${row.map(literal).join(', ')})`);
      await connection.run(`insert into ${name} values ${values.join(', ')}`);
    }
  }
  connection.closeSync();
  instance.closeSync();
}

/** Publishes a version in a data folder, as ingestion does: written aside, then the link renamed. */
export async function publish(data: string, version: string, tables: Tables): Promise<void> {
  const folder = join(data, 'versions', version);
  await mkdir(folder, { recursive: true });
  const meta = [...(tables.meta ?? []), ['version', version]];
  await writeDatabase(join(folder, databaseName), { ...tables, meta });
  await symlink(join('versions', version), join(data, `current.${version}`));
  await rename(join(data, `current.${version}`), join(data, 'current'));
}

/** A data folder of its own, with one version published. */
export async function publishedFolder(tables: Tables, version = 'v1'): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'numoscope-test-'));
  await publish(data, version, tables);
  return data;
}
