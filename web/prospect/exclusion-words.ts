import type { Language } from '../../core/format/language.ts';

interface ExclusionWords {
  without: string;
  ranksKept: string;
}

const both: Record<Language, ExclusionWords> = {
  fr: { without: 'Exclusions', ranksKept: 'Les rangs restent ceux du classement entier.' },
  en: { without: 'Left out', ranksKept: 'Ranks are still those of the whole ranking.' },
};

/** The words for what is left out of a ranking, in a language. */
export const exclusionWords = (language: Language): ExclusionWords => both[language];
