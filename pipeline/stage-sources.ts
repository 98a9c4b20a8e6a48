import type { StagedSource } from './build.ts';
import { inParallel } from './in-parallel.ts';
import type { IngestOptions } from './ingest.ts';
import { openDuck } from './read/duck.ts';
import { stageFile } from './read/index.ts';
import { isAddress } from './sources.ts';
import { type DatasetSummary, lost } from './summary.ts';
import { type SourceFile, type StagedFile, type StageOptions, UnreadableFile } from './types.ts';

/** While one file is numbered or hashed to its end, which takes one core, another is read. */
const filesAtOnce = 2;

type Staging = { staged: StagedSource } | { loss: DatasetSummary } | null;

/** Stages a source; null when it is of an edition that is not asked for. */
async function stageSource(
  source: SourceFile,
  options: IngestOptions,
  stageOptions: StageOptions,
): Promise<Staging> {
  options.signal?.throwIfAborted();
  try {
    const kind = options.kinds?.[source.dataset];
    const file = await stageFile(source, {
      ...stageOptions,
      ...(kind === undefined ? {} : { kind }),
    });
    file.warnings.push(...(source.warnings ?? []));
    const { editions } = options;
    const foreign =
      file.kind === 'microdata' &&
      file.edition !== null &&
      editions &&
      !editions.includes(file.edition);
    return foreign && !isAddress(options.source) ? null : { staged: { source, file } };
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (!(cause instanceof UnreadableFile)) throw cause;
    return { loss: lost(source.dataset, cause.message) };
  }
}

/** Stages what can be read and is asked for; says in one sentence what cannot be read. */
export async function stageSources(
  options: IngestOptions,
  sources: readonly SourceFile[],
  workFolder: string,
): Promise<{ staged: StagedSource[]; losses: DatasetSummary[] }> {
  const [only, ...others] = sources.length === 1 ? (options.editions ?? []) : [];
  const duck = await openDuck(workFolder);
  try {
    const found = await inParallel(sources, filesAtOnce, (source) =>
      stageSource(source, options, {
        workFolder,
        duck,
        grouped: true,
        progress: options.progress,
        ...(only === undefined || others.length > 0 ? {} : { fallbackEdition: only }),
        ...(options.columns === undefined ? {} : { columns: options.columns }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      }),
    );
    return {
      staged: found.flatMap((one) => (one && 'staged' in one ? [one.staged] : [])),
      losses: found.flatMap((one) => (one && 'loss' in one ? [one.loss] : [])),
    };
  } finally {
    duck.closeSync();
  }
}

/** The years asked for of which no rows of respondents were found. */
export function missingEditions(
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
