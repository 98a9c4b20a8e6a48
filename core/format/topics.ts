import type { Language } from './language.ts';

/** Questions too long to be quoted in a title, and what a title calls them. */
const topics: readonly ({ code: number; label: RegExp } & Record<Language, string>)[] = [
  {
    code: 713,
    label: /factures émises/i,
    fr: 'Part des factures émises dans un format structuré',
    en: 'Share of invoices issued in a structured format',
  },
  {
    code: 1421,
    label: /prestataire/i,
    fr: 'Difficultés à trouver un prestataire numérique',
    en: 'Difficulty in finding a digital provider',
  },
  {
    code: 1422,
    label: /conseiller/i,
    fr: 'Qui les conseillerait le mieux sur leur transformation numérique',
    en: 'Who would best advise them on going digital',
  },
];

/** What a title calls a long question; null for one that it quotes, or that is not known. */
export const topicOf = (
  { code, label }: { code: number; label: string },
  language: Language,
): string | null =>
  topics.find((topic) => topic.code === code && topic.label.test(label))?.[language] ?? null;
