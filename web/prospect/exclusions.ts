import type { RankingRow } from '../../core/contract/rankings.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { enumerate } from '../../core/format/grammar.ts';
import type { Language } from '../../core/format/language.ts';
import { nameValue } from '../../core/format/names.ts';

/** Something the vendor leaves out: a value of a dimension. */
export interface Exclusion {
  dimension: Dimension;
  key: string;
}

export const formatExclusion = ({ dimension, key }: Exclusion): string => `${dimension}:${key}`;

/** `sector:commerce` → an exclusion; null when its dimension is unknown. */
export function parseExclusion(text: string): Exclusion | null {
  const [name, key = ''] = text.split(':', 2);
  const dimension = dimensions.find((one) => one === name);
  return dimension === undefined ? null : { dimension, key };
}

/** The rows that no exclusion touches, with the ranks they have among all. */
export function keptRows<Row extends Pick<RankingRow, 'key'>>(
  rows: readonly Row[],
  without: readonly string[],
): readonly Row[] {
  if (without.length === 0) return rows;
  const left = new Set(without);
  return rows.filter(({ key }) =>
    dimensions.every((dimension) => {
      const value = key[dimension];
      return value === undefined || !left.has(formatExclusion({ dimension, key: value }));
    }),
  );
}

/** What is left out, named in a row: « Paris et Nord ». */
export const nameExclusions = (without: readonly string[], language: Language): string =>
  enumerate(
    without
      .flatMap((text) => parseExclusion(text) ?? [])
      .map(({ dimension, key }) => nameValue(dimension, key, language)),
    language === 'fr' ? 'et' : 'and',
  );
