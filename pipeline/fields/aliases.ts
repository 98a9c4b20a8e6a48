import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../warehouse/package-root.ts';
import type { DatasetKind } from '../types.ts';
import { foldHeader } from './fold.ts';

/** What a header holds by its aliases: the lower priority wins where two headers hold one field. */
export interface Known {
  /** Null for a column known and of no use. */
  field: string | null;
  priority: number;
}

interface Alias extends Known {
  matches: RegExp;
}

/** « Identifiant du répondant » is « identifiant_repondant »: French headers say with or without their little words. */
const littleWords = /(?<=^|[^\p{L}\p{N}])(?:de|du|des|la|le|les|l|d)(?=$|[^\p{L}\p{N}])/giu;
const foldName = (text: string): string =>
  foldHeader(text.replace(littleWords, ' ')) || foldHeader(text);

type AliasLists = Readonly<Record<string, readonly string[]>>;

/** `{year}` is a survey year, `*` anything; the rest of an alias is compared folded. */
function patternOf(alias: string): RegExp {
  const source = alias
    .split(/(\{year\}|\*)/u)
    .map((part) => (part === '{year}' ? '(20\\d\\d)' : part === '*' ? '.*' : foldName(part)))
    .join('');
  return new RegExp(`^${source}$`, 'u');
}

/** A field's own name is its last alias. */
function compile(lists: AliasLists, ignored: readonly string[]): Alias[] {
  const useful = Object.entries(lists).flatMap(([field, names]) =>
    [...names, field].map((name, priority) => ({ field, priority, matches: patternOf(name) })),
  );
  const useless = ignored.map((name) => ({ field: null, priority: 0, matches: patternOf(name) }));
  return [...useful, ...useless];
}

const lists = JSON.parse(
  readFileSync(join(packageRoot, 'data/column-aliases.json'), 'utf8'),
) as Record<DatasetKind | 'ignored', AliasLists>;

const aliases: Record<DatasetKind, Alias[]> = {
  microdata: compile(lists.microdata, lists.ignored.microdata ?? []),
  published: compile(lists.published, lists.ignored.published ?? []),
  correspondence: compile(lists.correspondence, lists.ignored.correspondence ?? []),
};

/**
 * What a header holds in a data set of this kind, by `data/column-aliases.json`; null when no alias fits.
 * Where several fields claim a header, the one that names it earliest in its own list has it.
 */
export function knownHeader(kind: DatasetKind, header: string): Known | null {
  const folded = foldName(header);
  let best: Known | null = null;
  for (const { field, priority, matches } of aliases[kind]) {
    const match = matches.exec(folded);
    if (match === null || (best !== null && best.priority <= priority)) continue;
    best = { field: field?.replace('{year}', match[1] ?? '') ?? null, priority };
  }
  return best;
}
