import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { RankingRow } from '../../core/contract/rankings.ts';
import type { Flag } from '../../core/contract/vocabulary.ts';
import { markFamily } from '../../core/stats/multiplicity.ts';
import type { Belief, ScoreBelief } from '../../core/stats/posterior.ts';
import { basisOfFigures, type ShareBasis } from '../../core/stats/proportion.ts';
import { compareBases, type Difference } from '../../core/stats/significance.ts';
import { probabilityAbove } from '../../core/stats/tiers.ts';
import { formatTarget, type Target } from './beside.ts';

/** The share of one target, as the API gives it. */
export interface TargetShare {
  n: number | null;
  share: number | null;
  ci: readonly [number, number] | null;
  flag: Flag;
}

/** Two targets by their places, `above` having the larger figure, and whether the data tell them apart. */
export interface Pair {
  above: number;
  below: number;
  told: boolean;
}

/** The same for shares: the difference and its interval, in proportions. */
export interface SharePair extends Pair {
  difference: number;
  ci: readonly [number, number];
}

export interface Measured {
  shares: readonly TargetShare[];
  /** Pairs of targets that both show a share. */
  pairs: readonly SharePair[];
}

const toldApart = 0.95;
/** Normal deviations from the middle of a 90 % interval to its ends. */
const reach = 1.6448536269514722;

const places = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k] as const),
  ).flat();

const absent: TargetShare = { n: null, share: null, ci: null, flag: 'suppressed' };

const shareOfRow = (row: Row | undefined): TargetShare => {
  const cell = row?.cells[0];
  return row === undefined || cell === undefined
    ? absent
    : { n: row.n, share: cell.share, ci: cell.ci, flag: cell.flag };
};

const basisOf = (row: Row | undefined): ShareBasis | null => {
  const cell = row?.cells[0];
  if (row === undefined || cell === undefined || cell.share === null) return null;
  return row.nEff === null ? null : basisOfFigures(cell.share, cell.se, row.nEff);
};

function facing({ difference, ci }: Difference, told: boolean, a: number, b: number): SharePair {
  const [low, high] = ci;
  return difference >= 0
    ? { above: a, below: b, difference, ci, told }
    : { above: b, below: a, difference: -difference, ci: [-high, -low], told };
}

/**
 * Targets of one ranking, criterion by criterion. Two targets are told apart on a share as two groups of a
 * table are: MOVER, all pairs of all criteria being one Benjamini–Hochberg family; what is withheld is in no pair.
 * @param tables for each criterion, its answers merged into one cell, rows at least for the targets.
 */
export function compareShares(
  tables: readonly CrosstabAnswer[],
  targets: readonly Target[],
): Measured[] {
  const rows = tables.map((table) => {
    const known = new Map(table.rows.map((row) => [formatTarget(row.key), row]));
    return targets.map((target) => known.get(formatTarget(target)));
  });
  const differences = rows.flatMap((line, table) => {
    const bases = line.map(basisOf);
    return places(targets.length).flatMap(([a, b]) => {
      const [first, second] = [bases[a], bases[b]];
      if (!first || !second) return [];
      const { confidence } = tables[table]!;
      return [{ table, a, b, difference: compareBases(first, second, confidence) }];
    });
  });
  const marks = markFamily(differences.map(({ difference }) => difference));
  return rows.map((line, table) => ({
    shares: line.map(shareOfRow),
    pairs: differences.flatMap((one, index) =>
      one.table === table
        ? [facing(one.difference, marks[index]?.significant ?? false, one.a, one.b)]
        : [],
    ),
  }));
}

/** Targets two by two on what is believed of them: told apart where one is above with probability .95. */
export function compareBeliefs(beliefs: readonly (Belief | null)[]): Pair[] {
  return places(beliefs.length).flatMap(([a, b]) => {
    const [first, second] = [beliefs[a], beliefs[b]];
    if (!first || !second) return [];
    const chance = probabilityAbove(first, second);
    const told = Math.max(chance, 1 - chance) >= toldApart;
    return [chance >= 0.5 ? { above: a, below: b, told } : { above: b, below: a, told }];
  });
}

/** What the API says of a volume, as a normal on its logarithm; null where it says nothing above zero. */
export function volumeBelief({ potential }: Pick<RankingRow, 'potential'>): ScoreBelief | null {
  const [low, high] = potential?.ci ?? [0, 0];
  if (low <= 0 || high <= low) return null;
  const deviation = Math.log(high / low) / (2 * reach);
  return { mean: Math.log(low * high) / 2, variance: deviation ** 2 };
}
