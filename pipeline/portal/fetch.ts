import { mkdir } from 'node:fs/promises';
import { inParallel } from '../in-parallel.ts';
import { type ProgressTask, silentProgress } from '../progress.ts';
import { readDataset } from './catalogue.ts';
import { PortalClient } from './client.ts';
import { discoverWith } from './discover.ts';
import { PortalFault } from './faults.ts';
import { type Obtained, obtain } from './obtain.ts';
import {
  exportFile,
  isUnchanged,
  readProvenance,
  removeUnfinished,
  writeProvenance,
} from './provenance.ts';
import type { DiscoveredDataset, FetchedDataset, PortalOptions, Provenance } from './types.ts';

/**
 * Downloads the barometer's data sets into the cache folder, one entry each in discovery order; a data
 * set that cannot be had is an entry of status `failed`, and the others go on.
 * @throws {PortalUnreachable} when nothing can be had from the portal at all
 * @throws the signal's reason when it aborts; only `.part` files are left, which the next run removes
 */
export async function fetchDatasets(options: PortalOptions): Promise<FetchedDataset[]> {
  const client = new PortalClient(options);
  await mkdir(options.cacheFolder, { recursive: true });
  await removeUnfinished(options.cacheFolder);
  const discovered = await discoverWith(client, options);
  const wanted = discovered.filter((dataset) => dataset.kind !== 'other' || options.datasets);
  return inParallel(wanted, options.concurrency ?? 2, (dataset) =>
    fetchOne(client, options, dataset),
  );
}

async function fetchOne(
  client: PortalClient,
  options: PortalOptions,
  dataset: DiscoveredDataset,
): Promise<FetchedDataset> {
  const { id, kind, edition, formerId } = dataset;
  const identity = { id, kind, edition, formerId };
  if (dataset.status === 'missing') {
    const { absent, message } = dataset;
    return { ...identity, status: 'failed', absent, message, metadata: null };
  }
  const totals =
    dataset.metadata.recordsCount === null ? {} : { totalRows: dataset.metadata.recordsCount };
  const task = (options.progress ?? silentProgress).task(id, totals);
  try {
    const fetched = await refresh(client, options, dataset, task);
    task.done(fetched.message);
    return fetched;
  } catch (error) {
    client.signal?.throwIfAborted();
    const message = `${id} was not downloaded: ${reasonOf(error)}.`;
    task.fail(message);
    return { ...identity, status: 'failed', absent: false, message, metadata: dataset.metadata };
  }
}

type Kept = Exclude<FetchedDataset, { status: 'failed' }>;

async function refresh(
  client: PortalClient,
  options: PortalOptions,
  discovered: DiscoveredDataset & { status: 'found' },
  task: ProgressTask,
): Promise<Kept> {
  const { cacheFolder } = options;
  const { id, kind, edition, formerId } = discovered;
  const identity = { id, kind, edition, formerId };
  const dataset = await readDataset(client, id);
  const columns = options.columnsNeeded?.(dataset.fields, discovered) ?? null;
  const last = options.force ? null : await readProvenance(cacheFolder, id);
  if (last !== null && (await isUnchanged(cacheFolder, last, dataset, columns))) {
    const { format } = last;
    return {
      ...identity,
      status: 'unchanged',
      file: exportFile(cacheFolder, id, format),
      format,
      provenance: last,
      metadata: dataset,
      message: `${id} has not changed since ${last.retrievedAt.slice(0, 10)}.`,
      warnings: [],
    };
  }
  const got = await obtain({ client, cacheFolder, dataset, columns, task });
  const provenance = provenanceOf(got, columns, options.toolVersion);
  await writeProvenance(cacheFolder, provenance);
  return {
    ...identity,
    status: 'downloaded',
    file: got.file,
    format: got.format,
    provenance,
    metadata: got.after,
    message: downloadedSentence(provenance, formerId),
    warnings: [...got.content.warnings, ...oddities(got)],
  };
}

/**
 * `wished` is kept rather than what the portal consented to: the next run compares it with its own wish.
 */
function provenanceOf(
  got: Obtained,
  wished: readonly string[] | null,
  toolVersion: string | undefined,
): Provenance {
  const { after, before, content } = got;
  return {
    dataset: after.id,
    title: after.title,
    url: got.url,
    retrievedAt: new Date().toISOString(),
    sha256: content.sha256,
    bytes: content.bytes,
    records: content.records,
    recordsCountBefore: before.recordsCount,
    recordsCountAfter: after.recordsCount,
    dataProcessed: after.dataProcessed,
    modified: after.modified,
    format: got.format,
    requestedColumns: wished === null ? null : [...wished],
    columns: content.columns,
    licence: after.licence,
    publisher: after.publisher,
    toolVersion: toolVersion ?? '0',
  };
}

/** What does not agree with the portal's own description, one sentence each. */
function oddities(got: Obtained): string[] {
  const { after, content, requestedColumns } = got;
  const sentences: string[] = [];
  const announced = after.recordsCount;
  if (announced === null) {
    sentences.push('The portal announces no number of rows, so none could be compared.');
  } else if (content.records > announced) {
    sentences.push(`The portal announces ${announced} rows and sent ${content.records}.`);
  }
  const expected = requestedColumns ?? after.fields.map((field) => field.name);
  const received = new Set(content.columns);
  const absent = expected.filter((name) => !received.has(name));
  const surplus = content.columns.filter((name) => !expected.includes(name));
  if (absent.length === 0 && (surplus.length === 0 || expected.length === 0)) return sentences;
  const labels = new Set(after.fields.map((field) => field.label));
  if (surplus.length > 0 && surplus.every((name) => labels.has(name))) {
    return [...sentences, 'The header holds labels instead of technical names.'];
  }
  if (absent.length > 0) {
    sentences.push(`The header lacks ${absent.join(', ')}, which the portal describes.`);
  }
  if (surplus.length > 0) {
    sentences.push(`The header has ${surplus.join(', ')}, which was not asked for.`);
  }
  return sentences;
}

function downloadedSentence(provenance: Provenance, formerId: string | null): string {
  const { dataset, records, format } = provenance;
  const count = records.toLocaleString('en-GB');
  const renamed = formerId === null ? '' : ` It replaces ${formerId}, which the portal renamed.`;
  return `${dataset}: ${count} rows downloaded as ${format === 'csv' ? 'CSV' : 'Parquet'}.${renamed}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof PortalFault) return error.message;
  // Errors of the file system carry a code; anything else is a bug and must be seen.
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return `it could not be kept in the cache (${error.message})`;
}
