import type { Language } from '../../core/format/language.ts';

const fr = {
  tick: (name: string) => `Comparer ${name}`,
  hint: 'Cochez deux à quatre lignes pour les mettre côte à côte.',
  one: (name: string) => `${name} est cochée : cochez une autre ligne pour comparer.`,
  see: (count: number) => `Comparer les ${count} lignes cochées`,
  most: 'Quatre au plus : décochez-en une pour en cocher une autre.',
  clear: 'Tout décocher',
};

type BesideTickWords = typeof fr;

const en: BesideTickWords = {
  tick: (name) => `Compare ${name}`,
  hint: 'Tick two to four rows to set them side by side.',
  one: (name) => `${name} is ticked: tick another row to compare.`,
  see: (count) => `Compare the ${count} rows ticked`,
  most: 'Four at most: untick one to tick another.',
  clear: 'Untick all',
};

/** The words of rows ticked to be compared. */
export const besideTickWords = (language: Language): BesideTickWords =>
  language === 'fr' ? fr : en;
