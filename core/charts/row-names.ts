import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { nameKey, nameValue } from '../format/names.ts';
import type { ChartOptions } from './chart.ts';

/** The name of a row under its group's heading, and that heading when it opens a group. */
export function nameRow(
  answer: CrosstabAnswer,
  index: number,
  options: ChartOptions,
): { label: string; heading?: string } {
  const [outer, inner] = answer.by;
  const row = answer.rows[index];
  if (row === undefined) return { label: '' };
  if (outer === undefined || inner === undefined)
    return { label: nameKey(row.key, answer.by, row.label, options.language) };
  const name = (by: typeof outer): string => nameValue(by, row.key[by] ?? '', options.language);
  const opens = answer.rows[index - 1]?.key[outer] !== row.key[outer];
  return { label: name(inner), ...(opens ? { heading: name(outer) } : {}) };
}
