import { departments } from '../../core/contract/territories.ts';
import largestText from '../../data/town-largest.txt?raw';
import otherText from '../../data/town-names.txt?raw';
import communesText from '../../data/towns.txt?raw';
import { townName } from './town-name.ts';
import { readPostalCode } from './values.ts';

/** Where a town may be: one department, or several, between which only the vendor can tell. */
export interface TownPlace {
  /** As names are looked up, the same for every spelling. */
  name: string;
  departments: readonly string[];
  /** Of several departments, that of the town far larger than the others of its name; null without one. */
  largest: string | null;
}

type Index = Map<string, string[]>;

const codes = new Set(departments.map(({ code }) => code));

/** Each name of a file of lines « code name|name… » and the code of its line. */
function* namesIn(text: string): Generator<readonly [name: string, code: string]> {
  for (const line of text.trim().split('\n')) {
    const [code = '', ...rest] = line.split(' ');
    if (codes.has(code)) for (const name of rest.join(' ').split('|')) yield [name, code];
  }
}

function add(index: Index, name: string, code: string): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [code]);
  else if (!known.includes(code)) known.push(code);
}

/** Departments by town, and by the names that letters bear besides. */
function indexTowns() {
  const communes: Index = new Map();
  for (const [name, code] of namesIn(communesText)) add(communes, townName(name), code);
  const all: Index = new Map([...communes].map(([name, found]) => [name, [...found]]));
  for (const [name, code] of namesIn(otherText)) add(all, name, code);
  return { all, names: [...all.keys()].sort(), largest: new Map(namesIn(largestText)) };
}

let built: ReturnType<typeof indexTowns> | null = null;
/** Built once, where a file has a column of towns. */
const index = () => (built ??= indexTowns());

/** `29200 Brest`, at the end of an address too (`12 rue de la Gare, 29200 Brest`), or `Brest 29200`. */
function partPostal(written: string): { postal?: string; rest?: string } {
  const before = /(?:^|[\s,;–-])(?:F-)?(\d{2} ?\d{3})[\s,-]+(\p{L}[^\d]*(?:cedex.*)?)$/iu.exec(
    written,
  );
  if (before !== null) return { postal: before[1]!, rest: before[2]! };
  const after = /^(\p{L}[^\d]*?)[\s,(-]+(\d{5})\)?\s*$/u.exec(written);
  return after === null ? {} : { postal: after[2]!, rest: after[1]! };
}

/** `Brest (29)`. */
function partDepartment(written: string): { code: string; rest: string } | null {
  const [, rest = '', text = ''] =
    /^(\p{L}.*?)\s*\(\s*(\d{2,3}|2[ab])\s*\)\s*$/iu.exec(written) ?? [];
  const code = text.toUpperCase();
  return codes.has(code) ? { code, rest } : null;
}

const moved = (name: string): string => name.replace(/^(.*) (le|la|les|l)$/, '$2 $1');
/** What is said of a part of a town: Bordeaux Lac, Metz Technopole. */
const part =
  / (?:aeroport|aerogares?|airport|campus|centre|est|gare|innopole|lac|nord|ouest|parc|port|sud|technopole|ville|zac|zae?|zi)$/;

/** A name as it may have been meant, where no list has it as it is written, the surest first. */
const meant = (name: string): readonly string[] => [
  moved(name),
  name.replace(' sur ', ' sous '),
  name.replace(/ s /, ' sur '),
  name.replace(part, ''),
  ...['le', 'la', 'les', 'l'].map((article) => `${article} ${name}`),
];

const mostDepartments = 6;
const shortest = 5;

/** The names that begin so, which follow each other in their order. */
function longer(start: string): readonly string[] {
  const { names } = index();
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]! < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (names[end]?.startsWith(start)) end += 1;
  return names.slice(low, end);
}

/** Where the towns are whose name begins so (« Saint-Pol », « Illkirch »); null where it says too little. */
function beginningWith(name: string): readonly string[] | null {
  if (name.length < shortest) return null;
  const several = [...new Set(longer(`${name} `).flatMap((one) => index().all.get(one)!))];
  return several.length > 0 && several.length <= mostDepartments ? several : null;
}

/** « Brest » → where it may be; a postal code or a department beside the name settles it. Null when nothing is called so. */
export function readTown(written: string): TownPlace | null {
  const { all, largest } = index();
  const { postal, rest } = partPostal(written);
  const stated = partDepartment(written);
  const told = (postal === undefined ? null : readPostalCode(postal)) ?? stated?.code ?? null;
  const plain = townName(rest ?? stated?.rest ?? written);
  if (told !== null) return { name: plain, departments: [told], largest: null };
  const name = [plain, ...meant(plain)].find((one) => all.has(one));
  const found = name === undefined ? beginningWith(plain) : all.get(name)!;
  return found === null
    ? null
    : { name: name ?? plain, departments: found, largest: largest.get(name ?? plain) ?? null };
}

/** Whether a value is written as a town is: by an official name, or with its postal code. What `readTown` guesses is none. */
export function isTown(written: string): boolean {
  const { postal } = partPostal(written);
  return (
    (postal !== undefined && readPostalCode(postal) !== null) || index().all.has(townName(written))
  );
}
