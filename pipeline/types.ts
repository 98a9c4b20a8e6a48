import type { DuckDBInstance } from '@duckdb/node-api';
import type { ProgressSink } from './progress.ts';

/** How a file of the portal, or of a person, is written. */
export const sourceFormats = ['csv', 'json', 'jsonl', 'parquet', 'xlsx'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** What a data set is, recognised by its columns. */
export const datasetKinds = ['published', 'correspondence', 'microdata'] as const;
export type DatasetKind = (typeof datasetKinds)[number];

/** A file to read, with what is known of where it came from. */
export interface SourceFile {
  dataset: string;
  /** What the portal calls it. */
  title?: string;
  path: string;
  format: SourceFormat;
  url: string | null;
  retrievedAt: string | null;
  sha256: string | null;
  recordsCount: number | null;
  licence: string | null;
  /** What is odd about it though it was kept, one sentence each. */
  warnings?: readonly string[];
}

/** Something that could not be understood: `line` counts physical lines, the header being 1. */
export interface Reject {
  dataset: string;
  file: string;
  line: number | null;
  column: string | null;
  value: string | null;
  reason: string;
}

/** A column of a file and the canonical field it holds, if any. */
export interface ColumnMapping {
  source: string;
  field: string | null;
  how: 'alias' | 'label' | 'override' | 'unknown';
}

export interface Dialect {
  format: SourceFormat;
  encoding?: string;
  separator?: string;
  bom?: boolean;
  lineEnd?: string;
  decimal?: string;
}

/** Fields whose combinations are numbered: a Parquet file of `id`, `first` row, `count` of rows and the fields. */
export interface StagedGroup {
  name: string;
  fields: readonly string[];
  parquet: string;
}

/**
 * A file read into text columns, one per canonical field found, in file order; the fields of a group are one
 * column, the group's, which holds the number of their combination.
 */
export interface StagedFile {
  dataset: string;
  file: string;
  kind: DatasetKind;
  edition: number | null;
  parquet: string;
  groups: readonly StagedGroup[];
  fields: string[];
  columns: ColumnMapping[];
  dialect: Dialect;
  rows: number;
  malformed: Reject[];
  warnings: string[];
  bytes: number;
  sha256: string;
  /** Physical lines of staged rows (0-based numbers), the header being 1, quoted line breaks counted. */
  linesOf(rowNumbers: readonly number[]): Promise<Map<number, number>>;
}

export interface StageOptions {
  /** Where the staged file and what is made on the way go; the caller removes it. */
  workFolder: string;
  /** What the data set is, when its columns must not decide. */
  kind?: DatasetKind;
  /** The survey year, when neither the id nor a column says it, or wrongly. */
  edition?: number;
  /** The survey year, used only when neither the id nor a column says one. */
  fallbackEdition?: number;
  /** Header → canonical field; wins over `data/column-aliases.json`. */
  columns?: Readonly<Record<string, string>>;
  /** Numbers the combinations of fields that repeat together, instead of writing each row's texts. */
  grouped?: boolean;
  /** The DuckDB that the files of an ingestion share; each has its own otherwise. */
  duck?: DuckDBInstance;
  progress?: ProgressSink;
  signal?: AbortSignal;
}

/** A file that cannot be read at all: one sentence that says what, where and what to do. */
export class UnreadableFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableFile';
  }
}
