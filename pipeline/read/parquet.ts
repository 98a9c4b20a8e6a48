import type { DuckDBConnection } from '@duckdb/node-api';
import type { FieldColumn } from '../fields/map-columns.ts';
import { UnreadableFile } from '../types.ts';
import { identifier, literal, withDuck } from './duck.ts';
import { globFree } from './plain-text.ts';
import type { OpenedTable, ReadContext, RecordWriter } from './table.ts';

const sampleRows = 5;

interface Column {
  name: string;
  type: string;
}

/** A number as people write it: 501.0 is 501. */
const numberText = (value: string): string =>
  `case when isfinite(${value}) and ${value} = trunc(${value}) and abs(${value}) < 1e15
    then ${value}::bigint::varchar else ${value}::varchar end`;

/**
 * A column as text. Instants are told in Paris time: the portal moves dates to the time zone asked for, and
 * midnight of 1 January there is still the year before in UTC.
 */
function asText({ name, type }: Column): string {
  const value = identifier(name);
  if (/^(DOUBLE|FLOAT|DECIMAL)/u.test(type)) return numberText(`${value}::double`);
  if (/^TIMESTAMP WITH TIME ZONE/u.test(type))
    return `strftime(timezone('Europe/Paris', ${value}), '%Y-%m-%dT%H:%M:%S')`;
  if (/^TIMESTAMP/u.test(type)) return `strftime(${value}, '%Y-%m-%dT%H:%M:%S')`;
  if (/\[\]$/u.test(type)) return `array_to_string(${value}::varchar[], ',')`;
  if (type === 'BLOB') return `decode(${value})`;
  if (/^(STRUCT|MAP|UNION)/u.test(type)) return `to_json(${value})::varchar`;
  return `${value}::varchar`;
}

async function columnsOf(connection: DuckDBConnection, source: string): Promise<Column[]> {
  const described = await connection.runAndReadAll(`describe select * from ${source}`);
  return described
    .getRowObjectsJS()
    .map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

/** Opens a Parquet file; throws {@link UnreadableFile} when it is damaged or holds no record. */
export async function openParquet(path: string, context: ReadContext): Promise<OpenedTable> {
  const source = `read_parquet(${literal(await globFree(path, context.workFolder))}, binary_as_string = true)`;
  const damaged = () => {
    context.signal?.throwIfAborted();
    return new UnreadableFile(
      `${context.file} is a Parquet file cut short or damaged: download it again.`,
    );
  };
  const opened = await withDuck(context, async (connection) => {
    const columns = await columnsOf(connection, source);
    const texts = columns.map((column, index) => `nullif(${asText(column)}, '') as c${index}`);
    const reader = await connection.runAndReadAll(
      `select ${texts.join(', ')} from ${source} limit ${sampleRows}`,
    );
    return { columns, sample: reader.getRows().map((row) => row as (string | null)[]) };
  }).catch(() => {
    throw damaged();
  });
  if (opened.sample.length === 0)
    throw new UnreadableFile(`${context.file} holds no record: download or export it again.`);
  const stage = async (fields: readonly FieldColumn[], write: RecordWriter) => {
    const chosen = fields.map(
      ({ field, index }) => `nullif(${asText(opened.columns[index]!)}, '') as ${identifier(field)}`,
    );
    return withDuck(context, (connection) =>
      write(connection, {
        records: `select ${chosen.join(', ')} from ${source}`,
        sample: null,
      }),
    ).catch(() => {
      throw damaged();
    });
  };
  return {
    dialect: { format: 'parquet' },
    headers: opened.columns.map(({ name }) => name),
    sample: opened.sample,
    warnings: [],
    stage: async (fields, write) => ({
      rows: await stage(fields, write),
      malformed: [],
      warnings: [],
      linesOf: recordLines,
    }),
  };
}

/** A Parquet file has no lines: records are counted as if each were one, after a header. */
const recordLines = async (rowNumbers: readonly number[]): Promise<Map<number, number>> =>
  new Map(rowNumbers.map((row) => [row, row + 2]));
