/**
 * One measured step in a process of its own, so that its peak memory is its own:
 * `step.ts scan|values|load|star|ingest <folder of CSV files> <work folder>` prints one line of JSON.
 */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ingest } from '../../pipeline/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { loadStar } from './star.ts';

export interface StepResult {
  rows: number;
  milliseconds: number;
  /** Of all threads: what a busy machine changes least. */
  processorMilliseconds: number;
  peakBytes: number;
}

const [step = '', folder = '', work = ''] = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(folder, name));

/** The names of a file's columns; in generated files no name holds a separator. */
function headersOf(file: string): string[] {
  const head = Buffer.alloc(64 * 1024);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, head);
  closeSync(descriptor);
  const [line = ''] = head.toString('utf8', 0, length).replace('\uFEFF', '').split(/\r?\n/u);
  return line.split(';');
}

/** The dialect that ingestion finds and tells DuckDB, told here too: nothing is sniffed on either side. */
function reader(file: string): string {
  const columns = headersOf(file).map((name) => `'${name.replaceAll("'", "''")}': 'VARCHAR'`);
  return `read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ';', quote = '"', escape = '"', strict_mode = true, columns = {${columns.join(', ')}})`;
}

/** Counts each file’s rows, and with them what else is to be counted of it. */
async function countRows(also: (file: string) => string[]): Promise<number> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  let rows = 0;
  for (const file of files) {
    const counts = ['count(*)::integer', ...also(file)];
    const result = await connection.runAndReadAll(
      `select ${counts.join(', ')} from ${reader(file)}`,
    );
    rows += Number(result.getRows()[0]![0]);
  }
  return rows;
}

/** The goal’s measure. DuckDB finds where rows end and makes no value of any column. */
const scan = (): Promise<number> => countRows(() => []);

/** The least that anyone who needs the values pays: every column made a text, and nothing kept. */
const scanValues = (): Promise<number> =>
  countRows((file) => headersOf(file).map((name) => `count("${name.replaceAll('"', '""')}")`));

async function load(): Promise<number> {
  const instance = await DuckDBInstance.create(join(work, 'raw.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  let rows = 0;
  for (const [index, file] of files.entries()) {
    await connection.run(`create table raw_${index} as from ${reader(file)}`);
    const result = await connection.runAndReadAll(`select count(*)::integer from raw_${index}`);
    rows += Number(result.getRows()[0]![0]);
  }
  await connection.run('checkpoint');
  return rows;
}

async function star(): Promise<number> {
  const instance = await DuckDBInstance.create(join(work, 'star.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  const rows = await loadStar(
    connection,
    files.map((file) => ({ headers: headersOf(file), reader: reader(file) })),
  );
  await connection.run('checkpoint');
  return rows;
}

async function ingestAll(): Promise<number> {
  const summary = await ingest({
    source: folder,
    dataFolder: join(work, 'data'),
    progress: silentProgress,
    force: true,
    origin: 'demonstration',
  });
  if (summary.status === 'failed') throw new Error(JSON.stringify(summary.datasets));
  return summary.datasets.reduce((sum, dataset) => sum + dataset.rows, 0);
}

const steps: Record<string, () => Promise<number>> = {
  scan,
  values: scanValues,
  load,
  star,
  ingest: ingestAll,
};
const started = performance.now();
const processor = process.cpuUsage();
const rows = await steps[step]!();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processor);
const result: StepResult = {
  rows,
  milliseconds,
  processorMilliseconds: (user + system) / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
