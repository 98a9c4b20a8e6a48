/** A question, the answers that count, for or against the segment, and how much. */
export interface Criterion {
  question: number;
  answers: readonly string[];
  direction: '+' | '-';
  weight: number;
}

/** The API takes no more. */
export const mostCriteria = 10;

/** `601:Non:+:60` → a criterion; null when it does not read. */
export function parseCriterion(text: string): Criterion | null {
  const [, question, answers, direction, weight] =
    /^(\d{1,6}):(.+):([+-]):(\d*\.?\d+)$/.exec(text) ?? [];
  if (answers === undefined) return null;
  return {
    question: Number(question),
    answers: answers.split('|'),
    direction: direction === '-' ? '-' : '+',
    weight: Number(weight),
  };
}

/** A criterion as the address and the API write it. */
export const formatCriterion = ({ question, answers, direction, weight }: Criterion): string =>
  `${question}:${answers.join('|')}:${direction}:${weight}`;
