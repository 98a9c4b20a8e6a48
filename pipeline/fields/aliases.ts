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
  alias: string;
}

/** The aliases of a kind: most are looked up, and few have to be tried one by one. */
interface Aliases {
  exact: ReadonlyMap<string, Ordered>;
  patterns: readonly (Ordered & { matches: RegExp })[];
}

/** Of two aliases of the same priority, the earlier one holds. */
interface Ordered extends Known {
  order: number;
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

const isPattern = (alias: string): boolean => /\{year\}|\*/u.test(alias);

const isBefore = (one: Ordered, other: Ordered): boolean =>
  one.priority < other.priority || (one.priority === other.priority && one.order < other.order);

/** A field's own name is its last alias. */
function compile(lists: AliasLists, ignored: readonly string[]): Aliases {
  const useful = Object.entries(lists).flatMap(([field, names]) =>
    [...names, field].map((alias, priority): Alias => ({ field, priority, alias })),
  );
  const useless = ignored.map((alias): Alias => ({ field: null, priority: 0, alias }));
  const exact = new Map<string, Ordered>();
  const patterns: (Ordered & { matches: RegExp })[] = [];
  for (const [order, { alias, ...known }] of [...useful, ...useless].entries()) {
    const ordered = { ...known, order };
    if (isPattern(alias)) patterns.push({ ...ordered, matches: patternOf(alias) });
    else {
      const holder = exact.get(foldName(alias));
      if (holder === undefined || isBefore(ordered, holder)) exact.set(foldName(alias), ordered);
    }
  }
  return { exact, patterns };
}

const lists = JSON.parse(
  readFileSync(join(packageRoot, 'data/column-aliases.json'), 'utf8'),
) as Record<DatasetKind | 'ignored', AliasLists>;

const aliases: Record<DatasetKind, Aliases> = {
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
  const { exact, patterns } = aliases[kind];
  let best = exact.get(folded) ?? null;
  for (const { matches, ...known } of patterns) {
    const match = matches.exec(folded);
    if (match === null || (best !== null && !isBefore(known, best))) continue;
    best = { ...known, field: known.field?.replace('{year}', match[1] ?? '') ?? null };
  }
  return best && { field: best.field, priority: best.priority };
}
