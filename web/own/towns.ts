import { departments } from '../../core/contract/territories.ts';
import text from '../../data/towns.txt?raw';
import { readPostalCode, words } from './values.ts';

/** Where a town may be: one department, or several, between which only the vendor can tell. */
export interface TownPlace {
  /** As names are looked up, the same for every spelling. */
  name: string;
  departments: readonly string[];
}

const article = /^(.*) \((le|la|les|l'|l’)\)$/i;
const arrondissement = /^(paris|lyon|marseille) \d{1,2}(?: ?(?:e|er|eme|nd))?(?: arrondissement)?$/;

/** A town's name in one spelling: « ST-ETIENNE CEDEX 2 » → `saint etienne`, « Havre (Le) » → `le havre`. */
export function townName(written: string): string {
  const [, name, first] = article.exec(written.trim()) ?? [];
  const plain = words(name === undefined ? written : `${first} ${name}`)
    .replace(/ cedex(?: \d+)?$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
  return plain.replace(arrondissement, '$1');
}

/** Departments by town; built once, where a file has a column of towns. */
function indexTowns(): ReadonlyMap<string, readonly string[]> {
  const codes = new Set(departments.map(({ code }) => code));
  const index = new Map<string, string[]>();
  for (const line of text.trim().split('\n')) {
    const [code = '', ...rest] = line.split(' ');
    if (!codes.has(code)) continue;
    for (const name of rest.join(' ').split('|')) {
      const key = townName(name);
      const known = index.get(key);
      if (known === undefined) index.set(key, [code]);
      else if (!known.includes(code)) known.push(code);
    }
  }
  return index;
}

let index: ReadonlyMap<string, readonly string[]> | null = null;

/** `29200 Brest`, at the end of an address too (`12 rue de la Gare, 29200 Brest`), or `Brest 29200`. */
function partPostal(written: string): { postal?: string; rest?: string } {
  const before = /(?:^|[\s,;–-])(?:F-)?(\d{5})[\s,-]+(\p{L}[^\d]*(?:cedex.*)?)$/iu.exec(written);
  if (before !== null) return { postal: before[1]!, rest: before[2]! };
  const after = /^(\p{L}[^\d]*?)[\s,(-]+(\d{5})\)?\s*$/u.exec(written);
  return after === null ? {} : { postal: after[2]!, rest: after[1]! };
}

/** « Brest » → where it may be; a postal code beside the name settles it. Null when no official name matches. */
export function readTown(written: string): TownPlace | null {
  index ??= indexTowns();
  const { postal, rest } = partPostal(written);
  const department = postal === undefined ? null : readPostalCode(postal);
  const name = townName(rest ?? written);
  if (department !== null) return { name, departments: [department] };
  const found = index.get(name);
  return found === undefined ? null : { name, departments: found };
}
