import type { CrosstabQuery, Row } from '../../core/contract/crosstab.ts';
import { badParameter } from '../../core/contract/problem.ts';
import { cannot } from '../../core/format/refusals.ts';
import { pairwiseLetters } from '../../core/stats/letters.ts';
import type { CellSums, Sample } from '../../core/stats/weights.ts';
import { cellOf, type Segment } from '../measure.ts';

type Dimensions = NonNullable<CrosstabQuery['by']>;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The group that a row is, by the last of its dimensions: what a letter names. */
const groupIdOf = ({ ids }: Segment): number => ids.at(-1) ?? 0;

/** The line of the table that a row is in: the first of two dimensions, or the only line. */
const lineIdOf = ({ ids }: Segment): number => (ids.length < 2 ? 0 : (ids[0] ?? 0));

/** The letter of each group, in the rows' order. */
function lettersOf(by: Dimensions, segments: readonly Segment[]): Map<number, string> {
  const groups = [...new Set(segments.map(groupIdOf))];
  const last = by.at(-1);
  if (last === undefined) {
    throw badParameter('letters', cannot.letterWhole);
  }
  if (groups.length > alphabet.length) {
    throw badParameter('letters', cannot.letterSoMany(alphabet.length, last, groups.length));
  }
  return new Map(groups.map((id, place) => [id, alphabet[place]!]));
}

interface Entry {
  readonly row: number;
  readonly sums: CellSums | null;
}

/**
 * The rows with their letters: each is named by one, and each of its cells lists those of the rows whose share is
 * clearly lower. With two dimensions, rows are compared within each value of the first. `rows` describe
 * `segments`, in the same order. Throws `ProblemError` without a dimension or with more groups than letters.
 */
export function withLetters(
  rows: readonly Row[],
  segments: readonly Segment[],
  by: Dimensions,
  sample: Sample,
): Row[] {
  const letters = lettersOf(by, segments);
  const letterOf = (row: number) => letters.get(groupIdOf(segments[row]!)) ?? '';
  const options = rows[0]?.cells.map((_, option) => option) ?? [];
  const places = [...rows.keys()];
  const membersByLine = [...new Set(segments.map(lineIdOf))].map((line) =>
    places.filter((row) => lineIdOf(segments[row]!) === line),
  );
  const lines: Entry[][] = membersByLine.flatMap((members) =>
    options.map((option) =>
      members.map((row) => ({
        row,
        sums:
          (rows[row]?.cells[option]?.share ?? null) === null
            ? null
            : cellOf(segments[row]!, option),
      })),
    ),
  );
  const higher = pairwiseLetters(
    lines.map((line) => line.map(({ sums }) => sums)),
    sample,
  );
  const higherThan = rows.map(() => [] as string[][]);
  for (const [index, line] of lines.entries()) {
    for (const [place, { row }] of line.entries()) {
      const below = higher[index]?.[place] ?? [];
      higherThan[row]!.push(below.map((other) => letterOf(line[other]!.row)));
    }
  }
  return rows.map((row, index) => ({
    ...row,
    letter: letterOf(index),
    cells: row.cells.map((cell, option) => ({
      ...cell,
      higherThan: higherThan[index]![option]!,
    })),
  }));
}
