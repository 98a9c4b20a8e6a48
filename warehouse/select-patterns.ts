import type { Database } from './connection.ts';
import { whereClause } from './filter-clause.ts';
import { type CellRequest, groupColumns } from './select-cells.ts';
import { join, oneOf, sql } from './sql.ts';

/** What a criterion looks at: a question and the answers that count. */
export interface CriterionRequest {
  readonly question: number;
  readonly answers: readonly number[];
}

/** What a respondent did with a criterion, from not asked to chosen: a digit in base 4. */
export const patternStates = { notAsked: 0, missing: 1, refused: 2, chosen: 3 } as const;
export const patternBase = 4;

/** Respondents alike in their group and in all criteria. */
export interface PatternColumns {
  g1: number[];
  g2: number[];
  /** The criteria's states as digits in base 4, the first criterion lowest. */
  pattern: number[];
  n: number[];
  w: number[];
  q: number[];
}

/** Counts respondents by group and by what they answered to every criterion of one edition, in order. */
export async function selectPatterns(
  database: Database,
  request: Omit<CellRequest, 'question'>,
  criteria: readonly CriterionRequest[],
): Promise<PatternColumns> {
  const digits = criteria.map(({ question, answers }, index) => {
    const own = sql`question = ${question}`;
    return sql`${patternBase ** index} * case
      when bool_or(${own} and ${oneOf(sql`answer`, answers)}) then ${patternStates.chosen}
      when bool_or(${own} and not missing) then ${patternStates.refused}
      when bool_or(${own}) then ${patternStates.missing}
      else ${patternStates.notAsked} end`;
  });
  const questions = criteria.map(({ question }) => question);
  const columns = await database.columns(sql`
    with people as (
      select ${groupColumns(request)}, respondent, first(weight) as weight,
        (${join(digits, ' + ', sql`0`)})::integer as pattern
      from responses
      where edition = ${request.edition} and ${oneOf(sql`question`, questions)}
        and ${whereClause(request.selection)}
      group by all)
    select g1, g2, pattern, count(*)::integer as n, fsum(weight) as w, fsum(weight * weight) as q
    from people group by all order by g1, g2, pattern`);
  return columns as unknown as PatternColumns;
}
