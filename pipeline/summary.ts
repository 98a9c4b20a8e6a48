import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltDataset } from './ledger.ts';
import { type DatasetQuality, describeQuality } from './normalise/quality.ts';
import type { DatasetKind } from './types.ts';

export interface DatasetSummary {
  id: string;
  kind: DatasetKind | null;
  edition: number | null;
  status: 'ingested' | 'left-out' | 'failed';
  rows: number;
  kept: number;
  rejected: number;
  message: string;
}

export interface IngestSummary {
  status: 'published' | 'published-with-losses' | 'unchanged' | 'dry-run' | 'failed';
  warehouse: string | null;
  message: string;
  datasets: DatasetSummary[];
}

/** A data set of which nothing was read. */
export const lost = (id: string, message: string): DatasetSummary => ({
  id,
  kind: null,
  edition: null,
  status: 'failed',
  rows: 0,
  kept: 0,
  rejected: 0,
  message,
});

const summaryOf = (
  quality: DatasetQuality,
  status: 'ingested' | 'left-out',
  message: string,
): DatasetSummary => ({
  id: quality.dataset,
  kind: quality.kind,
  edition: quality.edition,
  status,
  rows: quality.rows,
  kept: quality.kept,
  rejected: quality.rejected,
  message,
});

/** The data sets of a construction. */
export const summarise = (built: readonly BuiltDataset[]): DatasetSummary[] =>
  built.map(({ quality, message, leftOut }) =>
    summaryOf(quality, leftOut ? 'left-out' : 'ingested', message),
  );

/**
 * The data sets of a published warehouse, by its own report, losses included.
 * @returns null when the report cannot be read
 */
export async function publishedDatasets(folder: string): Promise<DatasetSummary[] | null> {
  const text = await readFile(join(folder, 'quality.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { datasets } = JSON.parse(text) as {
    datasets: (DatasetQuality & { status: 'ingested' | 'left-out' })[];
  };
  return datasets.map((quality) =>
    summaryOf(
      quality,
      quality.status,
      `Unchanged since the last ingestion. ${describeQuality(quality)}`.trimEnd(),
    ),
  );
}

/** Whether a row was rejected, or a data set left out. */
export const hasLosses = (datasets: readonly DatasetSummary[]): boolean =>
  datasets.some(({ status, rejected }) => status !== 'ingested' || rejected > 0);
