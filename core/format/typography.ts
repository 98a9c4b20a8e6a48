import type { Language } from './language.ts';
import { NARROW_SPACE } from './numbers.ts';

/** A dash that no line begins with: it stays with the word before. */
const boundDash = '\u00a0- ';

/** Text for a file, its dashes between ordinary spaces. */
export const withPlainDashes = (text: string): string => text.replaceAll(boundDash, ' - ');

/**
 * Plain text as a French reader expects it: ’ for ', « » for "…", a narrow no-break space before ; : ! ? % and
 * inside « », between thousands and before €, three dots as one, no line that begins with a dash. Applying it twice changes nothing. Addresses (`https://…`) and times (`10:30`) keep
 * their colons.
 */
export function displayFrench(text: string): string {
  return text
    .replace(/"([^"]*)"/g, '«$1»')
    .replace(/'/g, '\u2019')
    .replace(/\.\.\./g, '…')
    .replace(/[ \u00a0\u202f]*([;!?%»])/g, `${NARROW_SPACE}$1`)
    .replace(/[ \u00a0\u202f]+:/g, `${NARROW_SPACE}:`)
    .replace(/([^\s\u202f\d/]):(?=\s|$)/g, `$1${NARROW_SPACE}:`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NARROW_SPACE}`)
    .replace(/([!?])\u202f(?=[!?])/g, '$1')
    .replace(
      /(?<![\d,.])(\d{1,3})((?: \d{3})+)(?!\d)/g,
      (_, first, rest) => first + rest.replaceAll(' ', NARROW_SPACE),
    )
    .replace(/(\d) €/g, `$1${NARROW_SPACE}€`)
    .replace(/ - /g, boundDash);
}

/**
 * French text as an English reader expects it quoted: the marks of what is itself a quotation, and no line that begins
 * with what French sets apart by a space (« Num ? », « 5 % »).
 */
const displayEnglish = (text: string): string =>
  text
    .replace(/'/g, '\u2019')
    .replace(/[ \u00a0]+(?=[;:!?%€])/g, NARROW_SPACE)
    .replace(/[«"][ \u00a0\u202f]*([^»"]*?)[ \u00a0\u202f]*[»"]/g, '‘$1’')
    .replace(/ - /g, boundDash);

/** Text of the data (French) as shown in an interface of that language; English has its own apostrophes and quotes. */
export function display(text: string, language: Language): string {
  return language === 'fr' ? displayFrench(text) : displayEnglish(text);
}

/** The sentence with its first letter in capital, the rest untouched. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** The label with its first letter small, unless it begins with an acronym (`TVA…`). */
export function decapitalise(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
