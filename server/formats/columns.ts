import type { Dimension } from '../../core/contract/vocabulary.ts';

export type Value = string | number | boolean | null;
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';

/** A column of an exported table: its technical name, its heading for a French reader, its type. */
export interface Column {
  name: string;
  heading: string;
  type: ColumnType;
}

/** Columns by their type. */
export const text = (name: string, heading: string): Column => ({ name, heading, type: 'text' });
export const integer = (name: string, heading: string): Column => ({
  name,
  heading,
  type: 'integer',
});
export const number = (name: string, heading: string): Column => ({
  name,
  heading,
  type: 'number',
});
export const boolean = (name: string, heading: string): Column => ({
  name,
  heading,
  type: 'boolean',
});

const dimensionHeadings: Record<Dimension, string> = {
  department: 'Département (code)',
  region: 'Région (code)',
  sector: 'Secteur (code)',
  size: 'Taille (code)',
};

/** The columns that name a row: its codes, then its label. */
export const keyColumns = (by: readonly Dimension[]): Column[] => [
  ...by.map((dimension) => text(dimension, dimensionHeadings[dimension])),
  text('label', 'Libellé'),
];

/** What a row has in them; null in a total. */
export const keyValues = (
  by: readonly Dimension[],
  row: { key: Partial<Record<Dimension, string>>; label: string },
): Value[] => [...by.map((dimension) => row.key[dimension] ?? null), row.label];

/** The columns of a share, a proportion, with its error and interval. */
export const shareColumns = [
  number('share', 'Part'),
  number('se', 'Erreur type'),
  number('ci_low', 'Borne basse'),
  number('ci_high', 'Borne haute'),
];

/** What a cell has in them; null where it is withheld. */
export const shareValues = (cell: {
  share: number | null;
  se: number | null;
  ci: readonly number[] | null;
}): Value[] => [cell.share, cell.se, cell.ci?.[0] ?? null, cell.ci?.[1] ?? null];
