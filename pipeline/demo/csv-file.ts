import { closeSync, openSync, writeSync } from 'node:fs';

const chunkBytes = 8 * 1024 * 1024;
const lineEnd = Buffer.from('\r\n');
export const separator = ';';

/** A field as the portal writes it: quoted only when it must be, quotes doubled. */
export const csvField = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvFields = (values: readonly (string | number | null)[]): string =>
  values.map(csvField).join(separator);

/**
 * A CSV file in the portal's dialect: UTF-8 with a byte-order mark, semicolons, CRLF. Rows are put together
 * from encoded pieces in one large buffer, so that millions of rows cost a copy each.
 */
export class CsvFile {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);
  #used = 0;
  rows = 0;
  bytes = 0;

  constructor(path: string, header: readonly string[]) {
    this.#file = openSync(path, 'w');
    this.#put(Buffer.from(`\uFEFF${csvFields(header)}`));
    this.#put(lineEnd);
  }

  /** Writes one row from its parts, encoded and with the separators between them. */
  row(...parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#put(part);
    this.#put(lineEnd);
    this.rows += 1;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #put(part: Uint8Array): void {
    if (this.#used + part.length > chunkBytes) this.#flush();
    this.#buffer.set(part, this.#used);
    this.#used += part.length;
  }

  #flush(): void {
    let start = 0;
    while (start < this.#used)
      start += writeSync(this.#file, this.#buffer, start, this.#used - start);
    this.bytes += this.#used;
    this.#used = 0;
  }
}
