import type { DuckDBConnection } from '@duckdb/node-api';

/** What a respondent’s row says, and the headers that say it in the portal’s files, which each edition spells its way. */
const fields = {
  code: /^code/u,
  question: /^libelle_(?:unif|de_q|q)/u,
  answer: /reponse$/u,
  weight: /^poids/u,
  size: /taille/u,
  sector: /secteur/u,
  department: /depart/u,
  region: /region/u,
  respondent: /repondant/u,
} as const;
const asked = ['code', 'question', 'answer'];
const dimensions = ['size', 'sector', 'department', 'region', 'respondent'];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function rowsOf(headers: readonly string[], reader: string, edition: number): string {
  const columns = Object.entries(fields).map(([field, pattern]) => {
    const header = headers.find((name) => pattern.test(name));
    const value = header === undefined ? 'null' : quoted(header);
    return field === 'weight' ? `${value}::double as weight` : `${value} as ${field}`;
  });
  return `select ${edition} as edition, ${columns.join(', ')} from ${reader}`;
}

/**
 * The warehouse that anyone would write first: text kept once in dimensions, a narrow fact of integers sorted by
 * question and edition. Nothing is checked, hashed, unified across editions, reported or copied to Parquet.
 * @returns the number of rows
 */
export async function loadStar(
  connection: DuckDBConnection,
  files: readonly { headers: readonly string[]; reader: string }[],
): Promise<number> {
  const editions = files.filter(({ headers }) => headers.some((name) => fields.weight.test(name)));
  for (const [index, { headers, reader }] of editions.entries())
    await connection.run(`create temp table rows_${index} as ${rowsOf(headers, reader, index)}`);
  const rows = `(${editions.map((_, index) => `from rows_${index}`).join(' union all ')})`;
  await connection.run(`create table questions as select (row_number() over ())::usmallint as id, *
    from (select distinct ${asked.join(', ')} from ${rows})`);
  for (const name of dimensions)
    await connection.run(`create table ${name}s as select (row_number() over ())::uinteger as id, *
      from (select distinct coalesce(${name}, '') as ${name} from ${rows})`);
  const joins = dimensions.map(
    (name) => `join ${name}s on ${name}s.${name} = coalesce(r.${name}, '')`,
  );
  await connection.run(`create table fact as
    select questions.id as question, edition::utinyint as edition, ${dimensions.map((name) => `${name}s.id as ${name}`).join(', ')}, weight
    from ${rows} r join questions using (${asked.join(', ')}) ${joins.join(' ')} order by 1, 2`);
  const counted = await connection.runAndReadAll('select count(*)::integer from fact');
  return Number(counted.getRows()[0]![0]);
}
