/** What a CSV turned out to hold once read to its end. */
export interface CsvCount {
  /** Records after the header; line breaks inside quotes do not end one, blank lines are none. */
  records: number;
  columns: string[];
  /** Why the end looks cut, as the end of a sentence; null when it looks whole. */
  cut: string | null;
  endsWithLineBreak: boolean;
}

const QUOTE = 0x22;
const LF = 0x0a;
/** Bytes of a header kept: text without any line break is no table. */
const LONGEST_HEADER = 1_000_000;
const CR = 0x0d;
const DELIMITERS = [';', '\t', '|', ','];

/**
 * Counts CSV records byte by byte as they pass, whatever the encoding as long as it extends ASCII.
 * The delimiter is `;`, which is what the portal is asked for, or the one the header has instead.
 */
export class CsvCounter {
  private readonly header: number[] = [];
  private headerFields: string[] | null = null;
  private isDelimiter = byteSet(DELIMITERS.map((mark) => mark.charCodeAt(0)));
  private inQuotes = false;
  private afterQuote = false;
  private fieldStart = true;
  private blank = true;
  private fields = 1;
  private last = 0;
  private count = 0;

  /** Takes the next bytes; answers how many records ended in them. */
  push(chunk: Buffer): number {
    const before = this.count;
    for (const byte of chunk) {
      if (this.headerFields === null && this.header.length < LONGEST_HEADER) this.header.push(byte);
      this.take(byte);
    }
    if (chunk.length > 0) this.last = chunk[chunk.length - 1] ?? 0;
    return this.count - before;
  }

  finish(): CsvCount {
    const unclosed = this.inQuotes && !this.afterQuote;
    const fields = this.fields;
    const openRecord = !this.blank;
    if (openRecord) this.endRecord();
    const columns = this.headerFields ?? [];
    let cut: string | null = null;
    if (unclosed) cut = 'it ends inside a quoted value';
    else if (openRecord && this.count > 0 && fields < columns.length) {
      cut = `its last row has ${fields} of ${columns.length} columns`;
    }
    return { records: this.count, columns, cut, endsWithLineBreak: this.last === LF };
  }

  private take(byte: number): void {
    if (this.inQuotes) {
      if (byte === QUOTE) {
        this.afterQuote = !this.afterQuote;
        return;
      }
      if (!this.afterQuote) return;
      this.inQuotes = false;
      this.afterQuote = false;
    }
    if (byte === LF) {
      if (!this.blank) this.endRecord();
    } else if (this.isDelimiter[byte] === 1) {
      this.fields += 1;
      this.fieldStart = true;
      this.blank = false;
    } else if (byte === QUOTE && this.fieldStart) {
      this.inQuotes = true;
      this.fieldStart = false;
      this.blank = false;
    } else if (byte !== CR && !this.isMarkOfHeader()) {
      this.fieldStart = false;
      this.blank = false;
    }
  }

  /** The byte-order mark is no content: a quote right after it still opens a field. */
  private isMarkOfHeader(): boolean {
    const { header } = this;
    if (this.headerFields !== null || header.length > 3) return false;
    return header.every((byte, index) => byte === [0xef, 0xbb, 0xbf][index]);
  }

  private endRecord(): void {
    if (this.headerFields === null) {
      const line = decodeHeader(Buffer.from(this.header));
      const delimiter = delimiterOf(line);
      this.headerFields = splitHeader(line, delimiter);
      this.isDelimiter = byteSet([delimiter.charCodeAt(0)]);
    } else {
      this.count += 1;
    }
    this.fields = 1;
    this.fieldStart = true;
    this.blank = true;
  }
}

function byteSet(bytes: readonly number[]): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of bytes) set[byte] = 1;
  return set;
}

function decodeHeader(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).trim();
  }
}

function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  return DELIMITERS.find((mark) => bare.includes(mark)) ?? ';';
}

function splitHeader(line: string, delimiter: string): string[] {
  const parts = line.match(new RegExp(`("([^"]|"")*"|[^"\\${delimiter}]*)(\\${delimiter}|$)`, 'g'));
  const cells = (parts ?? []).map((part) => part.replace(new RegExp(`\\${delimiter}$`), ''));
  // The expression also matches the empty rest after the last column.
  if (cells.length > 1 && !line.endsWith(delimiter)) cells.pop();
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}
