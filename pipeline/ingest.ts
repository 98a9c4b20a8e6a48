import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../core/contract/vocabulary.ts';
import { buildWarehouse } from './build.ts';
import { diskFault } from './disk-fault.ts';
import { PortalUnreachable } from './portal/index.ts';
import type { ProgressSink } from './progress.ts';
import { FolderBusy } from './publish/lock.ts';
import { Versions } from './publish/versions.ts';
import { gatherSources, isAddress } from './sources.ts';
import { missingEditions, stageSources } from './stage-sources.ts';
import {
  type DatasetSummary,
  hasLosses,
  type IngestSummary,
  lost,
  publishedDatasets,
  summarise,
} from './summary.ts';
import { type DatasetKind, type SourceFile, UnreadableFile } from './types.ts';
import { publishedFrom, versionOf, withChecksums } from './warehouse-version.ts';

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

/** What stays the same all along a run. */
interface Run {
  readonly options: IngestOptions;
  readonly versions: Versions;
  readonly origin: Origin;
  /** The warehouse published before. */
  readonly published: string | null;
  /** Whether a warehouse is to be built even if nothing changed. */
  readonly rebuild: boolean;
}

const failedRun = (
  { published }: Run,
  message: string,
  datasets: DatasetSummary[],
): IngestSummary => ({
  status: 'failed',
  warehouse: published,
  message: `${message} ${published === null ? 'There is no warehouse.' : 'The previous warehouse is untouched.'}`,
  datasets,
});

const unchangedRun = ({ published }: Run, datasets: DatasetSummary[]): IngestSummary => ({
  status: 'unchanged',
  warehouse: published,
  message: 'Nothing changed: the warehouse is kept.',
  datasets,
});

async function ingestLocked(options: IngestOptions, versions: Versions): Promise<IngestSummary> {
  const origin = options.origin ?? (isAddress(options.source) ? 'portal' : 'files');
  const { sources: gathered, problems } = await gatherSources(options);
  const losses = problems.map(({ id, message }) => lost(id, message));
  const published = await versions.published();
  const rebuild = options.force || options.dryRun || published === null;
  const run = { options, versions, origin, published, rebuild };
  if (gathered.length === 0)
    return failedRun(run, `Nothing to ingest in ${options.source}.`, losses);
  const sources = rebuild ? gathered : await withChecksums(gathered, options.signal);
  const kept = rebuild ? null : await publishedFrom(options, origin, sources, versions);
  if (kept !== null) return unchangedRun(run, [...kept, ...losses]);
  const building = await versions.createBuilding();
  try {
    return await buildAside(run, sources, building, losses);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Stages the sources and builds a warehouse in a folder aside, which takes its place among the published last. */
async function buildAside(
  run: Run,
  sources: readonly SourceFile[],
  building: string,
  before: readonly DatasetSummary[],
): Promise<IngestSummary> {
  const { options, versions, origin, published, rebuild } = run;
  const workFolder = join(building, 'work');
  await mkdir(workFolder, { recursive: true });
  const { staged, losses: unread } = await stageSources(options, sources, workFolder);
  const losses = [...before, ...unread, ...missingEditions(options, staged)];
  if (!staged.some(({ file }) => file.kind !== 'correspondence')) {
    const message = `${options.source} holds no microdata and no aggregates that can be read.`;
    return failedRun(run, message, losses);
  }
  const files = staged.map(({ file }) => file);
  const version = versionOf(options, origin, files);
  if (!rebuild && published !== null && version === (await versions.publishedVersion())) {
    const datasets = await publishedDatasets(published);
    if (datasets !== null) return unchangedRun(run, [...datasets, ...losses]);
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
  if (built.rows === 0) return failedRun(run, 'No row could be understood.', datasets);
  if (options.dryRun) {
    const message = 'Nothing was published (--dry-run).';
    return { status: 'dry-run', warehouse: published, message, datasets };
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
    const fault = diskFault(cause, options.dataFolder);
    if (fault !== null) return failed(fault);
    throw cause;
  } finally {
    await release();
  }
}
