import { Pool } from './pool.ts';
import type { Interval } from './proportion.ts';

/** Where a group stands among the others, 1 being the highest. */
export interface RankSummary {
  readonly meanRank: number;
  /** 5th and 95th percentile of the rank. */
  readonly rankInterval: Interval;
  /** Probability of being among the first `top`. */
  readonly topProbability: number;
  /** How often each rank came: what `probabilityWithin` reads for any other number of first places. */
  readonly ranks: RankTally;
}

/** Counts of ranks, `first` being that of the first count and `step` what parts a count from the next. */
export interface RankTally {
  readonly first: number;
  readonly step: number;
  readonly counts: Uint32Array;
}

/** Probability of being among the first so many places. */
export function probabilityWithin({ first, step, counts }: RankTally, places: number): number {
  let total = 0;
  let within = 0;
  for (let column = 0; column < counts.length; column += 1) {
    const count = counts[column]!;
    total += count;
    if (first + column * step <= places) within += count;
  }
  return within / total;
}

const kept = new Pool<Uint32Array>((length) => new Uint32Array(length));

/** Summary of a tally whose column h counts rank 1 + h·step. */
export function summarise(tally: Uint32Array, step: number, top: number): RankSummary {
  let total = 0;
  let weighted = 0;
  let least = tally.length;
  let most = 0;
  for (let column = 0; column < tally.length; column += 1) {
    const count = tally[column]!;
    if (count === 0) continue;
    total += count;
    weighted += count * (1 + column * step);
    least = Math.min(least, column);
    most = column;
  }
  const ranks = { first: 1 + least * step, step, counts: kept.keep(tally, least, most + 1) };
  return {
    meanRank: weighted / total,
    rankInterval: [percentile(tally, step, 0.05 * total), percentile(tally, step, 0.95 * total)],
    topProbability: probabilityWithin(ranks, top),
    ranks,
  };
}

function percentile(tally: Uint32Array, step: number, count: number): number {
  let cumulated = 0;
  for (let column = 0; column < tally.length; column += 1) {
    cumulated += tally[column]!;
    if (cumulated >= count) return 1 + column * step;
  }
  return 1 + (tally.length - 1) * step;
}
