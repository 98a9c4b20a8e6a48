import type { MoversAnswer, MoversQuery } from '../../core/contract/comparison.ts';
import { badParameter } from '../../core/contract/problem.ts';
import { type Basis, identityQuestions } from '../../core/contract/vocabulary.ts';
import { explained } from '../../core/format/causes.ts';
import { lacking } from '../../core/format/refusals.ts';
import type { Catalogue, Edition, Question } from '../catalogue.ts';
import { comparabilityOf, territorialBreak } from '../comparability.ts';
import type { Selection } from '../filter-clause.ts';
import { isTerritorial } from './cautions.ts';
import { comparedAnswers } from './gaps.ts';
import { offeredAnswers } from './resolve.ts';
import { requireEdition } from './study.ts';

/** Two editions, the basis that has both, and the questions that may be compared. */
export interface MoversPlan {
  readonly from: Edition;
  readonly to: Edition;
  readonly basis: Basis;
  readonly selection: Selection;
  readonly questions: readonly Question[];
}

/** The editions asked for, else the two latest that share a basis; microdata rather than aggregates. */
export function chooseEditions(
  catalogue: Catalogue,
  query: MoversQuery,
  { filters }: Selection,
): { from: Edition; to: Edition; basis: Basis } {
  const named = {
    from: query.from === undefined ? undefined : requireEdition(catalogue, query.from, 'from'),
    to: query.to === undefined ? undefined : requireEdition(catalogue, query.to, 'to'),
  };
  for (const basis of ['microdata', 'published'] as const) {
    if (basis === 'published' && filters.department !== undefined) break;
    const able = [...catalogue.editions.values()].filter((edition) => edition[basis]);
    const to = named.to ?? able.findLast(({ edition }) => edition > (query.from ?? edition - 1));
    const from = named.from ?? able.findLast(({ edition }) => edition < (to?.edition ?? 0));
    if (to?.[basis] && from?.[basis] && from.edition < to.edition) return { from, to, basis };
  }
  const years = [...catalogue.editions.keys()];
  throw badParameter(
    query.from === undefined && query.to !== undefined ? 'to' : 'from',
    lacking.pair,
    years,
  );
}

/** The questions of two editions: those that may be compared, and why the others may not. */
export function sortQuestions(
  { questions }: Catalogue,
  { from, to, basis }: Pick<MoversPlan, 'from' | 'to' | 'basis'>,
  selection: Selection,
): { questions: Question[]; excluded: MoversAnswer['excluded'] } {
  const kept: Question[] = [];
  const excluded: MoversAnswer['excluded'] = [];
  const broken = territorialBreak(isTerritorial([], selection), from.edition);
  for (const question of questions.values()) {
    const code = question.question;
    const [before, after] = [from, to].map(({ edition }) => question.editions.get(edition));
    if (identityQuestions.includes(code) || (before === undefined && after === undefined)) continue;
    const { status, causes } = statusOf(question, from.edition, to.edition);
    if (status !== 'comparable') excluded.push({ question: code, status, ...explained(causes) });
    else if (broken.length > 0) excluded.push({ question: code, status, ...explained(broken) });
    else if (before?.[basis] && after?.[basis]) kept.push(question);
    else {
      const missing = before?.[basis] ? to.edition : from.edition;
      const cause = { code: 'no-figures', edition: missing, basis } as const;
      excluded.push({ question: code, status, ...explained([cause]) });
    }
  }
  return { questions: kept, excluded };
}

function statusOf(question: Question, from: number, to: number) {
  if (!question.editions.has(from)) return { status: 'new' as const, causes: [] };
  if (!question.editions.has(to)) return { status: 'dropped' as const, causes: [] };
  return comparabilityOf(question, from, to);
}

/** The answers that both editions offer; a yes/no question counts once. */
export function sharedAnswers(question: Question, { from, to, basis }: MoversPlan) {
  const later = offeredAnswers(question, to.edition, basis);
  const earlier = new Set(offeredAnswers(question, from.edition, basis));
  return comparedAnswers(
    question,
    later.filter((answer) => earlier.has(answer)),
  );
}
