import { type CellFigures, describeCell, withheldCell } from '../../core/stats/cells.ts';
import { isSuppressed, nonResponseFlagOf } from '../../core/stats/reliability.ts';
import type { Sample } from '../../core/stats/weights.ts';
import { cellOf, chosenOf, type GroupBase, type Segment } from '../measure.ts';

/** Whether most of a group did not answer: none of its shares is then given. */
export const isHidden = ({ base, nonResponse }: GroupBase): boolean =>
  base.n > 0 && nonResponseFlagOf(base.sumW, nonResponse.weight) === 'suppressed';

/** Whether a group is too small, or too silent, for any of its shares. */
export const isWithheld = (segment: GroupBase): boolean =>
  isSuppressed(segment.base) || isHidden(segment);

/**
 * The figures of one option in a group, as they may be shown. Withheld too where the option weighs
 * more than its base, which only an assumed base allows.
 */
export function shownCell(segment: Segment, option: number, sample: Sample): CellFigures {
  const { base } = segment;
  const { n, sumW: weight } = chosenOf(segment, option);
  // Asked first: in a table of two dimensions most cells are.
  const isOutweighed = n > base.n || weight > base.sumW * (1 + 1e-9);
  if (isOutweighed || isWithheld(segment)) return withheldCell(base, n, weight);
  return describeCell(cellOf(segment, option), sample);
}
