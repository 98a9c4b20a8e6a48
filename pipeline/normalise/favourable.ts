import { foldLabel } from '../../warehouse/fold.ts';
import type { UnifiedAnswer } from './answers.ts';
import { plainText } from './text.ts';

const quotes = /«\s*(.+?)\s*»|"([^"]+)"|“([^”]+)”/gu;

/** The answers that a producer’s text names between quotation marks. */
const quotedAnswers = (text: string): string[] =>
  [...text.matchAll(quotes)].map((found) => (found[1] ?? found[2] ?? found[3] ?? '').trim());

const listedAnswers = (text: string): string[] =>
  text.split(/\s*[/;+|]\s*/u).filter((part) => part !== '');

/**
 * The answers counted as favourable, by the producer’s rule: those that `descriptif_de_question` names between
 * quotation marks, else those of `valeurs_dans_calcul`, else « Oui ». Only answers the question has are kept.
 */
export function favourableAnswers(
  answers: readonly UnifiedAnswer[],
  description: string | null,
  counted: string | null,
): string[] {
  const offered = answers.filter(({ missing }) => !missing);
  const named = (texts: readonly string[]): string[] => {
    const wanted = new Set(texts.map((text) => foldLabel(plainText(text))));
    return offered
      .filter(
        ({ label, wordings }) =>
          wanted.has(foldLabel(label)) ||
          wordings.some((wording) => wanted.has(foldLabel(wording.label))),
      )
      .map(({ label }) => label);
  };
  const rules = [quotedAnswers(description ?? ''), listedAnswers(counted ?? ''), ['Oui']];
  return rules.map(named).find((found) => found.length > 0) ?? [];
}
