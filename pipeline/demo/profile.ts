import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Direction, QuestionType } from '../../core/contract/vocabulary.ts';
import { packageRoot } from '../../warehouse/package-root.ts';

type ByEdition<T> = Readonly<Record<string, T>>;

/** One question of `data/questionnaire.json`, as each edition asked it. */
export interface QuestionnaireEntry {
  code: number;
  label: string;
  chapter: number;
  chapterLabel: string;
  subchapter: string | null;
  description: string;
  direction: Direction;
  type: QuestionType;
  counted: string | null;
  askedOf: { question: number; answers: string[] } | null;
  codes: ByEdition<string>;
  labels: ByEdition<string>;
  answers: ByEdition<string[]>;
  variants: ByEdition<string[]>;
}

/** How the demonstration answers a question: national shares of 2020–2025 in the order of its answers. */
export interface AnswerModel {
  /** Weight of digital maturity in the answer; negative when maturity moves away from the first answers. */
  loading: number;
  shares: ByEdition<number[]>;
  /** The answer that excludes the others, of a multiple-answer question. */
  none?: 'first' | 'last';
  /** The answer given by those who would give none, of a multiple-answer question. */
  fallback?: string;
}

export interface EditionProfile {
  dataset: string;
  population: number;
  respondentIds: boolean;
  sizes: Readonly<Record<string, number>>;
  sectors: Readonly<Record<string, number>>;
  departmentStyle: 'code' | 'name' | 'code-name';
  fineSizes: boolean;
  groupedPacaCorse: boolean;
}

/** An interval, in per cent, that a national share must fall into so that published changes hold. */
export interface NationalInterval {
  edition: number;
  question: number;
  answers: string[];
  low: number;
  high: number;
}

/** Respondents of one answer counted by department and by sector (a published, unweighted exercise). */
export interface ExactCounts {
  edition: number;
  question: number;
  answer: string;
  departments: Readonly<Record<string, number>>;
  sectors: Readonly<Record<string, number>>;
  /** The most that any department not named may count. */
  cap: number;
}

/** What `data/demonstration.json` says of the synthetic survey. */
export interface DemonstrationProfile {
  editions: ByEdition<EditionProfile>;
  margins: Readonly<Record<'sizes' | 'sectors' | 'regions', Readonly<Record<string, number>>>>;
  maturity: Readonly<Record<'sectors' | 'sizes', Readonly<Record<string, number>>>>;
  /** Inhabitants of each department, in thousands. */
  population: Readonly<Record<string, number>>;
  counts: ExactCounts;
  intervals: NationalInterval[];
  questions: Readonly<Record<string, AnswerModel>>;
}

async function readData<T>(name: string): Promise<T> {
  const text = await readFile(join(packageRoot, 'data', name), 'utf8');
  return JSON.parse(text) as T;
}

export const readQuestionnaire = () => readData<QuestionnaireEntry[]>('questionnaire.json');

export const readProfile = () => readData<DemonstrationProfile>('demonstration.json');
