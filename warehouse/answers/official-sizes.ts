import {
  countSegments,
  type EnterpriseCounts,
  type SegmentCounts,
  segmentKey,
} from '../../core/contract/enterprise-counts.ts';
import type { Filters } from '../../core/contract/filters.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { calibratedSize } from '../../core/stats/official-size.ts';
import type { GroupSize } from '../../core/stats/posterior.ts';
import { estimatedSize } from '../../core/stats/ranking.ts';
import type { BaseSums, Sample } from '../../core/stats/weights.ts';
import { selectionOf } from '../filter-clause.ts';
import { nameRow } from '../layout.ts';
import { type Segment, universeOf } from '../measure.ts';
import { selectRespondents } from '../select-cells.ts';
import type { Warehouse } from '../warehouse.ts';

/** Where a segment's number of enterprises comes from, when a user brought official counts. */
export type VolumeBasis = 'register' | 'calibrated' | 'survey';

/** The number of enterprises of each segment, resting on official counts. */
export interface OfficialSizes {
  readonly file: string;
  of(segment: Segment): { readonly size: GroupSize; readonly basis: VolumeBasis };
}

interface Asked {
  readonly edition: number;
  readonly question: number;
  readonly by: readonly Dimension[];
  readonly filters: Filters;
  readonly sample: Sample;
}

/**
 * Sizes on the counts brought with the warehouse: the register's number of the domain that the file
 * knows, times the part of it that the survey gives the segment (1 where they are one, hence fixed).
 * A segment that the file leaves out keeps the survey's number, scaled as those it holds are on the whole.
 */
export async function officialSizes(
  { database }: Warehouse,
  counts: EnterpriseCounts,
  asked: Asked,
): Promise<OfficialSizes> {
  const { by, filters, sample } = asked;
  const segments = countSegments(counts, by, filters);
  const known = Object.fromEntries(
    Object.entries(filters).filter(([dimension]) =>
      counts.dimensions.some((one) => one === (dimension === 'region' ? 'department' : dimension)),
    ),
  );
  const columns = await selectRespondents(database, {
    question: asked.question,
    edition: asked.edition,
    by: segments.common,
    selection: selectionOf(known),
  });
  const domains = new Map<string, BaseSums>();
  for (const [row, n] of columns.n.entries()) {
    const ids = [columns.g1[row]!, columns.g2[row]!].slice(0, segments.common.length);
    if (segments.common.length > 0 && ids.includes(0)) continue;
    const place = segmentKey(segments.common, nameRow(segments.common, ids).key);
    domains.set(place, { n, sumW: columns.w[row]!, sumW2: columns.q[row]! });
  }
  const scale = overallScale(segments, domains);
  return {
    file: counts.source,
    of(segment) {
      const place = segmentKey(segments.common, nameRow(by, segment.ids).key);
      const universe = universeOf(segment);
      const domain = domains.get(place);
      const enterprises = segments.sums.get(place);
      if (domain === undefined || enterprises === undefined) {
        const { mean, logVariance } = estimatedSize(universe, sample);
        return { size: { mean: mean * scale, logVariance }, basis: 'survey' };
      }
      const size = calibratedSize(universe, domain, enterprises);
      return { size, basis: size.logVariance === 0 ? 'register' : 'calibrated' };
    },
  };
}

/** Enterprises of the register for one of the survey, over the domains that both hold. */
function overallScale({ sums }: SegmentCounts, domains: ReadonlyMap<string, BaseSums>): number {
  let official = 0;
  let estimated = 0;
  for (const [place, { sumW }] of domains) {
    const enterprises = sums.get(place);
    if (enterprises === undefined) continue;
    official += enterprises;
    estimated += sumW;
  }
  return estimated > 0 ? official / estimated : 1;
}
