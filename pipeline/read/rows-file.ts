import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { FieldColumn } from '../fields/map-columns.ts';
import type { Dialect, Reject } from '../types.ts';
import { identifier, literal, withDuck } from './duck.ts';
import type { OpenedTable, ReadContext, RecordWriter } from './table.ts';

const blockCharacters = 1024 * 1024;

/**
 * Rows of text on their way to DuckDB, for the formats it does not read itself: one JSON object a line, the
 * column's position as its key, so that columns may turn up late and names may repeat.
 */
export class RowsFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  #block: string[] = [];
  #characters = 0;
  rows = 0;

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path);
  }

  add(values: readonly (string | null)[]): void {
    const parts: string[] = [];
    values.forEach((value, index) => {
      if (value !== null && value !== '') parts.push(`"c${index}":${JSON.stringify(value)}`);
    });
    const line = `{${parts.join(',')}}\n`;
    this.#block.push(line);
    this.#characters += line.length;
    this.rows += 1;
  }

  /** Writes what was added once it is worth it; to be called between batches. */
  async flush(atEnd = false): Promise<void> {
    if (this.#characters === 0 || (!atEnd && this.#characters < blockCharacters)) return;
    const block = this.#block.join('');
    this.#block = [];
    this.#characters = 0;
    if (!this.#stream.write(block)) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    await this.flush(true);
    this.#stream.end();
    await finished(this.#stream);
  }

  /** Stages the chosen columns under their fields' names; answers the number of rows. */
  async stage(
    fields: readonly FieldColumn[],
    write: RecordWriter,
    context: ReadContext,
  ): Promise<number> {
    const keys = fields.map(({ index }) => `c${index}: 'VARCHAR'`).join(', ');
    const chosen = fields.map(({ field, index }) => `c${index} as ${identifier(field)}`);
    return withDuck(context, (connection) =>
      write(connection, {
        records: `select ${chosen.join(', ')} from read_json(${literal(this.#path)},
          format = 'newline_delimited', columns = {${keys}}, maximum_object_size = 67108864)`,
        sample: null,
      }),
    );
  }
}

/** What a reader that goes through RowsFile has found. */
export interface ReadRows {
  file: RowsFile;
  headers: string[];
  sample: (string | null)[][];
  /** Line of each row of `file`. */
  lines: readonly number[];
  malformed: Reject[];
  warnings: string[];
  dialect: Dialect;
}

/** A table whose rows have all been read already. */
export const rowsTable = (read: ReadRows, context: ReadContext): OpenedTable => ({
  dialect: read.dialect,
  headers: read.headers,
  sample: read.sample,
  warnings: [],
  stage: async (fields, write) => ({
    rows: (await read.file.stage(fields, write, context)) + read.malformed.length,
    malformed: read.malformed,
    warnings: read.warnings,
    linesOf: async (rowNumbers) =>
      new Map(
        rowNumbers.flatMap((row): [number, number][] => {
          const line = read.lines[row];
          return line === undefined ? [] : [[row, line]];
        }),
      ),
  }),
});
