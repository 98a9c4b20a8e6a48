import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ingest } from '../ingest.ts';
import type { ProgressSink } from '../progress.ts';
import type { IngestSummary } from '../summary.ts';
import { generateDemo } from './generate.ts';

export interface DemoOptions {
  /** Where the warehouse goes (`$NUMOSCOPE_DATA`). */
  dataFolder: string;
  progress: ProgressSink;
  signal?: AbortSignal;
  seed?: number;
  scale?: number;
  /** Keeps the generated files in this folder; when left out they are removed. */
  keepFiles?: string;
}

/**
 * Builds the demonstration warehouse: generates the synthetic survey, puts it through the ordinary ingestion with
 * the origin « demonstration », removes the files. The summary is the ingestion's own.
 */
export async function runDemo(options: DemoOptions): Promise<IngestSummary> {
  const { dataFolder, progress, signal, seed, scale, keepFiles } = options;
  const folder = keepFiles ?? (await makeFolder(dataFolder));
  const chosen = {
    ...(seed === undefined ? {} : { seed }),
    ...(scale === undefined ? {} : { scale }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    await generateDemo({ folder, progress, ...chosen });
    return await ingest({
      source: folder,
      dataFolder,
      origin: 'demonstration',
      progress,
      ...(signal === undefined ? {} : { signal }),
    });
  } finally {
    if (keepFiles === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Beside the warehouse rather than in the system's temporary folder: a gigabyte may not fit there. */
async function makeFolder(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  return mkdtemp(join(dataFolder, 'demonstration-'));
}
