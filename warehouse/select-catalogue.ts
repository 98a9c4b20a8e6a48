import type { ComparabilityStatus, Direction, QuestionType } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import { sql } from './sql.ts';

export interface MetaRow {
  key: string;
  value: string;
}
export interface SourceRow {
  dataset: string;
  kind: string;
  edition: number | null;
  url: string | null;
  retrievedAt: string | null;
  sha256: string | null;
  rows: number | null;
  rejected: number | null;
}
export interface EditionRow {
  edition: number;
  respondents: number | null;
  weight: number | null;
  microdata: boolean;
  published: boolean;
  respondentIds: boolean;
  grouped: boolean;
}
export interface PresenceRow {
  edition: number;
  department: number;
  region: number;
  sector: number;
  size: number;
  n: number;
}
export interface QuestionRow {
  question: number;
  label: string;
  chapter: number;
  chapterLabel: string;
  subchapter: string | null;
  description: string | null;
  direction: Direction;
  favourable: string[];
}
export interface QuestionEditionRow {
  question: number;
  edition: number;
  code: string | null;
  label: string | null;
  type: QuestionType;
  microdata: boolean;
  published: boolean;
}
export interface AnswerRow {
  question: number;
  answer: number;
  label: string;
  missing: boolean;
}
export interface AnswerEditionRow {
  question: number;
  answer: number;
  edition: number;
  sourceLabel: string;
}
export interface OfferRow {
  question: number;
  edition: number;
  answer: number;
}
/** An answer given, and what those whom it says were asked weigh: each of them once. */
export interface GivenRow extends OfferRow {
  putTo: number | null;
}
export interface ComparabilityRow {
  question: number;
  from: number;
  to: number;
  status: ComparabilityStatus;
  reason: string | null;
  /** JSON of the contract's causes; absent of a warehouse published before they were kept. */
  causes?: string | null;
}

/** The tables that describe the survey, whole: some thousands of rows, read once a version. */
export async function selectCatalogue(database: Database) {
  const [meta, sources, editions, presence, questions] = await Promise.all([
    database.rows<MetaRow>(sql`select key, value from meta`),
    database.rows<SourceRow>(sql`
      select dataset, kind, edition, url, retrieved_at as "retrievedAt", sha256,
        rows::double as rows, rejected::double as rejected
      from sources order by edition nulls first, dataset`),
    database.rows<EditionRow>(sql`
      select edition, respondents, weight, microdata, published,
        respondent_ids as "respondentIds", grouped_paca_corse as grouped
      from editions order by edition`),
    database.rows<PresenceRow>(sql`
      select edition, department, region, sector, size, count(*)::integer as n
      from respondents group by all`),
    database.rows<QuestionRow>(sql`
      select question, label, chapter, chapter_label as "chapterLabel", subchapter, description,
        direction, favourable
      from questions order by question`),
  ]);
  const [questionEditions, answers, answerEditions, microdata, published, comparability] =
    await Promise.all([
      database.rows<QuestionEditionRow>(sql`
        select question, edition, code, label, type, microdata, published
        from question_editions order by question, edition`),
      database.rows<AnswerRow>(sql`
        select question, answer, label, missing from answers order by question, answer`),
      database.rows<AnswerEditionRow>(sql`
        select question, answer, edition, source_label as "sourceLabel"
        from answer_editions order by question, answer, edition`),
      database.rows<GivenRow>(sql`
        select question, edition, answer, sum(weight) filter (first or missing) as "putTo"
        from responses group by question, edition, answer`),
      database.rows<OfferRow>(sql`select distinct question, edition, answer from published`),
      database.rows<ComparabilityRow>(sql`
        select * rename (from_edition as "from", to_edition as "to")
        from comparability order by question, from_edition, to_edition`),
    ]);
  return {
    meta,
    sources,
    editions,
    presence,
    questions,
    questionEditions,
    answers,
    answerEditions,
    microdata,
    published,
    comparability,
  };
}

export type CatalogueRows = Awaited<ReturnType<typeof selectCatalogue>>;
