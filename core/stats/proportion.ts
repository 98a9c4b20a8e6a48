import { criticalValue } from './distributions.ts';
import { type CellSums, DEFAULT_CONFIDENCE, effectiveSize, type Sample } from './weights.ts';

/** Lower and upper bound of an interval. */
export type Interval = readonly [low: number, high: number];

/** The two numbers a Wilson interval needs, and nothing else. */
export interface ShareBasis {
  readonly share: number;
  /** n\*: effective respondents behind the share, the smaller of n_V and Kish's. */
  readonly nStar: number;
}

/** Whether nobody, or everybody, chose the option; decided on counts, never on rounded weights. */
export function isExtreme(sums: CellSums): boolean {
  return sums.nYes === 0 || sums.nYes === sums.n;
}

/**
 * Weighted share of the base that chose the option, Σwy/Σw, in [0, 1]; null for an empty base.
 * R: `svymean(~y, subset(design, domain))`.
 */
export function shareOf(sums: CellSums): number | null {
  if (sums.n === 0 || sums.sumW === 0) return null;
  if (sums.nYes === 0) return 0;
  return sums.nYes === sums.n ? 1 : sums.sumWYes / sums.sumW;
}

/**
 * Linearised variance of a share. The domain's non-members stay in the design as zeros, hence the
 * edition's n_e in n_e/(n_e−1) · [(1−p)²Σw²y + p²Σw²(1−y)] / (Σw)². One stage, with replacement:
 * stratification and calibration are ignored, which usually overstates it. Zero when everybody
 * agrees: an artefact, not to be displayed. R: `SE(svymean)^2` (Lumley 2010).
 */
export function shareVariance(sums: CellSums, sample: Sample): number | null {
  const share = shareOf(sums);
  if (share === null) return null;
  if (isExtreme(sums)) return 0;
  const sumW2No = sums.sumW2 - sums.sumW2Yes;
  const spread = (1 - share) ** 2 * sums.sumW2Yes + share ** 2 * sumW2No;
  return (oneStageFactor(sample.respondents) * spread) / sums.sumW ** 2;
}

/**
 * Variance of the estimated number of enterprises Σwy: n_e/(n_e−1) · (Σw²y − (Σwy)²/n_e).
 * R: `SE(svytotal)^2`.
 */
export function totalVariance(sums: CellSums, sample: Sample): number {
  return weightVariance(sums.sumWYes, sums.sumW2Yes, sample);
}

/** The same for any domain's weight Σw with its Σw²: how well the survey knows its size. */
export function weightVariance(sumW: number, sumW2: number, { respondents }: Sample): number {
  return Math.max(0, oneStageFactor(respondents) * (sumW2 - (sumW * sumW) / respondents));
}

/**
 * Design effect of the share itself, V(p)(n−1)/[p(1−p)], replacement sampling (R: `deff="replace"`);
 * null at p = 0 or 1. R's `deff=TRUE` divides it further by 1 − n/Σw.
 */
export function shareDesignEffect(sums: CellSums, sample: Sample): number | null {
  const share = shareOf(sums);
  const variance = shareVariance(sums, sample);
  if (share === null || variance === null || isExtreme(sums)) return null;
  return (variance * (sums.n - 1)) / (share * (1 - share));
}

/**
 * Share and its capped effective size n\* = min(p(1−p)/V, (Σw)²/Σw²). The cap matters: with skewed
 * weights V is too small on small bases. At p = 0 or 1, V says nothing and n\* is Kish's.
 */
export function shareBasis(sums: CellSums, sample: Sample): ShareBasis | null {
  const share = shareOf(sums);
  const kish = effectiveSize(sums);
  const variance = shareVariance(sums, sample);
  if (share === null || kish === null || variance === null) return null;
  if (isExtreme(sums) || variance === 0) return { share, nStar: kish };
  return { share, nStar: Math.min((share * (1 - share)) / variance, kish) };
}

/**
 * The same from the figures that an answer of the API gives: the share, its standard error (null at
 * p = 0 or 1) and Kish's effective base.
 */
export function basisOfFigures(share: number, se: number | null, kish: number): ShareBasis {
  const nStar = se === null || se === 0 ? kish : Math.min((share * (1 - share)) / se ** 2, kish);
  return { share, nStar };
}

/**
 * Wilson interval for a share on n\* effective respondents, at critical value z. Always inside
 * [0, 1], exactly 0 below when p = 0, exactly 1 above when p = 1 (Franco, Little, Louis & Slud 2019).
 */
export function wilsonInterval(basis: ShareBasis, z: number): Interval {
  return [wilsonBound(basis, z, -1), wilsonBound(basis, z, 1)];
}

/** One bound of that interval: −1 the lower, 1 the upper. */
export function wilsonBound({ share, nStar }: ShareBasis, z: number, side: -1 | 1): number {
  if (side < 0 && share === 0) return 0;
  if (side > 0 && share === 1) return 1;
  const perRespondent = (z * z) / nStar;
  const centre = (share + perRespondent / 2) / (1 + perRespondent);
  const spread = (share * (1 - share)) / nStar + perRespondent / (4 * nStar);
  const half = (z / (1 + perRespondent)) * Math.sqrt(spread);
  return side < 0 ? Math.max(0, centre - half) : Math.min(1, centre + half);
}

/** Interval of a share at the sample's confidence; null for an empty base. */
export function shareInterval(sums: CellSums, sample: Sample): Interval | null {
  const basis = shareBasis(sums, sample);
  return basis && wilsonInterval(basis, criticalValue(sample.confidence ?? DEFAULT_CONFIDENCE));
}

/**
 * Interval of a number of enterprises where calibration fixes the base's weight (the whole country,
 * one region, sector or size class): Σw times the share's interval.
 */
export function countIntervalFixedBase(sums: CellSums, sample: Sample): Interval | null {
  const interval = shareInterval(sums, sample);
  return interval && [sums.sumW * interval[0], sums.sumW * interval[1]];
}

/**
 * Interval of a number of enterprises where the base's own weight is estimated (a department, a
 * crossing): lognormal, T·exp(±z√ln(1+V(T)/T²)); from 0 to Σw·U when nobody chose the option.
 */
export function countIntervalRandomBase(sums: CellSums, sample: Sample): Interval | null {
  if (sums.nYes === 0) return countIntervalFixedBase(sums, sample);
  const total = sums.sumWYes;
  const z = criticalValue(sample.confidence ?? DEFAULT_CONFIDENCE);
  const factor = Math.exp(z * Math.sqrt(Math.log1p(totalVariance(sums, sample) / total ** 2)));
  return [total / factor, total * factor];
}

/** n_e/(n_e−1), the finite-sample factor of a one-stage design; 1 for a sample of one. */
export function oneStageFactor(respondents: number): number {
  return respondents > 1 ? respondents / (respondents - 1) : 1;
}
