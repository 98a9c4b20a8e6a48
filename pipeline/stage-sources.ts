import type { StagedSource } from './build.ts';
import type { IngestOptions } from './ingest.ts';
import { stageFile } from './read/index.ts';
import { isAddress } from './sources.ts';
import { type DatasetSummary, lost } from './summary.ts';
import { type SourceFile, type StagedFile, UnreadableFile } from './types.ts';

/** Stages what can be read and is asked for; says in one sentence what cannot be read. */
export async function stageSources(
  options: IngestOptions,
  sources: readonly SourceFile[],
  workFolder: string,
): Promise<{ staged: StagedSource[]; losses: DatasetSummary[] }> {
  const staged: StagedSource[] = [];
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
