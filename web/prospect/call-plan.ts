import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { departments } from '../../core/contract/territories.ts';
import { dimensions } from '../../core/contract/vocabulary.ts';
import { keyText } from '../../core/format/names.ts';
import { share as shareOut } from './largest-remainder.ts';

/** What the vendor can give to calling; as the address writes it. */
export interface PlanSettings {
  /** Names of the sellers; « Vendeur 1 »… are made where only a number is given. */
  sellers: readonly string[] | number;
  callsAWeek: number;
  weeks: number;
  /** How many of the first rows are called. */
  targets: number;
}

/** Why a target has its calls: its weight among all, and what that weight is. */
export interface Reason {
  /** Firms counted on: the potential's lower bound, or those represented times the chance of the first ten. */
  counted: number;
  /** Part of everything counted on, from 0 to 1. */
  part: number;
  /** Whether the number of firms estimated, and not the calls at hand, set its calls. */
  capped: boolean;
}

export interface PlannedTarget {
  row: RankingRow;
  calls: number;
  reason: Reason;
}

/** What a seller calls of one target, week by week. */
export interface SellerLine extends PlannedTarget {
  weeks: readonly number[];
}

export interface SellerPlan {
  seller: string;
  lines: readonly SellerLine[];
  /** Calls by week. */
  weeks: readonly number[];
}

export interface CallPlan {
  /** Calls the sellers can make, and those the plan makes. */
  capacity: number;
  calls: number;
  targets: readonly PlannedTarget[];
  sellers: readonly SellerPlan[];
  /** Rows among the first that are given no call, since their figure rests on too few answers or is absent. */
  withheld: readonly RankingRow[];
}

/** A walk over the regions from neighbour to neighbour, so that a seller's departments touch. */
const walk = '32 28 53 52 24 11 44 27 84 75 76 93+94 93 94 01 02 03 04 06'.split(' ');
const regionOf = new Map(departments.map(({ code, region }) => [code, region]));

function placeOf({ key }: RankingRow): string {
  const region = key.region ?? regionOf.get(key.department ?? '') ?? '';
  return `${String(walk.indexOf(region) + 1).padStart(2, '0')} ${dimensions.map((one) => key[one] ?? '').join(' ')}`;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Claim {
  row: RankingRow;
  counted: number;
  /** Firms there are to call, at most. */
  most: number;
}

/**
 * What a row may claim: the lower bound of its potential, so that an uncertain figure claims less than
 * a sure one as high. A score estimates no potential: there it is the firms represented times the
 * probability of being among the first ten. Null when the row is suppressed or lacks these.
 */
function claimOf(row: RankingRow, sort: RankingsAnswer['sort']): Claim | null {
  if (row.flag === 'suppressed') return null;
  if (sort === 'score') {
    if (row.weight === null || row.topProbability === null) return null;
    return { row, counted: row.weight * row.topProbability, most: Math.floor(row.weight) };
  }
  const enterprises = row.potential?.enterprises ?? null;
  if (enterprises === null) return null;
  const low = row.potential?.ci?.[0] ?? enterprises;
  return { row, counted: Math.max(0, low), most: Math.floor(enterprises) };
}

export const namesOf = (sellers: PlanSettings['sellers'], seller: string): readonly string[] =>
  typeof sellers === 'number'
    ? Array.from({ length: sellers }, (_, k) => `${seller} ${k + 1}`)
    : sellers;

/** Cuts a list of calls into consecutive stretches of these lengths. */
function cut(
  targets: readonly PlannedTarget[],
  lengths: readonly number[],
): readonly PlannedTarget[][] {
  const left = targets.map(({ calls }) => calls);
  let at = 0;
  return lengths.map((length) => {
    const stretch: PlannedTarget[] = [];
    for (let wanted = length; wanted > 0 && at < targets.length; ) {
      const calls = Math.min(wanted, left[at]!);
      if (calls > 0) stretch.push({ ...targets[at]!, calls });
      left[at]! -= calls;
      wanted -= calls;
      if (left[at] === 0) at += 1;
    }
    return stretch;
  });
}

const sumOf = (targets: readonly PlannedTarget[]): number =>
  targets.reduce((sum, { calls }) => sum + calls, 0);

function byWeek(
  seller: string,
  own: readonly PlannedTarget[],
  rank: ReadonlyMap<string, number>,
  { weeks, callsAWeek }: PlanSettings,
): SellerPlan {
  const place = ({ row }: PlannedTarget) => rank.get(keyText(row.key)) ?? 0;
  const ordered = [...own].sort((a, b) => place(a) - place(b));
  const stretches = cut(ordered, Array<number>(weeks).fill(callsAWeek));
  const lines = ordered.map((target) => ({
    ...target,
    weeks: stretches.map((stretch) =>
      sumOf(stretch.filter(({ row }) => row.key === target.row.key)),
    ),
  }));
  return { seller, lines, weeks: stretches.map(sumOf) };
}

/**
 * Shares the sellers' calls among the first rows of a ranking.
 *
 * Calls are in proportion to what each row may claim (`claimOf`), rounded by the largest remainder,
 * never more than the firms it is estimated to have; what a full row cannot take goes to the others.
 * Sellers get equal numbers of calls (to one), as stretches of a walk over neighbouring regions; each
 * begins with the best ranked of its rows.
 * @param rows the rows to call, in the ranking's order, without those left out.
 * @param seller the word before a number where sellers have no names.
 */
export function planCalls(
  sort: RankingsAnswer['sort'],
  rows: readonly RankingRow[],
  settings: PlanSettings,
  seller: string,
): CallPlan {
  const first = rows.slice(0, settings.targets);
  const claims = first.flatMap((row) => claimOf(row, sort) ?? []);
  const names = namesOf(settings.sellers, seller);
  const capacity = names.length * settings.callsAWeek * settings.weeks;
  const total = claims.reduce((sum, { counted }) => sum + counted, 0);
  const calls = shareOut(
    capacity,
    claims.map(({ counted }) => counted),
    claims.map(({ most }) => most),
  );
  const targets = claims.map(({ row, counted, most }, k) => ({
    row,
    calls: calls[k]!,
    reason: { counted, part: total > 0 ? counted / total : 0, capped: calls[k] === most },
  }));
  const called = targets.filter((target) => target.calls > 0);
  const made = sumOf(called);
  const rank = new Map(first.map(({ key }, k) => [keyText(key), k]));
  const along = [...called].sort((a, b) => inOrder(placeOf(a.row), placeOf(b.row)));
  const loads = shareOut(made, Array<number>(names.length).fill(1));
  return {
    capacity,
    calls: made,
    targets,
    sellers: cut(along, loads).map((own, k) => byWeek(names[k]!, own, rank, settings)),
    withheld: first.filter((row) => claimOf(row, sort) === null),
  };
}
