import { noSuch } from '../../core/format/refusals.ts';
import type { Question } from '../catalogue.ts';
import type { Option } from '../measure.ts';
import { mergeAnswers, requireAnswers } from './resolve.ts';

/** The answers a series follows, whatever the edition: those given together, or each in turn. */
export function trendOptions(question: Question, labels: readonly string[] | undefined): Option[] {
  const offered = question.answers.filter(({ missing }) => !missing);
  if (labels === undefined || labels.length === 0) {
    return offered.map((answer) => mergeAnswers([answer]));
  }
  const refusal = (label: string) => noSuch.answer(label, question.question);
  return [mergeAnswers(requireAnswers(offered, labels, 'answer', refusal))];
}
