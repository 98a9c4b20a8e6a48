import { foldLabel, foldSearch } from '../../warehouse/fold.ts';
import type { UnifiedAnswer } from './answers.ts';
import { plainText, wordKey } from './text.ts';

const quotes = /«\s*(.+?)\s*»|"([^"]+)"|“([^”]+)”/gu;
const exclusion = /(?:hors|sauf|sans compter|except[a-z]*|exclu[a-z]*|non compris)[^«"“.;]{0,40}$/u;

/** The answers that a producer's text names between quotation marks, those it leaves out apart. */
const quotedAnswers = (text: string): string[] =>
  [...text.matchAll(quotes)]
    .filter((found) => !exclusion.test(foldSearch(text.slice(0, found.index))))
    .map((found) => (found[1] ?? found[2] ?? found[3] ?? '').trim());

const listedAnswers = (text: string): string[] =>
  text.split(/\s*[/;+|]\s*/u).filter((part) => part !== '');

const startsWithWords = (label: string, words: string): boolean =>
  `${label} `.startsWith(`${words} `);

/**
 * The answer that a piece of a sum names, whatever is written before or after it: « Somme des réponses
 * Tout à fait », « Plutôt d'accord des répondants ». The shortest answer is meant: « Plutôt » is not
 * « Plutôt pas ».
 */
function namedBy(piece: string, labels: readonly string[]): string | undefined {
  const words = wordKey(piece).split(' ');
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((__, length) => words.slice(from, from + length + 1).join(' ')),
  );
  const [longest] = runs
    .filter((run) => run.length >= 'oui'.length)
    .filter((run) => labels.some((label) => startsWithWords(wordKey(label), run)))
    .sort((a, b) => b.length - a.length);
  if (longest === undefined) return undefined;
  return labels
    .filter((label) => startsWithWords(wordKey(label), longest))
    .sort((a, b) => a.length - b.length)[0];
}

/** The answers of a sum written without quotation marks: « Tout à fait + Plutôt ». */
function summedAnswers(text: string, labels: readonly string[]): string[] {
  if (!text.includes('+')) return [];
  return text
    .split('+')
    .map((piece) => namedBy(piece, labels))
    .filter((label) => label !== undefined);
}

/**
 * The answers counted as favourable, by the producer's rule: those that `descriptif_de_question` names between
 * quotation marks or adds up, else those of `valeurs_dans_calcul`, else « Oui ». Only answers the question has
 * are kept.
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
  const rule = plainText(description);
  const labels = offered.map(({ label }) => label);
  const candidates = [
    quotedAnswers(rule),
    summedAnswers(rule, labels),
    listedAnswers(plainText(counted)),
    ['Oui'],
  ];
  return candidates.map(named).find((found) => found.length > 0) ?? [];
}
