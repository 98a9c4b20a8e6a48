import {
  type AnswerPattern,
  type Criterion,
  cellsOf,
  type DirectGroup,
  directFromCells,
  directFromPatterns,
  type FittedCriterion,
  fitCriteria,
  observedPatterns,
} from './composite-index.ts';
import {
  type AreaModel,
  type DirectScore,
  fitAreaModel,
  scorePoints,
  shrunkScore,
} from './fay-herriot.ts';
import type { ShareBelief } from './posterior.ts';
import type { Interval } from './proportion.ts';
import { rankBeliefs } from './rank-distribution.ts';
import type { RankSummary } from './rank-summary.ts';
import { smoothedBelief } from './smoothing.ts';
import { tiersOf } from './tiers.ts';
import type { CellSums } from './weights.ts';

export interface GroupScore {
  readonly direct: DirectScore;
  readonly nEff: number;
  /** Estimate under the model, in standard deviations between groups, and its variance. */
  readonly estimate: number;
  readonly variance: number;
  /** The estimate as it is shown (see `scorePoints`), and its 90 % interval. */
  readonly score: number;
  readonly scoreCi: Interval;
  /** What each criterion adds to the direct estimate; they sum to it. */
  readonly contributions: readonly number[];
  /** Each criterion's own smoothed share, so that no score hides its parts. */
  readonly shares: readonly number[];
  readonly rank: RankSummary;
  /** Which of the tiers that the data tell apart (see `tiersOf`); null when the order is indicative. */
  readonly tier: number | null;
}

export interface Composite {
  readonly criteria: readonly FittedCriterion[];
  /** Respondents in the index. Null where respondents cannot be told apart. */
  readonly respondents: number | null;
  readonly model: AreaModel;
  readonly isDistinguishable: boolean;
  /** One per group, null for a group without respondents. */
  readonly groups: readonly (GroupScore | null)[];
}

export interface CompositeOptions {
  readonly groups: number;
  readonly top: number;
  readonly draws?: number;
  readonly seed?: number;
}

const DISTINGUISHABLE = 0.01;
const ROBUSTNESS = 0.25;

/**
 * One score per group from several criteria of one edition and one universe. Every respondent gets
 * an index, the weighted sum of his standardised answers, so that the correlation of criteria enters
 * the variance; an unanswered criterion adds 0, and a respondent seen on under half the weight is
 * left out. Direct scores are then shrunk by Fay and Herriot's model and ranked on normal draws.
 * Null when no criterion tells groups apart.
 */
export function compositeFromPatterns(
  patterns: readonly AnswerPattern[],
  criteria: readonly Criterion[],
  options: CompositeOptions,
): Composite | null {
  const cells = criteria.map((_, j) => cellsOf(patterns, j, options.groups));
  const fitted = fitCriteria(cells, criteria);
  if (fitted === null) return null;
  const indexed = observedPatterns(patterns, fitted);
  return assemble(fitted, cells, directFromPatterns(indexed, fitted, options.groups), {
    ...options,
    respondents: indexed.reduce((sum, { n }) => sum + n, 0),
  });
}

/**
 * The same where a file does not tell respondents apart: `cells[j][group]` per criterion. Variances
 * add up as if criteria were perfectly correlated, an upper bound, on the smallest base observed.
 */
export function compositeFromCells(
  cells: readonly (readonly CellSums[])[],
  criteria: readonly Criterion[],
  options: CompositeOptions,
): Composite | null {
  const fitted = fitCriteria(cells, criteria);
  if (fitted === null) return null;
  return assemble(fitted, cells, directFromCells(cells, fitted), { ...options, respondents: null });
}

/**
 * How far the first places depend on the weights: P(top) of every group under each criterion's weight
 * 25 % lower and 25 % higher, the others making up for it. `build` recomputes the composite.
 */
export function weightRobustness(
  criteria: readonly Criterion[],
  build: (criteria: readonly Criterion[]) => Composite | null,
): { criterion: number; factor: number; topProbability: (number | null)[] }[] {
  return criteria.flatMap((_, criterion) =>
    [1 - ROBUSTNESS, 1 + ROBUSTNESS].flatMap((factor) => {
      const moved = criteria.map((one, j) =>
        j === criterion ? { ...one, weight: one.weight * factor } : one,
      );
      const composite = build(moved);
      if (composite === null) return [];
      const topProbability = composite.groups.map((group) => group?.rank.topProbability ?? null);
      return [{ criterion, factor, topProbability }];
    }),
  );
}

function assemble(
  criteria: readonly FittedCriterion[],
  cells: readonly (readonly CellSums[])[],
  direct: readonly (DirectGroup | null)[],
  { top, draws, seed, respondents }: CompositeOptions & { respondents: number | null },
): Composite | null {
  const scored = direct.filter((group) => group !== null);
  const model = fitAreaModel(scored);
  if (model === null) return null;
  const beliefs = scored.map((group) => shrunkScore(group, model));
  const ranks = rankBeliefs(beliefs, {
    top,
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
  const tiers = tiersOf(
    beliefs,
    beliefs.map(({ mean }) => -mean),
  );
  const isDistinguishable = model.p < DISTINGUISHABLE;
  const places = new Map(scored.map((group, place) => [group, place]));
  const groups = direct.map((group, index): GroupScore | null => {
    if (group === null) return null;
    const place = places.get(group)!;
    const { mean, variance } = beliefs[place]!;
    const shares = criteria.map(({ fit }, j) => meanOf(smoothedBelief(cells[j]![index]!, fit)));
    return {
      direct: { score: group.score, variance: group.variance },
      nEff: group.nEff,
      estimate: mean,
      variance,
      ...scorePoints(beliefs[place]!, model),
      contributions: group.contributions,
      shares,
      rank: ranks[place]!,
      tier: isDistinguishable ? tiers[place]! : null,
    };
  });
  return { criteria, respondents, model, isDistinguishable, groups };
}

function meanOf({ a, b }: ShareBelief): number {
  return a / (a + b);
}
