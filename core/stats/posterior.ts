import { betaQuantile, normalCdf, normalQuantile } from './distributions.ts';
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

const SPREAD_CELLS = 256;
const VOLUME_CELLS = 512;
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

/**
 * Expected number of enterprises, size times share, and its 90 % interval: exact for a fixed size,
 * integrated on a grid (well under 1 %) for an estimated one.
 */
export function describeVolume(
  belief: ShareBelief,
  size: GroupSize,
): { enterprises: number; ci: Interval } {
  const enterprises = (size.mean * belief.a) / (belief.a + belief.b);
  if (size.logVariance === 0) {
    const [low, high] = describeShare(belief).ci;
    return { enterprises, ci: [size.mean * low, size.mean * high] };
  }
  const deviation = Math.sqrt(size.logVariance);
  const centre = Math.log(size.mean) - size.logVariance / 2;
  const grid = logShareGrid(belief, VOLUME_CELLS);
  const at = (probability: number) =>
    Math.exp(centre + blurredQuantile(grid, deviation, probability));
  return { enterprises, ci: [at(0.05), at(0.95)] };
}

/** Logarithms of a Beta share on a grid, and the probability cumulated up to each. */
interface LogShareGrid {
  readonly logShares: Float64Array;
  readonly cumulated: Float64Array;
}

/** The density of log(θ/(1−θ)) is bounded whatever a and b, so it is cumulated on an even grid of it. */
function logShareGrid({ a, b }: ShareBelief, cells: number): LogShareGrid {
  const mode = Math.log(a / b);
  const deviation = Math.sqrt((a + b) / (a * b));
  const start = mode - 6 * deviation - 20 / a;
  const step = (12 * deviation + 20 / a + 20 / b) / cells;
  const logShares = new Float64Array(cells + 1);
  const cumulated = new Float64Array(cells + 1);
  const peak = (a + b) * logLogistic(mode) - b * mode;
  let previous = 0;
  for (let k = 0; k <= cells; k += 1) {
    const t = start + k * step;
    logShares[k] = logLogistic(t);
    const density = Math.exp((a + b) * logShares[k]! - b * t - peak);
    if (k > 0) cumulated[k] = cumulated[k - 1]! + previous + density;
    previous = density;
  }
  const total = cumulated[cells]!;
  for (let k = 0; k <= cells; k += 1) cumulated[k] = cumulated[k]! / total;
  return { logShares, cumulated };
}

function logLogistic(t: number): number {
  return t > 0 ? -Math.log1p(Math.exp(-t)) : t - Math.log1p(Math.exp(t));
}

function spreadLogShare(into: Float64Array, belief: ShareBelief): void {
  const { logShares, cumulated } = logShareGrid(belief, SPREAD_CELLS);
  let cell = 0;
  for (let k = 0; k < into.length; k += 1) {
    const wanted = (k + 0.5) / into.length;
    while (cumulated[cell + 1]! < wanted) cell += 1;
    const part = (wanted - cumulated[cell]!) / (cumulated[cell + 1]! - cumulated[cell]!);
    into[k] = logShares[cell]! + part * (logShares[cell + 1]! - logShares[cell]!);
  }
}

/**
 * Quantile of a share's logarithm plus a centred normal, on the mixture of normals: Newton steps from
 * the normal of the same mean and variance, kept inside a shrinking bracket.
 */
function blurredQuantile(grid: LogShareGrid, deviation: number, probability: number): number {
  const { logShares } = grid;
  let low = logShares[0]! - NORMAL_REACH * deviation;
  let high = NORMAL_REACH * deviation;
  let x = normalGuess(grid, deviation, probability);
  while (high - low > 1e-9) {
    if (!(x > low && x < high)) x = (low + high) / 2;
    const { below, density } = blurredAt(grid, deviation, x);
    if (below < probability) low = x;
    else high = x;
    const step = (probability - below) / density;
    x += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return x;
}

/** Probability below x, and density there. */
function blurredAt({ logShares, cumulated }: LogShareGrid, deviation: number, x: number) {
  let below = 0;
  let density = 0;
  for (let k = 1; k < cumulated.length; k += 1) {
    const part = cumulated[k]! - cumulated[k - 1]!;
    const z = (x - (logShares[k]! + logShares[k - 1]!) / 2) / deviation;
    if (z >= NORMAL_REACH) below += part;
    // Centres increase: from here on nothing lies below x.
    else if (z <= -NORMAL_REACH) break;
    else {
      const position = (z + NORMAL_REACH) * NORMAL_STEPS;
      const cell = Math.floor(position);
      const start = normalTable[cell]!;
      const rise = normalTable[cell + 1]! - start;
      below += part * (start + (position - cell) * rise);
      density += part * rise;
    }
  }
  return { below, density: (density * NORMAL_STEPS) / deviation };
}

function normalGuess(
  { logShares, cumulated }: LogShareGrid,
  deviation: number,
  probability: number,
): number {
  let mean = 0;
  let square = 0;
  for (let k = 1; k < cumulated.length; k += 1) {
    const part = cumulated[k]! - cumulated[k - 1]!;
    const centre = (logShares[k]! + logShares[k - 1]!) / 2;
    mean += part * centre;
    square += part * centre * centre;
  }
  const spread = Math.sqrt(Math.max(0, square - mean * mean) + deviation * deviation);
  return mean + spread * normalQuantile(probability);
}

const NORMAL_REACH = 8;
const NORMAL_STEPS = 128;
/** The normal distribution function every 1/128, read in between to 2e-6. */
const normalTable = Float64Array.from({ length: 2 * NORMAL_REACH * NORMAL_STEPS + 2 }, (_, k) =>
  normalCdf(k / NORMAL_STEPS - NORMAL_REACH),
);

const scoresBySize = new Map<number, Float64Array>();

/** Evenly probable points of the standard normal, in increasing order; few sizes occur, all kept. */
export function normalScores(size: number): Float64Array {
  const known = scoresBySize.get(size);
  if (known) return known;
  const scores = Float64Array.from({ length: size }, (_, k) => normalQuantile((k + 0.5) / size));
  scoresBySize.set(size, scores);
  return scores;
}
