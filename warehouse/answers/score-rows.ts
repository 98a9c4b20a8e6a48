import type { RankingRow } from '../../core/contract/rankings.ts';
import { describeRow } from '../../core/stats/cells.ts';
import type { GroupScore } from '../../core/stats/composite.ts';
import { isDisclosive, isSuppressed, THRESHOLDS } from '../../core/stats/reliability.ts';
import type { BaseSums } from '../../core/stats/weights.ts';
import { nameRow } from '../layout.ts';
import type { PlacedRow, RankedQuery } from './ranked.ts';

/** The state of a base on its own: a score has no interval to judge it by. */
const flagOfBase = (base: BaseSums): RankingRow['flag'] =>
  isSuppressed(base) ? 'suppressed' : base.n < THRESHOLDS.lowRespondents ? 'low-base' : null;

/** A scored segment's row, not yet in order, and the ranks that came to it. */
export function scoredRow(
  by: RankedQuery['by'],
  ids: readonly number[],
  base: BaseSums,
  group: GroupScore | null,
): PlacedRow {
  const shown = isDisclosive(base) ? null : group;
  const { n, weight } = describeRow(base);
  const row: RankingRow = {
    rank: null,
    ...nameRow(by, ids),
    n,
    weight,
    count: null,
    share: null,
    se: null,
    ci: null,
    smoothed: null,
    potential: null,
    rankInterval: shown === null ? null : [...shown.rank.rankInterval],
    topProbability: shown?.rank.topProbability ?? null,
    tier: shown?.tier ?? null,
    score: shown?.score ?? null,
    scoreCi: shown === null ? null : [...shown.scoreCi],
    ...(shown === null
      ? {}
      : {
          parts: shown.shares.map((share, index) => ({
            share,
            contribution: shown.contributions[index] ?? 0,
          })),
        }),
    flag: flagOfBase(base),
  };
  return { row, ranks: shown?.rank.ranks ?? null };
}
