import type { StagedFile } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';
import { type AnswerSighting, answerText } from './answers.ts';
import { type DatasetQuality, openQuality } from './quality.ts';
import type { QuestionBook } from './questions.ts';
import { createSourceViews } from './source-view.ts';
import { plainText, yearOf } from './text.ts';

/** A distinct combination of question and answer in a file. */
interface Combination {
  id: number;
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
  }>(`select rows, people, questions from
      (select coalesce(sum(count) filter (respondent is not null), 0)::bigint as rows, count(distinct respondent) as people from ${view}_person),
      (select count(distinct coalesce(question_code, question_label)) as questions from ${view}_asked)`);
  if (rows > 0 && rows === people && questions > 1) {
    quality.warnings.push(
      `${quality.file} gives every row another identifier: they number rows, not respondents, and were not used.`,
    );
    return false;
  }
  return rows > 0;
}

type FoundCombination = Combination & { counted: string | null; description: string | null };

const selectCombinations = (workspace: Workspace, view: string, { edition }: StagedFile) =>
  workspace.rows<FoundCombination>(
    `select id::integer as id, ${edition === null ? `coalesce(edition, '')` : literal(String(edition))} as edition,
      coalesce(question_code, '') as code, coalesce(question_label, '') as label,
      coalesce(answer_label, '') as answer, coalesce(answer_unified, '') as unified, count::integer as count,
      counted_values as counted, description
    from ${view}_asked order by edition, code, label, answer, unified`,
  );

/** Says which question each combination is about, or why none, and how each question was first met. */
function resolveCombinations(found: readonly FoundCombination[], book: QuestionBook) {
  const resolutions = new Map<string, ReturnType<QuestionBook['resolve']>>();
  const questions = new Map<string, QuestionSighting>();
  const combinations = found.map((combination): ResolvedCombination => {
    const year = yearOf(combination.edition);
    if (year === null) {
      const reason = `« ${combination.edition} » is no edition (a year)`;
      return { ...combination, year, question: null, reason };
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
  return { combinations, questions: [...questions.values()] };
}

/** First pass: which questions and answers the file holds; every distinct one, no row. */
export async function surveyMicrodata(
  workspace: Workspace,
  staged: StagedFile,
  book: QuestionBook,
  view: string,
): Promise<SurveyedFile> {
  await createSourceViews(workspace, view, staged);
  const found = await selectCombinations(workspace, view, staged);
  const { combinations, questions } = resolveCombinations(found, book);
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
    questions,
    quality,
  };
}
