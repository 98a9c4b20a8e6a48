import { desc, table } from 'arquero';
import { departments } from '../../core/contract/territories.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { type Column, type ColumnKind, columnsOf, isUnnamed } from './columns.ts';
import { readTown } from './towns.ts';
import {
  readDepartment,
  readNaf,
  readPostalCode,
  readRegion,
  readSector,
  readSize,
} from './values.ts';

/** A value that was not understood, and how many lines have it. */
export interface Unread {
  value: string;
  lines: number;
}

/** A town that several departments have: nobody but the vendor knows which. */
export interface Ambiguous extends Unread {
  name: string;
  departments: readonly string[];
}

export interface OwnData {
  /** `name` is null where the file has no line of headings. */
  columns: readonly { index: number; name: string | null; kind: ColumnKind }[];
  lines: number;
  /** Customers by cell: the key's dimensions and values, as `keyText` writes them. */
  counts: ReadonlyMap<string, number>;
  /** Lines whose place, sector or size could not be told, the most frequent values first. */
  unread: { lines: number; values: readonly Unread[] };
  ambiguous: { lines: number; towns: readonly Ambiguous[] };
}

export interface Asked {
  by: readonly Dimension[];
  /** Whether the ranking groups Provence-Alpes-Côte d'Azur and Corse. */
  grouped: boolean;
  /** The departments that the vendor chose for ambiguous towns, by `townName`. */
  towns: Readonly<Record<string, string>>;
}

/** A value of a dimension, or why there is none: what is written, and for a town where it may be. */
type Told = { key: string } | { written: string; name?: string; departments?: readonly string[] };

const plain: Record<Exclude<ColumnKind, 'town'>, (text: string) => string | null> = {
  department: readDepartment,
  region: readRegion,
  postal: readPostalCode,
  sector: readSector,
  naf: readNaf,
  size: readSize,
};

function readCell(kind: ColumnKind, text: string, towns: Asked['towns']): Told {
  if (kind !== 'town') {
    const key = plain[kind](text);
    return key === null ? { written: text } : { key };
  }
  const place = readTown(text);
  if (place === null) return { written: text };
  const own = towns[place.name] ?? (place.departments.length === 1 ? place.departments[0] : null);
  return own == null ? { written: text, ...place } : { key: own };
}

/** The same values come back in thousands of lines: each is read once. */
function remembered(kind: ColumnKind, towns: Asked['towns']): (text: string) => Told {
  const known = new Map<string, Told>();
  return (text) => {
    const told = known.get(text) ?? readCell(kind, text, towns);
    known.set(text, told);
    return told;
  };
}

const regionOf = new Map(departments.map(({ code, region }) => [code, region]));
const groupedRegion = '93+94';

const shown = (dimension: Dimension, kind: ColumnKind, key: string, grouped: boolean): string => {
  if (dimension !== 'region') return key;
  const region = kind === 'region' ? key : (regionOf.get(key) ?? '');
  return grouped && groupedRegion.split('+').includes(region) ? groupedRegion : region;
};

interface Teller {
  dimension: Dimension;
  columns: readonly { column: Column; read(text: string): Told }[];
}

/** A line's value of a dimension: by the first column that gives one; else what the last filled one says. */
function tell({ dimension, columns }: Teller, row: readonly string[], grouped: boolean): Told {
  let last: Told = { written: '' };
  for (const { column, read } of columns) {
    const text = (row[column.index] ?? '').trim();
    if (text === '') continue;
    const told = read(text);
    if ('key' in told)
      return { key: `${dimension}=${shown(dimension, column.kind, told.key, grouped)}` };
    last = told;
  }
  return last;
}

/** Each line's cell, or what keeps it from having one. */
function place(tellers: readonly Teller[], rows: readonly (readonly string[])[], grouped: boolean) {
  const cell: (string | null)[] = [];
  const written: (string | null)[] = [];
  const name: (string | null)[] = [];
  const departments = new Map<string, readonly string[]>();
  for (const row of rows) {
    const told = tellers.map((teller) => tell(teller, row, grouped));
    const missing = told.find((one) => !('key' in one));
    if (missing === undefined || 'key' in missing) {
      cell.push(told.map((one) => ('key' in one ? one.key : '')).join('&'));
      written.push(null);
      name.push(null);
      continue;
    }
    cell.push(null);
    written.push(missing.written);
    name.push(missing.name ?? null);
    if (missing.name !== undefined) departments.set(missing.name, missing.departments ?? []);
  }
  return { columns: { cell, written, name }, departments };
}

const sum = (list: readonly Unread[]): number => list.reduce((all, { lines }) => all + lines, 0);

interface Missing {
  /** Of a town, as it is looked up; null for any other value. */
  name: string | null;
  written: string;
  lines: number;
}

/** What was not understood, apart from the towns that several departments have. */
function partMissing(
  missing: readonly Missing[],
  departments: ReadonlyMap<string, readonly string[]>,
): Pick<OwnData, 'unread' | 'ambiguous'> {
  const unread = missing.flatMap(({ name, written, lines }) =>
    name === null ? [{ value: written, lines }] : [],
  );
  const towns = new Map<string, Ambiguous>();
  for (const { name, written, lines } of missing) {
    if (name === null) continue;
    const known = towns.get(name);
    if (known === undefined) {
      towns.set(name, { name, value: written, lines, departments: departments.get(name) ?? [] });
    } else known.lines += lines;
  }
  const ambiguous = [...towns.values()].sort((a, b) => b.lines - a.lines);
  return {
    unread: { lines: sum(unread), values: unread },
    ambiguous: { lines: sum(ambiguous), towns: ambiguous },
  };
}

/**
 * Counts the lines of a vendor's file by the cells of a ranking, finding its columns by their contents; null when
 * a dimension has no column. Values are counted by arquero, which compiles what it runs: this belongs in the
 * worker, whose policy lets it.
 * @param lines the first holds the names of the columns, unless it reads as the others do.
 */
export function countOwn(lines: readonly (readonly string[])[], asked: Asked): OwnData | null {
  const [names = [], ...named] = lines;
  const tellers = dimensions
    .filter((dimension) => asked.by.includes(dimension))
    .map((dimension) => ({
      dimension,
      columns: columnsOf(dimension, names, named).map((column) => ({
        column,
        read: remembered(column.kind, asked.towns),
      })),
    }));
  if (tellers.length === 0 || tellers.some(({ columns }) => columns.length === 0)) return null;
  const used = tellers.flatMap((teller) => teller.columns.map(({ column }) => column));
  const headless = used.some(isUnnamed);
  const rows = headless ? lines : named;
  const { columns, departments } = place(tellers, rows, asked.grouped);
  const all = table(columns);
  const counted = all.filter('d => d.cell !== null').groupby('cell').count({ as: 'lines' });
  const missing = all
    .filter('d => d.cell === null')
    .groupby('name', 'written')
    .count({ as: 'lines' })
    .orderby(desc('lines'))
    .objects() as Missing[];
  return {
    columns: used.map(({ index, name, kind }) => ({
      index,
      name: headless || name.trim() === '' ? null : name,
      kind,
    })),
    lines: rows.length,
    counts: new Map(
      (counted.objects() as { cell: string; lines: number }[]).map((one) => [one.cell, one.lines]),
    ),
    ...partMissing(missing, departments),
  };
}
