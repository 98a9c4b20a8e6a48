import { foldSearch } from '../../warehouse/fold.ts';

/**
 * A text as the warehouse keeps it: straight apostrophes, plain dashes untouched, single spaces.
 * @returns the empty text for null
 */
export const plainText = (value: string | null | undefined): string =>
  (value ?? '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/[\s\u00a0\u2007\u202f\ufeff]+/gu, ' ')
    .trim();

/** A text reduced to its words: no accent, case or punctuation. « Côtes-d’Armor » is « cotes d armor ». */
export const wordKey = (value: string | null | undefined): string =>
  foldSearch(plainText(value))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What R, Python and spreadsheets write where there is nothing. */
const nothing: ReadonlySet<string> = new Set(['', 'na', 'n a', 'nan', 'null', 'none']);

/** Whether a text stands for no value. */
export const isBlank = (value: string | null | undefined): boolean => nothing.has(wordKey(value));

/** A code as it is compared: `'001'`, `1` and `1.0` are one. */
export const codeKey = (value: string | null | undefined): string =>
  plainText(value)
    .replace(/[.,]0+$/u, '')
    .replace(/^0+(?=\d)/u, '');

/** A year's first moment, exported in another time zone, is the last evening of the year before. */
const lastEvening = /^(20\d\d)-12-31T(?:1\d|2[0-3]):/u;

/** The year that a text begins with or holds: `2024`, `2024-01-01`, a date with a time; null otherwise. */
export function yearOf(value: string | null | undefined): number | null {
  const text = plainText(value).replace(/\.0+$/u, '');
  const evening = lastEvening.exec(text);
  if (evening) return Number(evening[1]) + 1;
  const found = /(?:^|\D)(20\d\d)(?:\D|$)/u.exec(text);
  return found ? Number(found[1]) : null;
}
