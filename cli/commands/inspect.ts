import { Command, Option } from 'commander';
import { type DatasetKind, datasetKinds } from '../../pipeline/types.ts';
import type { Program } from '../program.ts';
import { columnOverride, year } from './ingest.ts';

interface InspectFlags {
  kind?: DatasetKind;
  edition?: number;
  column?: Record<string, string>;
  json?: boolean;
}

export function inspectCommand(program: Program): Command {
  return new Command('inspect')
    .description(
      'says how a file, folder, address or data set would be read, and how to map what is missing',
    )
    .argument('<S>', 'file, folder, portal address or data set id')
    .addOption(new Option('--kind <kind>', 'read it as this kind').choices([...datasetKinds]))
    .option('--edition <year>', 'read it as this edition', year)
    .option('--column <header=field>', 'try a mapping; repeats', columnOverride)
    .option('--json', 'machine-readable')
    .action(async (source: string, flags: InspectFlags) => {
      const config = program.config();
      const { inspectSource, renderInspection } = await import('../../pipeline/inspect.ts');
      const report = await inspectSource(source, {
        portal: config.source,
        apiKey: config.apiKey,
        signal: program.signal,
        ...(flags.kind === undefined ? {} : { kind: flags.kind }),
        ...(flags.edition === undefined ? {} : { edition: flags.edition }),
        ...(flags.column === undefined ? {} : { columns: flags.column }),
      });
      program.print(flags.json ? JSON.stringify(report, null, 2) : renderInspection(report));
    });
}
