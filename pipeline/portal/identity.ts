import type { DatasetKind, PortalDataset, PortalField } from './types.ts';

/** Data sets this project knows by name. The catalogue's search finds the others. */
export const KNOWN_DATASETS: readonly string[] = [
  'questions-reponses',
  'bfn-table-de-correspondance',
  'bfn-2022-resultats-2022',
  'bfn-2023-resultats-2023',
  'bfn-resultats-2025',
];

/** The survey year in an id or else a title; an id such as `bfn-2022-resultats-2022` repeats it. */
export function editionOf(id: string, title = ''): number | null {
  for (const words of [id, title]) {
    const years = [...words.matchAll(/(?<!\d)20\d\d(?!\d)/g)];
    const last = years.at(-1);
    if (last !== undefined) return Number(last[0]);
  }
  return null;
}

/** What a data set is, by its columns where they tell, else by its id and title. */
export function kindOf(id: string, title = '', fields: readonly PortalField[] = []): DatasetKind {
  const names = fields.map((field) => fold(field.name).replaceAll(' ', '_'));
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.filter((name) => /^code_20\d\d$/.test(name)).length >= 2) return 'correspondence';
  const hasAnswer = some(/reponse/);
  if (hasAnswer && some(/^score/)) return 'published';
  if (hasAnswer && some(/^poids/)) return some(/^poids_question$/) ? 'published' : 'microdata';
  const words = `${fold(id)} ${fold(title)}`;
  if (/correspondance/.test(words)) return 'correspondence';
  if (/questions reponses/.test(words)) return 'published';
  if (/resultats?\b/.test(words) && editionOf(id, title) !== null) return 'microdata';
  return 'other';
}

/** Whether a data set the search brought up is this survey's: the search is fuzzy. */
export function isBarometer(dataset: PortalDataset): boolean {
  if (KNOWN_DATASETS.includes(dataset.id) || /^bfn(-|_|$)/.test(dataset.id)) return true;
  return /\bfrance num\b/.test(fold(dataset.title)) && /barometre|bfn/.test(fold(dataset.title));
}

/** Lower case, without accents, punctuation as single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
