import { criticalValue } from './distributions.ts';
import { shareBasis, totalVariance, wilsonInterval } from './proportion.ts';
import {
  type BaseSums,
  type CellSums,
  DEFAULT_CONFIDENCE,
  effectiveSize,
  type Sample,
} from './weights.ts';

/** `suppressed`: the figure is not given; `low-base`: given, with a warning; null: sound. */
export type Flag = null | 'low-base' | 'suppressed';

/** Thresholds of the small-base policy; NCHS and Eurostat practice, see docs on methods. */
export const THRESHOLDS = {
  disclosureRespondents: 3,
  suppressedRespondents: 20,
  suppressedEffectiveSize: 10,
  lowRespondents: 50,
  lowEffectiveSize: 30,
  lowIntervalWidth: 0.3,
  countWarningCv: 0.165,
  countSuppressionCv: 0.333,
  nonResponseWarning: 0.2,
  nonResponseSuppression: 0.5,
} as const;

const WARNING_Z = criticalValue(DEFAULT_CONFIDENCE);

/** Whether a base is so small that even its respondents are not counted in print (fewer than 3). */
export function isDisclosive(base: BaseSums): boolean {
  return base.n < THRESHOLDS.disclosureRespondents;
}

/** Whether a base is too small for any share: under 20 respondents or 10 effective ones. */
export function isSuppressed(base: BaseSums): boolean {
  if (base.n < THRESHOLDS.suppressedRespondents) return true;
  const effective = effectiveSize(base);
  return effective === null || effective < THRESHOLDS.suppressedEffectiveSize;
}

/**
 * State of a share. Warned about under 50 respondents, under 30 effective ones, or when the 95 %
 * interval is 30 points wide or more; the asked-for confidence does not move these limits.
 */
export function flagOf(sums: CellSums, sample: Sample): Flag {
  // Asked first: in a table of two dimensions most cells are.
  if (isSuppressed(sums)) return 'suppressed';
  const basis = shareBasis(sums, sample);
  if (basis === null) return 'suppressed';
  const [low, high] = wilsonInterval(basis, WARNING_Z);
  const isLow =
    sums.n < THRESHOLDS.lowRespondents ||
    basis.nStar < THRESHOLDS.lowEffectiveSize ||
    high - low >= THRESHOLDS.lowIntervalWidth;
  return isLow ? 'low-base' : null;
}

/**
 * State of an estimated number of enterprises, on its coefficient of variation √V(T)/T: warned
 * about above 16.5 %, not given above 33.3 %, nor when nobody chose the option.
 */
export function countFlagOf(sums: CellSums, sample: Sample): Flag {
  if (sums.nYes === 0) return 'suppressed';
  const variation = Math.sqrt(totalVariance(sums, sample)) / sums.sumWYes;
  if (variation > THRESHOLDS.countSuppressionCv) return 'suppressed';
  return variation > THRESHOLDS.countWarningCv ? 'low-base' : null;
}

/**
 * State of a whole question in a domain, on the weighted part of those asked who did not answer:
 * warned about above 20 %, not given above 50 %. « Don't know » is an answer.
 */
export function nonResponseFlagOf(answeredWeight: number, missingWeight: number): Flag {
  const rate = missingWeight / (answeredWeight + missingWeight);
  if (rate > THRESHOLDS.nonResponseSuppression) return 'suppressed';
  return rate > THRESHOLDS.nonResponseWarning ? 'low-base' : null;
}
