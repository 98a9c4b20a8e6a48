import type { Filters } from '../core/contract/filters.ts';
import { misread } from '../core/contract/misread.ts';
import { badParameter } from '../core/contract/problem.ts';
import { type Dimension, dimensions } from '../core/contract/vocabulary.ts';
import { groupedRegion, idOf, membersOf, regionIds } from './dimensions.ts';
import { identifier, join, oneOf, type Sql, sql } from './sql.ts';

/** What a request's filters select: the keys asked for, and their ids in the tables. */
export interface Selection {
  /** As asked, each value once, dimensions without a filter left out. */
  readonly filters: Filters;
  readonly ids: Readonly<Record<Dimension, readonly number[] | null>>;
  /** Whether PACA and Corse are to be seen as the survey's grouping of the two. */
  readonly fold: boolean;
}

const keysToIds = {
  department: (key: string) => [idOf('department', key) ?? 0],
  region: regionIds,
  sector: (key: string) => [idOf('sector', key) ?? 0],
  size: (key: string) => [idOf('size', key) ?? 0],
} satisfies Record<keyof Filters, (key: string) => readonly number[]>;

/**
 * Reads the filters of a request; an unknown code is a 400 that lists the known ones. `fold` asks
 * for the survey's grouping of regions, which a filter on one of its parts overrules.
 */
export function selectionOf(asked: Filters, { fold = false } = {}): Selection {
  const filters: Filters = {};
  const ids: Record<Dimension, readonly number[] | null> = {
    department: null,
    region: null,
    sector: null,
    size: null,
  };
  for (const dimension of dimensions) {
    const keys = [...new Set(asked[dimension] ?? [])];
    if (keys.length === 0) continue;
    for (const key of keys) requireKey(dimension, key);
    filters[dimension] = keys;
    ids[dimension] = [...new Set(keys.flatMap((key) => keysToIds[dimension](key)))];
  }
  const regions = filters.region ?? [];
  const apart = regions.includes('93') || regions.includes('94');
  return { filters, ids, fold: regions.includes(groupedRegion.key) || (fold && !apart) };
}

function requireKey(dimension: Dimension, key: string): void {
  const isKnown = (text: string) => idOf(dimension, text) !== undefined;
  if (isKnown(key)) return;
  throw badParameter(
    dimension,
    misread.notAValue(dimension, key, isKnown),
    membersOf[dimension].map((member) => member.key),
  );
}

/** Whether the filters select anything less than everybody. */
export const isWhole = ({ filters }: Selection): boolean => Object.keys(filters).length === 0;

/** The filters as a condition on a table that has the four columns; true when there is none. */
export const whereClause = ({ ids }: Selection): Sql =>
  join(
    dimensions.flatMap((dimension) => {
      const own = ids[dimension];
      return own === null ? [] : [oneOf(identifier(dimension), own)];
    }),
    ' and ',
    sql`true`,
  );

/** The column that a breakdown groups by, the survey's grouping of regions folded when asked. */
export const groupColumn = (dimension: Dimension, { fold }: Selection): Sql =>
  dimension === 'region' && fold
    ? sql`case when ${oneOf(identifier('region'), groupedRegion.parts)} then ${groupedRegion.id} else region end`
    : identifier(dimension);
