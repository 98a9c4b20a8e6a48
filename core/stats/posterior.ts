import { betaQuantile, normalQuantile } from './distributions.ts';
import { GRID_CELLS, logShareGrid } from './log-share-grid.ts';
import type { Interval } from './proportion.ts';
import type { RandomStream } from './random.ts';

/** Number of enterprises of a group: `logVariance` is 0 when a register or calibration fixes it. */
export interface GroupSize {
  readonly mean: number;
  readonly logVariance: number;
}

/** What is known of a group's share: a Beta(a, b). */
export interface ShareBelief {
  readonly a: number;
  readonly b: number;
}

/** What is known of a group's score: a normal. */
export interface ScoreBelief {
  readonly mean: number;
  readonly variance: number;
}

/** Something groups are ranked on: a share, a share times a size (a volume), or a score. */
export type Belief = ScoreBelief | ShareBelief | (ShareBelief & { readonly size: GroupSize });

/** Points are read between every second cell of the grid. */
const STRIDE = 1;
const GOLDEN_RATIO = 0.6180339887498949;

/**
 * Fills `into` with independent draws of a belief, on a scale that keeps their order: volumes come
 * as logarithms.
 */
export function drawInto(into: Float64Array, belief: Belief, random: RandomStream): void {
  if ('variance' in belief) {
    const deviation = Math.sqrt(belief.variance);
    for (let k = 0; k < into.length; k += 1) into[k] = belief.mean + deviation * random.normal();
    return;
  }
  const others = new Float64Array(into.length);
  random.fillGamma(into, belief.a);
  random.fillGamma(others, belief.b);
  const expected = belief.a / (belief.a + belief.b);
  for (let k = 0; k < into.length; k += 1) {
    // Two minute shapes can both round to zero.
    const sum = into[k]! + others[k]!;
    into[k] = sum > 0 ? into[k]! / sum : expected;
  }
  if (!('size' in belief)) return;
  const { mean, logVariance } = belief.size;
  const centre = Math.log(mean) - logVariance / 2;
  const deviation = Math.sqrt(logVariance);
  for (let k = 0; k < into.length; k += 1) {
    const jitter = deviation === 0 ? 0 : deviation * random.normal();
    into[k] = Math.log(into[k]!) + centre + jitter;
  }
}

/**
 * Fills `into` with evenly probable points of a belief, on an order-keeping scale: logarithms of
 * shares and volumes. What draws do at random, without their noise.
 */
export function spreadInto(into: Float64Array, belief: Belief): void {
  if ('variance' in belief) {
    const scores = normalScores(into.length);
    const deviation = Math.sqrt(belief.variance);
    for (let k = 0; k < into.length; k += 1) into[k] = belief.mean + deviation * scores[k]!;
    return;
  }
  spreadLogShare(into, belief);
  if (!('size' in belief)) return;
  const { mean, logVariance } = belief.size;
  const centre = Math.log(mean) - logVariance / 2;
  const scores = normalScores(into.length);
  const deviation = Math.sqrt(logVariance);
  for (let k = 0; k < into.length; k += 1) {
    // A rank-one lattice pairs every share point with a size point, evenly over the square.
    const paired = Math.floor(((k * GOLDEN_RATIO) % 1) * into.length);
    into[k] = into[k]! + centre + deviation * scores[paired]!;
  }
}

/** Expected share and its 90 % interval. */
export function describeShare({ a, b }: ShareBelief): { share: number; ci: Interval } {
  return { share: a / (a + b), ci: [betaQuantile(0.05, a, b), betaQuantile(0.95, a, b)] };
}

function spreadLogShare(into: Float64Array, belief: ShareBelief): void {
  const { logShares, densities, first } = logShareGrid(belief);
  const from = first % STRIDE;
  let count = 0;
  coarse.cumulated[0] = 0;
  for (let k = from; k < densities.length; k += STRIDE, count += 1) {
    coarse.logShares[count] = logShares[k]!;
    if (count > 0) {
      coarse.cumulated[count] =
        coarse.cumulated[count - 1]! + densities[k - STRIDE]! + densities[k]!;
    }
  }
  const total = coarse.cumulated[count - 1]!;
  let cell = 0;
  // Pairs taken apart here, a hundred thousand times a ranking, would be arrays for the collector.
  for (let k = 0; k < into.length; k += 1) {
    const wanted = ((k + 0.5) / into.length) * total;
    while (coarse.cumulated[cell + 1]! < wanted) cell += 1;
    const low = coarse.cumulated[cell]!;
    const start = coarse.logShares[cell]!;
    const part = (wanted - low) / (coarse.cumulated[cell + 1]! - low);
    into[k] = start + part * (coarse.logShares[cell + 1]! - start);
  }
}

// Filled anew for every belief.
const coarse = {
  logShares: new Float64Array(GRID_CELLS / STRIDE + 1),
  cumulated: new Float64Array(GRID_CELLS / STRIDE + 1),
};

const scoresBySize = new Map<number, Float64Array>();

/** Evenly probable points of the standard normal, in increasing order; few sizes occur, all kept. */
export function normalScores(size: number): Float64Array {
  const known = scoresBySize.get(size);
  if (known) return known;
  const scores = Float64Array.from({ length: size }, (_, k) => normalQuantile((k + 0.5) / size));
  scoresBySize.set(size, scores);
  return scores;
}
