import { foldLabel } from '../../warehouse/fold.ts';

/**
 * A respondent's answers to a question in sixteen bits: none set, not asked; the lowest, « Sans réponse »;
 * the others, the answers in their order.
 */
export const missingBit = 1;

export const bitOf = (answer: number): number => 1 << (answer + 1);

const sameAnswer = new Map([
  ["j'en ai", 'oui'],
  ["je n'en ai pas", 'non'],
]);

/** A label as answers are compared across editions. */
export const foldAnswer = (label: string): string => {
  const folded = foldLabel(label);
  return sameAnswer.get(folded) ?? folded;
};

/** The bits of some answers of a list; throws when one is not in the list. */
export function maskOf(labels: readonly string[], answers: readonly string[]): number {
  const known = answers.map(foldAnswer);
  return labels.reduce((mask, label) => {
    const position = known.indexOf(foldAnswer(label));
    if (position < 0) throw new Error(`No answer « ${label} » among: ${answers.join(' / ')}`);
    return mask | bitOf(position);
  }, 0);
}

/** The bits of every answer of a list. */
export const everyAnswer = (answers: readonly string[]): number => (1 << (answers.length + 1)) - 2;
