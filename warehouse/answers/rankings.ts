import { badParameter } from '../../core/contract/problem.ts';
import type { RankingsAnswer, RankingsQuery } from '../../core/contract/rankings.ts';
import { unrankable } from '../../core/format/refusals.ts';
import type { Warehouse } from '../warehouse.ts';
import { rankByAnswers } from './rank-by-answers.ts';
import { rankByCriteria } from './rank-by-criteria.ts';
import { firstOf, type Ranked, type RankedQuery } from './ranked.ts';

const answerSorts = ['count', 'share', 'smoothed', 'potential'] as const;

/**
 * Segments in order. On a question's answers: by the number of respondents who gave them (`count`,
 * the published exercise), by their weighted share, by the smoothed share (the default) or by the
 * number of enterprises it stands for (`potential`). On several criteria: by one `score`. Ranks that
 * are estimated come with what chance allows. Throws `ProblemError` for what cannot be asked.
 */
export async function rankings(
  warehouse: Warehouse,
  { limit, ...query }: RankingsQuery,
): Promise<RankingsAnswer> {
  return firstOf(await rankAll(warehouse, query), limit);
}

/** The same ranking whole, before it is cut. */
export async function rankAll(warehouse: Warehouse, query: RankedQuery): Promise<Ranked> {
  const { criteria = [], question, sort } = query;
  if (criteria.length > 0) {
    if (question !== undefined || query.answer !== undefined) {
      throw badParameter('criteria', unrankable.both);
    }
    if (sort !== undefined && sort !== 'score') {
      throw badParameter('sort', unrankable.scoreOnly, ['score']);
    }
    return rankByCriteria(warehouse, { ...query, criteria });
  }
  if (question === undefined) {
    throw badParameter('question', unrankable.neither, [...warehouse.catalogue.questions.keys()]);
  }
  if (sort === 'score') {
    throw badParameter('sort', unrankable.noScore, answerSorts);
  }
  return rankByAnswers(warehouse, { ...query, question, sort });
}
