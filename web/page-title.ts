import type { Language } from '../core/format/language.ts';
import { nameScore, nameValue } from '../core/format/names.ts';
import { formatOf } from './format.ts';
import * as store from './store.ts';
import { portraitOf } from './url-paths.ts';
import { filterNames, type View } from './view.ts';
import { wordsOf } from './words.ts';

/** How many filters a title names: a whole territory would leave no room for the rest. */
const namedFilters = 3;

/** What the figures are cut by, then whom they count: « région × taille, Bretagne ». */
function describeCut(view: View, lang: Language): string {
  const names = wordsOf(lang).dimensions;
  const cut = [view.by, view.cross]
    .flatMap((dimension) => (dimension === null ? [] : names[dimension].toLowerCase()))
    .join(' × ');
  const filters = filterNames.flatMap((name) =>
    view[name].map((key) => nameValue(name, key, lang)),
  );
  const left = filters.length > namedFilters ? '…' : '';
  return [cut, ...filters.slice(0, namedFilters), left].filter((part) => part !== '').join(', ');
}

/** What a page is about beyond its name: a question, a chapter, a place, a profile; null for a page of everything. */
function subjectOf(view: View, lang: Language): string | null {
  if (view.page === 'chapter') return store.chapterLabel.value;
  const portrayed = view.page === 'portrait' ? portraitOf(view) : null;
  if (portrayed !== null) return nameValue(portrayed.dimension, portrayed.key, lang);
  const scored = view.page === 'prospect' && view.criteria.length > 0;
  const main = scored ? nameScore(lang) : (store.chosen.value?.label ?? null);
  const cut = describeCut(view, lang);
  if (main === null) return cut === '' ? null : cut;
  return cut === '' ? main : `${main} (${cut})`;
}

/** The title of the page on show: two pages of different figures have different titles. */
export function pageTitle(view: View, lang: Language): string {
  const words = wordsOf(lang);
  const page = words.titles[view.page];
  if (view.page === 'home') return formatOf(lang).text(page);
  const subject = subjectOf(view, lang);
  const parts = [...(subject === null ? [] : [subject]), page, words.product];
  return formatOf(lang).text(parts.join(' – '));
}
