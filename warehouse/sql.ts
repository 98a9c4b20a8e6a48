/** What may be bound: a number or a text. */
export type SqlValue = number | string | boolean;

/** A piece of SQL with its bound values; placeholders are `$1`, `$2`… once rendered. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly SqlValue[];
}

const isSql = (part: SqlValue | Sql): part is Sql => typeof part === 'object';

/**
 * Tagged template: values are bound, never spliced; a nested `Sql` keeps its own bindings.
 * `sql\`select 1 where question = ${501}\``.
 */
export function sql(strings: TemplateStringsArray, ...parts: (SqlValue | Sql)[]): Sql {
  const texts: string[] = [strings[0] ?? ''];
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    const after = strings[index + 1] ?? '';
    if (!isSql(part)) {
      values.push(part);
      texts.push(after);
      return;
    }
    texts[texts.length - 1] += part.strings[0] ?? '';
    texts.push(...part.strings.slice(1));
    values.push(...part.values);
    texts[texts.length - 1] += after;
  });
  return { strings: texts, values };
}

const raw = (text: string): Sql => ({ strings: [text], values: [] });

/** The columns that a query may be told to use; nothing else is ever spliced as an identifier. */
const columns = ['department', 'region', 'sector', 'size'] as const;
export type Column = (typeof columns)[number];

const identifiers: Readonly<Record<Column, Sql>> = {
  department: raw('department'),
  region: raw('region'),
  sector: raw('sector'),
  size: raw('size'),
};

/** An identifier of the allow-list. */
export const identifier = (column: Column): Sql => identifiers[column];

/** Pieces put side by side with `separator` between them; `empty` when there is none. */
export function join(pieces: readonly Sql[], separator: ' and ' | ' + ' | ', ', empty: Sql): Sql {
  const [first, ...rest] = pieces;
  if (first === undefined) return empty;
  const glue = raw(separator);
  return rest.reduce((all, piece) => sql`${all}${glue}${piece}`, first);
}

/** `column in ($1, $2…)`; false when there is no value to be in. */
export const oneOf = (column: Sql, values: readonly number[]): Sql =>
  values.length === 0
    ? sql`false`
    : sql`${column} in (${join(
        values.map((value) => sql`${value}`),
        ', ',
        sql``,
      )})`;

/** The statement's text, with numbered placeholders. */
export const textOf = (statement: Sql): string =>
  statement.strings.reduce((text, piece, index) => `${text}$${index}${piece}`);
