import type { ComparabilityStatus } from '../core/contract/vocabulary.ts';
import type { Question } from './catalogue.ts';
import { firstRegionalEdition } from './notices.ts';

/** Whether two editions of a question may be compared, and if not why. */
export interface Comparability {
  readonly status: ComparabilityStatus;
  readonly reason: string | null;
}

/** From one edition to a later one: the first step between them that breaks the series, if any. */
export function comparabilityOf(question: Question, from: number, to: number): Comparability {
  const steps = question.comparability.filter((step) => step.from >= from && step.to <= to);
  const broken = steps.find(({ status }) => status !== 'comparable');
  return broken === undefined
    ? { status: 'comparable', reason: null }
    : { status: broken.status, reason: broken.reason };
}

/** Why territories of two editions may not be compared; null when they may. */
export const territorialBreak = (territorial: boolean, from: number): string | null =>
  territorial && from < firstRegionalEdition
    ? `Avant ${firstRegionalEdition}, les régions et les départements ne sont pas représentatifs.`
    : null;
