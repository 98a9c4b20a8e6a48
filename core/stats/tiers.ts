import { normalCdf } from './distributions.ts';
import type { Belief } from './posterior.ts';
import { digamma, trigamma } from './special-functions.ts';

const TOLD_APART = 0.95;

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Mean and variance on the scale where the belief is nearest to normal: score, log-odds, log-volume. */
function momentsOf(belief: Belief): Moments {
  if ('variance' in belief) return belief;
  const { a, b } = belief;
  if (!('size' in belief)) {
    return { mean: digamma(a) - digamma(b), variance: trigamma(a) + trigamma(b) };
  }
  const { mean, logVariance } = belief.size;
  return {
    mean: digamma(a) - digamma(a + b) + Math.log(mean) - logVariance / 2,
    variance: trigamma(a) - trigamma(a + b) + logVariance,
  };
}

const chanceAbove = (one: Moments, other: Moments): number => {
  const deviation = Math.sqrt(one.variance + other.variance);
  if (deviation === 0) return one.mean > other.mean ? 1 : 0.5;
  return normalCdf((one.mean - other.mean) / deviation);
};

/**
 * Probability that the first of two independent beliefs of one kind is the larger, their difference
 * taken as normal: exact for scores, within .01 for shares and volumes of five respondents or more.
 */
export const probabilityAbove = (one: Belief, other: Belief): number =>
  chanceAbove(momentsOf(one), momentsOf(other));

/**
 * Parts an order into tiers: 1 for the leading ones, and so on. Down the order, a belief stays
 * with the leader of the tier until the leader is above it with probability .95; it then leads the
 * next tier. Within a tier the order is not to be read.
 * @param places the place of each belief, the smallest first (a mean rank); ties stay in the order given.
 * @returns the tier of each belief, in the order given.
 */
export function tiersOf(beliefs: readonly Belief[], places: readonly number[]): number[] {
  const moments = beliefs.map(momentsOf);
  const order = beliefs.map((_, index) => index).sort((a, b) => places[a]! - places[b]!);
  const tiers = new Array<number>(beliefs.length).fill(1);
  let leader = order[0];
  let tier = 1;
  for (const index of order) {
    if (leader !== undefined && chanceAbove(moments[leader]!, moments[index]!) >= TOLD_APART) {
      leader = index;
      tier += 1;
    }
    tiers[index] = tier;
  }
  return tiers;
}
