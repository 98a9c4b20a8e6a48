import type { Language } from '../../core/format/language.ts';
import { formatShare } from '../../core/format/numbers.ts';

/** A probability in whole percents; neither 0 nor 100 % is ever said of what is only estimated. */
export function formatChance(probability: number | null, language: Language): string {
  if (probability === null) return '–';
  if (probability < 0.01) return `< ${formatShare(0.01, language, 0)}`;
  if (probability > 0.99) return `> ${formatShare(0.99, language, 0)}`;
  return formatShare(probability, language, 0);
}
