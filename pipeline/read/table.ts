import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { FieldColumn } from '../fields/map-columns.ts';
import type { Dialect, Reject } from '../types.ts';
import type { RecordSample } from './encode.ts';

/** What the readers of all formats are given. */
export interface ReadContext {
  dataset: string;
  /** Base name, as reports write it. */
  file: string;
  /** The file as it was found. */
  path: string;
  workFolder: string;
  /** The DuckDB that the files of an ingestion share; each has its own otherwise. */
  duck: DuckDBInstance | undefined;
  signal: AbortSignal | undefined;
}

export interface StagedRows {
  /** Records of the file, malformed ones included. */
  rows: number;
  malformed: Reject[];
  warnings: string[];
  /** What the text turned out to be, when its beginning did not tell. */
  encoding?: string;
  linesOf(rowNumbers: readonly number[]): Promise<Map<number, number>>;
}

/** Records as a query, their fields as text columns, with a sample of them where one is cheap. */
export interface RecordQuery {
  records: string;
  sample: RecordSample | null;
}

/** Writes the records of a query where they are staged; answers how many there are. */
export type RecordWriter = (connection: DuckDBConnection, query: RecordQuery) => Promise<number>;

/** A file opened as a table, whatever its format; nothing but its beginning has been read. */
export interface OpenedTable {
  dialect: Dialect;
  headers: string[];
  /** The first records, as text. */
  sample: (string | null)[][];
  warnings: string[];
  /** Gives the writer the chosen columns as text, under their fields' names. `hasNul`: the file holds zero bytes. */
  stage(
    fields: readonly FieldColumn[],
    write: RecordWriter,
    hasNul: Promise<boolean>,
  ): Promise<StagedRows>;
}
