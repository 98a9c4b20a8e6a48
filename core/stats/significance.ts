import { criticalValue, normalTwoSided, studentTwoSided } from './distributions.ts';
import {
  type Interval,
  oneStageFactor,
  type ShareBasis,
  shareBasis,
  shareOf,
  shareVariance,
  wilsonBound,
  wilsonInterval,
} from './proportion.ts';
import { flagOf, THRESHOLDS } from './reliability.ts';
import { addCells, type CellSums, DEFAULT_CONFIDENCE, restOf, type Sample } from './weights.ts';

/** A difference between two shares, in proportions (0.05 is five points). */
export interface Difference {
  readonly difference: number;
  /** Linearised standard error; for the record, marks never use it. Null if unknown. */
  readonly se: number | null;
  readonly ci: Interval;
  /** Two-sided, from the interval itself: p ≤ 1 − confidence exactly when `ci` excludes 0. */
  readonly p: number;
}

/** Difference over its linearised standard error, as R reports it. */
export interface StudentTest {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Difference a − b between disjoint domains of one edition: two columns, a profile and the rest.
 * Interval by MOVER on Wilson limits at n\* (Newcombe 1998, Zou & Donner 2008), p by inversion of that
 * interval; both keep their level where skewed weights ruin Wald's. Null when a base is empty.
 */
export function compareDomains(a: CellSums, b: CellSums, sample: Sample): Difference | null {
  return compareEditions(a, sample, b, sample);
}

/**
 * Difference a − b between two editions (later minus earlier when a is the later one), taken as
 * independent cross-sections: respondents met twice make it conservative. Comparability of wording
 * is the caller's to check. The confidence is that of `sampleA`.
 */
export function compareEditions(
  a: CellSums,
  sampleA: Sample,
  b: CellSums,
  sampleB: Sample,
): Difference | null {
  const basisA = shareBasis(a, sampleA);
  const basisB = shareBasis(b, sampleB);
  if (basisA === null || basisB === null) return null;
  const variance = (shareVariance(a, sampleA) ?? 0) + (shareVariance(b, sampleB) ?? 0);
  return {
    ...compareBases(basisA, basisB, sampleA.confidence),
    se: variance > 0 ? Math.sqrt(variance) : null,
  };
}

/**
 * Difference a − b between two shares known only with an effective size each, such as published
 * shares whose n\* is borrowed from the nearest edition of microdata: label it approximate.
 */
export function compareBases(
  a: ShareBasis,
  b: ShareBasis,
  confidence = DEFAULT_CONFIDENCE,
): Difference {
  return {
    difference: a.share - b.share,
    se: null,
    ci: moverInterval(a, b, criticalValue(confidence)),
    p: normalTwoSided(moverScore(a, b)),
  };
}

/**
 * A profile against everybody else of `whole`, which contains it; the total would count the profile
 * twice. Null when either side is empty or suppressed: neither arrow nor letter rests on such a cell.
 */
export function vsRest(profile: CellSums, whole: CellSums, sample: Sample): Difference | null {
  if (flagOf(profile, sample) === 'suppressed') return null;
  const rest = restOf(whole, profile);
  return flagOf(rest, sample) === 'suppressed' ? null : compareDomains(profile, rest, sample);
}

/**
 * Student's t on the linearised error, R: `svycontrast(svyby(…, covmat = TRUE))`. Audit only.
 * `strata` is 1 for domains of one edition (df n_a+n_b−1), 2 for two editions (df n_a+n_b−2).
 */
export function studentTest(
  difference: Difference,
  respondents: number,
  strata: 1 | 2 = 1,
): StudentTest | null {
  const df = respondents - strata;
  if (difference.se === null || df <= 0) return null;
  const t = difference.difference / difference.se;
  return { t, df, p: studentTwoSided(t, df) };
}

/**
 * Gap of a profile to the whole that contains it, p_D − p, for display beside a test against the
 * rest, with its linearised standard error: both shares move together.
 */
export function gapToWhole(
  profile: CellSums,
  whole: CellSums,
  sample: Sample,
): { difference: number; se: number } | null {
  const share = shareOf(profile);
  const wholeShare = shareOf(whole);
  if (share === null || wholeShare === null) return null;
  const inside = residualSquares(
    profile,
    (1 - share) / profile.sumW - (1 - wholeShare) / whole.sumW,
    wholeShare / whole.sumW - share / profile.sumW,
  );
  const outside = residualSquares(
    restOf(whole, profile),
    (1 - wholeShare) / whole.sumW,
    wholeShare / whole.sumW,
  );
  return { difference: share - wholeShare, se: linearisedError(inside + outside, sample) };
}

/**
 * Profiles A and B that share respondents, given as three disjoint parts. A z-test on the linearised
 * difference: approximate, hence null unless both n\* reach 30.
 */
export function compareOverlapping(
  onlyA: CellSums,
  both: CellSums,
  onlyB: CellSums,
  sample: Sample,
): Difference | null {
  const a = addCells(onlyA, both);
  const b = addCells(onlyB, both);
  const basisA = shareBasis(a, sample);
  const basisB = shareBasis(b, sample);
  if (basisA === null || basisB === null) return null;
  if (Math.min(basisA.nStar, basisB.nStar) < THRESHOLDS.lowEffectiveSize) return null;
  const [yesA, noA] = [(1 - basisA.share) / a.sumW, -basisA.share / a.sumW];
  const [yesB, noB] = [(1 - basisB.share) / b.sumW, -basisB.share / b.sumW];
  const squares =
    residualSquares(onlyA, yesA, noA) +
    residualSquares(both, yesA - yesB, noA - noB) +
    residualSquares(onlyB, yesB, noB);
  const se = linearisedError(squares, sample);
  if (se === 0) return null;
  const difference = basisA.share - basisB.share;
  const half = criticalValue(sample.confidence ?? DEFAULT_CONFIDENCE) * se;
  return {
    difference,
    se,
    ci: [difference - half, difference + half],
    p: normalTwoSided(difference / se),
  };
}

/**
 * The smallest gap, in proportions, that a group of `nStar` effective respondents lets a test see
 * near a given share: z·√[p(1−p)(1/n\* + 1/n\*_rest)]. With 214 effective respondents, half of whom
 * agree: 0.067, so only gaps above 7 points show. Exact for Wilson's test against a known rest.
 */
export function smallestVisibleGap(
  nStar: number,
  { share = 0.5, restNStar = Number.POSITIVE_INFINITY, confidence = DEFAULT_CONFIDENCE } = {},
): number {
  return criticalValue(confidence) * Math.sqrt(share * (1 - share) * (1 / nStar + 1 / restNStar));
}

/** MOVER interval of a − b from the two Wilson intervals at critical value z (Newcombe 1998). */
export function moverInterval(a: ShareBasis, b: ShareBasis, z: number): Interval {
  const [lowA, highA] = wilsonInterval(a, z);
  const [lowB, highB] = wilsonInterval(b, z);
  const difference = a.share - b.share;
  return [
    difference - Math.hypot(a.share - lowA, highB - b.share),
    difference + Math.hypot(highA - a.share, b.share - lowB),
  ];
}

/**
 * The z at which the MOVER bound nearer zero reaches zero: the score whose p-value is published.
 * Regula falsi (Illinois) in a bracket found by doubling.
 */
export function moverScore(a: ShareBasis, b: ShareBasis): number {
  if (a.share === b.share) return 0;
  if (a.share < b.share) return moverScore(b, a);
  let low = { z: 0, bound: a.share - b.share };
  let high = { z: 1, bound: moverLow(a, b, 1) };
  while (high.bound > 0 && high.z < 1e6) {
    low = high;
    high = { z: 2 * high.z, bound: moverLow(a, b, 2 * high.z) };
  }
  let z = high.z;
  let side = 0;
  for (let pass = 0; pass < 200 && high.bound !== 0; pass += 1) {
    const previous = z;
    z = low.z + (low.bound / (low.bound - high.bound)) * (high.z - low.z);
    const bound = moverLow(a, b, z);
    if (Math.abs(z - previous) <= 1e-15 * z) break;
    // An end that stays twice in a row loses half its weight, else the other would creep.
    if (bound > 0) {
      low = { z, bound };
      if (side > 0) high = { z: high.z, bound: high.bound / 2 };
      side = 1;
    } else {
      high = { z, bound };
      if (side < 0) low = { z: low.z, bound: low.bound / 2 };
      side = -1;
    }
  }
  return z;
}

function moverLow(a: ShareBasis, b: ShareBasis, z: number): number {
  const down = a.share - wilsonBound(a, z, -1);
  const up = wilsonBound(b, z, 1) - b.share;
  return a.share - b.share - Math.sqrt(down * down + up * up);
}

function residualSquares(sums: CellSums, yes: number, no: number): number {
  return yes * yes * sums.sumW2Yes + no * no * (sums.sumW2 - sums.sumW2Yes);
}

function linearisedError(squares: number, { respondents }: Sample): number {
  return Math.sqrt(oneStageFactor(respondents) * squares);
}
