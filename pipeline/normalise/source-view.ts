import type { StagedFile } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';

/**
 * A view over a staged file with every field asked for, an absent one null, and `row`, its 0-based number.
 * Later statements then read the same whatever the file’s columns.
 */
export async function createSourceView(
  workspace: Workspace,
  name: string,
  staged: StagedFile,
  fields: readonly string[],
): Promise<void> {
  const columns = fields.map((field) =>
    staged.fields.includes(field) ? `"${field}"` : `null::varchar as "${field}"`,
  );
  await workspace.run(
    `create or replace temp view ${name} as select file_row_number::integer as "row", ${columns.join(', ')} from read_parquet(${literal(staged.parquet)}, file_row_number = true)`,
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
