import type { Filters } from '../../core/contract/filters.ts';
import { badParameter, notFound } from '../../core/contract/problem.ts';
import { type Basis, bases, type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { lacking, noSuch } from '../../core/format/refusals.ts';
import type { Catalogue, Edition, Question } from '../catalogue.ts';
import { publishedDimensions } from '../select-published.ts';

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
  throw problem(where === 'query' ? 'question' : 'code', noSuch.question(code), [
    ...questions.keys(),
  ]);
}

/** The edition of a year; unknown, it is a 400 that lists those of the warehouse. */
export function requireEdition(
  { editions }: Catalogue,
  year: number,
  parameter = 'edition',
): Edition {
  const edition = editions.get(year);
  if (edition !== undefined) return edition;
  throw badParameter(parameter, noSuch.edition(year), [...editions.keys()]);
}

/** The dimensions that a request cannot do without. */
const required = ({ by, filters }: StudyRequest): Dimension[] =>
  dimensions.filter((dimension) => by.includes(dimension) || filters[dimension] !== undefined);

/** The dimensions that an edition gives in a basis. */
const givenDimensions = (edition: Edition, basis: Basis): readonly Dimension[] =>
  basis === 'published'
    ? publishedDimensions
    : dimensions.filter((dimension) => edition.present[dimension].size > 0);

const basesOf = (question: Question, year: number): Basis[] =>
  bases.filter((basis) => question.editions.get(year)?.[basis]);

/** The bases that have the question in that edition, and the dimensions asked for. */
export function ableBases(
  { editions }: Catalogue,
  question: Question,
  year: number,
  request: StudyRequest,
): Basis[] {
  const edition = editions.get(year);
  if (edition === undefined) return [];
  return basesOf(question, year).filter((basis) => {
    const given = givenDimensions(edition, basis);
    return required(request).every((dimension) => given.includes(dimension));
  });
}

/** Why no basis of an edition has the dimensions asked for. */
function lacksDimension(
  catalogue: Catalogue,
  question: Question,
  year: number,
  request: StudyRequest,
) {
  const possible = basesOf(question, year);
  const given = new Set(
    possible.flatMap((basis) => givenDimensions(requireEdition(catalogue, year), basis)),
  );
  const absent = required(request).find((dimension) => !given.has(dimension)) ?? 'department';
  const able = [...question.editions.keys()].filter(
    (each) => ableBases(catalogue, question, each, request).length > 0,
  );
  const why =
    possible.includes('microdata') || absent !== 'department'
      ? lacking.dimensions(year, absent, able)
      : lacking.publishedDepartments(year, able);
  return request.by.includes(absent)
    ? badParameter('by', why, [...given])
    : badParameter(absent, why, []);
}

function chooseEdition(catalogue: Catalogue, question: Question, request: StudyRequest): number {
  const has = [...question.editions.keys()];
  const { edition, basis } = request;
  if (edition !== undefined) {
    if (question.editions.has(edition)) return edition;
    const why = catalogue.editions.has(edition)
      ? noSuch.asking(question.question, edition)
      : noSuch.edition(edition);
    throw badParameter('edition', why, has);
  }
  const latest = has.findLast((year) => {
    const able = ableBases(catalogue, question, year, request);
    return basis === undefined ? able.length > 0 : able.includes(basis);
  });
  if (latest !== undefined) return latest;
  const possible = bases.filter((each) => has.some((year) => question.editions.get(year)?.[each]));
  const able = bases.filter((each) =>
    has.some((year) => ableBases(catalogue, question, year, request).includes(each)),
  );
  if (basis !== undefined && able.length > 0) {
    throw badParameter('basis', lacking.basisAnywhere(basis, able), able);
  }
  if (basis === undefined || possible.includes(basis)) {
    throw lacksDimension(catalogue, question, has.at(-1) ?? 0, request);
  }
  throw badParameter('basis', noSuch.basis(basis, question.question), possible);
}

function chooseBasis(
  catalogue: Catalogue,
  question: Question,
  year: number,
  request: StudyRequest,
): Basis {
  const able = ableBases(catalogue, question, year, request);
  const [best] = able;
  const { basis } = request;
  if (best === undefined) throw lacksDimension(catalogue, question, year, request);
  if (basis === undefined) return best;
  if (able.includes(basis)) return basis;
  const why = question.editions.get(year)?.[basis]
    ? lacking.basisDimensions(basis, year, able)
    : lacking.basisInEdition(basis, question.question, year, able);
  throw badParameter('basis', why, able);
}

/** The edition and basis that answer a request about a question; a 400 says what would. */
export function resolveStudy(catalogue: Catalogue, code: number, request: StudyRequest): Study {
  const question = requireQuestion(catalogue, code);
  const year = chooseEdition(catalogue, question, request);
  return {
    question,
    edition: requireEdition(catalogue, year),
    basis: chooseBasis(catalogue, question, year, request),
    multiple: question.editions.get(year)?.type === 'multiple',
  };
}
