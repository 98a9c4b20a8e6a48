import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EnterpriseCounts } from '../core/contract/enterprise-counts.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type Config, UsageError } from './config.ts';

/** Exit codes of the contract. */
export const exitCodes = {
  published: 0,
  nothingPublished: 1,
  usage: 2,
  publishedWithLosses: 3,
} as const;

/** A failure that is told in one sentence, without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.nothingPublished) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What a command may do to the outside: answers on standard output, everything else on standard error. */
export interface Program {
  config(): Config;
  signal: AbortSignal;
  print(text: string): void;
  say(text: string): void;
  openWarehouse(counts?: EnterpriseCounts | null): Promise<Warehouse>;
  exitWith(code: number): void;
}

/** The folder of the warehouse being served. */
export const currentFolder = (config: Config): string => join(config.dataFolder, 'current');

export const hasWarehouse = (config: Config): boolean =>
  existsSync(join(currentFolder(config), 'numoscope.duckdb'));

/** @throws UsageError naming the folder and what to run when there is no warehouse. */
export async function openCurrent(
  config: Config,
  counts: EnterpriseCounts | null = null,
): Promise<Warehouse> {
  if (!hasWarehouse(config)) {
    throw new UsageError(
      `There is no warehouse in ${config.dataFolder}: run "numoscope ingest" or "numoscope demo" first, or set NUMOSCOPE_DATA.`,
    );
  }
  const { openWarehouse } = await import('../warehouse/warehouse.ts');
  return openWarehouse(currentFolder(config), counts);
}
