import { words } from './plain-words.ts';

/** `s/`, `s/s` and a bare stroke between two names stand for « sur » and « sous ». */
const spelled = (written: string): string =>
  written
    .replace(/\bs\s*\/\s*s\b\.?/giu, ' sous ')
    .replace(/\bs\s*\/\s*/giu, ' sur ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' sur ');

/** A town's name in one spelling: « ST-ETIENNE » → `saint etienne`, « Neuilly s/Seine » → `neuilly sur seine`. */
export const plainTown = (written: string): string =>
  words(spelled(written))
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bss\b/g, 'sous')
    .replace(/\bpce\b/g, 'provence');

const article = /^(.*) \((le|la|les|l'|l’)\)$/i;
const office = / (?:cedex|cdx|cx)(?: \d+)?$/;
const arrondissement =
  /^(paris|lyon|marseille) (?:\d{1,2}|[ivx]+)(?: ?(?:e|er|eme|ieme|nd))?(?: (?:arrondissement|arr|arrdt|ardt))?$/;

/** The same without what names the post office or the arrondissement: « ST-ETIENNE CEDEX 2 », « Havre (Le) », « Paris XVe ». */
export function townName(written: string): string {
  const [, name, first] = article.exec(written.trim()) ?? [];
  return plainTown(name === undefined ? written : `${first} ${name}`)
    .replace(/ france$/, '')
    .replace(office, '')
    .replace(arrondissement, '$1');
}
