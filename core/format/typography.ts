import type { Language } from './language.ts';
import { NARROW_SPACE } from './numbers.ts';

/**
 * Plain text as a French reader expects it: ’ for ', « » for "…", a narrow no-break space before ; : ! ? % and
 * inside « », three dots as one. Applying it twice changes nothing. Addresses (`https://…`) and times (`10:30`) keep
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
    .replace(/([!?])\u202f(?=[!?])/g, '$1');
}

/** Text of the data (French) as shown in an interface of that language; English keeps only curly apostrophes. */
export function display(text: string, language: Language): string {
  return language === 'fr' ? displayFrench(text) : text.replace(/'/g, '\u2019');
}

/** The sentence with its first letter in capital, the rest untouched. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** The label with its first letter small, unless it begins with an acronym (`TVA…`). */
export function decapitalise(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
