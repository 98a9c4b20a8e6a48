import { regions } from '../../core/contract/territories.ts';
import { sectors } from '../../core/contract/vocabulary.ts';
import { foldLabel } from '../../warehouse/fold.ts';
import { bitOf } from './answer-bits.ts';
import type { Respondents } from './respondents.ts';

const overseas = 'Outre-mer';

/** The position, among a question's answers, of each region: the survey's grouping and the overseas included. */
function regionAnswers(answers: readonly string[]): number[] {
  const known = answers.map(foldLabel);
  const grouped = answers.findIndex((label) => label.endsWith('+ Corse'));
  return regions.map(({ code, label }) => {
    const own = known.indexOf(foldLabel(label));
    if (own >= 0) return own;
    return grouped >= 0 && ['93', '94'].includes(code) ? grouped : answers.indexOf(overseas);
  });
}

/** Answers to the questions that only repeat a respondent's sector (201), size (202) or region (203). */
export function identityAnswers(
  question: number,
  answers: readonly string[],
  people: Respondents,
): Uint16Array {
  const ofRegion = regionAnswers(answers);
  const position = {
    201: (index: number) => people.sector[index]!,
    202: (index: number) => people.size[index]!,
    203: (index: number) => ofRegion[people.region[index]!]!,
  }[question];
  if (!position || (question === 201 && answers.length !== sectors.length))
    throw new Error(`Question ${question} has no model and is not an identity question.`);
  return Uint16Array.from({ length: people.count }, (_, index) => bitOf(position(index)));
}
