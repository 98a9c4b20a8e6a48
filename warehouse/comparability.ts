import type { Cause } from '../core/contract/causes.ts';
import type { ComparabilityStatus } from '../core/contract/vocabulary.ts';
import type { Question } from './catalogue.ts';
import { firstRegionalEdition } from './cautions.ts';

/** Whether two editions of a question may be compared, and if not why. */
export interface Comparability {
  readonly status: ComparabilityStatus;
  readonly causes: readonly Cause[];
}

/** From one edition to a later one: the first step between them that breaks the series, if any. */
export function comparabilityOf(question: Question, from: number, to: number): Comparability {
  const steps = question.comparability.filter((step) => step.from >= from && step.to <= to);
  const broken = steps.find(({ status }) => status !== 'comparable');
  return broken ?? { status: 'comparable', causes: [] };
}

/** Why territories of two editions may not be compared; none when they may. */
export const territorialBreak = (territorial: boolean, from: number): readonly Cause[] =>
  territorial && from < firstRegionalEdition
    ? [{ code: 'regions-not-representative', before: firstRegionalEdition }]
    : [];
