import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { UnreadableFile } from '../types.ts';
import { eachJsonRecord, type JsonText, jsonLayoutOf } from './json-records.ts';
import type { PlainText } from './plain-text.ts';
import { RowsFile, rowsTable } from './rows-file.ts';
import type { OpenedTable, ReadContext } from './table.ts';

const sampleRows = 5;
const shownCharacters = 120;

/** Whether a text starts as JSON does and no delimited file would. */
export const startsJson = (head: Buffer): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*[{\]]|\{\s*["}])/u.test(head.toString('latin1', 0, 1024));

type JsonObject = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Integers beyond a double's precision become texts before they are parsed: identifiers must keep every digit. */
const keepLongIntegers = (text: string): string =>
  /\d{16}/u.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gu, (part) =>
        part.startsWith('"') ? part : `"${part}"`,
      )
    : text;

/** A value as text: null when there is none, lists joined by commas as the portal's CSV does. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => asText(item) ?? '').join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The portal's first APIs put a record's values one or two levels down, GeoJSON elsewhere. */
function valuesOf(record: JsonObject): JsonObject {
  if (isRecord(record.record)) return valuesOf(record.record);
  if (isRecord(record.fields)) return record.fields;
  return record.type === 'Feature' && isRecord(record.properties) ? record.properties : record;
}

/** Python and R write what is missing as no JSON allows. */
const withoutNaN = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gu, (part) =>
    part.startsWith('"') ? part : 'null',
  );

class JsonReader {
  readonly file: RowsFile;
  readonly headers: string[] = [];
  readonly sample: (string | null)[][] = [];
  readonly lines: number[] = [];
  readonly malformed: { line: number; value: string; reason: string }[] = [];
  invalidText = false;
  readonly #positions = new Map<string, number>();

  constructor(path: string) {
    this.file = new RowsFile(path);
  }

  readonly add = ({ text, line, complete }: JsonText): void => {
    this.invalidText ||= !isUtf8(text);
    const written = text.toString('utf8').replace(/^\uFEFF/u, '');
    const record = complete ? parsed(written) : null;
    if (record === null) {
      const reason = complete
        ? 'is not a JSON object'
        : 'the file ends in the middle of this record';
      this.malformed.push({ line, value: written.trim().slice(0, shownCharacters), reason });
      return;
    }
    const values: (string | null)[] = Array.from({ length: this.headers.length }, () => null);
    for (const [name, value] of Object.entries(valuesOf(record)))
      values[this.#position(name)] = asText(value);
    this.file.add(values);
    this.lines.push(line);
    if (this.sample.length < sampleRows) this.sample.push(values);
  };

  #position(name: string): number {
    const known = this.#positions.get(name);
    if (known !== undefined) return known;
    this.#positions.set(name, this.headers.length);
    return this.headers.push(name) - 1;
  }
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(keepLongIntegers(text));
    return isRecord(value) ? value : null;
  } catch {
    const mended = withoutNaN(text);
    return mended === text ? null : parsed(mended);
  }
}

/**
 * Reads JSON, JSON Lines, or an array inside an object.
 * @throws UnreadableFile when there is no record in it, or it is a page of more records or an error of the portal.
 */
export async function openJson(text: PlainText, context: ReadContext): Promise<OpenedTable> {
  const head = text.head.toString('utf8');
  const layout = jsonLayoutOf(head);
  const reader = new JsonReader(join(context.workFolder, 'rows.jsonl'));
  const announced = await eachJsonRecord(
    text.path,
    layout,
    reader.add,
    () => reader.file.flush(),
    context.signal,
  );
  await reader.file.end();
  if (reader.invalidText) return openJson(await text.convert(), context);
  const { headers, malformed, sample, lines, file } = reader;
  refuseWhatIsNotWhole(reader, announced, head, context.file);
  const { dataset, file: name } = context;
  return rowsTable(
    {
      file,
      headers,
      sample,
      lines,
      malformed: malformed.map((reject) => ({ dataset, file: name, column: null, ...reject })),
      warnings: text.warnings,
      dialect: {
        format: layout === 'lines' ? 'jsonl' : 'json',
        encoding: text.encoding,
        bom: text.bom,
      },
    },
    context,
  );
}

function refuseWhatIsNotWhole(
  { lines, malformed }: JsonReader,
  announced: number | null,
  head: string,
  file: string,
): void {
  const message = lines.length <= 1 ? errorMessage(head) : null;
  if (message !== null)
    throw new UnreadableFile(
      `${file} is not data but an error message of the portal, "${message}": download it again.`,
    );
  if (lines.length === 0)
    throw new UnreadableFile(`${file} holds no record: download or export it again.`);
  const held = lines.length + malformed.length;
  if (announced !== null && announced > held)
    throw new UnreadableFile(
      `${file} is a page of the portal's answers, ${held} of ${announced} records: export the whole data set.`,
    );
}

function errorMessage(head: string): string | null {
  const record = parsed(head.replace(/^\uFEFF/u, ''));
  if (!record) return null;
  const code = record.error_code ?? record.errorcode;
  if (code === undefined && record.error === undefined) return null;
  return String(record.message ?? record.error ?? code);
}
