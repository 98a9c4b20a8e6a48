import { criticalValue } from './distributions.ts';
import {
  type Interval,
  isExtreme,
  shareBasis,
  shareVariance,
  wilsonInterval,
} from './proportion.ts';
import { type Flag, flagOf, isDisclosive } from './reliability.ts';
import {
  type BaseSums,
  type CellSums,
  DEFAULT_CONFIDENCE,
  designEffect,
  effectiveSize,
  type Sample,
} from './weights.ts';

/** A share as it may be shown; a figure that cannot be given is null, and the flag says why. */
export interface CellFigures {
  /** Respondents who gave the answer. */
  readonly n: number | null;
  /** Enterprises they stand for. */
  readonly weight: number | null;
  readonly share: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly nStar: number | null;
  readonly flag: Flag;
}

/** A base as it may be shown. */
export interface RowFigures {
  readonly n: number | null;
  readonly weight: number | null;
  readonly nEff: number | null;
  readonly deff: number | null;
}

/**
 * Every figure of one cell, the small-base policy applied. Suppressed: share, standard error and
 * interval are null, n and weight stay unless the base has under 3 respondents. At p = 0 or 1 the
 * standard error is null, the interval is not. Shares in [0, 1], weights in enterprises.
 */
export function describeCell(sums: CellSums, sample: Sample): CellFigures {
  const flag = flagOf(sums, sample);
  const basis = flag === 'suppressed' ? null : shareBasis(sums, sample);
  const variance = basis === null ? null : shareVariance(sums, sample);
  if (basis === null || variance === null) return withheldCell(sums, sums.nYes, sums.sumWYes);
  return {
    n: sums.nYes,
    weight: sums.sumWYes,
    share: basis.share,
    se: isExtreme(sums) ? null : Math.sqrt(variance),
    ci: wilsonInterval(basis, criticalValue(sample.confidence ?? DEFAULT_CONFIDENCE)),
    nStar: basis.nStar,
    flag,
  };
}

/** What is left of a cell whose share is withheld, whatever the reason. */
export function withheldCell(base: BaseSums, nYes: number, sumWYes: number): CellFigures {
  const hidden = isDisclosive(base);
  return {
    n: hidden ? null : nYes,
    weight: hidden ? null : sumWYes,
    share: null,
    se: null,
    ci: null,
    nStar: null,
    flag: 'suppressed',
  };
}

/**
 * Figures of a row's base. An empty base is said to be empty (0 respondents, weight 0); one or two
 * respondents are not counted in print, every figure is then null.
 */
export function describeRow(base: BaseSums): RowFigures {
  if (base.n > 0 && isDisclosive(base)) return { n: null, weight: null, nEff: null, deff: null };
  return {
    n: base.n,
    weight: base.sumW,
    nEff: effectiveSize(base),
    deff: designEffect(base),
  };
}
