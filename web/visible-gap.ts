import type { CrosstabAnswer, Row } from '../core/contract/crosstab.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import { smallestVisibleGap } from '../core/stats/significance.ts';

/** The population that the filters select, everybody, and the population without each filter in force. */
export interface Populations {
  chosen: CrosstabAnswer | null;
  /** Null without a filter. */
  whole: CrosstabAnswer | null;
  relaxed: readonly { dimension: Dimension; answer: CrosstabAnswer }[];
}

/** What of a population tells how fine its figures are. */
export type Base = Pick<Row, 'n' | 'weight' | 'nEff'>;

/**
 * Effective size of those outside a population, from the sums of weights and of their squares (Σw)²/n\* of the
 * whole and of the part; null when nobody is outside or a base is unknown.
 */
export function restSize(whole: Base, part: Base): number | null {
  const { weight: all, nEff: allSize } = whole;
  const { weight: some, nEff: someSize } = part;
  if (all === null || some === null || allSize === null || someSize === null) return null;
  const weight = all - some;
  const squares = all ** 2 / allSize - some ** 2 / someSize;
  return weight > 0 && squares > 0 ? weight ** 2 / squares : null;
}

/**
 * The smallest gap, in proportions, that a population's shares could show with those outside it, at worst (half
 * answering yes); how far a share of the whole may be out when nobody is outside. Null without a base.
 */
export function visibleGap(part: Base, whole: Base | null): number | null {
  if (part.nEff === null || part.nEff === 0) return null;
  const rest = whole === null ? null : restSize(whole, part);
  return smallestVisibleGap(part.nEff, rest === null ? {} : { restNStar: rest });
}
