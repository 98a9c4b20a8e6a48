/**
 * Makes the files by which towns are placed, for each department of the survey a line, its code, then names:
 * `data/towns.txt` has its communes, those merged into others since included; `data/town-names.txt` other names that
 * letters bear, the post's (Juan-les-Pins) and the beginnings of long names of towns (Asnières); `data/town-largest.txt`
 * those of its towns that are far larger than all others of their name. From `@etalab/decoupage-administratif` (INSEE)
 * and the file of `codes-postaux` 4.1.2 (DGFiP), too large to be a dependency. Run by hand:
 * `npm pack codes-postaux@4.1.2 && tar xzf codes-postaux-4.1.2.tgz && npx tsx scripts/build-towns.ts package/codes-postaux.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { departments } from '../core/contract/territories.ts';
import { plainTown } from '../web/own/town-name.ts';

interface Commune {
  nom: string;
  type: string;
  departement?: string;
  population?: number;
}

interface Delivered {
  codeCommune: string;
  libelleAcheminement: string;
}

/** From this size on, a town is known by the beginning of its name. */
const largeTown = 5000;
/** How many times larger than all others of its name a town is, to be meant by it. */
const farLarger = 20;

const require = createRequire(import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8'));
const communes = read<Commune[]>(
  require.resolve('@etalab/decoupage-administratif/data/communes.json'),
).filter(({ type }) => type !== 'arrondissement-municipal');
const delivered = read<Delivered[]>(process.argv[2] ?? 'package/codes-postaux.json');

/** People of each town, by its plain name and department. */
const people = new Map<string, Map<string, number>>();
for (const { nom, departement = '', population = 0 } of communes) {
  const name = plainTown(nom);
  const places = people.get(name) ?? new Map<string, number>();
  people.set(name, places.set(departement, (places.get(departement) ?? 0) + population));
}

const data = join(import.meta.dirname, '..', 'data');

function write(file: string, namesOf: (code: string) => readonly string[]): void {
  const lines = departments.map(({ code }) => {
    const names = [...new Set(namesOf(code))].sort((a, b) => a.localeCompare(b, 'fr'));
    return names.length === 0 ? [] : [`${code} ${names.join('|')}`];
  });
  writeFileSync(join(data, file), `${lines.flat().join('\n')}\n`);
}

const codeOf = (commune: string): string => commune.slice(0, commune.startsWith('97') ? 3 : 2);
const cutArticle = / (?:le|la|les|l)$/;

interface Name {
  code: string;
  name: string;
  people: number;
}

/** What the post writes that no commune is called. */
const postal = delivered
  .map((one) => ({ code: codeOf(one.codeCommune), name: plainTown(one.libelleAcheminement) }))
  .filter(({ name }) => !people.has(name) && !cutArticle.test(name))
  .map((one): Name => ({ ...one, people: 0 }));

/** Names of `data/town-aliases.csv`, written by hand. */
const byHand = readFileSync(join(data, 'town-aliases.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Name => {
    const [name = '', code = '', count = ''] = line.split(',');
    return { code, name: plainTown(name), people: Number(count) };
  });

const linking = / (?:sur|sous|en|de|du|des|d|les|la|le|au|aux|l|a) .*$/;
/** Beginnings that are no name: of Grand-Quevilly, Pointe-à-Pitre, Notre-Dame-de-Gravenchon. */
const nothing =
  /^(?:(?:l[ae]|les) )?(?:saint|sainte|grande?|petite?|ville|villeneuve|vieux|basse|trois|pointe|entre|notre(?: dame)?|bourg|champs|montagne|chapelle|roche|motte|ferte|riviere|plaine|plessis|mesnil|garenne)?$/;

/** « Asnières » of Asnières-sur-Seine, « Levallois » of Levallois-Perret, where no larger town is called so. */
const short = communes.flatMap(({ nom, departement = '', population = 0 }): Name[] => {
  const whole = plainTown(nom);
  const cut = whole.replace(linking, '');
  const name =
    cut === whole ? whole.replace(/^((?:saint |sainte |la |le |les )?\S+) .*$/, '$1') : cut;
  const rivals = Math.max(0, ...(people.get(name)?.values() ?? []));
  const told = name !== whole && name.length >= 5 && !nothing.test(name);
  const known = population >= largeTown && rivals <= population / 3;
  return told && known ? [{ code: departement, name, people: population }] : [];
});

const other = [...byHand, ...postal, ...short];

write('towns.txt', (code) =>
  communes.filter(({ departement }) => departement === code).map(({ nom }) => nom),
);
write('town-names.txt', (code) => other.filter((one) => one.code === code).map(({ name }) => name));

for (const { name, code, people: count } of other) {
  const places = people.get(name) ?? new Map<string, number>();
  people.set(name, places.set(code, (places.get(code) ?? 0) + count));
}
write('town-largest.txt', (code) =>
  [...people].flatMap(([name, places]) => {
    const own = places.get(code) ?? 0;
    const others = [...places.values()].reduce((sum, one) => sum + one, 0) - own;
    return places.size > 1 && own > farLarger * others ? [name] : [];
  }),
);
