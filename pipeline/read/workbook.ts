import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { cellText, dateStyles } from './cells.ts';

export interface Sheet {
  name: string;
  entry: Entry;
}

/** A row of a sheet: its number there, from 1, and its cells as text. */
export interface SheetRow {
  number: number;
  values: (string | null)[];
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

interface Handlers {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Feeds a part of the workbook to the handlers as it is unpacked. */
async function parsePart(
  stream: Readable,
  handlers: Handlers,
  afterChunk?: () => Promise<void>,
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    handlers.open?.(localName(name), attributes),
  );
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('text', (text) => handlers.text?.(text));
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    parser.write(chunk);
    await afterChunk?.();
  }
  parser.close();
}

/** The column number of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/u.exec(reference)?.[0] ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** An .xlsx file, read part by part: memory holds its distinct texts and one row, never a sheet. */
export class Workbook {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #texts: string[] = [];
  #dateStyles: ReadonlySet<number> = new Set();
  #since1904 = false;
  sheets: Sheet[] = [];

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws any error of the zip or of its XML. Answers null for a zip that is no workbook. */
  static async open(path: string): Promise<Workbook | null> {
    const zip = await openPromise(path, { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const workbook = new Workbook(zip, entries);
    if (!entries.has('xl/workbook.xml')) {
      workbook.close();
      return null;
    }
    await workbook.#readParts();
    return workbook;
  }

  close(): void {
    this.#zip.close();
  }

  async #parse(name: string, handlers: Handlers): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry) await parsePart(await this.#zip.openReadStreamPromise(entry), handlers);
  }

  async #readParts(): Promise<void> {
    const targets = new Map<string, string>();
    await this.#parse('xl/_rels/workbook.xml.rels', {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id && Target)
          targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    });
    await this.#parse('xl/workbook.xml', {
      open: (name, attributes) => {
        if (name === 'workbookPr') this.#since1904 = /^(1|true)$/u.test(attributes.date1904 ?? '');
        if (name !== 'sheet') return;
        const entry = this.#entries.get(targets.get(attributes['r:id'] ?? '') ?? '');
        if (entry) this.sheets.push({ name: attributes.name ?? '', entry });
      },
    });
    await this.#readStyles();
    await this.#readTexts();
  }

  async #readStyles(): Promise<void> {
    const formats = new Map<number, string>();
    const styles: number[] = [];
    let inCells = false;
    await this.#parse('xl/styles.xml', {
      open: (name, { numFmtId, formatCode }) => {
        if (name === 'numFmt') formats.set(Number(numFmtId), formatCode ?? '');
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) styles.push(Number(numFmtId ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    });
    this.#dateStyles = dateStyles(styles, formats);
  }

  async #readTexts(): Promise<void> {
    let parts: string[] = [];
    let inText = false;
    let phonetic = false;
    await this.#parse('xl/sharedStrings.xml', {
      open: (name) => {
        if (name === 'si') parts = [];
        if (name === 'rPh') phonetic = true;
        inText = name === 't' && !phonetic;
      },
      text: (text) => {
        if (inText) parts.push(text);
      },
      close: (name) => {
        inText = false;
        if (name === 'rPh') phonetic = false;
        if (name === 'si') this.#texts.push(parts.join(''));
      },
    });
  }

  /** Visits the rows of a sheet that hold something; `afterChunk` is awaited between pieces of it. */
  async eachRow(
    sheet: Sheet,
    visit: (row: SheetRow) => void,
    afterChunk?: () => Promise<void>,
  ): Promise<void> {
    let row: SheetRow = { number: 0, values: [] };
    let cell = { column: -1, type: 'n', style: 0 };
    let written = '';
    let inValue = false;
    const handlers: Handlers = {
      open: (name, { r, t, s }) => {
        if (name === 'row') {
          row = { number: r ? Number(r) : row.number + 1, values: [] };
          cell = { column: -1, type: 'n', style: 0 };
        } else if (name === 'c') {
          const column = r ? columnOf(r) : cell.column + 1;
          cell = { column, type: t ?? 'n', style: Number(s ?? 0) };
          written = '';
        }
        inValue = name === 'v' || name === 't';
      },
      text: (text) => {
        if (inValue) written += text;
      },
      close: (name) => {
        inValue = false;
        if (name === 'c') {
          while (row.values.length < cell.column) row.values.push(null);
          const isDate = this.#dateStyles.has(cell.style);
          const { type } = cell;
          row.values[cell.column] = cellText(
            { type, written, isDate },
            this.#texts,
            this.#since1904,
          );
        } else if (name === 'row' && row.values.some((value) => value !== null)) visit(row);
      },
    };
    await parsePart(await this.#zip.openReadStreamPromise(sheet.entry), handlers, afterChunk);
  }
}
