import type { Reject, StagedFile } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import { type AnswerBook, type AnswerSighting, answerText } from './answers.ts';
import { publishedFolds } from './dimensions.ts';
import { type DatasetQuality, headerOf, openQuality, summariseRejects } from './quality.ts';
import type { QuestionBook, Resolution } from './questions.ts';
import { createSourceViews, distinctTexts, parsedNumber } from './source-view.ts';
import { codeKey, plainText, yearOf } from './text.ts';

const dimensions = ['region', 'sector', 'size'] as const;

/** In per cent, with room for the producer's rounding. */
const highestScore = 100.05;

interface Combination {
  id: number;
  code: string;
  label: string;
  answer: string;
  unified: string;
  year: string;
  count: number;
}

interface ResolvedCombination extends Combination {
  edition: number | null;
  question: number | null;
  fault: 'question_code' | 'year' | null;
  reason: string | null;
}

/** A file of official aggregates whose questions are known, before its answers are. */
export interface SurveyedAggregates {
  staged: StagedFile;
  view: string;
  combinations: ResolvedCombination[];
  sightings: AnswerSighting[];
  quality: DatasetQuality;
}

/** The aggregates use today’s codes: a code is itself, unless its wording says otherwise. */
function resolveCurrent(
  book: QuestionBook,
  edition: number,
  code: string,
  label: string,
): Resolution {
  const current = book.get(Number(codeKey(code)));
  return current && plainText(label) === ''
    ? { question: current.code, how: 'current code' }
    : book.resolve(edition, code, label);
}

/** First pass: the distinct questions, answers and years of the aggregates. */
export async function surveyPublished(
  workspace: Workspace,
  staged: StagedFile,
  book: QuestionBook,
  view: string,
): Promise<SurveyedAggregates> {
  await createSourceViews(workspace, view, staged);
  const found = await workspace.rows<Combination>(
    `select id::integer as id, coalesce(question_code, '') as code, coalesce(question_label, '') as label, coalesce(answer_label, '') as answer,
      coalesce(answer_unified, '') as unified, coalesce(year, '') as year, count::integer as count
    from ${view}_asked order by code, label, answer, unified, year`,
  );
  const combinations = found.map((combination): ResolvedCombination => {
    const edition = yearOf(combination.year);
    if (edition === null) {
      return {
        ...combination,
        edition,
        question: null,
        fault: 'year',
        reason: 'the year is missing or is no year',
      };
    }
    const resolution = resolveCurrent(book, edition, combination.code, combination.label);
    return 'reason' in resolution
      ? {
          ...combination,
          edition,
          question: null,
          fault: 'question_code',
          reason: resolution.reason,
        }
      : { ...combination, edition, question: resolution.question, fault: null, reason: null };
  });
  const quality = openQuality(staged);
  quality.codesUnmatched = [
    ...new Set(
      combinations.filter(({ fault }) => fault === 'question_code').map(({ code }) => code),
    ),
  ];
  return {
    staged,
    view,
    combinations,
    sightings: combinations.flatMap(({ question, edition, answer, unified, count }) =>
      question === null || edition === null
        ? []
        : [{ question, edition, label: answerText(answer, unified), unified, count }],
    ),
    quality,
  };
}

/** A score may be written with its sign. */
const score = parsedNumber(`replace(s.score, '%', '')`);

async function understandRows(
  workspace: Workspace,
  { view, combinations }: SurveyedAggregates,
  answers: AnswerBook,
): Promise<void> {
  await workspace.dictionary(
    'known_aggregates',
    'id uinteger, edition smallint, question smallint, answer smallint, fault varchar',
    combinations.map(({ id, answer, unified, edition, question, fault }) => [
      id,
      edition,
      question,
      question === null ? null : (answers.numberOf(question, answerText(answer, unified)) ?? null),
      fault,
    ]),
  );
  for (const dimension of dimensions) {
    const texts = await distinctTexts(workspace, `${view}_cell`, dimension);
    await workspace.dictionary(
      `total_${dimension}`,
      'text varchar, id utinyint',
      texts.flatMap((text) => {
        const id = publishedFolds[dimension](text);
        return id === null ? [] : [[text, id]];
      }),
    );
  }
  await workspace.run(`create or replace temp table known_cells as
    select s.id, r.id as region, c.id as sector, z.id as size,
      case when r.id is null then 'region' when c.id is null then 'sector' when z.id is null then 'size' end as fault
    from ${view}_cell s
    left join total_region r on r.text = coalesce(s.region, '')
    left join total_sector c on c.text = coalesce(s.sector, '')
    left join total_size z on z.text = coalesce(s.size, '')`);
  await workspace.run(`create or replace temp table understood as
    select s."row", a.id as entry, a.edition, a.question, a.answer, c.region, c.sector, c.size,
      ${score} as score, ${parsedNumber('s.answer_weight')} as answer_weight, ${parsedNumber('s.base_weight')} as base_weight,
      coalesce(a.fault, c.fault, case
        when s.score is not null and ${score} is null then 'score'
        when ${score} not between 0 and ${highestScore} then 'score'
        when s.score is null and (s.answer_weight is null or s.base_weight is null) then 'score' end) as fault
    from ${view}_rows s join known_aggregates a on a.id = s.asked join known_cells c on c.id = s.cell`);
}

const reasons: Record<string, string> = {
  region: 'no region is called that; add its spelling to data/dimension-aliases.csv',
  sector: 'no sector is called that; add its spelling to data/dimension-aliases.csv',
  size: 'no size class is written that way; add it to data/dimension-aliases.csv',
  score: 'the row has no score between 0 and 100, nor both weights in its place',
};

async function takeRejects(
  workspace: Workspace,
  { staged, view, combinations }: SurveyedAggregates,
): Promise<Reject[]> {
  const rows = await workspace.rows<
    { row: number; fault: string; value: string | null } & Record<string, string>
  >(
    `select u."row" as "row", u.fault, coalesce(s.question_code, '') as code, coalesce(s.question_label, '') as label, coalesce(s.year, '') as year,
      case u.fault when 'question_code' then s.question_code when 'year' then s.year when 'region' then s.region
        when 'sector' then s.sector when 'size' then s.size else s.score end as value
    from understood u join ${view} s on s."row" = u."row" where u.fault is not null order by u."row"`,
  );
  if (rows.length === 0) return [];
  await workspace.run('delete from understood where fault is not null');
  const why = new Map(
    combinations.map(({ code, label, year, reason }) => [
      `${code}\u0000${label}\u0000${year}`,
      reason,
    ]),
  );
  const lines = await staged.linesOf(rows.map(({ row }) => row));
  return rows.map(({ row, fault, value, code, label, year }) => ({
    dataset: staged.dataset,
    file: staged.file,
    line: lines.get(row) ?? null,
    column: headerOf(staged, fault),
    value,
    reason:
      why.get(`${code}\u0000${label}\u0000${year}`) ??
      reasons[fault] ??
      'the row is not understood',
  }));
}

/**
 * Second pass: the aggregates into `published`. `score` is in per cent; where it is absent the share is the
 * ratio of the weights. Two source answers that are one answer are added, as the portal does.
 */
export async function appendPublished(
  workspace: Workspace,
  file: SurveyedAggregates,
  answers: AnswerBook,
): Promise<Reject[]> {
  const { staged, quality } = file;
  await understandRows(workspace, file, answers);
  const rejects = [...staged.malformed, ...(await takeRejects(workspace, file))];
  const { kept, largest, disagreeing } = await workspace.row<{
    kept: number;
    largest: number | null;
    disagreeing: number;
  }>(`select count(*)::integer as kept, max(score) as largest,
      count(*) filter (score is not null and base_weight > 0 and abs(score / 100 - answer_weight / base_weight) > 0.001)::integer as disagreeing
    from understood`);
  // A file whose scores never exceed 1 writes proportions, not per cents.
  const unit = largest !== null && largest <= 1 ? 1 : 100;
  await workspace.run(`create or replace temp table distinct_cells as
    select distinct entry, question, edition, answer, region, sector, size, score, answer_weight, base_weight from understood`);
  await workspace.run(`insert into published
    select question, edition, answer, region, sector, size,
      sum(coalesce(score / ${unit}, answer_weight / nullif(base_weight, 0))), sum(answer_weight), max(base_weight)
    from distinct_cells group by question, edition, answer, region, sector, size`);
  const { distinct, cells } = await workspace.row<{ distinct: number; cells: number }>(
    'select (select count(*) from distinct_cells)::integer as distinct, (select count(*) from published)::integer as cells',
  );
  await workspace.run('drop table distinct_cells');
  if (distinct > cells) {
    quality.warnings.push(
      `${distinct - cells} aggregates of ${staged.file} were added to another of the same answer, as the portal does: respondents who gave both count twice.`,
    );
  }
  if (disagreeing > 0 && unit === 100) {
    quality.warnings.push(
      `${disagreeing} scores of ${staged.file} differ from the ratio of their weights by more than 0.1 point; the score was kept.`,
    );
  }
  quality.kept = kept;
  quality.rejected = rejects.length;
  quality.duplicates = kept - distinct;
  quality.reasons = summariseRejects(rejects);
  await workspace.run('drop table understood');
  return rejects;
}
