import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../core/contract/vocabulary.ts';
import { packageRoot } from '../warehouse/package-root.ts';
import type { IngestOptions } from './ingest.ts';
import { normaliserVersion } from './normaliser-version.ts';
import type { Versions } from './publish/versions.ts';
import { digest } from './read/digest.ts';
import { type DatasetSummary, publishedDatasets } from './summary.ts';
import type { SourceFile } from './types.ts';

const foldFiles = [
  'dimension-aliases.csv',
  'label-folds.csv',
  'comparability-notes.csv',
  'column-aliases.json',
  'questionnaire.json',
];

/** The version that these sources give: the same files, read the same way, are the same warehouse. */
export function versionOf(
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

/** The sources with their checksums, those of a portal being known already; null where a file cannot be read. */
export async function withChecksums(
  sources: readonly SourceFile[],
  signal: AbortSignal | undefined,
): Promise<SourceFile[]> {
  const known: SourceFile[] = [];
  for (const source of sources) {
    const read = () =>
      digest(source.path, null, () => {}, signal).then(
        (found) => found.sha256,
        () => null,
      );
    known.push({ ...source, sha256: source.sha256 ?? (await read()) });
  }
  signal?.throwIfAborted();
  return known;
}

/**
 * What is published when these very files made it, told by their checksums alone. Files of which nothing could
 * be read, and editions left aside, are to be told again: then the files are read.
 */
export async function publishedFrom(
  options: IngestOptions,
  origin: Origin,
  sources: readonly SourceFile[],
  versions: Versions,
): Promise<DatasetSummary[] | null> {
  const published = await versions.published();
  if (published === null || options.editions !== undefined) return null;
  const digested = sources.flatMap(({ dataset, sha256 }) =>
    sha256 === null ? [] : [{ dataset, sha256 }],
  );
  if (versionOf(options, origin, digested) !== (await versions.publishedVersion())) return null;
  const datasets = await publishedDatasets(published);
  const told = new Set(datasets?.map(({ id }) => id));
  return sources.every(({ dataset }) => told.has(dataset)) ? datasets : null;
}
