import { Command } from 'commander';
import type { IngestSummary } from '../../pipeline/summary.ts';
import type { Config } from '../config.ts';
import { CommandFailure, exitCodes, type Program } from '../program.ts';
import { createProgress } from '../progress.ts';
import { exitCodeOf, sayDatasets } from './ingest.ts';

/** Generates the synthetic survey and puts it through the ordinary pipeline. */
export async function buildDemonstration(
  program: Program,
  config: Config,
  options: { keepFiles?: string } = {},
): Promise<IngestSummary> {
  const { runDemo } = await import('../../pipeline/demo/run.ts');
  const progress = createProgress({ stream: process.stderr, enabled: true });
  try {
    return await runDemo({
      dataFolder: config.dataFolder,
      progress,
      signal: program.signal,
      ...options,
    });
  } finally {
    progress.stop();
  }
}

export function demoCommand(program: Program): Command {
  return new Command('demo')
    .description('builds the demonstration warehouse: synthetic, and labelled so everywhere')
    .option('--keep-files <folder>', 'keeps the generated files there, in the portal’s own layout')
    .option('--json', 'one machine-readable summary on standard output')
    .action(async (flags: { keepFiles?: string; json?: boolean }) => {
      const summary = await buildDemonstration(program, program.config(), {
        ...(flags.keepFiles === undefined ? {} : { keepFiles: flags.keepFiles }),
      });
      if (flags.json) program.print(JSON.stringify(summary));
      else sayDatasets(program, summary);
      const code = exitCodeOf(summary);
      if (code === exitCodes.nothingPublished) {
        throw new CommandFailure('The demonstration could not be built: see the lines above.');
      }
      program.exitWith(code);
    });
}
