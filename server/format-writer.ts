import type { MetaAnswer } from '../core/contract/catalogue.ts';
import type { Language } from '../core/format/language.ts';

/** An answer to be written as a file. */
export interface Written {
  readonly endpoint: string;
  readonly answer: unknown;
  readonly query: Readonly<Record<string, unknown>>;
  /** Where the answer is asked: `/api/v1/crosstab`. */
  readonly address: string;
  readonly meta: MetaAnswer;
  /** The language of headings, notes and names; the survey's own words are French. */
  readonly language: Language;
}

/** A finished file. */
export interface File {
  readonly contentType: string;
  readonly extension: string;
  readonly body: Buffer;
}

/** Writes an answer in one format; a format that cannot hold this answer throws `ProblemError`. */
export type FormatWriter = (written: Written) => File | Promise<File>;

/** The formats of the data endpoints beside JSON, by the name that `format=` takes. */
export type FormatWriters = Readonly<Record<string, FormatWriter>>;
