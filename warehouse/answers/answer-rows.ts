import type { RankingRow, RankingSort } from '../../core/contract/rankings.ts';
import { describeRow } from '../../core/stats/cells.ts';
import { estimatedSize, knownSize, type Ranking, rankGroups } from '../../core/stats/ranking.ts';
import { isDisclosive } from '../../core/stats/reliability.ts';
import type { Sample } from '../../core/stats/weights.ts';
import { firstRegionalEdition } from '../cautions.ts';
import { isWhole, type Selection } from '../filter-clause.ts';
import { nameRow } from '../layout.ts';
import { cellOf, type Option, type Segment, universeOf } from '../measure.ts';
import type { OfficialSizes } from './official-sizes.ts';
import { firstPlaces, type PlacedRow, type RankedQuery } from './ranked.ts';
import { shownCell } from './shown-cell.ts';
import type { Study } from './study.ts';

export type AnswerSort = Exclude<RankingSort, 'score'>;

/** A ranking by answers, understood: what its rows are made from. */
export interface AskedAnswers {
  readonly query: Pick<RankedQuery, 'by'>;
  readonly study: Study;
  readonly selection: Selection;
  readonly option: Option;
  readonly sample: Sample;
  readonly official: OfficialSizes | null;
}

/** Smoothed shares, volumes and ranks; a ranking by count has no rank to estimate, so one draw will do. */
export function estimate(
  { query, study, selection, sample, official }: AskedAnswers,
  sort: AnswerSort,
  based: readonly Segment[],
  total: Segment,
): Ranking | null {
  const { by } = query;
  const isFixed =
    by.length === 1 &&
    isWhole(selection) &&
    by[0] !== 'department' &&
    (by[0] !== 'region' || study.edition.edition >= firstRegionalEdition);
  const groups = based.map((segment) => {
    const universe = universeOf(segment);
    return {
      sums: cellOf(segment, 0),
      size: official
        ? official.of(segment).size
        : isFixed
          ? knownSize(universe.sumW)
          : estimatedSize(universe, sample),
    };
  });
  return rankGroups(groups, cellOf(total, 0), sample, {
    order: sort === 'potential' ? 'volume' : 'propensity',
    top: firstPlaces,
    ...(sort === 'count' ? { draws: 1 } : {}),
  });
}

/** A segment's row, not yet in order, and the ranks that came to it. */
export function placedRow(
  { query, sample, official }: AskedAnswers,
  segment: Segment,
  sort: AnswerSort,
  group: Ranking['groups'][number] | undefined,
): PlacedRow {
  const { n, weight } = describeRow(segment.base);
  const { n: count, share, se, ci, flag } = shownCell(segment, 0, sample);
  const known = isDisclosive(segment.base) ? undefined : group;
  const rank = sort === 'count' ? null : (known?.rank ?? null);
  const row: RankingRow = {
    rank: null,
    ...nameRow(query.by, segment.ids),
    n,
    weight,
    count,
    share,
    se,
    ci: ci === null ? null : [...ci],
    smoothed: known ? { share: known.smoothed.share, ci: [...known.smoothed.ci] } : null,
    potential: known?.potential
      ? {
          enterprises: known.potential.enterprises,
          ci: [...known.potential.ci],
          ...(official && { basis: official.of(segment).basis }),
        }
      : null,
    rankInterval: rank === null ? null : [...rank.rankInterval],
    topProbability: rank?.topProbability ?? null,
    tier: rank === null ? null : (known?.tier ?? null),
    score: null,
    flag,
  };
  return { row, ranks: rank?.ranks ?? null };
}
