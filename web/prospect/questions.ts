import { effect, signal } from '@preact/signals';
import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import { fetchAnswer, questionCall } from '../api.ts';
import { criteria } from './asked.ts';

/** The questions of the criteria, as they come; one that does not is left out, its criterion still ranks. */
export const details = signal<ReadonlyMap<number, QuestionAnswer>>(new Map());

const asked = new Set<number>();

effect(() => {
  for (const { question } of criteria.value) {
    if (asked.has(question)) continue;
    asked.add(question);
    fetchAnswer(questionCall(question), new AbortController().signal).then(
      (answer) => {
        details.value = new Map([...details.value, [question, answer]]);
      },
      () => asked.delete(question),
    );
  }
});
