import { chiSquareTail } from './distributions.ts';
import type { ShareBelief } from './posterior.ts';
import { shareBasis, shareOf } from './proportion.ts';
import { type CellSums, effectiveSize, type Sample } from './weights.ts';

/** How shares vary between groups, beyond what sampling alone would show. */
export interface Heterogeneity {
  /** Variance factor of this question around Kish's, within [0.5, 2]. */
  readonly itemFactor: number;
  /** Mean share of groups. */
  readonly mu: number;
  /** Intra-group correlation: 0 when groups do not differ. */
  readonly rho: number;
  /** The same before it is cut at 0. */
  readonly rawRho: number;
  /** Its standard deviation if groups did not differ: the floor. */
  readonly rhoFloor: number;
  /** What smoothing uses, the larger of `rho` and `rhoFloor`. */
  readonly rhoUsed: number;
  /** Weight of the mean, in respondents: (1 − ρ\*)/ρ\*. */
  readonly priorSize: number;
  /** Test that all groups share one propensity, against χ²(df). */
  readonly x2: number;
  readonly df: number;
  readonly p: number;
}

interface Observed {
  readonly share: number;
  readonly size: number;
}

const LEAST_FACTOR = 0.5;
const MOST_FACTOR = 2;
const MOST_PASSES = 20;
const SETTLED = 1e-8;

/**
 * Variance factor of a question, Σw²(y−p)²/[p(1−p)Σw²], nationally, clipped to [0.5, 2]: Kish's size
 * ignores whether those who weigh much answer alike. 1 at p = 0 or 1.
 */
export function itemFactor(national: CellSums): number {
  const share = shareOf(national);
  if (share === null || share === 0 || share === 1) return 1;
  const factor = residualSquares(national, share) / (share * (1 - share) * national.sumW2);
  return Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor));
}

/** Σw²(y−p)² of a domain around a given share. */
export function residualSquares(sums: CellSums, share: number): number {
  return (1 - share) ** 2 * sums.sumW2Yes + share ** 2 * (sums.sumW2 - sums.sumW2Yes);
}

/** n°: respondents a group is worth for smoothing, from 1 to its respondents; 0 for an empty base. */
export function smoothingSize(group: CellSums, factor: number): number {
  const kish = effectiveSize(group);
  return kish === null ? 0 : Math.max(1, Math.min(kish / factor, group.n));
}

/**
 * Beta-binomial fit by moments (Kleinman 1973), with a floor under the correlation so that intervals
 * keep their coverage when groups look alike. Groups without respondents are left aside. Null when
 * fewer than two groups have any, or when all of them agree on 0 or on 1.
 */
export function fitHeterogeneity(
  groups: readonly CellSums[],
  national: CellSums,
): Heterogeneity | null {
  const factor = itemFactor(national);
  const observed = groups.flatMap((group): Observed[] => {
    const share = shareOf(group);
    return share === null ? [] : [{ share, size: smoothingSize(group, factor) }];
  });
  if (observed.length < 2) return null;
  const first = moments(
    observed,
    observed.map(({ size }) => size),
  );
  if (first.mu <= 0 || first.mu >= 1) return null;
  let last = first;
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const rho = Math.max(0, last.rawRho);
    const next = moments(
      observed,
      observed.map(({ size }) => size / (1 + rho * (size - 1))),
    );
    const change = Math.abs(Math.max(0, next.rawRho) - rho);
    last = next;
    if (change < SETTLED) break;
  }
  const df = observed.length - 1;
  const rho = Math.max(0, last.rawRho);
  const rhoFloor = Math.sqrt(2 * df) / first.slope;
  // Two or three tiny groups can push the floor beyond 1, which no correlation reaches.
  const rhoUsed = Math.min(MOST_CORRELATION, Math.max(rho, rhoFloor));
  return {
    itemFactor: factor,
    mu: last.mu,
    rho,
    rawRho: last.rawRho,
    rhoFloor,
    rhoUsed,
    priorSize: (1 - rhoUsed) / rhoUsed,
    x2: first.x2,
    df,
    p: chiSquareTail(first.x2, df),
  };
}

const MOST_CORRELATION = 0.99;

/** Posterior of a group's share under the fit; a group without respondents gets the prior. */
export function smoothedBelief(group: CellSums, fit: Heterogeneity): ShareBelief {
  const size = smoothingSize(group, fit.itemFactor);
  const share = shareOf(group) ?? 0;
  return {
    a: fit.mu * fit.priorSize + size * share,
    b: (1 - fit.mu) * fit.priorSize + size * (1 - share),
  };
}

/** Posterior where groups are too few to learn from each other: Jeffreys' prior on n\*. */
export function plainBelief(group: CellSums, sample: Sample): ShareBelief {
  const { share, nStar } = shareBasis(group, sample) ?? { share: 0, nStar: 0 };
  return { a: nStar * share + 0.5, b: nStar * (1 - share) + 0.5 };
}

function moments(observed: readonly Observed[], weights: readonly number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let mu = 0;
  for (const [k, { share }] of observed.entries()) mu += (weights[k]! * share) / total;
  let spread = 0;
  let within = 0;
  let both = 0;
  for (const [k, { share, size }] of observed.entries()) {
    const weight = weights[k]!;
    spread += weight * (share - mu) ** 2;
    within += (weight * (1 - weight / total)) / size;
    both += weight * (1 - weight / total);
  }
  const slope = both - within;
  const x2 = spread / (mu * (1 - mu));
  // Groups of one respondent each say nothing of how respondents of a group resemble each other.
  const rawRho = slope > 0 ? (x2 - within) / slope : 0;
  return { mu, x2, slope, rawRho };
}
