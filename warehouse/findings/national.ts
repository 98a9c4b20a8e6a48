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
  const base = survey.group(question, edition, true);
  const cells = answers.map(({ id }) => survey.cell(question, edition, true, id));
  const [first = survey.cell(question, edition, true, 0), ...others] = cells;
  const cell = others.reduce((sum, each) => ({ ...addCells(sum, each), ...base.base }), first);
  return { cell, sample: { respondents: sample }, hidden: isHidden(base) };
}

/** Whether a question says more than who answers. */
export const isTelling = ({ question }: Question): boolean =>
  !identityQuestions.includes(question) && !descriptiveQuestions.includes(question);

/**
 * The part (0–1) of an edition's enterprises that each question was put to: those who answered and those who gave no
 * answer, beside the most widely put question.
 */
export function askedIn(
  { catalogue, survey }: Pick<National, 'catalogue' | 'survey'>,
  { edition }: Edition,
): (question: Question) => number {
  const putTo = (code: number): number => {
    const { base, nonResponse } = survey.group(code, edition, true);
    return base.sumW + nonResponse.weight;
  };
  const widest = Math.max(...[...catalogue.questions.keys()].map(putTo));
  return ({ question }) => (widest > 0 ? putTo(question) / widest : 0);
}

/** Parts of the enterprises further apart than this (0–1) are not the same enterprises from one edition to another. */
const sameEnterprises = 0.05;

/** Whether a question was put to as large a part of the enterprises in each edition: its shares are of the same ones. */
export const isSteady = (parts: readonly number[]): boolean =>
  Math.max(...parts) - Math.min(...parts) <= sameEnterprises;
