import { desc, table } from 'arquero';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { type ColumnKind, columnsOf, isUnnamed } from './columns.ts';
import { type ChosenTowns, remembered, type SeveralPlaces, type Teller, tell } from './tell.ts';

/** A value that was not understood, and how many lines have it. */
export interface Unread {
  value: string;
  lines: number;
}

/** A town that several departments have, and where its lines were placed, if they were. */
export interface Ambiguous extends Unread, SeveralPlaces {}

export interface OwnData {
  /** `name` is null where the file has no line of headings. */
  columns: readonly { index: number; name: string | null; kind: ColumnKind }[];
  lines: number;
  /** Customers by cell: the key's dimensions and values, as `keyText` writes them. */
  counts: ReadonlyMap<string, number>;
  /** Lines whose place, sector or size could not be told, the most frequent values first. */
  unread: { lines: number; values: readonly Unread[] };
  /** `lines` counts those that nothing placed. */
  ambiguous: { lines: number; towns: readonly Ambiguous[] };
}

export interface Asked {
  by: readonly Dimension[];
  /** Whether the ranking groups Provence-Alpes-Côte d'Azur and Corse. */
  grouped: boolean;
  towns: ChosenTowns;
}

/** Each line's cell, or what keeps it from having one; and its town where several departments have it. */
function place(tellers: readonly Teller[], rows: readonly (readonly string[])[], grouped: boolean) {
  const cell: (string | null)[] = [];
  const written: (string | null)[] = [];
  const name: (string | null)[] = [];
  const towns = new Map<string, SeveralPlaces>();
  for (const row of rows) {
    const told = tellers.map((teller) => tell(teller, row, grouped));
    const missing = told.find(({ key }) => key === null);
    const { town, written: text } = missing ?? told.find((one) => one.town !== undefined) ?? {};
    cell.push(missing === undefined ? told.map(({ key }) => key).join('&') : null);
    written.push(text ?? null);
    name.push(town?.name ?? null);
    if (town !== undefined) towns.set(town.name, town);
  }
  return { columns: { cell, written, name }, towns };
}

const sum = (list: readonly Unread[]): number => list.reduce((all, { lines }) => all + lines, 0);

interface Written {
  /** Of a town of several departments, as it is looked up; null for any other value. */
  name: string | null;
  written: string;
  lines: number;
}

/** What was not understood, apart from the towns that several departments have. */
function partWritten(
  all: readonly Written[],
  places: ReadonlyMap<string, SeveralPlaces>,
): Pick<OwnData, 'unread' | 'ambiguous'> {
  const unread = all.flatMap(({ name, written, lines }) =>
    name === null ? [{ value: written, lines }] : [],
  );
  const towns = new Map<string, Ambiguous>();
  for (const { name, written, lines } of all) {
    const place = name === null ? undefined : places.get(name);
    if (place === undefined) continue;
    const known = towns.get(place.name);
    if (known === undefined) towns.set(place.name, { ...place, value: written, lines });
    else known.lines += lines;
  }
  const several = [...towns.values()].sort((a, b) => b.lines - a.lines);
  return {
    unread: { lines: sum(unread), values: unread },
    ambiguous: { lines: sum(several.filter(({ settled }) => settled === null)), towns: several },
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
  const { columns, towns } = place(tellers, rows, asked.grouped);
  const all = table(columns);
  const counted = all.filter('d => d.cell !== null').groupby('cell').count({ as: 'lines' });
  const told = all
    .filter('d => d.cell === null || d.name !== null')
    .groupby('name', 'written')
    .count({ as: 'lines' })
    .orderby(desc('lines'))
    .objects() as Written[];
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
    ...partWritten(told, towns),
  };
}
