import { descriptiveQuestions, identityQuestions } from '../../core/contract/vocabulary.ts';
import { addCells } from '../../core/stats/weights.ts';
import type { Side } from '../answers/gaps.ts';
import { isHidden } from '../answers/shown-cell.ts';
import type { Answer, Catalogue, Edition, Question } from '../catalogue.ts';
import type { Survey } from '../survey.ts';
import type { Finding } from './finding.ts';

/** What all enterprises answered: an edition, and the sums of it and of the editions before. */
export interface National {
  readonly catalogue: Catalogue;
  readonly edition: Edition;
  readonly survey: Survey;
}

/** The claims of one kind: how many were tested together, and those that stood. */
export interface Found {
  readonly tested: number;
  readonly standing: number;
  readonly findings: readonly Finding[];
}

/** The share of an answer among all enterprises of an edition; several answers of a single choice count together. */
export function nationalSide(
  survey: Survey,
  { question }: Question,
  { edition, sample }: Edition,
  answers: readonly Answer[],
): Side {
  const base = survey.segment(question, edition, true);
  const cells = answers.map(({ id }) => survey.cell(question, edition, true, id));
  const [first = survey.cell(question, edition, true, 0), ...others] = cells;
  const cell = others.reduce((sum, each) => ({ ...addCells(sum, each), ...base.base }), first);
  return { cell, sample: { respondents: sample }, hidden: isHidden(base) };
}

/** Part of the enterprises of the most widely put question that a question must have been put to. */
const putToAll = 0.95;

/**
 * Tells the questions of an edition whose shares may be told of all enterprises: they say more than who answers, and were
 * put to everybody, not only to those whom an earlier answer let through.
 */
export function tellableIn(
  { catalogue, survey }: Pick<National, 'catalogue' | 'survey'>,
  { edition }: Edition,
): (question: Question) => boolean {
  const putTo = (code: number): number => {
    const { base, nonResponse } = survey.segment(code, edition, true);
    return base.sumW + nonResponse.weight;
  };
  const widest = Math.max(...[...catalogue.questions.keys()].map(putTo));
  const untold = [...identityQuestions, ...descriptiveQuestions];
  return ({ question }) => !untold.includes(question) && putTo(question) >= putToAll * widest;
}
