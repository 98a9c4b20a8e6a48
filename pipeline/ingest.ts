import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../core/contract/vocabulary.ts';
import { packageRoot } from '../warehouse/package-root.ts';
import { buildWarehouse } from './build.ts';
import { normaliserVersion } from './normaliser-version.ts';
import { PortalUnreachable } from './portal/index.ts';
import type { ProgressSink } from './progress.ts';
import { FolderBusy } from './publish/lock.ts';
import { Versions } from './publish/versions.ts';
import { stageFile } from './read/index.ts';
import { gatherSources, isAddress } from './sources.ts';
import {
  type DatasetSummary,
  hasLosses,
  type IngestSummary,
  lost,
  publishedDatasets,
  summarise,
} from './summary.ts';
import { type DatasetKind, type SourceFile, type StagedFile, UnreadableFile } from './types.ts';

export interface IngestOptions {
  /** Portal address, folder of exported files, or one file. */
  source: string;
  dataFolder: string;
  editions?: readonly number[];
  datasets?: readonly string[];
  /** Kinds that are not recognised by the columns, by data set id. */
  kinds?: Record<string, DatasetKind>;
  /** Header → canonical field, for every file. */
  columns?: Record<string, string>;
  force?: boolean;
  dryRun?: boolean;
  /** `portal` for an address and `files` otherwise, unless said. */
  origin?: Origin;
  apiKey?: string;
  progress: ProgressSink;
  signal?: AbortSignal;
  now?: () => Date;
}

const foldFiles = [
  'dimension-aliases.csv',
  'label-folds.csv',
  'comparability-notes.csv',
  'column-aliases.json',
  'questionnaire.json',
];

/** The version that these sources give: the same files, read the same way, are the same warehouse. */
function versionOf(
  options: IngestOptions,
  origin: Origin,
  sources: readonly { dataset: string; sha256: string }[],
): string {
  const hash = createHash('sha256');
  const { editions = null, datasets = null, kinds = null, columns = null } = options;
  hash.update(JSON.stringify({ normaliserVersion, origin, editions, datasets, kinds, columns }));
  for (const file of foldFiles) hash.update(readFileSync(join(packageRoot, 'data', file)));
  for (const { dataset, sha256 } of [...sources].sort((a, b) => (a.dataset < b.dataset ? -1 : 1))) {
    hash.update(`\n${dataset} ${sha256}`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function stageAll(
  options: IngestOptions,
  sources: readonly SourceFile[],
  workFolder: string,
): Promise<{ staged: { source: SourceFile; file: StagedFile }[]; losses: DatasetSummary[] }> {
  const staged: { source: SourceFile; file: StagedFile }[] = [];
  const losses: DatasetSummary[] = [];
  for (const source of sources) {
    options.signal?.throwIfAborted();
    try {
      const kind = options.kinds?.[source.dataset];
      const [only, ...others] = sources.length === 1 ? (options.editions ?? []) : [];
      const file = await stageFile(source, {
        workFolder,
        grouped: true,
        progress: options.progress,
        ...(kind === undefined ? {} : { kind }),
        ...(only === undefined || others.length > 0 ? {} : { fallbackEdition: only }),
        ...(options.columns === undefined ? {} : { columns: options.columns }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      file.warnings.push(...(source.warnings ?? []));
      const { editions } = options;
      const foreign =
        file.kind === 'microdata' &&
        file.edition !== null &&
        editions &&
        !editions.includes(file.edition);
      if (!foreign || isAddress(options.source)) staged.push({ source, file });
    } catch (cause) {
      options.signal?.throwIfAborted();
      if (!(cause instanceof UnreadableFile)) throw cause;
      losses.push(lost(source.dataset, cause.message));
    }
  }
  return { staged, losses };
}

/** The years asked for of which no rows of respondents were found. */
function missingEditions(
  { editions = [], source }: IngestOptions,
  staged: readonly { file: StagedFile }[],
): DatasetSummary[] {
  const read = staged.filter(({ file }) => file.kind === 'microdata');
  if (read.some(({ file }) => file.edition === null)) return [];
  return editions
    .filter((year) => !read.some(({ file }) => file.edition === year))
    .map((year) => ({
      ...lost(String(year), `No microdata of the edition ${year} were found in ${source}.`),
      edition: year,
    }));
}

async function ingestLocked(options: IngestOptions, versions: Versions): Promise<IngestSummary> {
  const origin = options.origin ?? (isAddress(options.source) ? 'portal' : 'files');
  const { sources, problems } = await gatherSources(options);
  const losses = problems.map(({ id, message }) => lost(id, message));
  const published = await versions.published();
  const failed = (message: string, datasets: DatasetSummary[]): IngestSummary => ({
    status: 'failed',
    warehouse: published,
    message: `${message} ${published === null ? 'There is no warehouse.' : 'The previous warehouse is untouched.'}`,
    datasets,
  });
  if (sources.length === 0) return failed(`Nothing to ingest in ${options.source}.`, losses);
  const building = await versions.createBuilding();
  const workFolder = join(building, 'work');
  try {
    await mkdir(workFolder, { recursive: true });
    const { staged, losses: unread } = await stageAll(options, sources, workFolder);
    losses.push(...unread, ...missingEditions(options, staged));
    if (!staged.some(({ file }) => file.kind !== 'correspondence')) {
      return failed(
        `${options.source} holds no microdata and no aggregates that can be read.`,
        losses,
      );
    }
    const version = versionOf(
      options,
      origin,
      staged.map(({ file }) => file),
    );
    const same = version === (await versions.publishedVersion());
    const unchanged = same && published !== null ? await publishedDatasets(published) : null;
    if (unchanged !== null && !options.force && !options.dryRun) {
      return {
        status: 'unchanged',
        warehouse: published,
        message: 'Nothing changed: the warehouse is kept.',
        datasets: [...unchanged, ...losses],
      };
    }
    const built = await buildWarehouse({
      staged,
      folder: building,
      workFolder,
      version,
      origin,
      previous: published,
      builtAt: (options.now?.() ?? new Date()).toISOString(),
      progress: options.progress,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const datasets = [...summarise(built.datasets), ...losses];
    if (built.rows === 0) return failed('No row could be understood.', datasets);
    if (options.dryRun) {
      return {
        status: 'dry-run',
        warehouse: published,
        message: 'Nothing was published (--dry-run).',
        datasets,
      };
    }
    options.signal?.throwIfAborted();
    await rm(workFolder, { recursive: true, force: true });
    const warehouse = await versions.publish(building, version);
    return {
      status: hasLosses(datasets) ? 'published-with-losses' : 'published',
      warehouse,
      message: `Published ${warehouse}.`,
      datasets,
    };
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/**
 * Reads a source, unifies it and publishes a new warehouse in one move. One bad data set does not stop the
 * others; what is lost is named. Nothing is published, and the previous warehouse stays, when nothing could
 * be read, when the run is aborted, or with `dryRun`.
 */
export async function ingest(options: IngestOptions): Promise<IngestSummary> {
  const versions = new Versions(options.dataFolder);
  const failed = (message: string): IngestSummary => ({
    status: 'failed',
    warehouse: null,
    message,
    datasets: [],
  });
  let release: () => Promise<void> = async () => {};
  try {
    release = await versions.lock();
    return await ingestLocked(options, versions);
  } catch (cause) {
    if (options.signal?.aborted)
      return failed(
        'Stopped before anything was published; the previous warehouse, if any, is untouched.',
      );
    if (
      cause instanceof PortalUnreachable ||
      cause instanceof FolderBusy ||
      cause instanceof UnreadableFile
    ) {
      return failed(cause.message);
    }
    throw cause;
  } finally {
    await release();
  }
}
