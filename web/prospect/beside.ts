import type { RankingRow } from '../../core/contract/rankings.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { keysOf } from '../names.ts';

/** A row of a ranking, by the values of its dimensions. */
export type Target = Partial<Record<Dimension, string>>;

/** More than these are not read side by side, on a phone least of all. */
export const mostBeside = 4;

/** A target as the address writes it: `department:29,sector:commerce`. */
export const formatTarget = (key: Target): string =>
  dimensions
    .flatMap((dimension) =>
      key[dimension] === undefined ? [] : [`${dimension}:${key[dimension]}`],
    )
    .join(',');

/** `department:29,sector:commerce` → a target; null when it names no value of one or two dimensions. */
export function parseTarget(text: string): Target | null {
  const parts = text.split(',').map((part) => {
    const [name, key = ''] = part.split(':', 2);
    const dimension = dimensions.find((one) => one === name);
    return dimension !== undefined && keysOf[dimension].includes(key) ? { dimension, key } : null;
  });
  const target: Target = {};
  for (const part of parts) {
    if (part === null || target[part.dimension] !== undefined) return null;
    target[part.dimension] = part.key;
  }
  return parts.length <= 2 ? target : null;
}

/** The rows that the address sets side by side, in its order; those of another breakdown are none. */
export function besideRows(
  rows: readonly RankingRow[],
  beside: readonly string[],
): readonly RankingRow[] {
  if (beside.length === 0) return [];
  const known = new Map(rows.map((row) => [formatTarget(row.key), row]));
  return beside
    .flatMap((text) => known.get(formatTarget(parseTarget(text) ?? {})) ?? [])
    .slice(0, mostBeside);
}

/** The address's targets once a row is ticked, or no longer; targets of another breakdown leave it. */
export function toggled(
  rows: readonly RankingRow[],
  beside: readonly string[],
  row: RankingRow,
): string[] {
  const kept = besideRows(rows, beside).map(({ key }) => formatTarget(key));
  const own = formatTarget(row.key);
  return kept.includes(own) ? kept.filter((text) => text !== own) : [...kept, own];
}
