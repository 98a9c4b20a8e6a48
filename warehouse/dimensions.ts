import { departments, regions } from '../core/contract/territories.ts';
import { type Dimension, sectors, sizes } from '../core/contract/vocabulary.ts';

/** One value of a dimension: its id in the tables, its key in the contract, its labels. */
export interface Member {
  readonly id: number;
  readonly key: string;
  readonly fr: string;
  readonly en: string;
}

const members = (values: readonly { key: string; fr: string; en: string }[]): readonly Member[] =>
  values.map(({ key, fr, en }, index) => ({ id: index + 1, key, fr, en }));

const territory = ({ code, label }: { code: string; label: string }) => ({
  key: code,
  fr: label,
  en: label,
});

/** The values of each dimension, in the order of their ids (`warehouse/tables.ts`). */
export const membersOf: Readonly<Record<Dimension, readonly Member[]>> = {
  department: members(departments.map(territory)),
  region: members(regions.map(territory)),
  sector: members(sectors),
  size: members(sizes),
};

const byKey = (dimension: Dimension): ReadonlyMap<string, number> =>
  new Map(membersOf[dimension].map(({ key, id }) => [key, id]));

const idsByKey: Readonly<Record<Dimension, ReadonlyMap<string, number>>> = {
  department: byKey('department'),
  region: byKey('region'),
  sector: byKey('sector'),
  size: byKey('size'),
};

/** The id of a key, undefined when the dimension has no such key. */
export const idOf = (dimension: Dimension, key: string): number | undefined =>
  idsByKey[dimension].get(key);

/** The value that an id names; ids come from the tables, so an unknown one is a bug. */
export function memberOf(dimension: Dimension, id: number): Member {
  const member = membersOf[dimension][id - 1];
  if (member === undefined) throw new RangeError(`${dimension} has no id ${id}`);
  return member;
}

const regionId = (key: string): number => idOf('region', key) ?? 0;

/** The survey's own grouping of Provence-Alpes-Côte d'Azur and Corse, and what it groups. */
export const groupedRegion = {
  key: '93+94',
  id: regionId('93+94'),
  parts: [regionId('93'), regionId('94')],
} as const;

/** The region's ids that a key stands for: « 93+94 » takes the grouping and its two parts. */
export const regionIds = (key: string): readonly number[] =>
  key === groupedRegion.key ? [groupedRegion.id, ...groupedRegion.parts] : [regionId(key)];

const regionByDepartment = departments.map(({ region }) => regionId(region));

/** Whether a department (id) may lie in a region (id), the grouping included. */
export function liesIn(department: number, region: number): boolean {
  const own = regionByDepartment[department - 1] ?? 0;
  return own === region || (region === groupedRegion.id && groupedRegion.parts.includes(own));
}
