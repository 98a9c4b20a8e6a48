import type { QuestionSummary } from '../core/contract/catalogue.ts';

export interface Chapter {
  code: number;
  label: string;
  questions: QuestionSummary[];
}

/** Questions gathered by chapter, in the order they come. */
export function byChapter(questions: readonly QuestionSummary[]): readonly Chapter[] {
  const chapters = new Map<number, Chapter>();
  for (const question of questions) {
    const { code, label } = question.chapter;
    const chapter = chapters.get(code) ?? { code, label, questions: [] };
    chapter.questions.push(question);
    chapters.set(code, chapter);
  }
  return [...chapters.values()];
}
