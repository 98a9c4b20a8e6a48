import { Command, InvalidArgumentError } from 'commander';
import { canonicalFields, isCanonical } from '../../pipeline/fields/canonical.ts';
import type { IngestOptions } from '../../pipeline/ingest.ts';
import { hasLosses, type IngestSummary } from '../../pipeline/summary.ts';
import { type DatasetKind, datasetKinds } from '../../pipeline/types.ts';
import { UsageError } from '../config.ts';
import { exitCodes, type Program } from '../program.ts';
import { createProgress } from '../progress.ts';

interface IngestFlags {
  source?: string;
  edition?: number[];
  dataset?: string[];
  kind?: Record<string, DatasetKind>;
  column?: Record<string, string>;
  apiKey?: string;
  force?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

const repeated = (value: string, previous: string[] | undefined): string[] => [
  ...(previous ?? []),
  value,
];

/** A survey year, as `--edition` takes it. */
export function year(value: string): number {
  if (!/^(19|20)\d\d$/u.test(value))
    throw new InvalidArgumentError('give a year, for instance 2025.');
  return Number(value);
}

const years = (value: string, previous: number[] | undefined): number[] => [
  ...(previous ?? []),
  year(value),
];

function splitAt(value: string, separator: string, example: string): [string, string] {
  const at = value.lastIndexOf(separator);
  if (at <= 0) throw new InvalidArgumentError(`write it as ${example}.`);
  return [value.slice(0, at), value.slice(at + 1)];
}

const isField = (field: string): boolean => datasetKinds.some((kind) => isCanonical(kind, field));

/** `--column "Header=field"`, as `inspect` proposes it. */
export function columnOverride(
  value: string,
  previous: Record<string, string> | undefined,
): Record<string, string> {
  const [header, field] = splitAt(value, '=', '"Header in the file=field"');
  if (!isField(field)) {
    const fields = [...new Set(datasetKinds.flatMap((kind) => canonicalFields[kind]))];
    throw new InvalidArgumentError(`"${field}" is no field; the fields are ${fields.join(', ')}.`);
  }
  return { ...previous, [header]: field };
}

function kindOverride(
  value: string,
  previous: Record<string, DatasetKind> | undefined,
): Record<string, DatasetKind> {
  const [dataset, kind] = splitAt(value, '=', 'dataset-id=kind');
  if (!datasetKinds.includes(kind as DatasetKind)) {
    throw new InvalidArgumentError(`the kind is one of ${datasetKinds.join(', ')}.`);
  }
  return { ...previous, [dataset]: kind as DatasetKind };
}

/** 0: published (or nothing to do), nothing lost; 3: with losses, old or new; 1: nothing published. */
export function exitCodeOf({ status, datasets }: IngestSummary): number {
  if (status === 'failed') return exitCodes.nothingPublished;
  return hasLosses(datasets) ? exitCodes.publishedWithLosses : exitCodes.published;
}

/** Prints what became of each data set, one sentence each. */
export function sayDatasets(program: Program, summary: IngestSummary): void {
  for (const dataset of summary.datasets) {
    const counts = `${dataset.rows} rows read, ${dataset.kept} kept, ${dataset.rejected} rejected`;
    program.say(`${dataset.id}: ${dataset.status}, ${counts}. ${dataset.message}`.trimEnd());
  }
  program.say(summary.message);
}

export function ingestCommand(program: Program): Command {
  return new Command('ingest')
    .description('downloads or reads the data sets, unifies them, publishes a new warehouse')
    .option(
      '--source <S>',
      'portal address, folder of exported files, or one file (NUMOSCOPE_SOURCE)',
    )
    .option('--edition <year>', 'only these editions; repeats', years)
    .option('--dataset <id>', 'only these data sets; repeats', repeated)
    .option(
      '--kind <id=kind>',
      'how to read a data set that is not recognised; repeats',
      kindOverride,
    )
    .option(
      '--column <header=field>',
      'what a column holds, as inspect proposes; repeats',
      columnOverride,
    )
    .option('--api-key <key>', 'key for the portal (NUMOSCOPE_API_KEY)')
    .option('--force', 'downloads and rebuilds even when nothing changed')
    .option('--dry-run', 'does everything but publishing')
    .option('--json', 'one machine-readable summary on standard output')
    .action(async (flags: IngestFlags) => {
      const config = program.config();
      const progress = createProgress({ stream: process.stderr, enabled: true });
      const options: IngestOptions = {
        source: flags.source ?? config.source,
        dataFolder: config.dataFolder,
        progress,
        signal: program.signal,
        ...(flags.edition === undefined ? {} : { editions: flags.edition }),
        ...(flags.dataset === undefined ? {} : { datasets: flags.dataset }),
        ...(flags.kind === undefined ? {} : { kinds: flags.kind }),
        ...(flags.column === undefined ? {} : { columns: flags.column }),
        ...((flags.apiKey ?? config.apiKey)
          ? { apiKey: (flags.apiKey ?? config.apiKey) as string }
          : {}),
        ...(flags.force === undefined ? {} : { force: flags.force }),
        ...(flags.dryRun === undefined ? {} : { dryRun: flags.dryRun }),
      };
      if (options.source === '')
        throw new UsageError('The source is empty: give an address, a folder or a file.');
      if (/^https?:/iu.test(options.source) && !URL.canParse(options.source))
        throw new UsageError(`"${options.source}" is no address.`);
      try {
        const { ingest } = await import('../../pipeline/ingest.ts');
        const summary = await ingest(options);
        progress.stop();
        if (flags.json) program.print(JSON.stringify(summary));
        else sayDatasets(program, summary);
        program.exitWith(exitCodeOf(summary));
      } finally {
        progress.stop();
      }
    });
}
