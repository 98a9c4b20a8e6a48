import { countKnown } from '../fields/recognise.ts';

/** Titles and notes may come before it, within so many lines. */
const headerWithin = 20;

/**
 * Which of the first lines of a table is its header: the one that names most known columns, else the first
 * with several values. `index` is -1 when there is none.
 */
export function headerAmong(lines: readonly (readonly string[])[]): {
  index: number;
  known: number;
} {
  let best = { index: -1, known: 0 };
  for (const [index, values] of lines.slice(0, headerWithin).entries()) {
    if (values.filter((value) => value.trim() !== '').length < 2) continue;
    const known = countKnown(values);
    if (best.index < 0 || known > best.known) best = { index, known };
  }
  return best;
}
