import type { Gap } from '../../core/contract/comparison.ts';
import { describeRow } from '../../core/stats/cells.ts';
import {
  type Change,
  certainMove,
  judgeChanges,
  type Movers,
  shownBasis,
} from '../../core/stats/movers.ts';
import { shareOf } from '../../core/stats/proportion.ts';
import type { CellSums, Sample } from '../../core/stats/weights.ts';
import type { Answer, Question } from '../catalogue.ts';
import { foldLabel } from '../fold.ts';

/** One side of a gap: a cell, the sample it comes from, and whether it may be shown. */
export interface Side {
  readonly cell: CellSums;
  readonly sample: Sample;
  readonly hidden: boolean;
}

/** An answer on both sides. */
export interface Pair {
  readonly question: Question;
  readonly answer: Answer;
  /** The edition told, that of `to`. */
  readonly edition: number;
  readonly from: Side;
  readonly to: Side;
}

/** Gaps in the order they are read, each with the pair it comes from, and what their family was. */
export interface JudgedGaps<P extends Pair = Pair> {
  readonly gaps: readonly Gap[];
  readonly judged: readonly { readonly gap: Gap; readonly pair: P }[];
  readonly movers: Movers;
}

const basisOf = ({ cell, sample, hidden }: Side) =>
  hidden || cell.nYes > cell.n || cell.sumWYes > cell.sumW * (1 + 1e-9)
    ? null
    : shownBasis(cell, sample);

function changeOf({ from, to }: Pair): Change | null {
  const before = basisOf(from);
  const after = basisOf(to);
  return before === null || after === null ? null : { from: before, to: after };
}

/** The answers of a question that are compared; a yes/no question counts once. */
export function comparedAnswers(question: Question, answers: readonly Answer[]): readonly Answer[] {
  if (answers.length !== 2) return answers;
  const yes = answers.find(({ label }) => foldLabel(label) === 'oui');
  const favoured = answers.filter(({ label }) => question.favourable.includes(label));
  if (yes !== undefined) return [yes];
  return favoured.length === 1 ? favoured : answers.slice(0, 1);
}

/**
 * Judges all the pairs as one family; those that may be shown, the surest gap first: by the bound of
 * its interval nearest 0, then by size.
 */
export function judgePairs<P extends Pair>(pairs: readonly P[]): JudgedGaps<P> {
  const movers = judgeChanges(pairs.map(changeOf));
  const judged = pairs.flatMap((pair, index) => {
    const change = movers.changes[index];
    if (change === null || change === undefined) return [];
    const gap: Gap = {
      question: pair.question.question,
      label: pair.question.label,
      asked: pair.question.editions.get(pair.edition)?.asked ?? null,
      answer: pair.answer.label,
      from: shareOf(pair.from.cell),
      to: shareOf(pair.to.cell),
      nFrom: describeRow(pair.from.cell).n,
      nTo: describeRow(pair.to.cell).n,
      difference: change.difference,
      ci: [...change.ci],
      p: change.p,
      q: change.q,
      significant: change.isMover,
    };
    return [{ gap, pair, surest: certainMove(change), size: Math.abs(change.difference) }];
  });
  judged.sort((a, b) => b.surest - a.surest || b.size - a.size);
  return { gaps: judged.map(({ gap }) => gap), judged, movers };
}
