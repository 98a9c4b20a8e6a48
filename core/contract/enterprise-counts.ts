import type { Filters } from './filters.ts';
import { departments } from './territories.ts';
import type { Dimension } from './vocabulary.ts';

/** What a register may break its counts down by; regions follow from departments. */
export const countedDimensions = ['department', 'sector', 'size'] as const;
export type CountedDimension = (typeof countedDimensions)[number];

/** Official numbers of enterprises, as a user's file gives them. */
export interface EnterpriseCounts {
  /** The file's name, said beside the volumes that rest on it. */
  readonly source: string;
  readonly dimensions: readonly CountedDimension[];
  readonly cells: readonly {
    readonly key: Readonly<Partial<Record<CountedDimension, string>>>;
    readonly enterprises: number;
  }[];
}

/** Labels or codes → the contract's key of each dimension; null for what is none of its values. */
export type CountReaders = Readonly<Record<CountedDimension, (text: string) => string | null>>;

/** A record of a file and the physical line it begins on, the file's first being 1. */
export interface CountsLine {
  readonly line: number;
  readonly values: readonly string[];
}

/** Why a file of counts cannot be read, and where: `line` is that on which the record begins. */
export interface CountsFault {
  readonly reason:
    | 'no-dimension'
    | 'no-counts'
    | 'establishments'
    | 'unknown-value'
    | 'not-a-count'
    | 'no-line'
    | 'workbook';
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

const headings: Readonly<Record<CountedDimension | 'enterprises', RegExp>> = {
  department: /^(?:(?:code|nom) )?(?:dep|dept|departements?|department)(?: code)?$/u,
  sector: /^(?:(?:code|nom) )?(?:secteurs?|sector)(?: d activite| code)?$/u,
  size: /^(?:tailles?|size|tranche|classe|effectifs?)(?: .*)?$/u,
  enterprises:
    /^(?:(?:nb|nbre|nombre|number)(?: d| de| of)? )?(?:enterprises|entreprises|ent|unites legales|legal units|nombre|nb|count)(?: (?:(?:en|in|au|on) )?(?:1er janvier )?\d{4})?$/u,
};

/** What Sirene lists, and what is never to be taken for enterprises. */
const establishments = /\b(?:etablissements?|establishments?|ets?|siret)\b/u;

const wordsOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** A whole number, its thousands parted by spaces of any width; null for anything else. */
function readCount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u2009\u202f]/gu, '').replace(/[.,]0+$/u, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : null;
}

/**
 * Reads a table of official counts: a column of enterprises and one to three of department, sector and
 * size, in any order, other columns left aside. Lines that fall in one cell (1–4 and 5–9 employees) add up.
 * @param table records of the file, the header first; empty ones are passed over.
 * @param source the file's name.
 * @returns the counts, or the first thing that cannot be understood.
 */
export function readEnterpriseCounts(
  table: readonly CountsLine[],
  source: string,
  readers: CountReaders,
): EnterpriseCounts | CountsFault {
  const [header, ...records] = table.filter(({ values }) =>
    values.some((value) => value.trim() !== ''),
  );
  const names = header?.values ?? [];
  const first = header?.line ?? 1;
  const columnOf = (kind: keyof typeof headings): number =>
    names.findIndex((name) => headings[kind].test(wordsOf(name)));
  const fault = (reason: CountsFault['reason'], line = first, column = '', value = '') => ({
    reason,
    line,
    column,
    value,
  });
  const columns = countedDimensions.flatMap((dimension) => {
    const index = columnOf(dimension);
    return index < 0 ? [] : [{ dimension, index }];
  });
  const counted = columnOf('enterprises');
  if (counted < 0) {
    const other = names.find((name) => establishments.test(wordsOf(name)));
    return other === undefined ? fault('no-counts') : fault('establishments', first, other);
  }
  if (columns.length === 0) return fault('no-dimension');
  const cells = new Map<string, { key: Partial<Record<CountedDimension, string>>; sum: number }>();
  for (const { line, values } of records) {
    const key: Partial<Record<CountedDimension, string>> = {};
    for (const { dimension, index } of columns) {
      const text = values[index] ?? '';
      const value = readers[dimension](text);
      if (value === null) return fault('unknown-value', line, names[index], text);
      key[dimension] = value;
    }
    const text = values[counted] ?? '';
    const count = readCount(text);
    if (count === null) return fault('not-a-count', line, names[counted], text);
    const place = JSON.stringify(key);
    const cell = cells.get(place);
    if (cell === undefined) cells.set(place, { key, sum: count });
    else cell.sum += count;
  }
  if (cells.size === 0) return fault('no-line', first + 1);
  return {
    source,
    dimensions: columns.map(({ dimension }) => dimension),
    cells: [...cells.values()].map(({ key, sum }) => ({ key, enterprises: sum })),
  };
}

export const isCountsFault = (read: EnterpriseCounts | CountsFault): read is CountsFault =>
  'reason' in read;

const regionOf = new Map(departments.map(({ code, region }) => [code, region]));

/** The regions a department counts in: its own and, in the south-east, the survey's grouping. */
function regionsOf(department: string): readonly string[] {
  const region = regionOf.get(department) ?? '';
  return region === '93' || region === '94' ? [region, '93+94'] : [region];
}

/** Counts summed for a table of segments. */
export interface SegmentCounts {
  /** The dimensions of the segments that the file knows, in the order asked. */
  readonly common: readonly Dimension[];
  /** Whether the file knows every dimension shown or filtered: a sum is then the segment's own count. */
  readonly isExact: boolean;
  /** By `segmentKey` of the common dimensions. */
  readonly sums: ReadonlyMap<string, number>;
}

/** A segment's place in `SegmentCounts.sums`. */
export const segmentKey = (
  common: readonly Dimension[],
  key: Readonly<Partial<Record<Dimension, string>>>,
): string => common.map((dimension) => key[dimension] ?? '').join('|');

/**
 * Sums a file's counts over the segments that `by` makes, under those of the filters that the file can
 * apply. Where `isExact` is false the sums are totals that the survey's own volumes are to be scaled to.
 */
export function countSegments(
  counts: EnterpriseCounts,
  by: readonly Dimension[],
  filters: Filters,
): SegmentCounts {
  const knows = (dimension: Dimension): boolean =>
    counts.dimensions.includes(dimension === 'region' ? 'department' : dimension);
  const valuesOf = (key: EnterpriseCounts['cells'][number]['key'], dimension: Dimension) =>
    dimension === 'region' ? regionsOf(key.department ?? '') : [key[dimension] ?? ''];
  const common = by.filter(knows);
  const asked = (Object.keys(filters) as Dimension[]).filter(
    (dimension) => filters[dimension] !== undefined,
  );
  const sums = new Map<string, number>();
  for (const { key, enterprises } of counts.cells) {
    const isKept = asked
      .filter(knows)
      .every((dimension) =>
        valuesOf(key, dimension).some((value) => filters[dimension]?.includes(value)),
      );
    if (!isKept) continue;
    const places = common.reduce<string[][]>(
      (paths, dimension) =>
        paths.flatMap((path) => valuesOf(key, dimension).map((value) => [...path, value])),
      [[]],
    );
    for (const place of places) {
      sums.set(place.join('|'), (sums.get(place.join('|')) ?? 0) + enterprises);
    }
  }
  return { common, isExact: [...by, ...asked].every(knows), sums };
}
