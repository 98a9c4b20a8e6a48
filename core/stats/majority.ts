import { normalTwoSided } from './distributions.ts';
import type { ShareBasis } from './proportion.ts';

/**
 * Two-sided p-value of « half of them »: the score test (p − ½) / √(¼/n\*), which Wilson's interval inverts, so that
 * p ≤ .05 exactly when the 95 % interval excludes one half.
 */
export function majorityP({ share, nStar }: ShareBasis): number {
  return normalTwoSided((share - 0.5) / Math.sqrt(0.25 / nStar));
}
