import { diffWordsWithSpace } from 'diff';
import type { QuestionAnswer } from '../core/contract/catalogue.ts';
import type { TrendChange, TrendsAnswer } from '../core/contract/trends.ts';

/** A stretch of a wording: kept, or only in the one shown. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** Two wordings, each cut where they differ, word by word. */
export interface WordingDiff {
  before: readonly Stretch[];
  after: readonly Stretch[];
  same: boolean;
}

/** What differs between two wordings; adjoining stretches of one kind are one. */
export function diffWordings(before: string, after: string): WordingDiff {
  const parts = diffWordsWithSpace(before, after);
  const side = (left: 'added' | 'removed'): Stretch[] =>
    parts
      .filter((part) => !part[left])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return {
    before: side('added'),
    after: side('removed'),
    same: parts.every(({ added, removed }) => !added && !removed),
  };
}

/** How an answer of one edition stands to the unified one and to the edition before. */
export interface AnswerInEdition {
  edition: number;
  /** The edition's own words; null when it did not offer the answer. */
  label: string | null;
  status: 'absent' | 'same' | 'reworded' | 'added';
}

/** Every answer in every edition that asked the question, oldest first. */
export function mapAnswers(
  question: QuestionAnswer,
): { label: string; missing: boolean; editions: readonly AnswerInEdition[] }[] {
  const asked = [...question.editions].sort((a, b) => a - b);
  return question.answers.map(({ label, missing, sourceLabels }) => {
    let earlier: string | null = null;
    const editions = asked.map((edition, index): AnswerInEdition => {
      const own = sourceLabels.find((source) => source.edition === edition)?.label ?? null;
      const before = earlier;
      if (own === null) return { edition, label: null, status: 'absent' };
      earlier = own;
      if (before === null) return { edition, label: own, status: index === 0 ? 'same' : 'added' };
      return { edition, label: own, status: own === before ? 'same' : 'reworded' };
    });
    return { label, missing, editions };
  });
}

/** What subtracting one share from the other would claim, beside what may be said. */
export interface Claim {
  from: number;
  to: number;
  naive: number | null;
  change: TrendChange;
}

/** The claim of each pair of consecutive editions, for the first series of the trends. */
export function naiveClaims({ series: [series] }: TrendsAnswer): Claim[] {
  if (series === undefined) return [];
  const shareIn = (edition: number): number | null =>
    series.points.find((point) => point.edition === edition)?.share ?? null;
  return series.changes.map((change) => {
    const [before, after] = [shareIn(change.from), shareIn(change.to)];
    const naive = before === null || after === null ? null : after - before;
    return { from: change.from, to: change.to, naive, change };
  });
}
