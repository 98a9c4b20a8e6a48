import type { Language } from './language.ts';

const months: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The day of an ISO 8601 instant or date, in UTC: `1er avril 2025`, `1 April 2025`; text that is no date is returned. */
export function formatDate(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const day = date.getUTCDate();
  const ordinal = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${ordinal}\u00a0${months[language][date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
