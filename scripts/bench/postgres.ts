import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { databaseName } from '../../warehouse/warehouse.ts';

/** What PostgreSQL takes for a statement each, in milliseconds, as its own client measures them. */
export interface PostgresTimes {
  version: string;
  milliseconds: number[];
}

/** One weighted cross-tab by department: what is counted and on which filters. */
export interface PostgresCrosstab {
  question: number;
  edition: number;
  /** Ids of the warehouse. */
  region?: number;
  sizes?: readonly number[];
  sector?: number;
}

const debianFolder = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are, or null where it is not installed. */
function findPrograms(): string | null {
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const folders = told.status === 0 ? [told.stdout.trim()] : [];
  try {
    for (const name of readdirSync(debianFolder)) folders.push(join(debianFolder, name, 'bin'));
  } catch {
    // No Debian layout: pg_config alone tells.
  }
  return (
    folders.find((folder) => spawnSync(join(folder, 'initdb'), ['--version']).status === 0) ?? null
  );
}

/** PostgreSQL refuses to run as root: there it runs as the user that its package made. */
function account(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const number = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [number('-u'), number('-g')];
  return uid > 0 ? { uid, gid } : null;
}

/** A cluster of its own in a folder aside, reached through a socket in that folder. */
class Cluster {
  readonly #programs: string;
  readonly #folder: string;
  readonly #account: { uid: number; gid: number } | null;

  constructor(programs: string, folder: string) {
    this.#programs = programs;
    this.#folder = folder;
    this.#account = account();
    if (this.#account !== null) chownSync(folder, this.#account.uid, this.#account.gid);
  }

  run(program: string, args: readonly string[], input = ''): string {
    const done = spawnSync(join(this.#programs, program), [...args], {
      ...this.#account,
      cwd: this.#folder,
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 28,
      // The server inherits what it is started with, and would keep a pipe open.
      ...(program === 'pg_ctl' ? { stdio: 'ignore' } : {}),
    });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr ?? ''}`);
    return done.stdout ?? '';
  }

  start(): void {
    const data = join(this.#folder, 'cluster');
    this.run('initdb', ['-D', data, '-U', 'bench', '--auth=trust', '--no-sync']);
    const options = `-k ${this.#folder} -c listen_addresses= -c shared_buffers=1GB -c work_mem=64MB -c max_parallel_workers_per_gather=0`;
    this.run('pg_ctl', ['-D', data, '-w', '-o', options, 'start']);
  }

  stop(): void {
    this.run('pg_ctl', ['-D', join(this.#folder, 'cluster'), '-m', 'immediate', 'stop']);
  }

  sql(statements: string): string {
    const options = ['-h', this.#folder, '-U', 'bench', '-d', 'postgres', '-X', '-q'];
    return this.run('psql', [...options, '-v', 'ON_ERROR_STOP=1'], statements);
  }
}

const columns =
  'question, edition, answer, missing, first, department, region, sector, size, weight';

/** The same rows as the warehouse, in the same order, under an index that covers what is summed. */
async function loadResponses(cluster: Cluster, warehouse: string, folder: string): Promise<void> {
  const file = join(folder, 'responses.csv');
  const instance = await DuckDBInstance.create(join(warehouse, databaseName), {
    access_mode: 'READ_ONLY',
  });
  const connection = await instance.connect();
  await connection.run(`copy (select ${columns} from responses) to '${file}' (header false)`);
  connection.closeSync();
  instance.closeSync();
  cluster.sql(`create unlogged table responses (question smallint, edition smallint, answer smallint, missing boolean,
    first boolean, department smallint, region smallint, sector smallint, size smallint, weight double precision);
  \\copy responses from '${file}' csv
  create index on responses (question, edition) include (answer, missing, first, department, region, sector, size, weight);
  vacuum analyze responses;\n`);
}

function statementOf({ question, edition, region, sizes, sector }: PostgresCrosstab): string {
  const filters = [
    `question = ${question} and edition = ${edition}`,
    ...(region === undefined ? [] : [`region = ${region}`]),
    ...(sector === undefined ? [] : [`sector = ${sector}`]),
    ...(sizes === undefined ? [] : [`size in (${sizes.join(',')})`]),
  ];
  return `select department, answer, missing, count(*), count(*) filter (where first), sum(weight), sum(weight * weight),
    sum(weight) filter (where first), sum(weight * weight) filter (where first)
    from responses where ${filters.join(' and ')} group by department, answer, missing;\n`;
}

/**
 * Loads the warehouse's responses into a PostgreSQL of its own and times cross-tabs by department there, twice
 * over: the first round, which warms it, is not kept.
 * @returns null where PostgreSQL is not installed
 */
export async function timePostgres(
  warehouse: string,
  crosstabs: readonly PostgresCrosstab[],
): Promise<PostgresTimes | null> {
  const programs = findPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'numoscope-pg-'));
  const cluster = new Cluster(programs, folder);
  try {
    cluster.start();
    try {
      await loadResponses(cluster, warehouse, folder);
      const version = cluster.sql('\\t on\nshow server_version;\n').trim();
      const round = crosstabs.map(statementOf).join('');
      const said = cluster.sql(`\\o /dev/null\n${round}\\timing on\n${round}`);
      const milliseconds = [...said.matchAll(/^Time: ([\d.]+) ms/gmu)].map(([, time]) =>
        Number(time),
      );
      return { version, milliseconds };
    } finally {
      cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
