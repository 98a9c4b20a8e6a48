import { type Dimension, dimensions } from '../core/contract/vocabulary.ts';
import { keysOf } from './names.ts';
import type { Fault } from './url-state.ts';
import type { View } from './view.ts';

/** What a page's path says beside its name: `/question/501`, `/chapitre/8`, `/portrait/region/53`. */
interface OwnAddress {
  /** The page of such a path; null when the path is a plain one. */
  page: 'question' | 'chapter' | 'portrait' | null;
  part: Partial<View>;
  fault: Fault | null;
}

const plain: OwnAddress = { page: null, part: {}, fault: null };

function readPortrait(dimension: Dimension, raw: string): OwnAddress {
  const key = decodeURIComponent(raw);
  return keysOf[dimension].includes(key)
    ? { page: 'portrait', part: { [dimension]: [key] }, fault: null }
    : {
        page: 'portrait',
        part: {},
        fault: { parameter: dimension, raw: key, reason: 'unknown-value' },
      };
}

/** Reads the part of the view that a path holds; a portrait of an unknown value is the list of portraits. */
export function readOwnAddress(pathname: string): OwnAddress {
  const [, code] = /^\/question\/(\d{1,6})\/*$/.exec(pathname) ?? [];
  if (code !== undefined) return { ...plain, page: 'question', part: { question: Number(code) } };
  const [, chapter] = /^\/chapitre\/(\d{1,6})\/*$/.exec(pathname) ?? [];
  if (chapter !== undefined)
    return { ...plain, page: 'chapter', part: { chapter: Number(chapter) } };
  const [, word, key] = /^\/portrait\/([a-z]+)\/([\w%+-]+)\/*$/.exec(pathname) ?? [];
  const dimension = dimensions.find((each) => each === word);
  if (dimension === undefined || key === undefined || !isEncoded(key)) return plain;
  return readPortrait(dimension, key);
}

const isEncoded = (text: string): boolean => /^(?:[\w+-]|%2B)+$/i.test(text);

/** The one value that a portrait is of; null for none, or several, which have no portrait. */
export function portraitOf(
  view: Pick<View, Dimension>,
): { dimension: Dimension; key: string } | null {
  const chosen = dimensions.flatMap((dimension) =>
    view[dimension].map((key) => ({ dimension, key })),
  );
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/** The end of a view's path and the parameter that it stands for; null when its path is a plain one. */
export function ownAddress(
  view: View,
): { name: 'question' | 'chapter' | Dimension; path: string } | null {
  if (view.page === 'question' && view.question !== null) {
    return { name: 'question', path: `/${view.question}` };
  }
  if (view.page === 'chapter' && view.chapter !== null) {
    return { name: 'chapter', path: `/${view.chapter}` };
  }
  const portrait = view.page === 'portrait' ? portraitOf(view) : null;
  if (portrait === null) return null;
  return { name: portrait.dimension, path: `/${portrait.dimension}/${portrait.key}` };
}
