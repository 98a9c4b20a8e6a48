import { badParameter } from '../../core/contract/problem.ts';
import type { Basis } from '../../core/contract/vocabulary.ts';
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
  where: string,
  parameter = 'answer',
): Answer[] {
  const found = labels.map((label) => {
    const answer = findAnswer(offered, label);
    if (answer !== undefined) return answer;
    throw badParameter(
      parameter,
      `« ${label} » n'est pas une réponse de ${where}.`,
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
  const where = `la question ${question.question} en ${edition.edition}`;
  const answers = requireAnswers(offered, labels, where);
  if (answers.length > 1) requireMergeable(study, offered);
  return [mergeAnswers(answers)];
}

function requireMergeable({ question, edition, basis, multiple }: Study, offered: Answer[]): void {
  if (!multiple || (basis === 'microdata' && edition.respondentIds)) return;
  throw badParameter(
    'answer',
    `La question ${question.question} admet plusieurs réponses et ${
      basis === 'published'
        ? 'les chiffres publiés ne disent pas'
        : `l'édition ${edition.edition} ne dit pas`
    } qui a donné lesquelles : on ne peut pas les compter ensemble. En demander une seule.`,
    offered.map(({ label }) => label),
  );
}
