import type { Dimension } from '../core/contract/vocabulary.ts';
import { keysOf } from './names.ts';
import type { View } from './view.ts';

const lettersInAll = 26;

/**
 * Whether groups of `by` can each have a letter, which names the last dimension's: not a hundred departments,
 * but those of a region, or those chosen.
 */
export function canLetter(
  by: readonly Dimension[],
  filters: Pick<View, 'region' | Dimension>,
): boolean {
  const last = by.at(-1);
  if (last === undefined) return false;
  const groups = filters[last].length || keysOf[last].length;
  return groups <= lettersInAll || (last === 'department' && filters.region.length === 1);
}
