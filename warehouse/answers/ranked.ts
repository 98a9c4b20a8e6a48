import type { Caution } from '../../core/contract/cautions.ts';
import type { RankingRow, RankingsAnswer, RankingsQuery } from '../../core/contract/rankings.ts';
import { probabilityWithin, type RankTally } from '../../core/stats/rank-summary.ts';

/** What a ranking is computed from: `limit` says only how much of it is shown. */
export type RankedQuery = Omit<RankingsQuery, 'limit'>;

/** How many places make « the first » of a ranking that is given whole. */
export const firstPlaces = 10;

/** A row, and how often each rank came to it; null where it has none to show. */
export interface PlacedRow {
  readonly row: RankingRow;
  readonly ranks: RankTally | null;
}

/** A whole ranking, of which any number of first rows can be given. */
export interface Ranked {
  readonly answer: Omit<RankingsAnswer, 'rows'>;
  readonly placed: readonly PlacedRow[];
}

/** The first rows, with the probability of being among so many; all rows, and the first ten, without a limit. */
export function firstOf({ answer, placed }: Ranked, limit: number | undefined): RankingsAnswer {
  const { recount, notices, cautions, ...head } = answer;
  const rows = placed
    .slice(0, limit)
    .map(({ row, ranks }) =>
      ranks === null || limit === undefined
        ? row
        : { ...row, topProbability: probabilityWithin(ranks, limit) },
    );
  return {
    ...head,
    rows,
    ...(recount && { recount: { ...recount, places: recount.places.slice(0, limit) } }),
    notices,
    cautions,
  };
}

/** What is to be said of segments whose own figures are withheld but whose rank is estimated with the others. */
export function hiddenRivals(placed: readonly PlacedRow[]): Caution[] {
  const segments = placed.filter(({ row }) => row.n === null).length;
  return segments === 0 || placed.every(({ row }) => row.rankInterval === null)
    ? []
    : [{ code: 'hidden-rivals', segments, ranked: placed.length }];
}
