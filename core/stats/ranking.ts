import { describeShare, type GroupSize, type ShareBelief } from './posterior.ts';
import { type Interval, weightVariance } from './proportion.ts';
import { rankBeliefs } from './rank-distribution.ts';
import type { RankSummary } from './rank-summary.ts';
import { fitHeterogeneity, type Heterogeneity, plainBelief, smoothedBelief } from './smoothing.ts';
import { tiersOf } from './tiers.ts';
import { describeVolume } from './volume.ts';
import type { BaseSums, CellSums, Sample } from './weights.ts';

/** One group to rank: its cell, and its number of enterprises when volumes are wanted. */
export interface RankedGroup {
  readonly sums: CellSums;
  readonly size?: GroupSize;
}

/** What is known of one group; `rank` is null without respondents, `potential` without a size. */
export interface GroupEstimate {
  readonly belief: ShareBelief;
  readonly smoothed: { readonly share: number; readonly ci: Interval };
  readonly potential: { readonly enterprises: number; readonly ci: Interval } | null;
  readonly rank: RankSummary | null;
  /** Which of the tiers that the data tell apart (see `tiersOf`); null when the order is indicative. */
  readonly tier: number | null;
  /** Whether "likely among the first" may be written. */
  readonly isLikelyTop: boolean;
}

export interface Ranking {
  /** Null with fewer than 20 groups, which are not smoothed towards each other. */
  readonly smoothing: Heterogeneity | null;
  /** p-value of "all groups are alike". */
  readonly heterogeneityP: number;
  /** Whether the order may be read at all; otherwise it is "indicative". */
  readonly isDistinguishable: boolean;
  readonly groups: readonly GroupEstimate[];
}

export interface RankingOptions {
  /** What ranks: the share of a group, or the number of enterprises. */
  readonly order: 'propensity' | 'volume';
  /** How many places make "the first". */
  readonly top: number;
  readonly draws?: number;
  readonly seed?: number;
}

const LEAST_RESPONDENTS = 30;
const LEAST_SMOOTHED_GROUPS = 20;
const LIKELY = 0.8;
const DISTINGUISHABLE = 0.01;

/** Whether a ranking may be given: 30 respondents nationally on the favourable side, 30 on the other. */
export function canRank(national: CellSums): boolean {
  return Math.min(national.nYes, national.n - national.nYes) >= LEAST_RESPONDENTS;
}

/** Size of a group whose number of enterprises a register or the calibration fixes. */
export function knownSize(enterprises: number): GroupSize {
  return { mean: enterprises, logVariance: 0 };
}

/** Size of a group estimated by its own weights (a department, a crossing): lognormal. */
export function estimatedSize(universe: BaseSums, sample: Sample): GroupSize {
  const variance = weightVariance(universe.sumW, universe.sumW2, sample);
  return { mean: universe.sumW, logVariance: Math.log1p(variance / universe.sumW ** 2) };
}

/**
 * Ranks groups on smoothed shares or on the enterprises these stand for. From 20 groups on, shares
 * are drawn towards each other as far as the data warrant; fewer stand alone. Sort by
 * `rank.meanRank`; groups without respondents hold the prior and no rank. Null when nothing can be
 * ranked: see `canRank`, or fewer than two groups with respondents. Ordering by volume leaves
 * groups without a size unranked.
 */
export function rankGroups(
  groups: readonly RankedGroup[],
  national: CellSums,
  sample: Sample,
  options: RankingOptions,
): Ranking | null {
  const cells = groups.map(({ sums }) => sums);
  const heterogeneity = fitHeterogeneity(cells, national);
  if (!canRank(national) || heterogeneity === null) return null;
  const isSmoothed = heterogeneity.df + 1 >= LEAST_SMOOTHED_GROUPS;
  const beliefs = groups.map(({ sums, size }) => {
    const belief = isSmoothed ? smoothedBelief(sums, heterogeneity) : plainBelief(sums, sample);
    return options.order === 'volume' && size ? { ...belief, size } : belief;
  });
  const ranks = rankAnswered(groups, beliefs, options);
  const isDistinguishable = heterogeneity.p < DISTINGUISHABLE;
  return {
    smoothing: isSmoothed ? heterogeneity : null,
    heterogeneityP: heterogeneity.p,
    isDistinguishable,
    groups: groups.map(({ size }, index) => {
      const belief = beliefs[index]!;
      const { rank, tier } = ranks[index] ?? { rank: null, tier: null };
      return {
        belief,
        smoothed: describeShare(belief),
        potential: size ? describeVolume(belief, size) : null,
        rank,
        // Volumes differ by size, which the test of shares does not look at.
        tier: isDistinguishable || options.order === 'volume' ? tier : null,
        isLikelyTop: isDistinguishable && rank !== null && rank.topProbability >= LIKELY,
      };
    }),
  };
}

function rankAnswered(
  groups: readonly RankedGroup[],
  beliefs: readonly ShareBelief[],
  { order, ...options }: RankingOptions,
): ({ rank: RankSummary; tier: number } | undefined)[] {
  const ranked = groups.flatMap(({ sums, size }, index) => {
    if (sums.n === 0) return [];
    const ranks = order === 'propensity' || (size !== undefined && size.mean > 0);
    return ranks ? [{ index, belief: beliefs[index]! }] : [];
  });
  const answered = ranked.map(({ belief }) => belief);
  const summaries = rankBeliefs(answered, options);
  const tiers = tiersOf(
    answered,
    summaries.map(({ meanRank }) => meanRank),
  );
  const byGroup = new Array<{ rank: RankSummary; tier: number } | undefined>(groups.length);
  for (const [place, { index }] of ranked.entries()) {
    byGroup[index] = { rank: summaries[place]!, tier: tiers[place]! };
  }
  return byGroup;
}
