import type { Dimension } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { nameKey } from '../../core/format/names.ts';
import { withPlainDashes } from '../../core/format/typography.ts';
import { type Bilingual, headings, sheetWords } from './headings.ts';

export type Value = string | number | boolean | null;
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';

/** A column of an exported table: its technical name, its heading for a reader, its type. */
export interface Column<Heading = string> {
  name: string;
  heading: Heading;
  type: ColumnType;
}

/** A column before its reader's language is known. */
export type BilingualColumn = Column<Bilingual>;

type Make = {
  (name: keyof typeof headings): BilingualColumn;
  (name: string, heading: Bilingual): BilingualColumn;
};

const typed =
  (type: ColumnType): Make =>
  (name: string, heading: Bilingual = headings[name as keyof typeof headings]) => ({
    name,
    heading,
    type,
  });

/** Columns by their type; a heading of its own goes before the one of its name. */
export const text = typed('text');
export const integer = typed('integer');
export const number = typed('number');
export const boolean = typed('boolean');

/** The columns that name a row: its codes, then its label. */
export const keyColumns = (by: readonly Dimension[]): BilingualColumn[] => [
  ...by.map((dimension) => text(dimension)),
  text('label'),
];

interface Named {
  key: Partial<Record<Dimension, string>>;
  label: string;
}

function nameOf(by: readonly Dimension[], { key, label }: Named, language: Language): string {
  if (language === 'fr') return label;
  const total = Object.keys(key).length === 0;
  return total ? sheetWords.total[language] : withPlainDashes(nameKey(key, by, label, language));
}

/** What a row has in them; codes are null in a total. French keeps the label that the API gives. */
export const keyValues = (by: readonly Dimension[], row: Named, language: Language): Value[] => [
  ...by.map((dimension) => row.key[dimension] ?? null),
  nameOf(by, row, language),
];

/** The columns of a share, a proportion, with its error and interval. */
export const shareColumns = [number('share'), number('se'), number('ci_low'), number('ci_high')];

/** What a cell has in them; null where it is withheld. */
export const shareValues = (cell: {
  share: number | null;
  se: number | null;
  ci: readonly number[] | null;
}): Value[] => [cell.share, cell.se, cell.ci?.[0] ?? null, cell.ci?.[1] ?? null];
