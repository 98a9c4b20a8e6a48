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

/** Summary of a tally whose column h counts rank 1 + h·step; something is counted. */
export function summarise(tally: Uint32Array, step: number, top: number): RankSummary {
  let least = 0;
  let end = tally.length;
  while (tally[least] === 0) least += 1;
  while (tally[end - 1] === 0) end -= 1;
  const counts = kept.keep(tally, least, end);
  let total = 0;
  let weighted = 0;
  for (let column = 0; column < counts.length; column += 1) {
    total += counts[column]!;
    weighted += counts[column]! * column;
  }
  const first = 1 + least * step;
  const rankAt = (part: number) => first + step * columnAt(counts, part * total);
  const ranks = { first, step, counts };
  return {
    meanRank: first + (step * weighted) / total,
    rankInterval: [rankAt(0.05), rankAt(0.95)],
    topProbability: probabilityWithin(ranks, top),
    ranks,
  };
}

/** The column at which so many are counted. */
function columnAt(counts: Uint32Array, wanted: number): number {
  let counted = 0;
  for (let column = 0; column < counts.length; column += 1) {
    counted += counts[column]!;
    if (counted >= wanted) return column;
  }
  return counts.length - 1;
}
