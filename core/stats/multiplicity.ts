import type { Difference } from './significance.ts';

/** The false discovery rate that every table is held to. */
export const FALSE_DISCOVERY_RATE = 0.05;
const STRICT_RATE = 0.01;

/** A difference judged within its family of tests. */
export interface Marked extends Difference {
  readonly q: number;
  /** 0: nothing to see; 1: q ≤ .05 and the interval excludes 0; 2: the same with q ≤ .01. */
  readonly mark: 0 | 1 | 2;
  readonly significant: boolean;
}

/**
 * Benjamini–Hochberg q-values of a family of p-values, in the order given (R: `p.adjust`, "BH").
 * Null entries are outside the family: they neither get a q nor count in its size.
 */
export function adjustedP(ps: readonly (number | null)[]): (number | null)[] {
  const family = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  family.sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let lowest = 1;
  for (const [position, { p, index }] of family.entries()) {
    lowest = Math.min(lowest, p * (family.length / (family.length - position)));
    adjusted[index] = lowest;
  }
  return adjusted;
}

/**
 * Marks the differences of one table, all its shown cells being one family; suppressed cells are
 * null and stay null. A mark needs both q ≤ .05 and an interval that excludes 0.
 */
export function markFamily(family: readonly (Difference | null)[]): (Marked | null)[] {
  const qs = adjustedP(family.map((difference) => difference?.p ?? null));
  return family.map((difference, index) => {
    const q = qs[index] ?? null;
    if (difference === null || q === null) return null;
    const [low, high] = difference.ci;
    const significant = q <= FALSE_DISCOVERY_RATE && (low > 0 || high < 0);
    return {
      difference: difference.difference,
      se: difference.se,
      ci: difference.ci,
      p: difference.p,
      q,
      significant,
      mark: significant ? (q <= STRICT_RATE ? 2 : 1) : 0,
    };
  });
}

/**
 * Confidence of the intervals shown for the selected of a family only, 1 − .05·R/m: it keeps the
 * false coverage rate at 5 % (Benjamini & Yekutieli 2005). R rejections among m tests.
 */
export function selectedConfidence(rejections: number, family: number): number {
  return 1 - (FALSE_DISCOVERY_RATE * Math.max(1, rejections)) / Math.max(1, family);
}
