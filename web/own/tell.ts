import { departments } from '../../core/contract/territories.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import type { Column, ColumnKind } from './columns.ts';
import { readTown } from './towns.ts';
import {
  readDepartment,
  readHeadcountCode,
  readNaf,
  readPostalCode,
  readRegion,
  readSector,
  readSize,
} from './values.ts';

/** The departments that the vendor chose for ambiguous towns, by `townName`; empty for none. */
export type ChosenTowns = Readonly<Record<string, string>>;

/** A town that several departments have, as it is written in one line. */
export interface SeveralPlaces {
  name: string;
  departments: readonly string[];
  /** Where it was placed: as the vendor chose, or in the largest town of that name. */
  settled: string | null;
}

/** A value of a dimension, null where there is none; what is written, and of a town where it may be. */
export interface Told {
  key: string | null;
  written: string;
  town?: SeveralPlaces;
}

const plain: Record<Exclude<ColumnKind, 'town'>, (text: string) => string | null> = {
  department: readDepartment,
  region: readRegion,
  postal: readPostalCode,
  sector: readSector,
  naf: readNaf,
  headcount: readHeadcountCode,
  size: readSize,
};

function readCell(kind: ColumnKind, written: string, towns: ChosenTowns): Told {
  if (kind !== 'town') return { key: plain[kind](written), written };
  const place = readTown(written);
  if (place === null) return { key: null, written };
  const { name, departments: found, largest } = place;
  if (found.length === 1) return { key: found[0]!, written };
  const chosen = towns[name] ?? largest;
  const settled = chosen === '' ? null : chosen;
  return { key: settled, written, town: { name, departments: found, settled } };
}

/** The same values come back in thousands of lines: each is read once. */
export function remembered(kind: ColumnKind, towns: ChosenTowns): (text: string) => Told {
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

export interface Teller {
  dimension: Dimension;
  columns: readonly { column: Column; read(text: string): Told }[];
}

/** Four digits are a French code that lost its zero, or a foreign one (1000 Bruxelles): the town beside it tells. */
function isForeign(
  { columns }: Teller,
  row: readonly string[],
  code: string,
  key: string,
): boolean {
  if (!/^\d{4}$/.test(code)) return false;
  const town = columns.find(({ column }) => column.kind === 'town');
  const written = (row[town?.column.index ?? -1] ?? '').trim();
  return written !== '' && readTown(written)?.departments.includes(key) !== true;
}

/** A line's value of a dimension: by the first column that gives one; else what the last filled one says. */
export function tell(teller: Teller, row: readonly string[], grouped: boolean): Told {
  const { dimension, columns } = teller;
  let last: Told = { key: null, written: '' };
  for (const { column, read } of columns) {
    const text = (row[column.index] ?? '').trim();
    if (text === '') continue;
    last = read(text);
    if (last.key === null) continue;
    if (column.kind === 'postal' && isForeign(teller, row, text, last.key)) {
      last = { key: null, written: text };
      continue;
    }
    return { ...last, key: `${dimension}=${shown(dimension, column.kind, last.key, grouped)}` };
  }
  return last;
}
