import { canonicalFields } from '../fields/canonical.ts';
import { fieldGroups } from '../read/field-groups.ts';
import type { StagedFile } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';

/**
 * Views over a staged file, `name` being that of a schema and a file in it: `<name>_rows` with `row`, its 0-based number, the number of its combination in each
 * group, and the fields of no group; `<name>_<group>` with what these numbers stand for, the `first` row that
 * has each and their `count`; and `<name>`, the rows with all their texts, for the few that are to be shown.
 * Fields that the file lacks are null, so that later statements read the same whatever its columns.
 */
export async function createSourceViews(
  workspace: Workspace,
  name: string,
  staged: StagedFile,
): Promise<void> {
  const kind = fieldGroups[staged.kind];
  const grouped = kind.map((group) => ({
    name: group.name,
    fields: [...group.keys, ...group.carried],
    parquet: staged.groups.find((one) => one.name === group.name)?.parquet,
  }));
  const inGroups = grouped.flatMap(({ fields }) => fields);
  const plain = canonicalFields[staged.kind].filter((field) => !inGroups.includes(field));
  const columns = (fields: readonly string[]) =>
    fields.map((field) =>
      staged.fields.includes(field) ? `"${field}"` : `null::varchar as "${field}"`,
    );
  for (const { name: group, fields, parquet } of grouped) {
    const from = parquet
      ? `id, first, count, ${columns(fields).join(', ')} from read_parquet(${literal(parquet)})`
      : `0::uinteger as id, 0 as first, ${staged.rows} as count, ${columns(fields).join(', ')}`;
    await workspace.run(`create or replace view ${name}_${group} as select ${from}`);
  }
  const ids = grouped.map(({ name: group, parquet }) =>
    parquet ? group : `0::uinteger as ${group}`,
  );
  await workspace.run(
    `create or replace view ${name}_rows as select ${['file_row_number::integer as "row"', ...ids, ...columns(plain)].join(', ')}
    from read_parquet(${literal(staged.parquet)}, file_row_number = true)`,
  );
  const joins = grouped.map(
    ({ name: group }) => `join ${name}_${group} g_${group} on g_${group}.id = r.${group}`,
  );
  await workspace.run(
    `create or replace view ${name} as select "row", ${[...inGroups, ...plain].map((field) => `"${field}"`).join(', ')}
    from ${name}_rows r ${joins.join(' ')}`,
  );
}

const spaces = '[\\s\\x{00A0}\\x{2007}\\x{2009}\\x{202F}]';

/** A number written with a decimal point or comma, spaces between thousands; null when it is none. */
export const parsedNumber = (column: string): string =>
  `coalesce(try_cast(${column} as double), try_cast(replace(regexp_replace(${column}, '${spaces}', '', 'g'), ',', '.') as double))`;

/** The distinct texts of a column, null as the empty text. */
export async function distinctTexts(
  workspace: Workspace,
  view: string,
  field: string,
): Promise<string[]> {
  const rows = await workspace.rows<{ text: string }>(
    `select distinct coalesce("${field}", '') as text from ${view}`,
  );
  return rows.map(({ text }) => text);
}
