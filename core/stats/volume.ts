import { normalCdf, normalQuantile } from './distributions.ts';
import { GRID_CELLS, logShareGrid } from './log-share-grid.ts';
import { describeShare, type GroupSize, type ShareBelief } from './posterior.ts';
import type { Interval } from './proportion.ts';

const SETTLED = 1e-9;
/** Newton squares an error: after a step this short, what is left of it is below {@link SETTLED}. */
const SHORT = 1e-5;

/** An end of the interval: the probability below it, and the standard normal's own there. */
interface End {
  readonly probability: number;
  readonly score: number;
}
const ends: readonly End[] = [0.05, 0.95].map((probability) => ({
  probability,
  score: normalQuantile(probability),
}));

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
  const mixture = mixtureOf(belief, deviation);
  const [low, high] = ends.map((end) => Math.exp(centre + quantileOf(mixture, end)));
  return { enterprises, ci: [low!, high!] };
}

/** A share's logarithm plus a centred normal, as a mixture of normals of one deviation. */
interface Mixture {
  /** How many of the arrays' places hold a normal, in increasing order of their centres. */
  readonly count: number;
  readonly centres: Float64Array;
  readonly parts: Float64Array;
  readonly deviation: number;
  /** Mean and deviation of the whole. */
  readonly mean: number;
  readonly spread: number;
  /** Nothing to speak of lies below. */
  readonly least: number;
}

// Good until the next mixture is made: a ranking makes a thousand, one after the other.
const centres = new Float64Array(GRID_CELLS);
const parts = new Float64Array(GRID_CELLS);

function mixtureOf(belief: ShareBelief, deviation: number): Mixture {
  const { logShares, densities } = logShareGrid(belief);
  const count = densities.length - 1;
  let total = 0;
  for (let k = 0; k < count; k += 1) total += densities[k]! + densities[k + 1]!;
  let mean = 0;
  let square = 0;
  for (let k = 0; k < count; k += 1) {
    const part = (densities[k]! + densities[k + 1]!) / total;
    const centre = (logShares[k + 1]! + logShares[k]!) / 2;
    parts[k] = part;
    centres[k] = centre;
    mean += part * centre;
    square += part * centre * centre;
  }
  return {
    count,
    centres,
    parts,
    deviation,
    mean,
    spread: Math.sqrt(Math.max(0, square - mean * mean) + deviation * deviation),
    least: logShares[0]! - NORMAL_REACH * deviation,
  };
}

/**
 * Quantile of the mixture: Newton steps from the normal of the same mean and variance, kept inside a
 * shrinking bracket.
 */
function quantileOf(mixture: Mixture, { probability, score }: End): number {
  let low = mixture.least;
  let high = NORMAL_REACH * mixture.deviation;
  let x = mixture.mean + mixture.spread * score;
  while (high - low > SETTLED) {
    if (!(x > low && x < high)) x = (low + high) / 2;
    const { below, density } = mixtureAt(mixture, x);
    if (below < probability) low = x;
    else high = x;
    const step = (probability - below) / density;
    x += step;
    if (Math.abs(step) < SHORT) break;
  }
  return x;
}

/** Probability below x, and density there. */
function mixtureAt({ count, centres, parts, deviation }: Mixture, x: number) {
  const scale = NORMAL_STEPS / deviation;
  const origin = NORMAL_REACH * NORMAL_STEPS;
  const most = 2 * origin;
  let below = 0;
  let density = 0;
  for (let k = 0; k < count; k += 1) {
    const position = (x - centres[k]!) * scale + origin;
    const part = parts[k]!;
    if (position >= most) below += part;
    // Centres increase: from here on nothing lies below x.
    else if (position <= 0) break;
    else {
      const cell = position | 0;
      const begin = normalTable[cell]!;
      const rise = normalTable[cell + 1]! - begin;
      below += part * (begin + (position - cell) * rise);
      density += part * rise;
    }
  }
  return { below, density: density * scale };
}

const NORMAL_REACH = 8;
const NORMAL_STEPS = 128;
/** The normal distribution function every 1/128, read in between to 2e-6. */
const normalTable = Float64Array.from({ length: 2 * NORMAL_REACH * NORMAL_STEPS + 2 }, (_, k) =>
  normalCdf(k / NORMAL_STEPS - NORMAL_REACH),
);
