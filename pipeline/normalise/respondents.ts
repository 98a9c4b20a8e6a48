import { shared, type Workspace } from '../workspace.ts';

/** The rows of a file that enter the warehouse: queries over tables that stay, run once all files are read. */
export interface KeptRows {
  select: string;
  /** The query that gives the rows of `respondents`. */
  respondents: string;
  count: number;
  /** How many respondents have several profiles or weights. */
  varying: number;
}

/** `<view>_people`: each respondent with the profile and weight of the first row; `varies` where others differ. */
const selectPeople = (view: string): string => `create or replace table ${view}_people as
  select a.edition, a.respondent, arg_min(department, a."row") as department, arg_min(region, a."row") as region,
    arg_min(sector, a."row") as sector, arg_min(size, a."row") as size, arg_min(size_detail, a."row") as size_detail,
    arg_min(weight, a."row") as weight,
    min(weight) <> max(weight) or min(department) <> max(department) or min(region) <> max(region)
      or min(sector) <> max(sector) or min(size_detail) <> max(size_detail) as varies
  from (select edition, respondent, person, min("row") as "row" from ${view}_understood group by all) a
  join ${view}_profiles p on p.id = a.person group by a.edition, a.respondent`;

/** Of all files: the questions of which a respondent may give several answers, in an edition. */
export const multipleQuestions = `${shared}.multiple_questions`;

/** More than any question's code: an edition and a question are one number. */
const questionCodes = 100_000;

/** The condition that a row `u` is about one of these questions. */
const isAbout = (asked: readonly { edition: number; question: number }[]): string =>
  `(u.edition::integer * ${questionCodes} + u.question) in (${
    asked.map(({ edition, question }) => edition * questionCodes + question).join(',') || 0
  })`;

/**
 * `repeated`: who answered a question in several rows. Respondents are numbered from 1, so that a bit for each
 * finds the few questions to look at closely.
 * @returns the condition that a row `u` is about one of these, and how many rows are
 */
async function selectRepeated(
  workspace: Workspace,
  view: string,
): Promise<{ isSeveral: string; rows: number }> {
  const { last } = await workspace.row<{ last: number }>(
    'select coalesce(max(id), 1)::integer as last from known_people',
  );
  const several = await workspace.rows<{ edition: number; question: number; rows: number }>(
    `select edition, question, count(*)::integer as rows from ${view}_understood group by all
    having count(*) > bit_count(bitstring_agg(respondent, 1, ${last}))`,
  );
  const isSeveral = isAbout(several);
  await workspace.run(`create or replace temp table repeated as
    select edition, question, respondent from ${view}_understood u where ${isSeveral}
    group by all having count(*) > 1`);
  return { isSeveral, rows: several.reduce((sum, { rows }) => sum + rows, 0) };
}

const columnsOf = (
  first: string,
  profile: string,
): string => `u.question, u.edition, u.answer, u.missing, ${first} as first,
    ${profile}.department, ${profile}.region, ${profile}.sector, ${profile}.size, ${profile}.size_detail, ${profile}.weight, u.respondent`;

/**
 * One row per respondent and answer, of the `kept` rows that are understood. A respondent’s repeated answers are
 * one, and « Sans réponse » beside an answer is none. `first` marks, for a respondent and question, the row that
 * the base counts.
 */
export async function appendWithIds(
  workspace: Workspace,
  view: string,
  kept: number,
): Promise<KeptRows> {
  await workspace.run(selectPeople(view));
  const { varying } = await workspace.row<{ varying: number }>(
    `select count(*) filter (varies)::integer as varying from ${view}_people`,
  );
  const { isSeveral, rows } = await selectRepeated(workspace, view);
  const sameRespondent =
    'x.edition = u.edition and x.question = u.question and x.respondent = u.respondent';
  await workspace.run(`insert into ${multipleQuestions}
    select distinct question, edition from (
      select u.question, u.edition, u.respondent
      from ${view}_understood u semi join repeated x on ${sameRespondent}
      where not u.missing group by all having count(distinct u.answer) > 1)`);
  const join =
    varying > 0
      ? `join ${view}_people p on p.edition = u.edition and p.respondent = u.respondent`
      : `join ${view}_profiles p on p.id = u.person`;
  const once = `select ${columnsOf('not u.missing', 'p')} from ${view}_understood u ${join}`;
  await workspace.run(`create or replace table ${view}_several as
    ${once} anti join repeated x on ${sameRespondent} where ${isSeveral}
    union all select ${columnsOf('coalesce(u.answer = u.first_answer, false)', 'p')} from (
      select u.*, row_number() over (partition by u.edition, u.question, u.respondent, u.answer order by u."row") as occurrence,
        min(if(u.missing, null, u.answer)) over (partition by u.edition, u.question, u.respondent) as first_answer
      from ${view}_understood u semi join repeated x on ${sameRespondent}
    ) u ${join}
    where u.occurrence = 1 and not (u.missing and u.first_answer is not null)`);
  const { count } = await workspace.row<{ count: number }>(
    `select count(*)::integer as count from ${view}_several`,
  );
  return {
    select: `${once} where not ${isSeveral} union all from ${view}_several`,
    respondents: `select edition, respondent, department, region, sector, size, size_detail, weight from ${view}_people`,
    count: kept - rows + count,
    varying,
  };
}

interface QuestionSize {
  edition: number;
  question: number;
  rows: number;
  weight: number;
}

/** The single-choice question put to everyone: the commonest number of rows, the largest of equals. */
function anchorOf(
  sizes: readonly QuestionSize[],
  knownMultiple: ReadonlySet<number>,
): QuestionSize {
  const single = sizes.filter(({ question }) => !knownMultiple.has(question));
  const candidates = single.length > 0 ? single : sizes;
  const frequency = new Map<number, number>();
  for (const { rows } of candidates) frequency.set(rows, (frequency.get(rows) ?? 0) + 1);
  return [...candidates].sort(
    (a, b) =>
      frequency.get(b.rows)! - frequency.get(a.rows)! || b.rows - a.rows || a.question - b.question,
  )[0]!;
}

const clearlyMore = 1.005;

/** A question is a multiple one when this part of its rows is too many for the people there are. */
const repeatedPart = 0.05;

/** Profiles and weights are identifiers when this part of the respondents is alone with theirs. */
const alonePart = 0.9;

/**
 * Questions where more rows have the same profile and weight than there are such respondents: weights are
 * nearly as good as identifiers. It finds those that were put to a part of the respondents only. Where nearly
 * everyone is alone with theirs, `single` holds the questions that repeat nobody.
 */
async function repeatingQuestions(
  workspace: Workspace,
  { edition, question }: QuestionSize,
): Promise<{ repeating: ReadonlySet<number>; single: ReadonlySet<number> }> {
  const alike = 'department, region, sector, size_detail, weight';
  const found = await workspace.rows<{ question: number; excess: number; rows: number }>(`
    with people as (select ${alike}, count(*) as n from understood
      where edition = ${edition} and question = ${question} group by all),
    asked as (select question, ${alike}, count(*) as n from understood
      where edition = ${edition} and question <> ${question} group by all)
    select asked.question::integer as question, sum(asked.n)::integer as rows,
      sum(greatest(asked.n::integer - people.n::integer, 0))::integer as excess
    from asked join people using (${alike}) group by asked.question`);
  const { alone } = await workspace.row<{ alone: number }>(`
    select coalesce(sum(n) filter (where n = 1), 0)::double / sum(n) as alone from (
      select count(*) as n from understood where edition = ${edition} and question = ${question} group by ${alike})`);
  const codes = (which: (one: (typeof found)[number]) => boolean): ReadonlySet<number> =>
    new Set(found.filter(which).map((one) => one.question));
  return {
    repeating: codes(({ excess, rows }) => excess > repeatedPart * rows),
    single: codes(({ excess }) => alone >= alonePart && excess === 0),
  };
}

/** Without identifiers a row of a single-choice question is a respondent; several answers cannot be told apart. */
export async function appendWithoutIds(
  workspace: Workspace,
  view: string,
  kept: number,
  knownMultiple: ReadonlySet<number>,
): Promise<KeptRows> {
  const severalAnswers: { edition: number; question: number }[] = [];
  const respondents: { edition: number; question: number }[] = [];
  const sizes = await workspace.rows<QuestionSize>(
    'select edition, question, count(*)::integer as rows, sum(weight) as weight from understood group by all order by all',
  );
  for (const edition of new Set(sizes.map((size) => size.edition))) {
    const own = sizes.filter((size) => size.edition === edition);
    const anchor = anchorOf(own, knownMultiple);
    const { repeating, single } = await repeatingQuestions(workspace, anchor);
    const multiple = own
      .filter(
        ({ question, rows, weight }) =>
          (knownMultiple.has(question) && !single.has(question)) ||
          repeating.has(question) ||
          rows > anchor.rows * clearlyMore ||
          weight > anchor.weight * clearlyMore,
      )
      .map(({ question }) => question)
      .filter((question) => question !== anchor.question);
    respondents.push({ edition, question: anchor.question });
    if (multiple.length > 0)
      await workspace.insert(
        multipleQuestions,
        multiple.map((question) => [question, edition]),
      );
    severalAnswers.push(...multiple.map((question) => ({ edition, question })));
  }
  const first = `not u.missing and not ${isAbout(severalAnswers)}`;
  const rows = `from ${view}_understood u join ${view}_profiles p on p.id = u.person`;
  return {
    select: `select ${columnsOf(first, 'p')} ${rows}`,
    respondents: `select u.edition, null, p.department, p.region, p.sector, p.size, p.size_detail, p.weight ${rows}
      where ${isAbout(respondents)}`,
    count: kept,
    varying: 0,
  };
}
