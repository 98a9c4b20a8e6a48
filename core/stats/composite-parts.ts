import type { AnswerPattern, Criterion, FittedCriterion } from './composite-index.ts';
import {
  type AreaModel,
  type DirectScore,
  fitAreaModel,
  scorePoints,
  shrunkScore,
} from './fay-herriot.ts';
import type { Interval } from './proportion.ts';

/** Respondents of one group who answered the same criteria: bit j of `answered` is criterion j. */
export interface AnsweredSums {
  readonly answered: number;
  readonly sumW: number;
  readonly sumW2: number;
  /** Σw of those who chose, criterion by criterion. */
  readonly chosen: readonly number[];
}

/** Moments, over all groups and weighted by w², of the standardised answers of those who answered alike. */
export interface AnsweredMoments {
  readonly answered: number;
  readonly sumW2: number;
  readonly linear: readonly number[];
  readonly products: readonly (readonly number[])[];
}

/** All that a composite score needs to be computed again under other weights and directions. */
export interface CompositeParts {
  readonly criteria: readonly {
    readonly share: number;
    readonly unit: number;
    /** Whether the criterion tells groups apart; if not, no weight makes it count. */
    readonly isTelling: boolean;
  }[];
  readonly moments: readonly AnsweredMoments[];
  readonly groups: readonly (readonly AnsweredSums[])[];
}

export interface RescoredGroup {
  readonly mean: number;
  readonly variance: number;
  readonly score: number;
  /** Its 90 % interval, in the same points. */
  readonly scoreCi: Interval;
  readonly contributions: readonly number[];
  /** The same in points of the score, once shrunk. */
  readonly points: readonly number[];
}

export interface Rescored {
  /** Weights that count, summing to one. */
  readonly weights: readonly number[];
  readonly model: AreaModel;
  readonly groups: readonly (RescoredGroup | null)[];
}

const LEAST_OBSERVED_WEIGHT = 0.5;

const has = (answered: number, j: number): boolean => (answered & (1 << j)) !== 0;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** Gathers respondents by the criteria they answered, which is all that weights can change. */
export function compositeParts(
  patterns: readonly AnswerPattern[],
  criteria: readonly FittedCriterion[],
  groups: number,
): CompositeParts {
  const sums = Array.from({ length: groups }, () => new Map<number, Mutable<AnsweredSums>>());
  const moments = new Map<number, MutableMoments>();
  for (const { group, chosen, sumW, sumW2 } of patterns) {
    const answered = chosen.reduce<number>(
      (bits, answer, j) => (answer === null ? bits : bits | (1 << j)),
      0,
    );
    const cell = sums[group]!.get(answered) ?? emptySums(answered, criteria.length);
    sums[group]!.set(answered, cell);
    cell.sumW += sumW;
    cell.sumW2 += sumW2;
    const all = moments.get(answered) ?? emptyMoments(answered, criteria.length);
    moments.set(answered, all);
    all.sumW2 += sumW2;
    const units = criteria.map(({ share, unit }, j) => {
      if (chosen[j]) cell.chosen[j]! += sumW;
      return has(answered, j) ? ((chosen[j] ? 1 : 0) - share) / unit : 0;
    });
    for (const [j, one] of units.entries()) {
      all.linear[j]! += sumW2 * one;
      for (const [l, other] of units.entries()) all.products[j]![l]! += sumW2 * one * other;
    }
  }
  return {
    criteria: criteria.map(({ share, unit, fit }) => ({ share, unit, isTelling: fit.rho > 0 })),
    moments: [...moments.values()],
    groups: sums.map((byAnswered) => [...byAnswered.values()]),
  };
}

interface Mutable<T extends AnsweredSums> {
  answered: T['answered'];
  sumW: number;
  sumW2: number;
  chosen: number[];
}

interface MutableMoments {
  answered: number;
  sumW2: number;
  linear: number[];
  products: number[][];
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

const emptySums = (answered: number, criteria: number) => ({
  answered,
  sumW: 0,
  sumW2: 0,
  chosen: zeros(criteria),
});

const emptyMoments = (answered: number, criteria: number): MutableMoments => ({
  answered,
  sumW2: 0,
  linear: zeros(criteria),
  products: Array.from({ length: criteria }, () => zeros(criteria)),
});

/**
 * The score of every group under these weights, equal to `compositeFromPatterns`'s, from sums alone: who
 * enters the index depends only on which criteria they answered, and its variance is a quadratic form
 * of the weights. Null when no criterion that tells groups apart has a weight.
 */
export function rescore(parts: CompositeParts, criteria: readonly Criterion[]): Rescored | null {
  const counted = parts.criteria.map(({ isTelling }, j) =>
    isTelling ? Math.max(0, criteria[j]?.weight ?? 0) : 0,
  );
  const total = sum(counted);
  if (total <= 0) return null;
  const weights = counted.map((weight) => weight / total);
  const seen = new Set(
    parts.moments.flatMap(({ answered }) =>
      sum(weights.filter((_, j) => has(answered, j))) >= LEAST_OBSERVED_WEIGHT ? [answered] : [],
    ),
  );
  const signed = weights.map((weight, j) => weight * (criteria[j]?.direction ?? 1));
  const direct = parts.groups.map((cells) => directOf(cells, seen, parts, signed));
  const variance = indexVariance(
    parts.moments.filter(({ answered }) => seen.has(answered)),
    signed,
    direct,
  );
  const scored = direct.map((group) =>
    group === null ? null : { ...group, variance: variance / group.nEff },
  );
  const model = fitAreaModel(scored.filter((group) => group !== null));
  if (model === null) return null;
  return { weights, model, groups: scored.map((group) => (group ? shrink(group, model) : null)) };
}

interface Direct {
  readonly sumW: number;
  readonly nEff: number;
  readonly score: number;
  readonly contributions: readonly number[];
}

function directOf(
  cells: readonly AnsweredSums[],
  seen: ReadonlySet<number>,
  { criteria }: CompositeParts,
  signed: readonly number[],
): Direct | null {
  let sumW = 0;
  let sumW2 = 0;
  const contributions = zeros(criteria.length);
  for (const cell of cells) {
    if (!seen.has(cell.answered)) continue;
    sumW += cell.sumW;
    sumW2 += cell.sumW2;
    for (let j = 0; j < criteria.length; j += 1) {
      if (!has(cell.answered, j)) continue;
      const { share, unit } = criteria[j]!;
      contributions[j]! += (signed[j]! * (cell.chosen[j]! - share * cell.sumW)) / unit;
    }
  }
  if (sumW2 === 0) return null;
  const parts = contributions.map((part) => part / sumW);
  return { sumW, nEff: sumW ** 2 / sumW2, score: sum(parts), contributions: parts };
}

function indexVariance(
  moments: readonly AnsweredMoments[],
  signed: readonly number[],
  direct: readonly (Direct | null)[],
): number {
  const known = direct.filter((group) => group !== null);
  const mean =
    sum(known.map(({ sumW, score }) => sumW * score)) / sum(known.map(({ sumW }) => sumW));
  let squares = 0;
  let sumW2 = 0;
  for (const { sumW2: own, linear, products } of moments) {
    sumW2 += own;
    squares += own * mean ** 2;
    for (const [j, one] of signed.entries()) {
      squares -= 2 * mean * one * linear[j]!;
      for (const [l, other] of signed.entries()) squares += one * other * products[j]![l]!;
    }
  }
  return squares / sumW2;
}

function shrink(group: DirectScore & Pick<Direct, 'contributions'>, model: AreaModel) {
  const belief = shrunkScore(group, model);
  const point = 10 / Math.sqrt(model.used);
  const trust = model.used / (model.used + group.variance);
  return {
    ...belief,
    ...scorePoints(belief, model),
    contributions: group.contributions,
    points: group.contributions.map((part) => point * trust * part),
  };
}
