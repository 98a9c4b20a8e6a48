import { type CellFigures, describeCell } from '../../core/stats/cells.ts';
import { nonResponseFlagOf } from '../../core/stats/reliability.ts';
import type { Sample } from '../../core/stats/weights.ts';
import { cellOf, type Segment } from '../measure.ts';

/** Whether most of a group did not answer: none of its shares is then given. */
export const isHidden = ({ base, nonResponse }: Segment): boolean =>
  base.n > 0 && nonResponseFlagOf(base.sumW, nonResponse.weight) === 'suppressed';

/**
 * The figures of one option in a group, as they may be shown. Withheld too where the option weighs
 * more than its base, which only an assumed base allows.
 */
export function shownCell(segment: Segment, option: number, sample: Sample): CellFigures {
  const sums = cellOf(segment, option);
  const figures = describeCell(sums, sample);
  if (!isHidden(segment) && sums.nYes <= sums.n && sums.sumWYes <= sums.sumW * (1 + 1e-9)) {
    return figures;
  }
  return { ...figures, share: null, se: null, ci: null, nStar: null, flag: 'suppressed' };
}
