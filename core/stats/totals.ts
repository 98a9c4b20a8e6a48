import {
  countIntervalFixedBase,
  countIntervalRandomBase,
  type Interval,
  totalVariance,
} from './proportion.ts';
import { countFlagOf, type Flag, flagOf } from './reliability.ts';
import type { CellSums, Sample } from './weights.ts';

/** An estimated number of enterprises as it may be shown; null where it is withheld. */
export interface TotalFigures {
  readonly count: number | null;
  /** Linearised, R: `SE(svytotal)`; null where nobody chose the option. */
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly flag: Flag;
}

const withheld: TotalFigures = { count: null, se: null, ci: null, flag: 'suppressed' };

/**
 * How many enterprises an option stands for. `fixedBase`: calibration fixes the weight of its base, so that the
 * interval is the share's; else lognormal on the total's own error. Withheld with its share, and where its
 * coefficient of variation exceeds a third.
 */
export function describeTotal(sums: CellSums, sample: Sample, fixedBase: boolean): TotalFigures {
  const shareFlag = flagOf(sums, sample);
  if (shareFlag === 'suppressed') return withheld;
  if (sums.nYes === 0) {
    return { count: 0, se: null, ci: countIntervalFixedBase(sums, sample), flag: shareFlag };
  }
  const flag = countFlagOf(sums, sample);
  if (flag === 'suppressed') return withheld;
  return {
    count: sums.sumWYes,
    se: Math.sqrt(totalVariance(sums, sample)),
    ci: (fixedBase ? countIntervalFixedBase : countIntervalRandomBase)(sums, sample),
    flag: flag ?? shareFlag,
  };
}
