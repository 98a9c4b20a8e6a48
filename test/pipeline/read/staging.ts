import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll } from 'vitest';
import { listSources, stageFile } from '../../../pipeline/read/index.ts';
import type { StagedFile, StageOptions } from '../../../pipeline/types.ts';

const files = fileURLToPath(new URL('../../fixtures/files', import.meta.url));

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** A folder that the test file removes at its end. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-test-'));
  folders.push(folder);
  return folder;
}

/** The one file of a fixture's folder. */
export async function fixture(fault: string): Promise<string> {
  const [name] = await readdir(join(files, fault));
  return join(files, fault, name!);
}

export interface Staged extends StagedFile {
  /** What DuckDB reads back, in the file's order. */
  staged: Record<string, string | null>[];
  lines: number[];
}

/** Stages a file and reads the result back. */
export async function stage(
  path: string,
  options: Omit<StageOptions, 'workFolder'> = {},
): Promise<Staged> {
  const { sources } = await listSources(path);
  const file = await stageFile(sources[0]!, { ...options, workFolder: await temporaryFolder() });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll('select * from read_parquet($1)', [file.parquet]);
  const staged = reader.getRowObjectsJson() as Record<string, string | null>[];
  connection.closeSync();
  instance.closeSync();
  const lines = await file.linesOf(staged.map((_, row) => row));
  return { ...file, staged, lines: staged.map((_, row) => lines.get(row)!) };
}

export const stageFixture = async (
  fault: string,
  options: Omit<StageOptions, 'workFolder'> = {},
): Promise<Staged> => stage(await fixture(fault), options);
