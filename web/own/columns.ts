import type { Dimension } from '../../core/contract/vocabulary.ts';
import { words } from './plain-words.ts';
import { isTown } from './towns.ts';
import {
  isHeadcountCode,
  readDepartment,
  readNaf,
  readPostalCode,
  readRegion,
  readSector,
  readSize,
} from './values.ts';

/** What a column of the vendor's file was taken for. */
export type ColumnKind =
  | 'department'
  | 'region'
  | 'postal'
  | 'town'
  | 'sector'
  | 'naf'
  | 'headcount'
  | 'size';

/** A column used, by its place and its own name. */
export interface Column {
  index: number;
  name: string;
  kind: ColumnKind;
}

const isRead: Record<ColumnKind, (text: string) => boolean> = {
  department: (text) => readDepartment(text) !== null,
  region: (text) => readRegion(text) !== null,
  postal: (text) => readPostalCode(text) !== null,
  town: isTown,
  sector: (text) => readSector(text) !== null,
  naf: (text) => readNaf(text) !== null,
  headcount: isHeadcountCode,
  size: (text) => readSize(text) !== null,
};

const headings: Record<ColumnKind, RegExp> = {
  department: /\b(dep|dept|departement|department)\b/,
  region: /\b(region)\b/,
  postal: /\b(cp|code postal|postal|postcode|zip|code post)\b/,
  town: /\b(ville|commune|localite|town|city)\b/,
  sector: /\b(secteur|sector|activite|branche|industry)\b/,
  naf: /\b(naf|ape)\b/,
  headcount: /\b(tranches?|headcount code)\b/,
  size: /\b(effectif|effectifs|salaries|taille|headcount|employees|size)\b/,
};

const sampled = 200;
const mostlyRead = 0.6;
/** Many family names are towns too: without a telling heading, nearly all values must be. */
const mostlyTowns = 0.9;

/** A heading's words, those written as one (« codePostal ») parted. */
const headed = (name: string): string => words(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));

/** Whether a column's first value is one more of its values, not its name: the file has no line of headings. */
export const isUnnamed = ({ name, kind }: Column): boolean =>
  isRead[kind](name) && !headings[kind].test(headed(name));

/** How much of a column reads as a kind: the part of its filled values, a telling heading counting for a half more. */
function likeness(kind: ColumnKind, name: string, values: readonly string[]): number {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return 0;
  const read = filled.filter(isRead[kind]).length / filled.length;
  const told = headings[kind].test(headed(name));
  // Small numbers read as departments and headcounts by accident: a quantity, a rank.
  // Codes of headcounts read as numbers of employees: all of them must be codes, and one must be no number.
  if (
    kind === 'headcount' &&
    !(read === 1 && (told || filled.some((value) => /^(NN|0\d)$/.test(value.trim()))))
  )
    return 0;
  const numbers = (kind === 'department' || kind === 'size') && !told;
  const isNumber = (value: string) => /^[\d\s]+$/.test(value);
  if (numbers && !filled.some((value) => !isNumber(value) && isRead[kind](value))) return 0;
  const least = kind === 'town' && !told ? mostlyTowns : mostlyRead;
  return read >= least ? read + (told ? 0.5 : 0) : 0;
}

/** The kinds of columns that tell a dimension, the surest first where two are as likely. */
const kindsOf: Record<Dimension, readonly ColumnKind[]> = {
  department: ['department', 'postal', 'town'],
  region: ['department', 'postal', 'town', 'region'],
  sector: ['sector', 'naf'],
  size: ['headcount', 'size'],
};

/**
 * The columns that tell a dimension, found by their contents and headings: the best of each kind, the surest
 * first. A line is placed by the first of them that it fills with something known.
 */
export function columnsOf(
  dimension: Dimension,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const some = rows.slice(0, sampled);
  const taken = new Set<number>();
  return kindsOf[dimension].flatMap((kind) => {
    const found = names
      .map((name, index) => {
        const values = some.map((row) => row[index] ?? '');
        return { index, name, kind, score: taken.has(index) ? 0 : likeness(kind, name, values) };
      })
      .reduce((best, one) => (one.score > best.score ? one : best));
    if (found.score === 0) return [];
    taken.add(found.index);
    return [{ index: found.index, name: found.name, kind }];
  });
}
