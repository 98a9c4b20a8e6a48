import type { Interval } from './proportion.ts';

/** Where a group stands among the others, 1 being the highest. */
export interface RankSummary {
  readonly meanRank: number;
  /** 5th and 95th percentile of the rank. */
  readonly rankInterval: Interval;
  /** Probability of being among the first `top`. */
  readonly topProbability: number;
}

/** Summary of a tally whose column h counts rank 1 + h·step. */
export function summarise(tally: Uint32Array, step: number, top: number): RankSummary {
  let total = 0;
  let weighted = 0;
  let inTop = 0;
  for (let column = 0; column < tally.length; column += 1) {
    const count = tally[column]!;
    const rank = 1 + column * step;
    total += count;
    weighted += count * rank;
    if (rank <= top) inTop += count;
  }
  return {
    meanRank: weighted / total,
    rankInterval: [percentile(tally, step, 0.05 * total), percentile(tally, step, 0.95 * total)],
    topProbability: inTop / total,
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
