import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import { groupColumn, type Selection, whereClause } from './filter-clause.ts';
import { oneOf, type Sql, sql } from './sql.ts';

/** What to sum: one question of one edition, broken down by none, one or two dimensions. */
export interface CellRequest {
  readonly question: number;
  readonly edition: number;
  readonly by: readonly Dimension[];
  readonly selection: Selection;
}

/**
 * Sums column by column, one entry a group: `g1` and `g2` the ids of the dimensions (0 without); n, Σw
 * and Σw² of the rows (`n`, `w`, `q`), apart for those that carry the base (`first`): grouping by it
 * costs a quarter less than summing twice.
 */
export interface CellColumns {
  g1: number[];
  g2: number[];
  answer: number[];
  missing: boolean[];
  first: boolean[];
  n: number[];
  w: number[];
  q: number[];
}

/** The breakdown's columns, `g1` and `g2`. */
export const groupColumns = ({ by, selection }: Pick<CellRequest, 'by' | 'selection'>): Sql => {
  const [first, second] = by.map((dimension) => groupColumn(dimension, selection));
  return sql`${first ?? sql`0`} as g1, ${second ?? sql`0`} as g2`;
};

const rowsOf = ({ question, edition, selection }: CellRequest): Sql =>
  sql`question = ${question} and edition = ${edition} and ${whereClause(selection)}`;

/** n, Σw and Σw² of a group's rows, by compensated summation. */
export const sums = sql`
  count(*)::integer as n, fsum(weight) as w, fsum(weight * weight) as q`;

/** Weighted sums of every answer in every group: one narrow scan of the question's rows. */
export async function selectCells(database: Database, request: CellRequest): Promise<CellColumns> {
  const columns = await database.columns(sql`
    select ${groupColumns(request)}, answer, missing, first, ${sums}
    from responses where ${rowsOf(request)} group by all`);
  return columns as unknown as CellColumns;
}

/**
 * The same where several answers of a multiple-answer question count together: respondents first,
 * so that who gave two of them counts once. `answer` is 1 for those who gave any, else 0.
 */
export async function selectMergedCells(
  database: Database,
  request: CellRequest,
  answers: readonly number[],
): Promise<CellColumns> {
  const columns = await database.columns(sql`
    with people as (
      select ${groupColumns(request)}, respondent, first(weight) as weight, bool_or(first) as first,
        bool_and(missing) as missing, bool_or(${oneOf(sql`answer`, answers)})::integer as answer
      from responses where ${rowsOf(request)} group by all)
    select g1, g2, answer, missing, first, ${sums} from people group by all`);
  return columns as unknown as CellColumns;
}

/** Sums over all the respondents of an edition, in the shape of cells without an answer. */
export async function selectRespondents(
  database: Database,
  request: CellRequest,
): Promise<CellColumns> {
  const columns = await database.columns(sql`
    select ${groupColumns(request)}, 0 as answer, false as missing, true as first, ${sums}
    from respondents where edition = ${request.edition} and ${whereClause(request.selection)}
    group by all`);
  return columns as unknown as CellColumns;
}
