import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

/** Copies every table to Parquet beside the database and describes them in `datapackage.json` (Frictionless). */
export async function writePackage(
  workspace: Workspace,
  folder: string,
  header: PackageHeader,
): Promise<void> {
  const resources = [];
  for (const name of tableNames) {
    const path = join(folder, `${name}.parquet`);
    await workspace.run(
      `copy (from ${name}) to ${literal(path)} (format parquet, compression zstd, compression_level 1)`,
    );
    const columns = await workspace.rows<{ name: string; type: string; required: boolean }>(
      `select column_name as name, data_type as type, not is_nullable as required from duckdb_columns() where table_name = '${name}' and not internal order by column_index`,
    );
    resources.push({
      name: name.replaceAll('_', '-'),
      path: `${name}.parquet`,
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      bytes: (await stat(path)).size,
      hash: `sha256:${await digest(path)}`,
      schema: {
        fields: columns.map((column) => ({
          name: column.name,
          type: frictionlessTypes[column.type] ?? 'any',
          constraints: { required: column.required },
        })),
      },
    });
  }
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
