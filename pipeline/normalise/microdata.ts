import type { Reject, StagedFile } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';
import { type AnswerBook, type AnswerSighting, answerText, isMissing } from './answers.ts';
import {
  groupedRegionId,
  isGroupedMember,
  regionOfDepartment,
  respondentFolds,
  sizeOfDetail,
} from './dimensions.ts';
import { type DatasetQuality, headerOf, openQuality, summariseRejects } from './quality.ts';
import type { QuestionBook } from './questions.ts';
import { createSourceView, distinctTexts, parsedNumber } from './source-view.ts';
import { plainText, yearOf } from './text.ts';

const fields = [
  'edition',
  'respondent',
  'question_code',
  'question_label',
  'answer_label',
  'answer_unified',
  'weight',
  'department',
  'region',
  'sector',
  'size',
  'counted_values',
  'description',
] as const;

const dimensions = ['department', 'region', 'sector', 'size'] as const;

/** A distinct combination of question and answer in a file. */
interface Combination {
  edition: string;
  code: string;
  label: string;
  answer: string;
  unified: string;
  count: number;
}

export interface ResolvedCombination extends Combination {
  year: number | null;
  question: number | null;
  reason: string | null;
}

/** What a question is called in an edition’s file, and the producer’s rule if the file has one. */
export interface QuestionSighting {
  question: number;
  edition: number;
  code: string | null;
  label: string | null;
  counted: string | null;
  description: string | null;
}

/** A microdata file whose questions are known, before its answers are. */
export interface SurveyedFile {
  staged: StagedFile;
  view: string;
  combinations: ResolvedCombination[];
  sightings: AnswerSighting[];
  questions: QuestionSighting[];
  /** Whether the file tells which rows are one respondent's. */
  withIds: boolean;
  quality: DatasetQuality;
}

/** Whether identifiers are respondents': one that never comes twice numbers rows, not people. */
async function tellsRespondents(
  workspace: Workspace,
  view: string,
  quality: DatasetQuality,
): Promise<boolean> {
  const { rows, people, questions } = await workspace.row<{
    rows: number;
    people: number;
    questions: number;
  }>(`select count(respondent) as rows, count(distinct respondent) as people,
      count(distinct coalesce(question_code, question_label)) as questions from ${view}`);
  if (rows > 0 && rows === people && questions > 1) {
    quality.warnings.push(
      `${quality.file} gives every row another identifier: they number rows, not respondents, and were not used.`,
    );
    return false;
  }
  return rows > 0;
}

/** First pass: which questions and answers the file holds; every distinct one, no row. */
export async function surveyMicrodata(
  workspace: Workspace,
  staged: StagedFile,
  book: QuestionBook,
  view: string,
): Promise<SurveyedFile> {
  await createSourceView(workspace, view, staged, fields);
  const edition =
    staged.edition === null ? `coalesce(edition, '')` : literal(String(staged.edition));
  const found = await workspace.rows<
    Combination & { counted: string | null; description: string | null }
  >(
    `select ${edition} as edition, coalesce(question_code, '') as code, coalesce(question_label, '') as label,
      coalesce(answer_label, '') as answer, coalesce(answer_unified, '') as unified, count(*)::integer as count,
      any_value(counted_values) as counted, any_value(description) as description
    from ${view} group by all order by all`,
  );
  const resolutions = new Map<string, ReturnType<QuestionBook['resolve']>>();
  const questions = new Map<string, QuestionSighting>();
  const combinations = found.map((combination): ResolvedCombination => {
    const year = yearOf(combination.edition);
    if (year === null) {
      return {
        ...combination,
        year,
        question: null,
        reason: `« ${combination.edition} » is no edition (a year)`,
      };
    }
    const key = `${year}\u0000${combination.code}\u0000${combination.label}`;
    const resolution =
      resolutions.get(key) ?? book.resolve(year, combination.code, combination.label);
    resolutions.set(key, resolution);
    if ('reason' in resolution)
      return { ...combination, year, question: null, reason: resolution.reason };
    const { question } = resolution;
    if (!questions.has(`${question} ${year}`)) {
      questions.set(`${question} ${year}`, {
        question,
        edition: year,
        code: plainText(combination.code) || null,
        label: plainText(combination.label) || null,
        counted: combination.counted,
        description: combination.description,
      });
    }
    return { ...combination, year, question, reason: null };
  });
  const quality = openQuality(staged);
  quality.codesUnmatched = [
    ...new Set(combinations.filter(({ question }) => question === null).map(({ code }) => code)),
  ];
  return {
    staged,
    view,
    withIds: await tellsRespondents(workspace, view, quality),
    combinations,
    sightings: combinations.flatMap(({ question, year, answer, unified, count }) =>
      question === null || year === null
        ? []
        : [{ question, edition: year, label: answerText(answer, unified), unified, count }],
    ),
    questions: [...questions.values()],
    quality,
  };
}

async function writeDictionaries(
  workspace: Workspace,
  { view, combinations }: SurveyedFile,
  answers: AnswerBook,
): Promise<void> {
  await workspace.dictionary(
    'known_answers',
    'edition varchar, code varchar, label varchar, answer_label varchar, unified varchar, year smallint, question smallint, answer smallint, missing boolean',
    combinations
      .filter(({ question }) => question !== null)
      .map(({ edition, code, label, answer, unified, year, question }) => [
        edition,
        code,
        label,
        answer,
        unified,
        year,
        question,
        answers.numberOf(question!, answerText(answer, unified)) ?? null,
        isMissing(answerText(answer, unified)),
      ]),
  );
  const regionTexts = await distinctTexts(workspace, view, 'region');
  const grouped = regionTexts.some((text) => respondentFolds.region(text) === groupedRegionId);
  for (const dimension of dimensions) {
    const texts = await distinctTexts(workspace, view, dimension);
    const rows = texts.flatMap((text) => {
      const id = plainText(text) === '' ? 0 : respondentFolds[dimension](text);
      return id === null ? [] : [[text, id, impliedBy(dimension, id, grouped)]];
    });
    await workspace.dictionary(
      `known_${dimension}`,
      'text varchar, id utinyint, other utinyint',
      rows,
    );
  }
}

/** What a value says of another dimension: a department its region, a detailed size its published class. */
function impliedBy(dimension: (typeof dimensions)[number], id: number, grouped: boolean): number {
  if (dimension === 'size') return sizeOfDetail[id]!;
  if (dimension !== 'department') return 0;
  const region = regionOfDepartment[id]!;
  return grouped && isGroupedMember(region) ? groupedRegionId : region;
}

/** Second pass: every row with its ids, or the field that could not be understood. */
async function understandRows(workspace: Workspace, file: SurveyedFile): Promise<void> {
  const { staged, view, withIds } = file;
  const edition =
    staged.edition === null ? `coalesce(s.edition, '')` : literal(String(staged.edition));
  if (withIds) {
    await workspace.run(
      `create or replace temp table known_people as select respondent as text, (row_number() over (order by min("row")))::integer as id from ${view} where respondent is not null group by respondent`,
    );
  }
  await workspace.run(`create or replace temp table understood as
    select s."row", a.year as edition, a.question, a.answer, a.missing,
      d.id as department, if(r.id = 0, d.other, r.id) as region, c.id as sector, z.other as size, z.id as size_detail,
      s.number as weight, ${withIds ? 'p.id' : 'null::integer'} as respondent,
      case when a.question is null then 'question_code'
        when d.id is null then 'department' when r.id is null then 'region'
        when c.id is null then 'sector' when z.id is null then 'size'
        ${withIds ? `when p.id is null then 'respondent'` : ''}
        when not coalesce(s.number > 0 and isfinite(s.number), false) then 'weight'
      end as fault
    from (select *, ${parsedNumber('weight')} as number from ${view}) s
    left join known_answers a on a.edition = ${edition} and a.code = coalesce(s.question_code, '')
      and a.label = coalesce(s.question_label, '') and a.answer_label = coalesce(s.answer_label, '')
      and a.unified = coalesce(s.answer_unified, '')
    left join known_department d on d.text = coalesce(s.department, '')
    left join known_region r on r.text = coalesce(s.region, '')
    left join known_sector c on c.text = coalesce(s.sector, '')
    left join known_size z on z.text = coalesce(s.size, '')
    ${withIds ? 'left join known_people p on p.text = s.respondent' : ''}`);
}

const dimensionReasons: Record<string, string> = {
  department: 'no department is called that; add its spelling to data/dimension-aliases.csv',
  region: 'no region is called that; add its spelling to data/dimension-aliases.csv',
  sector: 'no sector is called that; add its spelling to data/dimension-aliases.csv',
  size: 'no size class is written that way; add it to data/dimension-aliases.csv',
  respondent: 'the respondent has no identifier',
  weight: 'a weight is a number above 0',
};

async function takeRejects(workspace: Workspace, file: SurveyedFile): Promise<Reject[]> {
  const { staged, view, combinations } = file;
  const edition =
    staged.edition === null ? `coalesce(s.edition, '')` : literal(String(staged.edition));
  const rows = await workspace.rows<{
    row: number;
    fault: string;
    value: string | null;
    edition: string;
    code: string;
    label: string;
  }>(
    `select u."row" as "row", u.fault, ${edition} as edition, coalesce(s.question_code, '') as code, coalesce(s.question_label, '') as label,
      case u.fault when 'question_code' then s.question_code when 'department' then s.department when 'region' then s.region
        when 'sector' then s.sector when 'size' then s.size when 'respondent' then s.respondent else s.weight end as value
    from understood u join ${view} s on s."row" = u."row" where u.fault is not null order by u."row"`,
  );
  if (rows.length === 0) return [];
  await workspace.run('delete from understood where fault is not null');
  const reasons = new Map(
    combinations
      .filter(({ reason }) => reason !== null)
      .map(({ edition: year, code, label, reason }) => [
        `${year}\u0000${code}\u0000${label}`,
        reason!,
      ]),
  );
  const lines = await staged.linesOf(rows.map(({ row }) => row));
  return rows.map(({ row, fault, value, edition: year, code, label }) => {
    const questionReason = reasons.get(`${year}\u0000${code}\u0000${label}`);
    const byEdition = fault === 'question_code' && yearOf(year) === null;
    return {
      dataset: staged.dataset,
      file: staged.file,
      line: lines.get(row) ?? null,
      column: headerOf(staged, byEdition ? 'edition' : fault),
      value: byEdition ? year : value,
      reason:
        fault === 'question_code'
          ? (questionReason ?? 'the question is not known')
          : dimensionReasons[fault]!,
    };
  });
}

/**
 * One row per respondent and answer. A respondent’s repeated answers are one, and « Sans réponse » beside an
 * answer is none. `first` marks, for a respondent and question, the row that the base counts.
 */
async function appendWithIds(workspace: Workspace): Promise<number> {
  await workspace.run(`create or replace temp table people as
    select edition, respondent, arg_min(department, "row") as department, arg_min(region, "row") as region,
      arg_min(sector, "row") as sector, arg_min(size, "row") as size, arg_min(size_detail, "row") as size_detail,
      arg_min(weight, "row") as weight,
      min(weight) <> max(weight) or min(department) <> max(department) or min(region) <> max(region)
        or min(sector) <> max(sector) or min(size_detail) <> max(size_detail) as varies
    from understood group by edition, respondent`);
  await workspace.run(
    'insert into respondents select edition, respondent, department, region, sector, size, size_detail, weight from people',
  );
  const { varying } = await workspace.row<{ varying: number }>(
    'select count(*) filter (varies)::integer as varying from people',
  );
  await workspace.run(`create or replace temp table repeated as
    select edition, question, respondent from understood group by all having count(*) > 1`);
  await workspace.run(`insert into multiple_questions
    select distinct question, edition from (
      select u.question, u.edition, u.respondent
      from understood u semi join repeated x on x.edition = u.edition and x.question = u.question and x.respondent = u.respondent
      where not u.missing group by all having count(distinct u.answer) > 1)`);
  const profile = varying > 0 ? 'p' : 'u';
  const columns = (
    first: string,
  ): string => `u.question, u.edition, u.answer, u.missing, ${first} as first,
    ${profile}.department, ${profile}.region, ${profile}.sector, ${profile}.size, ${profile}.size_detail, ${profile}.weight, u.respondent`;
  const join =
    varying > 0 ? 'join people p on p.edition = u.edition and p.respondent = u.respondent' : '';
  await workspace.run(`insert into unsorted
    select ${columns('not u.missing')} from understood u ${join}
      anti join repeated x on x.edition = u.edition and x.question = u.question and x.respondent = u.respondent`);
  await workspace.run(`insert into unsorted
    select ${columns('coalesce(u.answer = u.first_answer, false)')} from (
      select u.*, row_number() over (partition by u.edition, u.question, u.respondent, u.answer order by u."row") as occurrence,
        min(if(u.missing, null, u.answer)) over (partition by u.edition, u.question, u.respondent) as first_answer
      from understood u semi join repeated x on x.edition = u.edition and x.question = u.question and x.respondent = u.respondent
    ) u ${join}
    where u.occurrence = 1 and not (u.missing and u.first_answer is not null)`);
  return varying;
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

/**
 * Questions where more rows have the same profile and weight than there are such respondents: weights are
 * nearly as good as identifiers. It finds those that were put to a part of the respondents only.
 */
async function repeatingQuestions(
  workspace: Workspace,
  { edition, question }: QuestionSize,
): Promise<ReadonlySet<number>> {
  const alike = 'department, region, sector, size_detail, weight';
  const found = await workspace.rows<{ question: number }>(`
    with people as (select ${alike}, count(*) as n from understood
      where edition = ${edition} and question = ${question} group by all),
    asked as (select question, ${alike}, count(*) as n from understood
      where edition = ${edition} and question <> ${question} group by all)
    select asked.question::integer as question from asked join people using (${alike})
    group by asked.question
    having sum(greatest(asked.n::integer - people.n::integer, 0)) > ${repeatedPart} * sum(asked.n)`);
  return new Set(found.map((one) => one.question));
}

/** Without identifiers a row of a single-choice question is a respondent; several answers cannot be told apart. */
async function appendWithoutIds(
  workspace: Workspace,
  knownMultiple: ReadonlySet<number>,
): Promise<void> {
  const sizes = await workspace.rows<QuestionSize>(
    'select edition, question, count(*)::integer as rows, sum(weight) as weight from understood group by all order by all',
  );
  for (const edition of new Set(sizes.map((size) => size.edition))) {
    const own = sizes.filter((size) => size.edition === edition);
    const anchor = anchorOf(own, knownMultiple);
    const repeating = await repeatingQuestions(workspace, anchor);
    const multiple = own
      .filter(
        ({ question, rows, weight }) =>
          knownMultiple.has(question) ||
          repeating.has(question) ||
          rows > anchor.rows * clearlyMore ||
          weight > anchor.weight * clearlyMore,
      )
      .map(({ question }) => question)
      .filter((question) => question !== anchor.question);
    await workspace.run(`insert into respondents
      select edition, null, department, region, sector, size, size_detail, weight
      from understood where edition = ${edition} and question = ${anchor.question}`);
    const list = multiple.length > 0 ? multiple.join(',') : 'null';
    await workspace.run(`insert into unsorted
      select question, edition, answer, missing, not missing and question not in (${list === 'null' ? '-1' : list}), department, region, sector, size, size_detail, weight, null
      from understood where edition = ${edition}`);
    if (multiple.length > 0)
      await workspace.insert(
        'multiple_questions',
        multiple.map((question) => [question, edition]),
      );
  }
}

/** Second pass over a file: its rows into `unsorted` and `respondents`, what is not understood into rejects. */
export async function appendMicrodata(
  workspace: Workspace,
  file: SurveyedFile,
  answers: AnswerBook,
  knownMultiple: ReadonlySet<number>,
): Promise<Reject[]> {
  const { staged, quality } = file;
  await writeDictionaries(workspace, file, answers);
  await understandRows(workspace, file);
  const rejects = [...staged.malformed, ...(await takeRejects(workspace, file))];
  const before = await workspace.row<{ n: number }>('select count(*)::integer as n from unsorted');
  const { kept } = await workspace.row<{ kept: number }>(
    'select count(*)::integer as kept from understood',
  );
  if (file.withIds) {
    const varying = await appendWithIds(workspace);
    if (varying > 0) {
      quality.warnings.push(
        `${varying} respondents have several weights or profiles in ${staged.file}: the first row’s was used.`,
      );
    }
  } else {
    await appendWithoutIds(workspace, knownMultiple);
  }
  const after = await workspace.row<{ n: number }>('select count(*)::integer as n from unsorted');
  quality.kept = kept;
  quality.rejected = rejects.length;
  quality.duplicates = kept - (after.n - before.n);
  quality.reasons = summariseRejects(rejects);
  await workspace.run('drop table understood');
  return rejects;
}
