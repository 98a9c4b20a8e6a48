import type { RankingsAnswer, RankingsQuery } from '../core/contract/rankings.ts';
import { firstOf, type Ranked } from '../warehouse/answers/ranked.ts';
import { rankAll } from '../warehouse/answers/rankings.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { canonical } from './canonical.ts';

/** A page asks a ranking as figures, as dots and as a map, at once: a dozen rankings serve as many readers. */
const mostKept = 12;

const keptBy = new WeakMap<Warehouse, Map<string, Promise<Ranked>>>();

function ranked(warehouse: Warehouse, query: Omit<RankingsQuery, 'limit'>): Promise<Ranked> {
  const kept = keptBy.get(warehouse) ?? new Map<string, Promise<Ranked>>();
  keptBy.set(warehouse, kept);
  const key = canonical(query);
  const ranking = kept.get(key) ?? rankAll(warehouse, query);
  kept.delete(key);
  kept.set(key, ranking);
  const [oldest = ''] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  ranking.catch(() => kept.delete(key));
  return ranking;
}

/**
 * `rankings`, computed once for requests that differ only in how much of it they show and in what shape,
 * those that come meanwhile included; forgotten with its version of the warehouse.
 */
export async function sharedRankings(
  warehouse: Warehouse,
  { limit, ...query }: RankingsQuery,
): Promise<RankingsAnswer> {
  return firstOf(await ranked(warehouse, query), limit);
}
