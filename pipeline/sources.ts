import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { columnsNeeded } from './fields/index.ts';
import { type FetchedDataset, fetchDatasets, type Provenance } from './portal/index.ts';
import { exportFile, readProvenance } from './portal/provenance.ts';

import type { ProgressSink } from './progress.ts';
import { listSources } from './read/index.ts';
import { toolVersion } from './tool-version.ts';
import type { SourceFile } from './types.ts';

/** What an ingestion found to read, and what it could not get, one sentence each. */
export interface Gathered {
  sources: SourceFile[];
  problems: { id: string; message: string }[];
}

export interface GatherOptions {
  source: string;
  dataFolder: string;
  editions?: readonly number[];
  datasets?: readonly string[];
  apiKey?: string;
  force?: boolean;
  progress: ProgressSink;
  signal?: AbortSignal;
}

export const isAddress = (source: string): boolean => /^https?:\/\//iu.test(source);

const fromProvenance = (file: string, provenance: Provenance): SourceFile => ({
  dataset: provenance.dataset,
  title: provenance.title,
  path: file,
  format: provenance.format,
  url: provenance.url,
  retrievedAt: provenance.retrievedAt,
  sha256: provenance.sha256,
  recordsCount: provenance.records,
  licence: provenance.licence,
});

/** Data sets downloaded before and not asked for now: a partial ingestion must not lose them. */
async function cachedSources(
  cacheFolder: string,
  seen: ReadonlySet<string>,
): Promise<SourceFile[]> {
  if (!existsSync(cacheFolder)) return [];
  const found: SourceFile[] = [];
  for (const name of (await readdir(cacheFolder)).sort()) {
    const provenance = await readProvenance(cacheFolder, name);
    if (provenance === null || seen.has(provenance.dataset)) continue;
    const file = exportFile(cacheFolder, name, provenance.format);
    if (existsSync(file)) found.push(fromProvenance(file, provenance));
  }
  return found;
}

/** A known data set that this portal does not have is told, but loses nothing unless it was asked for. */
const isLoss = (dataset: FetchedDataset & { status: 'failed' }, options: GatherOptions): boolean =>
  !dataset.absent || (options.datasets?.includes(dataset.id) ?? false);

async function gatherFromPortal(options: GatherOptions): Promise<Gathered> {
  const cacheFolder = join(
    options.dataFolder,
    'downloads',
    new URL(options.source).host.replace(/\W+/gu, '-'),
  );
  const fetched = await fetchDatasets({
    baseUrl: options.source,
    apiKey: options.apiKey,
    cacheFolder,
    force: options.force,
    editions: options.editions,
    datasets: options.datasets,
    columnsNeeded,
    toolVersion,
    progress: options.progress,
    signal: options.signal,
  });
  const sources: SourceFile[] = [];
  const problems: Gathered['problems'] = [];
  for (const dataset of fetched) {
    if (dataset.status !== 'failed') {
      const { file, provenance, warnings } = dataset;
      sources.push({ ...fromProvenance(file, provenance), warnings });
    } else if (isLoss(dataset, options))
      problems.push({ id: dataset.id, message: dataset.message });
    else options.progress.note(dataset.message);
  }
  const fresh = new Set(sources.map(({ dataset }) => dataset));
  const kept = await cachedSources(cacheFolder, fresh);
  for (const problem of problems) {
    const copy = kept.find(({ dataset }) => dataset === problem.id);
    if (copy) problem.message += ` The copy of ${copy.retrievedAt?.slice(0, 10)} was used instead.`;
  }
  return { sources: [...sources, ...kept], problems };
}

/**
 * Finds the files to read: downloads from a portal (with what it downloaded before, so that asking for one
 * edition loses none), or lists a folder or a file, where only what is asked for is read.
 */
export async function gatherSources(options: GatherOptions): Promise<Gathered> {
  if (isAddress(options.source)) return gatherFromPortal(options);
  const { sources, problems } = await listSources(options.source);
  const wanted = (id: string): boolean =>
    options.datasets === undefined || options.datasets.includes(id);
  const missing = (options.datasets ?? []).filter(
    (id) => !sources.some(({ dataset }) => dataset === id),
  );
  return {
    sources: sources.filter(({ dataset }) => wanted(dataset)),
    problems: [
      ...problems
        .filter(({ dataset }) => wanted(dataset))
        .map(({ dataset, message }) => ({ id: dataset, message })),
      ...missing.map((id) => ({ id, message: `No file of ${options.source} is called ${id}.` })),
    ],
  };
}
