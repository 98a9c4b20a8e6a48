import { Pool } from './pool.ts';
import type { ShareBelief } from './posterior.ts';

/** A Beta share on an even grid of its log-odds: where the density weighs anything, its logarithm and density there. */
export interface LogShareGrid {
  readonly logShares: Float64Array;
  /** Up to a factor. */
  readonly densities: Float64Array;
  /** The place of the first, in the whole grid. */
  readonly first: number;
}

/** Cells of the whole grid; a power of two, so that every second or fourth cell is an even grid too. */
export const GRID_CELLS = 256;

/** A density this far below its peak, on a logarithmic scale, adds nothing to a sum of doubles. */
const NEGLIGIBLE = -45;
/** Steps that the exponential of the log-odds is carried by multiplication before it is taken anew. */
const CARRIED = 32;

/** A ranking asks for each grid twice, for the ranks and for the volume. */
const grids = new WeakMap<ShareBelief, LogShareGrid>();

/**
 * The density of log(θ/(1−θ)) is bounded whatever a and b, so it is laid on an even grid of it. It has one
 * peak: from there on either side, cells are computed until they weigh nothing.
 */
export function logShareGrid(belief: ShareBelief): LogShareGrid {
  const known = grids.get(belief);
  if (known) return known;
  const { a, b } = belief;
  const mode = Math.log(a / b);
  const deviation = Math.sqrt((a + b) / (a * b));
  const start = mode - 6 * deviation - 20 / a;
  const step = (12 * deviation + 20 / a + 20 / b) / GRID_CELLS;
  const peak = (a + b) * logLogistic(mode, Math.exp(-mode)) - b * mode;
  const shape = { a, b, start, step, peak };
  const top = Math.min(GRID_CELLS, Math.max(0, Math.round((mode - start) / step)));
  const last = walk(shape, top, 1);
  const first = top === 0 ? 0 : walk(shape, top - 1, -1);
  const grid = {
    logShares: kept.keep(logShares, first, last + 1),
    densities: kept.keep(densities, first, last + 1),
    first,
  };
  grids.set(belief, grid);
  return grid;
}

const kept = new Pool<Float64Array>((length) => new Float64Array(length));

// Filled by every grid in turn, and copied.
const logShares = new Float64Array(GRID_CELLS + 1);
const densities = new Float64Array(GRID_CELLS + 1);

interface Shape extends ShareBelief {
  readonly start: number;
  readonly step: number;
  readonly peak: number;
}

/** Fills cells from one on, upwards or downwards, until one weighs nothing; returns the last one filled. */
function walk({ a, b, start, step, peak }: Shape, from: number, direction: 1 | -1): number {
  const carry = Math.exp(-direction * step);
  let odds = 0;
  let k = from;
  for (let passed = 0; k >= 0 && k <= GRID_CELLS; k += direction, passed += 1) {
    const t = start + k * step;
    odds = passed % CARRIED === 0 ? Math.exp(-t) : odds * carry;
    const logShare = logLogistic(t, odds);
    const exponent = (a + b) * logShare - b * t - peak;
    logShares[k] = logShare;
    densities[k] = Math.exp(exponent);
    if (exponent < NEGLIGIBLE) return k;
  }
  return k - direction;
}

/** log(1/(1 + e^−t)), given e^−t, which may be infinite. */
function logLogistic(t: number, odds: number): number {
  return t > 0 ? -Math.log1p(odds) : t - Math.log1p(1 / odds);
}
