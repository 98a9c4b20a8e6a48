import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import { groupColumn, isWhole, type Selection, whereClause } from './filter-clause.ts';
import { sums } from './select-cells.ts';
import { oneOf, type Sql, sql } from './sql.ts';

/** Which respondents of which editions, all questions together. */
export interface SurveyRequest {
  readonly editions: readonly number[];
  readonly selection: Selection;
  /** `inside`: only those the filters select; `both`: everybody, told apart by `inside`. */
  readonly sides: 'inside' | 'both';
}

/** Sums by question, edition, side and answer: columns as in `CellColumns`. */
export interface SurveyColumns {
  question: number[];
  edition: number[];
  inside: boolean[];
  answer: number[];
  missing: boolean[];
  first: boolean[];
  n: number[];
  w: number[];
  q: number[];
}

const split = ({ selection, sides }: SurveyRequest): Sql =>
  sides === 'both' && !isWhole(selection) ? sql`(${whereClause(selection)})` : sql`true`;

const kept = ({ editions, selection, sides }: SurveyRequest): Sql =>
  sides === 'both'
    ? oneOf(sql`edition`, editions)
    : sql`${oneOf(sql`edition`, editions)} and ${whereClause(selection)}`;

/** Which respondents, of one edition, side by side: everybody by the values of a dimension. */
export interface ProfilesRequest {
  readonly edition: number;
  readonly dimension: Dimension;
  readonly selection: Selection;
}

/** Sums by question, value of the dimension (its id, 0 where it is not given) and answer. */
export interface ProfileColumns extends Omit<SurveyColumns, 'edition' | 'inside'> {
  value: number[];
}

/** Weighted sums of every answer to every question by the values of a dimension: one scan of the edition. */
export async function selectProfiles(
  database: Database,
  { edition, dimension, selection }: ProfilesRequest,
): Promise<ProfileColumns> {
  const columns = await database.columns(sql`
    select question, ${groupColumn(dimension, selection)} as value, answer, missing, first, ${sums}
    from responses where edition = ${edition} group by all`);
  return columns as unknown as ProfileColumns;
}

/** Weighted sums of every answer to every question: one scan of the editions. */
export async function selectSurvey(
  database: Database,
  request: SurveyRequest,
): Promise<SurveyColumns> {
  const columns = await database.columns(sql`
    select question, edition, ${split(request)} as inside, answer, missing, first, ${sums}
    from responses where ${kept(request)} group by all`);
  return columns as unknown as SurveyColumns;
}

/** Everybody's sums, by edition and side: the base of questions whose respondents are not numbered. */
export interface PeopleRow {
  edition: number;
  inside: boolean;
  n: number;
  sumW: number;
  sumW2: number;
}

export const selectPeople = (database: Database, request: SurveyRequest): Promise<PeopleRow[]> =>
  database.rows<PeopleRow>(sql`
    select edition, ${split(request)} as inside, count(*)::integer as n, fsum(weight) as "sumW",
      fsum(weight * weight) as "sumW2"
    from respondents where ${kept(request)} group by all`);

/** Everybody's sums by the values of a dimension, for the same bases. */
export const selectProfilePeople = (
  database: Database,
  { edition, dimension, selection }: ProfilesRequest,
): Promise<(Omit<PeopleRow, 'edition' | 'inside'> & { value: number })[]> =>
  database.rows(sql`
    select ${groupColumn(dimension, selection)} as value, count(*)::integer as n,
      fsum(weight) as "sumW", fsum(weight * weight) as "sumW2"
    from respondents where edition = ${edition} group by all`);
