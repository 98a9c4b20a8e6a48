import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sharedColumns, type TableName, tableNotes } from '../../warehouse/table-notes.ts';
import { tableNames } from '../../warehouse/tables.ts';
import { literal, type Workspace } from '../workspace.ts';

/** What is said of the whole warehouse in its package. */
export interface PackageHeader {
  version: string;
  builtAt: string;
  origin: string;
  notice: string | null;
  licence: { name: string; url: string | null; attribution: string };
  sources: readonly { title: string; path: string | null }[];
}

/** Frictionless types of the columns that the tables have. */
const frictionlessTypes: Record<string, string> = {
  VARCHAR: 'string',
  SMALLINT: 'integer',
  UTINYINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  'VARCHAR[]': 'array',
};

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A table's Parquet file. */
export interface TableCopy {
  table: string;
  bytes: number;
  sha256: string;
}

/** The tables that hold the files' rows: nothing that describes them is needed to copy these. */
export const rowTables = ['responses', 'published', 'respondents'] as const;

/** Copies tables to Parquet beside the database. */
export async function copyTables(
  workspace: Workspace,
  folder: string,
  tables: readonly string[],
): Promise<TableCopy[]> {
  const copies: TableCopy[] = [];
  for (const table of tables) {
    const path = join(folder, `${table}.parquet`);
    await workspace.run(
      `copy (from ${table}) to ${literal(path)} (format parquet, compression zstd, compression_level 1)`,
    );
    copies.push({ table, bytes: (await stat(path)).size, sha256: await digest(path) });
  }
  return copies;
}

interface Column {
  tableName: string;
  name: string;
  type: string;
  required: boolean;
}

const nameOf = (table: string): string => table.replaceAll('_', '-');

/** A table's columns, keys and what each says, as a Frictionless schema. */
function schemaOf(table: TableName, columns: readonly Column[]) {
  const { key, refersTo, columns: own } = tableNotes[table];
  return {
    fields: columns
      .filter(({ tableName }) => tableName === table)
      .map(({ name, type, required }) => ({
        name,
        type: frictionlessTypes[type] ?? 'any',
        description: own?.[name] ?? sharedColumns[name],
        constraints: { required },
      })),
    ...(key === undefined ? {} : { primaryKey: key }),
    ...(refersTo === undefined
      ? {}
      : {
          foreignKeys: refersTo.map((to) => ({
            fields: to.columns,
            reference: { resource: nameOf(to.table), fields: to.there },
          })),
        }),
  };
}

const resourceOf = (
  table: TableName,
  { bytes, sha256 }: TableCopy,
  columns: readonly Column[],
) => ({
  name: nameOf(table),
  path: `${table}.parquet`,
  description: tableNotes[table].about,
  format: 'parquet',
  mediatype: 'application/vnd.apache.parquet',
  bytes,
  hash: `sha256:${sha256}`,
  schema: schemaOf(table, columns),
});

/** Copies the tables that are not yet, and describes them all in `datapackage.json` (Frictionless). */
export async function writePackage(
  workspace: Workspace,
  folder: string,
  copied: readonly TableCopy[],
  header: PackageHeader,
): Promise<void> {
  const others = tableNames.filter((name) => !copied.some(({ table }) => table === name));
  const copies = [...copied, ...(await copyTables(workspace, folder, others))];
  const columns = await workspace.rows<Column>(
    `select table_name as "tableName", column_name as name, data_type as type, not is_nullable as required
    from duckdb_columns() where database_name = current_database() and not internal order by column_index`,
  );
  const resources = tableNames.map((name) =>
    resourceOf(name, copies.find(({ table }) => table === name)!, columns),
  );
  const { licence } = header;
  const descriptor = {
    name: 'numoscope',
    title: 'Baromètre France Num, unifié par Numoscope',
    ...(header.notice === null ? {} : { description: header.notice }),
    version: header.version,
    created: header.builtAt,
    origin: header.origin,
    licenses: [
      {
        name: licence.url === null ? 'notspecified' : 'etalab-2.0',
        title: licence.name,
        ...(licence.url === null ? {} : { path: licence.url }),
      },
    ],
    contributors: [{ title: licence.attribution, role: 'author' }],
    sources: header.sources.map(({ title, path }) => ({
      title,
      ...(path === null ? {} : { path }),
    })),
    resources,
  };
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
}
