import type { ProgressSink } from '../progress.ts';

export interface PortalField {
  name: string;
  label: string;
  type: string;
}

/** A data set as the portal describes it; times are the portal's own text. */
export interface PortalDataset {
  id: string;
  title: string;
  recordsCount: number | null;
  dataProcessed: string | null;
  modified: string | null;
  fields: PortalField[];
  licence: string | null;
  publisher: string | null;
  /** Export formats offered; empty until the portal was asked for them. */
  exports: string[];
}

/**
 * `microdata`: one row per respondent and answer of one edition; `published`: the official
 * aggregates; `correspondence`: the table of question codes; `other`: the barometer's, not used.
 */
export type DatasetKind = 'microdata' | 'published' | 'correspondence' | 'other';

interface DatasetIdentity {
  id: string;
  kind: DatasetKind;
  /** The survey year a microdata set is about; null for the others, or when it cannot be told. */
  edition: number | null;
  /** The id under which this project knew the data set, when the portal renamed it. */
  formerId: string | null;
}

export type DiscoveredDataset =
  | (DatasetIdentity & { status: 'found'; metadata: PortalDataset })
  | (DatasetIdentity & {
      status: 'missing';
      /** The portal says it has no such data set (or hides it); otherwise it answered with a fault. */
      absent: boolean;
      message: string;
    });

export type ExportFormat = 'parquet' | 'csv';

/** Where a cached file came from; kept beside it as `provenance.json`. */
export interface Provenance {
  dataset: string;
  title: string;
  url: string;
  retrievedAt: string;
  /** Of the file on disk, after any transfer compression was undone. */
  sha256: string;
  bytes: number;
  records: number;
  recordsCountBefore: number | null;
  recordsCountAfter: number | null;
  dataProcessed: string | null;
  modified: string | null;
  format: ExportFormat;
  /** The columns asked for; null when all were. */
  requestedColumns: string[] | null;
  /** The columns received, in the file's order. */
  columns: string[];
  licence: string | null;
  publisher: string | null;
  toolVersion: string;
}

export type FetchedDataset =
  | (DatasetIdentity & {
      status: 'downloaded' | 'unchanged';
      file: string;
      format: ExportFormat;
      provenance: Provenance;
      metadata: PortalDataset;
      /** One sentence. */
      message: string;
      /** What is odd about the file though it was kept, one sentence each. */
      warnings: string[];
    })
  | (DatasetIdentity & {
      status: 'failed';
      /** A known id that the portal does not have, or hides. */
      absent: boolean;
      message: string;
      metadata: PortalDataset | null;
    });

/** Milliseconds. */
export interface Timeouts {
  /** Until the connection stands and the first byte of the answer is there. */
  firstByte: number;
  /** Between two pieces of a body. */
  silence: number;
  /** For one attempt as a whole. */
  total: number;
}

export interface RetryPolicy {
  /** How often a request is made at most, the first time included. */
  attempts: number;
  /** Milliseconds before the second attempt; doubles each time, with jitter. */
  baseDelay: number;
  maxDelay: number;
  /** The longest wait, in milliseconds, that the portal may ask for before the run gives up. */
  longestWait: number;
}

export interface PortalOptions {
  /** The portal's address, for instance `https://data.economie.gouv.fr`. */
  baseUrl: string;
  /** Sent as `Authorization: Apikey …`, to this portal's own origin only. */
  apiKey?: string | undefined;
  /** One folder per data set is made in it. */
  cacheFolder: string;
  /** Downloads under way at once; 2 when left out. */
  concurrency?: number | undefined;
  /** Downloads again what has not changed. */
  force?: boolean | undefined;
  /** Restricts the microdata; the published aggregates and the correspondence always come along. */
  editions?: readonly number[] | undefined;
  /** Only these ids, whether or not the catalogue's search finds them. */
  datasets?: readonly string[] | undefined;
  /** Names the columns to ask for, null meaning all. */
  columnsNeeded?:
    | ((fields: readonly PortalField[], dataset: DiscoveredDataset) => readonly string[] | null)
    | undefined;
  progress?: ProgressSink | undefined;
  signal?: AbortSignal | undefined;
  timeouts?: Partial<Timeouts> | undefined;
  retries?: Partial<RetryPolicy> | undefined;
  log?: ((line: string) => void) | undefined;
  /** Goes into the user agent and the provenance. */
  toolVersion?: string | undefined;
}
