import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../../core/contract/vocabulary.ts';
import { packageRoot } from '../../warehouse/package-root.ts';
import type { StagedFile } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';
import { QuestionBook, type QuestionDefinition } from './questions.ts';
import { codeKey, plainText, wordKey } from './text.ts';

interface ShippedQuestion {
  code: number;
  label: string;
  chapter: number;
  chapterLabel: string;
  subchapter: string | null;
  description: string | null;
  direction: QuestionDefinition['direction'];
  counted: string | null;
  type: 'single' | 'multiple';
  codes: Record<string, string>;
  labels: Record<string, string>;
  answers: Record<string, string[]>;
}

const byYear = (texts: Record<string, string>): Map<number, string> =>
  new Map(Object.entries(texts).map(([year, text]) => [Number(year), plainText(text)]));

const shippedQuestions = (): ShippedQuestion[] =>
  JSON.parse(
    readFileSync(join(packageRoot, 'data', 'questionnaire.json'), 'utf8'),
  ) as ShippedQuestion[];

/** The questionnaire that comes with the program, for an ingestion without the portal’s table. */
export function shippedBook(): QuestionBook {
  return new QuestionBook(
    shippedQuestions().map((question) => ({
      ...question,
      label: plainText(question.label),
      chapterLabel: plainText(question.chapterLabel),
      codes: byYear(question.codes),
      labels: byYear(question.labels),
    })),
    'shipped',
  );
}

/** Every answer of the questionnaire that comes with the program, as editions write them. */
export const shippedAnswers = (): string[] =>
  shippedQuestions().flatMap(({ answers }) => Object.values(answers).flat());

/** « Favorable », « Défavorable », « ni fav, ni défav » and their variants. */
export function directionOf(text: string | null): QuestionDefinition['direction'] {
  const words = wordKey(text);
  if (words === '' || /\bni\b|neutre/u.test(words)) return 'neutral';
  if (/^(?:defav|negati|mauvais|non fav|unfav)/u.test(words)) return 'unfavourable';
  return /^(?:fav|positi|bon)/u.test(words) ? 'favourable' : 'neutral';
}

/** A row of the table that defines no question, for the rejects. */
export interface BookReject {
  row: number;
  field: string;
  value: string | null;
  reason: string;
}

export interface CorrespondenceReading {
  definitions: QuestionDefinition[];
  rejects: BookReject[];
}

type Row = Record<string, string | null> & { row_number: never };

/** Reads the staged correspondence table: one question per row, one code and wording per edition. */
export async function readCorrespondence(
  workspace: Workspace,
  staged: StagedFile,
): Promise<CorrespondenceReading> {
  const rows = await workspace.rows<Row>(
    `select *, file_row_number::integer as row_number from read_parquet(${literal(staged.parquet)}, file_row_number = true) order by file_row_number`,
  );
  const definitions = new Map<number, QuestionDefinition>();
  const rejects: BookReject[] = [];
  for (const row of rows) {
    const number = Number(row.row_number);
    const code = codeKey(row.question_code ?? null);
    const refuse = (reason: string): void => {
      rejects.push({
        row: number,
        field: 'question_code',
        value: row.question_code ?? null,
        reason,
      });
    };
    if (!/^\d{1,5}$/u.test(code) || Number(code) > 32_767) {
      refuse('a row of the correspondence table needs a number as its unified code');
    } else if (definitions.has(Number(code))) {
      refuse(
        `the unified code ${code} already stands in an earlier row of the correspondence table`,
      );
    } else {
      definitions.set(Number(code), definitionOf(Number(code), row));
    }
  }
  return { definitions: [...definitions.values()], rejects };
}

function definitionOf(code: number, row: Row): QuestionDefinition {
  const texts = (prefix: string): Map<number, string> =>
    new Map(
      Object.keys(row)
        .map((name) => new RegExp(`^${prefix}_(\\d{4})$`, 'u').exec(name))
        .filter((found) => found !== null)
        .map((found) => [Number(found[1]), plainText(row[found[0]])] as const)
        .filter(([, text]) => text !== ''),
    );
  const order = Number(plainText(row.chapter_order).replace(',', '.'));
  const chapter = Number.isInteger(order) && order > 0 ? order : Math.floor(code / 100);
  const optional = (name: string): string | null => plainText(row[name]) || null;
  const labels = texts('label');
  const latest = [...labels].sort(([a], [b]) => b - a)[0]?.[1];
  return {
    code,
    label: optional('question_label') ?? latest ?? `Question ${code}`,
    chapter,
    chapterLabel: optional('chapter') ?? `Chapitre ${chapter}`,
    subchapter: optional('subchapter'),
    description: optional('description'),
    direction: directionOf(row.direction ?? null),
    counted: optional('counted_values'),
    codes: texts('code'),
    labels,
  };
}

/** Questions known to take several answers: without respondent ids a file cannot always tell. */
export const knownMultipleQuestions = (): ReadonlySet<number> =>
  new Set(
    shippedQuestions()
      .filter(({ type }) => type === 'multiple')
      .map(({ code }) => code),
  );

/**
 * The questions of the warehouse published before; null when it cannot be read, or is the demonstration while
 * this one is not: what is invented never stands in for what was asked.
 */
export async function previousBook(
  workspace: Workspace,
  folder: string,
  origin: Origin,
): Promise<QuestionBook | null> {
  const table = (name: string): string =>
    `read_parquet(${literal(join(folder, `${name}.parquet`))})`;
  const [before] = await workspace
    .rows<{ value: string }>(`select value from ${table('meta')} where key = 'origin'`)
    .catch(() => []);
  if (before?.value === 'demonstration' && origin !== 'demonstration') return null;
  const questions = await workspace
    .rows<{
      question: number;
      label: string;
      chapter: number;
      chapter_label: string;
      subchapter: string | null;
      description: string | null;
      direction: QuestionDefinition['direction'];
    }>(`select * exclude (favourable) from ${table('questions')}`)
    .catch(() => []);
  if (questions.length === 0) return null;
  const editions = await workspace.rows<{
    question: number;
    edition: number;
    code: string | null;
    label: string | null;
  }>(`select question, edition, code, label from ${table('question_editions')}`);
  const texts = (question: number, field: 'code' | 'label'): Map<number, string> =>
    new Map(
      editions
        .filter((row) => row.question === question && row[field] !== null)
        .map((row) => [row.edition, row[field]!]),
    );
  return new QuestionBook(
    questions.map((row) => ({
      code: row.question,
      label: row.label,
      chapter: row.chapter,
      chapterLabel: row.chapter_label,
      subchapter: row.subchapter,
      description: row.description,
      direction: row.direction,
      counted: null,
      codes: texts(row.question, 'code'),
      labels: texts(row.question, 'label'),
    })),
    'previous',
  );
}
