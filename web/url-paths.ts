import type { SitePath } from '../core/contract/site-paths.ts';
import { type Dimension, dimensions } from '../core/contract/vocabulary.ts';
import { keysOf } from './names.ts';
import type { Fault } from './url-state.ts';
import type { View } from './view.ts';

/** The part of the view that a path holds, and what of it is unknown; a portrait of an unknown value is the list of portraits. */
export function partOfPath({ question, chapter, portrait }: SitePath): {
  part: Partial<View>;
  fault: Fault | null;
} {
  if (question !== undefined) return { part: { question }, fault: null };
  if (chapter !== undefined) return { part: { chapter }, fault: null };
  if (portrait === undefined) return { part: {}, fault: null };
  const { dimension, key } = portrait;
  return keysOf[dimension].includes(key)
    ? { part: { [dimension]: [key] }, fault: null }
    : { part: {}, fault: { parameter: dimension, raw: key, reason: 'unknown-value' } };
}

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
