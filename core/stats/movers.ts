import { criticalValue, normalCdf } from './distributions.ts';
import { adjustedP, FALSE_DISCOVERY_RATE, selectedConfidence } from './multiplicity.ts';
import { type Interval, type ShareBasis, shareBasis } from './proportion.ts';
import { flagOf } from './reliability.ts';
import { compareBases, moverInterval } from './significance.ts';
import { type CellSums, DEFAULT_CONFIDENCE, type Sample } from './weights.ts';

/** One (question, option) in two editions. */
export interface Change {
  readonly from: ShareBasis;
  readonly to: ShareBasis;
}

/** A change judged among all those of its family. */
export interface JudgedChange {
  readonly difference: number;
  /** At the level of the whole selection, so wider than 95 % when few stand out. */
  readonly ci: Interval;
  readonly p: number;
  readonly q: number;
  /** q ≤ .05 and two points or more; the rest is "no detectable change", never "stable". */
  readonly isMover: boolean;
}

export interface Movers {
  /** m: the changes looked at. */
  readonly family: number;
  /** R: those whose q is .05 or less. */
  readonly rejections: number;
  /** Level of the intervals, 1 − .05·R/m. */
  readonly confidence: number;
  /** Tests that would pass p ≤ .05 if nothing had moved. */
  readonly expectedByChance: number;
  /** Gap that the largest of m pure-noise differences exceeds one time in two. */
  readonly largestByChance: number;
  /** One per change, in the order given; null entries stay null. */
  readonly changes: readonly (JudgedChange | null)[];
}

const LEAST_MOVE = 0.02;

/** Share and n\* of a cell that may be shown, null for a suppressed one: it leaves the family. */
export function shownBasis(sums: CellSums, sample: Sample): ShareBasis | null {
  return flagOf(sums, sample) === 'suppressed' ? null : shareBasis(sums, sample);
}

/**
 * What changed between two editions, among all comparable (question, option) pairs of a domain. The
 * caller leaves out what was reworded, and counts a yes/no question once; null stands for a pair with
 * a suppressed side. Benjamini–Hochberg at 5 % over the family, intervals at the false coverage
 * rate of the selected (Benjamini & Yekutieli 2005). Differences are `to` − `from`, in proportions.
 */
export function judgeChanges(changes: readonly (Change | null)[]): Movers {
  const tests = changes.map((change) => change && compareBases(change.to, change.from));
  const qs = adjustedP(tests.map((test) => test?.p ?? null));
  const family = tests.filter((test) => test !== null).length;
  const rejections = qs.filter((q) => q !== null && q <= FALSE_DISCOVERY_RATE).length;
  const confidence = selectedConfidence(rejections, family);
  const z = criticalValue(confidence);
  const judged = changes.map((change, index): JudgedChange | null => {
    const test = tests[index] ?? null;
    const q = qs[index] ?? null;
    if (change === null || test === null || q === null) return null;
    const { difference, p } = test;
    const isMover = q <= FALSE_DISCOVERY_RATE && Math.abs(difference) >= LEAST_MOVE;
    return { difference, ci: moverInterval(change.to, change.from, z), p, q, isMover };
  });
  const widths = tests.flatMap((test) => (test ? [test.ci[1] - test.ci[0]] : []));
  return {
    family,
    rejections,
    confidence,
    expectedByChance: FALSE_DISCOVERY_RATE * family,
    largestByChance: largestByChance(widths),
    changes: judged,
  };
}

/** What movers are sorted by, largest first: the bound of the interval nearest 0, 0 if it holds 0. */
export function certainMove({ ci: [low, high] }: { readonly ci: Interval }): number {
  return Math.max(0, low, -high);
}

/** Median of the largest of independent normal differences, whose 95 % intervals have these widths. */
function largestByChance(widths: readonly number[]): number {
  if (widths.length === 0) return 0;
  const errors = widths.map((width) => width / (2 * criticalValue(DEFAULT_CONFIDENCE)));
  let low = 0;
  let high = 10 * Math.max(...errors);
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    const allBelow = errors.reduce(
      (product, error) => product * (2 * normalCdf(middle / error) - 1),
      1,
    );
    if (allBelow < 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
