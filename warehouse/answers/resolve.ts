import { badParameter, type Said } from '../../core/contract/problem.ts';
import type { Basis } from '../../core/contract/vocabulary.ts';
import { cannot, noSuch } from '../../core/format/refusals.ts';
import type { Answer, Question } from '../catalogue.ts';
import { foldLabel } from '../fold.ts';
import type { Option } from '../measure.ts';
import type { Study } from './study.ts';

/** The answers that an edition offers in a basis, « Sans réponse » left out. */
export const offeredAnswers = (question: Question, edition: number, basis: Basis): Answer[] =>
  question.answers.filter((answer) => !answer.missing && answer.editions[basis].has(edition));

/** The answer of a label: the current wording first, then any it has had. */
export function findAnswer(answers: readonly Answer[], label: string): Answer | undefined {
  const folded = foldLabel(label);
  return (
    answers.find((answer) => foldLabel(answer.label) === folded) ??
    answers.find((answer) => answer.folds.has(folded))
  );
}

/** Labels → answers, each once; one that is not offered is a 400 with those that are. */
export function requireAnswers(
  offered: readonly Answer[],
  labels: readonly string[],
  parameter: string,
  refusal: (label: string) => Said,
): Answer[] {
  const found = labels.map((label) => {
    const answer = findAnswer(offered, label);
    if (answer !== undefined) return answer;
    throw badParameter(
      parameter,
      refusal(label),
      offered.map((each) => each.label),
    );
  });
  return [...new Set(found)];
}

/** Several answers as one option, its label theirs joined by ` + `. */
export const mergeAnswers = (answers: readonly Answer[]): Option => ({
  label: answers.map(({ label }) => label).join(' + '),
  ids: answers.map(({ id }) => id),
});

/**
 * The cells of a request: one of the answers given counted together, or one an answer. Several
 * answers of a multiple-answer question cannot be merged without respondent ids: 400.
 */
export function resolveOptions(study: Study, labels: readonly string[] | undefined): Option[] {
  const { question, edition, basis } = study;
  const offered = offeredAnswers(question, edition.edition, basis);
  if (labels === undefined || labels.length === 0) {
    return offered.map((answer) => mergeAnswers([answer]));
  }
  const answers = requireAnswers(offered, labels, 'answer', (label) =>
    noSuch.answer(label, question.question, edition.edition),
  );
  if (answers.length > 1) requireMergeable(study, offered);
  return [mergeAnswers(answers)];
}

function requireMergeable({ question, edition, basis, multiple }: Study, offered: Answer[]): void {
  if (!multiple || (basis === 'microdata' && edition.respondentIds)) return;
  throw badParameter(
    'answer',
    basis === 'published'
      ? cannot.mergePublished(question.question)
      : cannot.mergeEdition(question.question, edition.edition),
    offered.map(({ label }) => label),
  );
}
