import { type DatasetKind, datasetKinds } from '../types.ts';
import { knownHeader } from './aliases.ts';
import { type ColumnMap, mapColumns } from './map-columns.ts';

export interface Recognition {
  /** The map of the kind, or of the kind that comes closest. */
  map: ColumnMap;
  /** False when nothing tells what the data set is. */
  recognised: boolean;
}

const has = (map: ColumnMap, ...fields: string[]) =>
  fields.every((name) => map.fields.some(({ field }) => field === name));

/**
 * Tells what a data set is from its columns, never from its name: a weight beside answers makes microdata; a
 * score or a base's weight makes official aggregates; codes by year without answers make the correspondence.
 */
export function recognise(
  headers: readonly string[],
  overrides: Readonly<Record<string, string>> = {},
  kind?: DatasetKind,
): Recognition {
  if (kind) return { map: mapColumns(kind, headers, overrides), recognised: true };
  const maps = Object.fromEntries(
    datasetKinds.map((name) => [name, mapColumns(name, headers, overrides)]),
  ) as Record<DatasetKind, ColumnMap>;
  const { microdata, published, correspondence } = maps;
  if (has(microdata, 'weight', 'answer_label')) return { map: microdata, recognised: true };
  const aggregated = has(published, 'score') || has(published, 'base_weight');
  if (aggregated && has(published, 'answer_label')) return { map: published, recognised: true };
  const years = correspondence.fields.filter(({ field }) => field.startsWith('code_'));
  if (years.length > 0 && !has(microdata, 'answer_label'))
    return { map: correspondence, recognised: true };
  const closest = [microdata, published, correspondence].reduce((best, map) =>
    map.fields.length - map.missing.length > best.fields.length - best.missing.length ? map : best,
  );
  return { map: closest, recognised: false };
}

/** How many fields some kind of data set finds among headers: what tells a header from a line of data. */
export const countKnown = (headers: readonly string[]): number =>
  Math.max(
    ...datasetKinds.map((kind) => {
      const fields = headers.flatMap((header) => knownHeader(kind, header)?.field ?? []);
      return new Set(fields).size;
    }),
  );

/**
 * The survey year that an id carries (`bfn-2023-resultats-2023`, `bfn-resultats-2025`), the last when there
 * are several; null without one. The day of an export (`2026-03-14`) is not a survey year.
 */
export function editionOfId(id: string): number | null {
  const withoutDays = id.replaceAll(/(?<!\d)20\d\d([-_.]?)\d\d\1\d\d(?!\d)/gu, '');
  const years = withoutDays.match(/(?<!\d)20\d\d(?!\d)/gu);
  return years ? Number(years.at(-1)) : null;
}
