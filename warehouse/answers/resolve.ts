import type { Filters } from '../../core/contract/filters.ts';
import { badParameter, notFound } from '../../core/contract/problem.ts';
import type { Basis, Dimension } from '../../core/contract/vocabulary.ts';
import type { Answer, Catalogue, Edition, Question } from '../catalogue.ts';
import { foldLabel } from '../fold.ts';
import type { Option } from '../measure.ts';

/** A question, an edition that has it and the basis that answers. */
export interface Study {
  readonly question: Question;
  readonly edition: Edition;
  readonly basis: Basis;
  readonly multiple: boolean;
}

/** What decides the edition and the basis of a request. */
export interface StudyRequest {
  readonly edition?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly by: readonly Dimension[];
  readonly filters: Filters;
}

/** The question of a code; unknown, it is a 400 in a query, a 404 in a path. */
export function requireQuestion(
  { questions }: Catalogue,
  code: number | string,
  where: 'query' | 'path' = 'query',
): Question {
  const question = questions.get(Number(code));
  if (question !== undefined) return question;
  const problem = where === 'query' ? badParameter : notFound;
  throw problem(
    where === 'query' ? 'question' : 'code',
    `Aucune question ne porte le code ${code}.`,
    [...questions.keys()],
  );
}

/** The edition of a year; unknown, it is a 400 that lists those of the warehouse. */
export function requireEdition(
  { editions }: Catalogue,
  year: number,
  parameter = 'edition',
): Edition {
  const edition = editions.get(year);
  if (edition !== undefined) return edition;
  throw badParameter(parameter, `Il n'y a pas d'édition ${year}.`, [...editions.keys()]);
}

const needsDepartments = ({ by, filters }: StudyRequest): boolean =>
  by.includes('department') || (filters.department ?? []).length > 0;

const editionsOf = (question: Question, basis: Basis): number[] =>
  [...question.editions.values()].filter((each) => each[basis]).map(({ edition }) => edition);

function chooseEdition(question: Question, request: StudyRequest): number {
  const has = [...question.editions.keys()];
  if (request.edition !== undefined) {
    if (question.editions.has(request.edition)) return request.edition;
    throw badParameter(
      'edition',
      `La question ${question.question} n'a pas été posée en ${request.edition}.`,
      has,
    );
  }
  const needed = request.basis ?? (needsDepartments(request) ? 'microdata' : undefined);
  const candidates = needed === undefined ? has : editionsOf(question, needed);
  const latest = candidates.at(-1);
  if (latest !== undefined) return latest;
  if (request.basis === undefined) throw noDepartments(question, request, has.at(-1));
  throw badParameter(
    'basis',
    `Aucune édition n'a de chiffres « ${request.basis} » pour la question ${question.question}.`,
    (['microdata', 'published'] as const).filter((basis) => editionsOf(question, basis).length > 0),
  );
}

const noDepartments = (question: Question, request: StudyRequest, edition: number | undefined) => {
  const editions = editionsOf(question, 'microdata');
  const where =
    editions.length === 0
      ? "aucune édition n'a de microdonnées pour cette question"
      : `les microdonnées existent pour ${editions.join(', ')}`;
  const detail = `Les chiffres publiés${edition === undefined ? '' : ` (${edition})`} s'arrêtent à la région, au secteur et à la taille ; ${where}.`;
  return request.by.includes('department')
    ? badParameter('by', detail, ['region', 'sector', 'size'])
    : badParameter('department', detail, []);
};

function chooseBasis(question: Question, edition: number, request: StudyRequest): Basis {
  const facts = question.editions.get(edition);
  const possible = (['microdata', 'published'] as const).filter((basis) => facts?.[basis]);
  const departments = needsDepartments(request);
  const { basis } = request;
  if (basis === undefined) {
    if (possible.includes('microdata')) return 'microdata';
    if (!departments) return 'published';
    throw noDepartments(question, request, edition);
  }
  const able = departments ? possible.filter((each) => each === 'microdata') : possible;
  if (able.includes(basis)) return basis;
  if (able.length === 0) throw noDepartments(question, request, edition);
  throw badParameter(
    'basis',
    possible.includes(basis)
      ? `Les chiffres publiés s'arrêtent à la région, au secteur et à la taille ; ${able.join(', ')} peut répondre.`
      : `L'édition ${edition} n'a pas de chiffres « ${basis} » pour la question ${question.question} ; ${able.join(', ')} peut répondre.`,
    able,
  );
}

/** The edition and basis that answer a request about a question; a 400 says what would. */
export function resolveStudy(catalogue: Catalogue, code: number, request: StudyRequest): Study {
  const question = requireQuestion(catalogue, code);
  if (request.edition !== undefined) requireKnownEdition(catalogue, question, request.edition);
  const year = chooseEdition(question, request);
  return {
    question,
    edition: requireEdition(catalogue, year),
    basis: chooseBasis(question, year, request),
    multiple: question.editions.get(year)?.type === 'multiple',
  };
}

function requireKnownEdition({ editions }: Catalogue, question: Question, year: number): void {
  if (editions.has(year)) return;
  throw badParameter('edition', `Il n'y a pas d'édition ${year}.`, [...question.editions.keys()]);
}

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
