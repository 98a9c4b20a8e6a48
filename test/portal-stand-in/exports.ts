import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import writeExcel from 'write-excel-file/node';
import type { Served } from './dataset.ts';

export const CONTENT_TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The unknown name in `select`, if there is one; otherwise the columns selected. */
export function selectColumns(
  served: Served,
  select: string | null,
): { columns: number[] } | { unknown: string } {
  const all = served.fields.map((field) => field.name);
  const names = select === null || select === '*' ? all : select.split(',').map(bare);
  const unknown = names.find((name) => !all.includes(name));
  return unknown === undefined ? { columns: names.map((name) => all.indexOf(name)) } : { unknown };
}

function bare(name: string): string {
  return name.trim().replace(/^`(.*)`$/, '$1');
}

/** A whole export, before any transfer compression. */
export async function exportBody(
  served: Served,
  format: string,
  columns: readonly number[],
  query: URLSearchParams,
): Promise<Buffer> {
  const limit = Number(query.get('limit') ?? -1);
  const chosen = limit >= 0 ? served.rows.slice(0, limit) : served.rows;
  const rows = chosen.map((row) => columns.map((column) => row[column] ?? ''));
  const names = columns.map((column) => served.fields[column]?.name ?? '');
  if (format === 'csv') return csv(served, names, rows, query);
  if (format === 'parquet') return parquet(served, names, rows);
  if (format === 'xlsx') return xlsx(names, rows);
  const objects = rows.map((row) => typedObject(served, names, row));
  if (format === 'json') return Buffer.from(JSON.stringify(objects));
  return Buffer.from(objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
}

function csv(served: Served, names: string[], rows: string[][], query: URLSearchParams): Buffer {
  const useLabels = query.get('use_labels') === 'true' || served.faults.has('labels');
  const header = names.map((name, index) => {
    if (served.faults.has('changed-header') && index === 1) return `${name}_nouveau`;
    const field = served.fields.find((candidate) => candidate.name === name);
    return useLabels ? (field?.label ?? name) : name;
  });
  const delimiter = query.get('delimiter') ?? ';';
  const text = Papa.unparse([header, ...rows], { delimiter, newline: '\r\n' });
  const ended = `${text}\r\n`;
  if (served.faults.has('latin1')) return Buffer.from(ended, 'latin1');
  const bom = query.get('with_bom') === 'false' || served.faults.has('no-bom') ? '' : '\uFEFF';
  return Buffer.from(bom + ended);
}

function typedObject(served: Served, names: string[], row: string[]): Record<string, unknown> {
  const entries = names.map((name, index) => {
    const type = served.fields.find((field) => field.name === name)?.type;
    const value = row[index] ?? '';
    if (value === '') return [name, null];
    return [name, type === 'int' || type === 'double' ? Number(value) : value];
  });
  return Object.fromEntries(entries);
}

async function parquet(served: Served, names: string[], rows: string[][]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-stand-in-'));
  const source = join(folder, 'rows.csv');
  const target = join(folder, 'rows.parquet');
  const header = names.map((_, index) => `c${index}`);
  await writeFile(source, Papa.unparse([header, ...rows], { quotes: true }));
  const casts = names.map((name, index) => {
    const type = served.fields.find((field) => field.name === name)?.type ?? 'text';
    const duckType = { int: 'bigint', double: 'double', date: 'date' }[type] ?? 'varchar';
    const value = duckType === 'varchar' ? `c${index}` : `try_cast(c${index} as ${duckType})`;
    return `${value} as "${name.replaceAll('"', '""')}"`;
  });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reading = `read_csv('${source}', all_varchar=true, header=true, delim=',', quote='"')`;
    await connection.run(
      `copy (select ${casts.join(', ')} from ${reading}) to '${target}' (format parquet)`,
    );
    return await readFile(target);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

async function xlsx(names: string[], rows: string[][]): Promise<Buffer> {
  const cells = [names, ...rows].map((row) => row.map((value) => ({ value, type: String })));
  return writeExcel(cells).toBuffer();
}
