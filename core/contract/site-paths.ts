import { type Dimension, dimensions } from './vocabulary.ts';

/** The pages of the site and their paths. */
export const sitePaths = {
  home: '/',
  prospect: '/prospecter',
  explore: '/explorer',
  question: '/question',
  movers: '/bouge',
  compare: '/comparer',
  verification: '/verification',
  portrait: '/portrait',
  chapter: '/chapitre',
  accessibility: '/accessibilite',
} as const;

export type SitePage = keyof typeof sitePaths;

/** A page, and what its path says beside its name: `/question/501`, `/chapitre/8`, `/portrait/region/53`. */
export interface SitePath {
  readonly page: SitePage;
  readonly question?: number;
  readonly chapter?: number;
  /** The key is as written: whether the dimension has it is the reader's to check. */
  readonly portrait?: { readonly dimension: Dimension; readonly key: string };
}

/** What a path of the site names; null when the site has no such page. */
export function readSitePath(pathname: string): SitePath | null {
  const path = pathname.replace(/\/+$/, '') || '/';
  const page = (Object.keys(sitePaths) as SitePage[]).find((each) => sitePaths[each] === path);
  if (page !== undefined) return { page };
  const [, name, code] = /^\/(question|chapitre)\/(\d{1,6})$/.exec(path) ?? [];
  if (name === 'question') return { page: 'question', question: Number(code) };
  if (name === 'chapitre') return { page: 'chapter', chapter: Number(code) };
  const [, word, written] = /^\/portrait\/([a-z]+)\/((?:[\w+-]|%2B)+)$/i.exec(path) ?? [];
  const dimension = dimensions.find((each) => each === word);
  if (dimension === undefined || written === undefined) return null;
  return { page: 'portrait', portrait: { dimension, key: decodeURIComponent(written) } };
}
