import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Language } from '../../core/format/language.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { letterOf } from '../../core/format/tier-letter.ts';
import { nounOf, prospectWords } from './words.ts';

/** What may be asked of the State's list builder at once. */
export interface StateTarget {
  value: string;
  label: string;
  rows: readonly RankingRow[];
}

const mostTargets = 100;
/** What one calls first; more departments at once is a file of the whole of France, which the tool refuses. */
const firstRows = 10;

/** The rows to call first: the leading group where it is small enough, else the first ten. */
function leading(
  answer: RankingsAnswer,
  rows: readonly RankingRow[],
  language: Language,
): StateTarget {
  const tier = rows[0]?.tier ?? null;
  const group = tier === null ? [] : rows.filter((row) => row.tier === tier);
  const words = prospectWords(language);
  if (group.length > 1 && group.length <= firstRows) {
    const noun = nounOf(answer.by, group.length, language);
    return {
      value: '',
      label: words.tier(letterOf(tier ?? 1), group.length, noun),
      rows: group,
    };
  }
  const first = rows.slice(0, firstRows);
  const noun = nounOf(answer.by, first.length, language);
  return { value: '', label: words.stateFirst(first.length, noun), rows: first };
}

/**
 * What may be asked, what to call first in front. Of crossed dimensions one target at a time: the tool crosses all that it
 * is given, and would answer pairs that nobody chose.
 */
export function stateTargets(
  answer: RankingsAnswer,
  rows: readonly RankingRow[],
  language: Language,
): readonly StateTarget[] {
  const single = rows.slice(0, mostTargets).map((row) => ({
    value: keyText(row.key),
    label: nameKey(row.key, answer.by, row.label, language),
    rows: [row],
  }));
  return answer.by.length > 1 || rows.length < 2
    ? single
    : [leading(answer, rows, language), ...single];
}
