/**
 * Makes `data/towns.txt` from the official list of communes of `@etalab/decoupage-administratif` (INSEE's official
 * geographic code, Licence Ouverte): for each department of the survey a line, its code, then the names of its
 * communes, those merged into others since included. Run by hand: `npx tsx scripts/build-towns.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { departments } from '../core/contract/territories.ts';

interface Commune {
  nom: string;
  type: string;
  departement?: string;
}

const require = createRequire(import.meta.url);
const communes: Commune[] = JSON.parse(
  readFileSync(require.resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'),
);
const lines = departments.map(({ code }) => {
  const own = communes.filter(
    ({ departement, type }) => departement === code && type !== 'arrondissement-municipal',
  );
  const names = [...new Set(own.map(({ nom }) => nom))].sort((a, b) => a.localeCompare(b, 'fr'));
  return `${code} ${names.join('|')}`;
});
writeFileSync(join(import.meta.dirname, '..', 'data', 'towns.txt'), `${lines.join('\n')}\n`);
