import { markFamily } from './multiplicity.ts';
import { type ShareBasis, shareBasis } from './proportion.ts';
import { flagOf } from './reliability.ts';
import { compareBases, type Difference } from './significance.ts';
import type { CellSums, Sample } from './weights.ts';

/** The same option in the groups of one line of a table; null where the figure is not shown. */
export type Line = readonly (CellSums | null)[];

/** For each group of a line, the places of those whose share is clearly lower than its own. */
export type HigherThan = readonly (readonly number[])[];

interface Pair {
  readonly line: number;
  readonly a: number;
  readonly b: number;
  readonly difference: Difference;
}

const shownBasis = (cell: CellSums | null, sample: Sample): ShareBasis | null =>
  cell === null || flagOf(cell, sample) === 'suppressed' ? null : shareBasis(cell, sample);

function pairsOf(bases: readonly (ShareBasis | null)[], line: number, sample: Sample): Pair[] {
  return bases.flatMap((first, a) =>
    bases.slice(a + 1).flatMap((second, offset) =>
      first === null || second === null
        ? []
        : [
            {
              line,
              a,
              b: a + 1 + offset,
              difference: compareBases(first, second, sample.confidence),
            },
          ],
    ),
  );
}

/**
 * Letters of a table: within each line every pair of shown groups is compared by MOVER, and all the
 * pairs of all the lines are one Benjamini–Hochberg family (5 %). Groups of a line are disjoint and a
 * line holds one option: two options of the same respondents are never compared. A letter needs
 * q ≤ .05 and an interval that excludes 0; suppressed cells are in no pair.
 */
export function pairwiseLetters(lines: readonly Line[], sample: Sample): HigherThan[] {
  const pairs = lines.flatMap((line, index) =>
    pairsOf(
      line.map((cell) => shownBasis(cell, sample)),
      index,
      sample,
    ),
  );
  const higher: number[][][] = lines.map((line) => line.map(() => []));
  for (const [index, mark] of markFamily(pairs.map(({ difference }) => difference)).entries()) {
    if (mark === null || !mark.significant) continue;
    const { line, a, b } = pairs[index]!;
    const [above, below] = mark.difference > 0 ? [a, b] : [b, a];
    higher[line]?.[above]?.push(below);
  }
  for (const line of higher) for (const below of line) below.sort((a, b) => a - b);
  return higher;
}
