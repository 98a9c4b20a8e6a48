import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from './duck.ts';
import type { FieldGroup } from './field-groups.ts';
import type { RecordQuery } from './table.ts';

/** Two queries that give some of the records, cheaply: what one has and the other lacks tells what both lack. */
export interface RecordSample {
  first: string;
  second: string;
}

/** Where the combinations of a group are written: `id`, the `first` row that has it, `count`, its fields. */
export interface EncodedGroup extends FieldGroup {
  parquet: string;
}

/** Bits of the filter of known combinations; a false « known » only costs another reading. */
const filterBits = 2 ** 20;
/** Above this part of a sample's rows that the other sample has not seen, a sample tells too little. */
const unseenPart = 0.2;

const list = (fields: readonly string[]): string => fields.map(identifier).join(', ');

/**
 * 64 bits of a combination. Two of ten thousand combinations are taken for one once in 10¹¹ files.
 */
const hashOf = ({ keys }: FieldGroup): string => `hash(${list(keys)})`;

const fieldsOf = ({ keys, carried }: FieldGroup): string[] => [...keys, ...carried];
const known = ({ name }: FieldGroup): string => identifier(`known_${name}`);
const bit = (hash: string): string => `(${hash} & ${filterBits - 1})::integer`;

async function count(connection: DuckDBConnection, query: string): Promise<number> {
  const reader = await connection.runAndReadAll(query);
  return Number(reader.getRows()[0]![0] ?? 0);
}

/** Adds the combinations of a query that are not known yet. */
async function learn(
  connection: DuckDBConnection,
  group: FieldGroup,
  records: string,
  where: string,
): Promise<void> {
  const values = fieldsOf(group).map((field) => `any_value(${identifier(field)})`);
  await connection.run(`insert into ${known(group)} select h, ${values.join(', ')}
    from (select ${hashOf(group)} as h, * from (${records})) where ${where} group by h`);
}

const notKnown = (group: FieldGroup): string => `h not in (select h from ${known(group)})`;

/** Reads a sample once for all groups. */
async function keepSample(
  connection: DuckDBConnection,
  sample: RecordSample | null,
): Promise<RecordSample | null> {
  if (sample === null) return null;
  for (const half of ['first', 'second'] as const)
    await connection.run(`create or replace temp table sample_${half} as ${sample[half]}`);
  return { first: 'from sample_first', second: 'from sample_second' };
}

/** Learns a group's commonest combinations from a sample, or all of them when a sample cannot tell them. */
async function learnSample(
  connection: DuckDBConnection,
  group: FieldGroup,
  records: string,
  sample: RecordSample | null,
): Promise<void> {
  const columns = fieldsOf(group).map((field) => `${identifier(field)} varchar`);
  await connection.run(
    `create or replace temp table ${known(group)} (h ubigint, ${columns.join(', ')})`,
  );
  if (sample !== null) {
    await learn(connection, group, sample.first, 'true');
    const unseen = await count(
      connection,
      `select coalesce(avg((${notKnown(group)})::integer), 1) from (select ${hashOf(group)} as h from (${sample.second}))`,
    );
    await learn(connection, group, sample.second, notKnown(group));
    if (unseen <= unseenPart) return;
  }
  await learn(connection, group, records, notKnown(group));
}

/** The fields of all groups, as the texts of a record hold them. */
const textFields = (groups: readonly FieldGroup[]): string[] => groups.flatMap(fieldsOf);

/**
 * The one reading of all records: hashes, what is in no group, and in `texts` a JSON list of the fields of a
 * record that no sample had. A single column of text is two thirds of the processor's time of a list for each group.
 */
async function readAll(
  connection: DuckDBConnection,
  groups: readonly FieldGroup[],
  records: string,
  plain: readonly string[],
): Promise<void> {
  const columns = plain.map(identifier);
  const unknown: string[] = [];
  for (const group of groups) {
    const filter = `filter_${group.name}`;
    await connection.run(
      `set variable ${filter} = (select bitstring_agg(${bit('h')}, 0, ${filterBits - 1}) from ${known(group)})`,
    );
    const hash = `h_${group.name}`;
    columns.push(`${hash} as ${identifier(group.name)}`);
    unknown.push(`get_bit(getvariable('${filter}'), ${bit(hash)}) = 0`);
  }
  columns.push(
    `case when ${unknown.join(' or ')} then to_json([${list(textFields(groups))}])::varchar end as texts`,
  );
  const hashes = groups.map((group) => `${hashOf(group)} as h_${group.name}`);
  await connection.run(
    `create or replace temp table encoded as select ${columns.join(', ')} from (select ${hashes.join(', ')}, * from (${records}))`,
  );
}

/** Learns what the sample had not, from the texts kept with the rows; a second reading finds what is left. */
async function learnRest(
  connection: DuckDBConnection,
  group: FieldGroup,
  records: string,
): Promise<void> {
  const name = identifier(group.name);
  await learn(connection, group, 'from unseen', notKnown(group));
  await connection.run(`create or replace temp table numbered_${group.name} as
    select h, (row_number() over (order by first) - 1)::uinteger as id, first, count from (
      select ${name} as h, min(rowid) as first, count(*) as count from encoded group by ${name})`);
  const missing = `select h from numbered_${group.name} where ${notKnown(group)}`;
  if ((await count(connection, `select count(*) from (${missing})`)) > 0)
    await learn(connection, group, records, `h in (${missing})`);
}

/**
 * Writes records with each group's combinations apart: to `parquet` the rows, in order, every group a number
 * beside the fields of no group; to each group's own file what its numbers stand for. Text that repeats is
 * hashed as it is read and never copied, which takes a third of the time of writing it.
 * @returns the number of rows
 */
export async function encodeRows(
  connection: DuckDBConnection,
  { records, sample }: RecordQuery,
  groups: readonly EncodedGroup[],
  plain: readonly string[],
  parquet: string,
): Promise<number> {
  const kept = await keepSample(connection, sample);
  for (const group of groups) await learnSample(connection, group, records, kept);
  await readAll(connection, groups, records, plain);
  const fields = textFields(groups).map(
    (field, index) => `t[${index + 1}] as ${identifier(field)}`,
  );
  await connection.run(`create or replace temp table unseen as select ${fields.join(', ')}
    from (select from_json(texts, '["VARCHAR"]') as t from encoded where texts is not null)`);
  const how = '(format parquet, compression snappy, write_bloom_filter false)';
  for (const group of groups) {
    await learnRest(connection, group, records);
    await connection.run(
      `copy (select id, first, count, ${list(fieldsOf(group))} from numbered_${group.name} join ${known(group)} using (h) order by id) to ${literal(group.parquet)} ${how}`,
    );
  }
  const ids = groups.map(({ name }) => `n_${name}.id as ${identifier(name)}`);
  const joins = groups.map(
    ({ name }) => `join numbered_${name} n_${name} on n_${name}.h = e.${identifier(name)}`,
  );
  const result = await connection.run(
    `copy (select ${[...ids, ...plain.map((field) => `e.${identifier(field)}`)].join(', ')} from encoded e ${joins.join(' ')} order by e.rowid) to ${literal(parquet)} ${how}`,
  );
  return result.rowsChanged;
}
