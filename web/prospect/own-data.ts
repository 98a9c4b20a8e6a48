import { departments } from '../../core/contract/territories.ts';
import { type Dimension, dimensions, sectors } from '../../core/contract/vocabulary.ts';
import { fold } from '../fold.ts';
import { nafOf } from './state-files.ts';

/** What a column of the vendor's file was taken for. */
export type ColumnKind = 'department' | 'postal' | 'sector' | 'naf';

export interface OwnData {
  /** The columns used, by their own names. */
  columns: readonly { name: string; kind: ColumnKind }[];
  /** Lines read, and those whose place or sector could not be told. */
  lines: number;
  unplaced: number;
  /** Customers by cell: the key's dimensions and values, as `keyText` writes them. */
  counts: ReadonlyMap<string, number>;
}

const words = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const departmentByName = new Map(departments.map(({ code, label }) => [words(label), code]));
const departmentCodes = new Set(departments.map(({ code }) => code));

/** `1`, `01`, `2a`, « Finistère », « 29 - Finistère » → a department's code; null when it is none. */
export function readDepartment(text: string): string | null {
  const plain = text.trim().toUpperCase();
  const code = /^(2[AB]|\d{1,3})(?![\dA-Z])/.exec(plain)?.[1] ?? '';
  const padded = code.length === 1 ? `0${code}` : code;
  if (departmentCodes.has(padded)) return padded;
  return (
    departmentByName.get(words(text.replace(/^\s*\w{1,3}\s*[-–:(]\s*/, ''))) ??
    departmentByName.get(words(text)) ??
    null
  );
}

/** A postal code → the department's code: 20000–20199 is 2A, 202 and 206 are 2B, 97x overseas; a lost zero is put back. */
export function readPostalCode(text: string): string | null {
  const digits = text.replace(/\s/g, '').replace(/\.0+$/, '');
  if (!/^\d{4,5}$/.test(digits)) return null;
  const code = digits.padStart(5, '0');
  if (code.startsWith('20')) return Number(code) < 20200 ? '2A' : '2B';
  const department = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
  return departmentCodes.has(department) ? department : null;
}

const sectorByName = new Map(
  sectors.flatMap(({ key, fr, en }) => [key, fr, en].map((name) => [words(name), key] as const)),
);
const sectorByNaf = new Map(
  [...nafOf].flatMap(([sector, codes]) =>
    codes.map((code) => [code.replace('.', ''), sector] as const),
  ),
);
const sectorByDivision = new Map(
  [...nafOf].flatMap(([sector, codes]) => codes.map((code) => [code.slice(0, 2), sector] as const)),
);

/** A sector's label or slug → its slug; null when it is none. */
export const readSector = (text: string): string | null => sectorByName.get(words(text)) ?? null;

/** A NAF code, with or without its point, or its division → a sector's slug; null when it is none. */
export function readNaf(text: string): string | null {
  const code = text.trim().toUpperCase().replaceAll(/[\s.]/g, '');
  if (!/^\d{2}(\d{2}[A-Z]?)?$/.test(code)) return null;
  return sectorByNaf.get(code) ?? sectorByDivision.get(code.slice(0, 2)) ?? null;
}

const readers: Record<ColumnKind, (text: string) => string | null> = {
  department: readDepartment,
  postal: readPostalCode,
  sector: readSector,
  naf: readNaf,
};

const headings: Record<ColumnKind, RegExp> = {
  department: /\b(dep|dept|departement|department)\b/,
  postal: /\b(cp|code postal|postal|postcode|zip|code post)\b/,
  sector: /\b(secteur|sector|activite|branche|industry)\b/,
  naf: /\b(naf|ape)\b/,
};

const sampled = 200;
const mostlyRead = 0.6;

/** How much of a column reads as a kind: the part of its filled values, a telling heading counting for a half more. */
function likeness(kind: ColumnKind, name: string, values: readonly string[]): number {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return 0;
  const read = filled.filter((value) => readers[kind](value) !== null).length / filled.length;
  const told = headings[kind].test(words(name));
  // Small numbers read as departments by accident: a quantity, a rank.
  if (kind === 'department' && !told && filled.every((value) => /^\d+$/.test(value.trim())))
    return 0;
  return read >= mostlyRead ? read + (told ? 0.5 : 0) : 0;
}

function bestColumn(
  kinds: readonly ColumnKind[],
  names: readonly string[],
  rows: readonly (readonly string[])[],
): { index: number; name: string; kind: ColumnKind } | null {
  const found = names.flatMap((name, index) =>
    kinds.map((kind) => {
      const values = rows.slice(0, sampled).map((row) => row[index] ?? '');
      return { index, name, kind, score: likeness(kind, name, values) };
    }),
  );
  const best = found.reduce<(typeof found)[number] | null>(
    (leader, one) => (one.score > (leader?.score ?? 0) ? one : leader),
    null,
  );
  return best;
}

/** The kinds of columns that tell a dimension. */
const kindsOf: Partial<Record<Dimension, readonly ColumnKind[]>> = {
  department: ['department', 'postal'],
  sector: ['sector', 'naf'],
};

/**
 * Counts the lines of a vendor's file by the cells of a ranking, finding its columns by their contents.
 * @param table the first row holds the names of the columns.
 * @param by the ranking's dimensions; only departments and sectors can be told from such files.
 */
export function countOwn(
  table: readonly (readonly string[])[],
  by: readonly Dimension[],
): OwnData | null {
  const [names = [], ...rows] = table;
  const ordered = dimensions.filter((dimension) => by.includes(dimension));
  const wanted = ordered.flatMap((dimension) => {
    const kinds = kindsOf[dimension];
    return kinds === undefined ? [] : [{ dimension, column: bestColumn(kinds, names, rows) }];
  });
  if (wanted.length < by.length || wanted.length === 0) return null;
  if (wanted.some(({ column }) => column === null)) return null;
  const counts = new Map<string, number>();
  let unplaced = 0;
  for (const row of rows) {
    const values = wanted.map(({ dimension, column }) => {
      const value = column === null ? null : readers[column.kind](row[column.index] ?? '');
      return value === null ? null : `${dimension}=${value}`;
    });
    if (values.includes(null)) unplaced += 1;
    else counts.set(values.join('&'), (counts.get(values.join('&')) ?? 0) + 1);
  }
  return {
    columns: wanted.flatMap(({ column }) =>
      column === null ? [] : [{ name: column.name, kind: column.kind }],
    ),
    lines: rows.length,
    unplaced,
    counts,
  };
}

/** Windows-1252 where the bytes are not UTF-8: what Excel saves in France; UTF-16 by its mark. */
export function decode(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes.slice(0, 2));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a CSV of any separator, in the browser: nothing leaves it. */
export async function readOwn(file: Blob): Promise<readonly (readonly string[])[]> {
  const { default: Papa } = await import('papaparse');
  const text = decode(await file.arrayBuffer()).replace(/^sep=.\r?\n/i, '');
  return Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' }).data;
}
