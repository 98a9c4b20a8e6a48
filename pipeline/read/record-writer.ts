import { join } from 'node:path';
import type { DatasetKind, StagedGroup } from '../types.ts';
import { copyToParquet } from './duck.ts';
import { encodeRows } from './encode.ts';
import { groupsAmong } from './field-groups.ts';
import type { RecordWriter } from './table.ts';

/** Writes records into a folder: as they are, or with the combinations of fields that repeat numbered apart. */
export function recordWriter(
  kind: DatasetKind,
  fields: readonly string[],
  folder: string,
  grouped: boolean,
): { parquet: string; groups: StagedGroup[]; write: RecordWriter } {
  const parquet = join(folder, 'staged.parquet');
  const encoded = (grouped ? groupsAmong(kind, fields) : []).map((group) => ({
    ...group,
    parquet: join(folder, `${group.name}.parquet`),
  }));
  const groups = encoded.map(({ name, keys, carried, parquet: path }) => ({
    name,
    fields: [...keys, ...carried],
    parquet: path,
  }));
  const plain = fields.filter((field) => !groups.some((group) => group.fields.includes(field)));
  const write: RecordWriter = (connection, query) =>
    encoded.length > 0
      ? encodeRows(connection, query, encoded, plain, parquet)
      : copyToParquet(connection, query.records, parquet);
  return { parquet, groups, write };
}
