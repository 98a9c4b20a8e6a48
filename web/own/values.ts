import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import { headcounts, nafOf } from '../prospect/state-files.ts';
import { words } from './plain-words.ts';

const departmentByName = new Map(departments.map(({ code, label }) => [words(label), code]));
const departmentCodes = new Set(departments.map(({ code }) => code));

/**
 * `1`, `01`, `2a`, « Finistère », « 29 - Finistère », « 29 Finistère » → a department's code; null when it is none. A number
 * followed by other words is that of a street: « 12 rue de la Gare ».
 */
export function readDepartment(text: string): string | null {
  const [, written = '', rest = ''] = /^\s*(2[ab]|\d{1,3})(?=$|[\s–—:(-])(.*)$/isu.exec(text) ?? [];
  const code = written.toUpperCase().padStart(2, '0');
  const named = departmentByName.get(words(rest));
  const alone = words(rest) === '' || (/^\s*[–—:(-]/u.test(rest) && !/\d/.test(rest));
  if (departmentCodes.has(code) && (alone || named === code)) return code;
  return (
    departmentByName.get(words(text.replace(/^\s*\w{1,3}\s*[-–:(]\s*/, ''))) ??
    departmentByName.get(words(text)) ??
    null
  );
}

/** Postal codes that read as Guadeloupe’s and have not been since 2007: Saint-Barthélemy and Saint-Martin. */
const noDepartment = new Set(['97133', '97150']);

/**
 * A postal code → the department's code: 20000–20199 is 2A, 202 and 206 are 2B, 97x overseas; a lost zero is put back, a
 * country's letters before it (`F-29200`) are passed over. INSEE's code of a commune (`2A004`) tells it as well.
 */
export function readPostalCode(text: string): string | null {
  const digits = text
    .replace(/^\s*(?:f|fr|fra)[\s-]+(?=\d)/i, '')
    .replace(/\s/g, '')
    .replace(/\.0+$/, '');
  const corsica = /^(2[ab])\d{3}$/i.exec(digits);
  if (corsica !== null) return corsica[1]!.toUpperCase();
  if (!/^\d{4,5}$/.test(digits)) return null;
  const code = digits.padStart(5, '0');
  if (noDepartment.has(code)) return null;
  if (code.startsWith('20')) return Number(code) < 20200 ? '2A' : '2B';
  const department = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
  return departmentCodes.has(department) ? department : null;
}

const regionByName = new Map([
  ...regions.map(({ code, label }) => [words(label), code] as const),
  ['paca', '93'] as const,
]);

/** A region's name → its code; null when it is none. Its INSEE code would read as a department's. */
export const readRegion = (text: string): string | null => regionByName.get(words(text)) ?? null;

const sectorByName = new Map(
  sectors.flatMap(({ key, fr, en }) => [key, fr, en].map((name) => [words(name), key] as const)),
);
const sectorByNaf = new Map(
  [...nafOf].flatMap(([sector, codes]) =>
    codes.map((code) => [code.replace('.', ''), sector] as const),
  ),
);
const sectorByDivision = new Map(
  [...nafOf].flatMap(([sector, codes]) => codes.map((code) => [code.slice(0, 2), sector] as const)),
);

/** A sector's label or slug → its slug; null when it is none. */
export const readSector = (text: string): string | null => sectorByName.get(words(text)) ?? null;

/** A NAF code, with or without its point, or its division → a sector's slug; null when it is none. */
export function readNaf(text: string): string | null {
  const code = text.trim().toUpperCase().replaceAll(/[\s.]/g, '');
  if (!/^\d{2}(\d{2}[A-Z]?)?$/.test(code)) return null;
  return sectorByNaf.get(code) ?? sectorByDivision.get(code.slice(0, 2)) ?? null;
}

const sizeByName = new Map(
  sizes.flatMap(({ key, fr, en }) => [key, fr, en].map((name) => [words(name), key] as const)),
);
/** The largest headcount of each class. */
const mostOf = sizes.map(({ key }) => ({ key, most: Number(key.split('-').at(-1)) }));

const classOf = (count: string): string | null =>
  mostOf.find(({ most }) => Number(count) <= most)?.key ?? null;

const headcount =
  /^(\d{1,4})(?:\s*(?:à|a|to|-|–)\s*(\d{1,4}))?\s*(?:salari[ée]e?s?|employees?|personnes?)?$/i;

/** A size's label, a headcount, or a range within one class (« 6 à 9 salariés ») → its class; null when it is none, or above 249. */
export function readSize(text: string): string | null {
  const named = sizeByName.get(words(text));
  if (named !== undefined) return named;
  const [, least, most] = headcount.exec(text.trim()) ?? [];
  if (least === undefined) return null;
  const size = classOf(least);
  return most === undefined || classOf(most) === size ? size : null;
}

/** The class of each headcount code of Sirene; none above 249 employees, nor of a headcount unknown there (NN). */
const sizeByCode = new Map(
  Object.entries(headcounts).flatMap(([size, codes]) => codes.map((code) => [code, size] as const)),
);
const otherCodes = new Set(['NN', '32', '41', '42', '51', '52', '53']);

/** Sirene's code of a headcount class (`12` is 20 to 49 employees) → the survey's class; null when it is none. */
export const readHeadcountCode = (text: string): string | null =>
  sizeByCode.get(text.trim()) ?? null;

/** Whether a value is a code of Sirene's, of a class that the survey has or not. */
export const isHeadcountCode = (text: string): boolean =>
  sizeByCode.has(text.trim()) || otherCodes.has(text.trim().toUpperCase());
