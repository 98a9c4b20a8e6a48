import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../core/format/language.ts';
import type { Provenance } from '../core/format/wording.ts';
import { type Format, formatOf } from './format.ts';
import { type Words, wordsOf } from './words.ts';

/** What every part of a page may need to know of the page. */
export interface Surroundings {
  lang: Language;
  dark: boolean;
  /** Where the figures come from; null until it is known. */
  provenance: Provenance | null;
}

export const SurroundingsContext = createContext<Surroundings>({
  lang: 'fr',
  dark: false,
  provenance: null,
});

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);

/** The interface's words and the way figures are written, in the language of the page. */
export function useLanguage(): { lang: Language; t: Words; f: Format } {
  const { lang } = useSurroundings();
  return { lang, t: wordsOf(lang), f: formatOf(lang) };
}
