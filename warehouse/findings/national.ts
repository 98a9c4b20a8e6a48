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

/** Part of an edition's enterprises that a question must have been put to for « des TPE-PME » to be true of it. */
const putToAll = 0.95;

/**
 * Whether a question's shares may be told of all enterprises: it says more than who answers, and was put to everybody,
 * not only to those whom an earlier answer let through.
 */
export function isTellable(survey: Survey, { question }: Question, edition: Edition): boolean {
  if (identityQuestions.includes(question) || descriptiveQuestions.includes(question)) return false;
  const { base, nonResponse } = survey.segment(question, edition.edition, true);
  return base.sumW + nonResponse.weight >= putToAll * (edition.weight ?? 0);
}
