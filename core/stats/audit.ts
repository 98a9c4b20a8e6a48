import { betaQuantile, studentCriticalValue } from './distributions.ts';
import { type Interval, isExtreme, shareBasis, shareOf, shareVariance } from './proportion.ts';
import { type CellSums, DEFAULT_CONFIDENCE, type Sample } from './weights.ts';

/** Interval methods of R's `svyciprop`, for whoever checks the displayed Wilson interval. */
export type AuditMethod = 'mean' | 'xlogit' | 'asin' | 'beta';

/**
 * A share's interval as R's `svyciprop` gives it, n−1 degrees of freedom. For audits, never for
 * display: with skewed weights and small bases most cover far less than they say. Null at p = 0 or 1,
 * where none of them means anything, and below two respondents.
 */
export function surveyInterval(
  sums: CellSums,
  sample: Sample,
  method: AuditMethod,
): Interval | null {
  const share = shareOf(sums);
  const variance = shareVariance(sums, sample);
  if (share === null || variance === null || isExtreme(sums) || sums.n < 2) return null;
  const confidence = sample.confidence ?? DEFAULT_CONFIDENCE;
  const product = share * (1 - share);
  if (method === 'beta') return clopperPearson(share, product / variance, confidence);
  const half = studentCriticalValue(confidence, sums.n - 1) * Math.sqrt(variance);
  if (method === 'mean') return [share - half, share + half];
  if (method === 'asin') {
    const centre = Math.asin(Math.sqrt(share));
    const spread = half / (2 * Math.sqrt(product));
    return [Math.sin(centre - spread) ** 2, Math.sin(centre + spread) ** 2];
  }
  const odds = share / (1 - share);
  const factor = Math.exp(half / product);
  return [odds / factor / (1 + odds / factor), (odds * factor) / (1 + odds * factor)];
}

/**
 * Korn–Graubard interval on the capped n\*, the conservative alternative to Wilson's: some 13 % wider.
 * Unlike R's it also holds at p = 0 or 1. Null for an empty base.
 */
export function conservativeInterval(sums: CellSums, sample: Sample): Interval | null {
  const basis = shareBasis(sums, sample);
  const confidence = sample.confidence ?? DEFAULT_CONFIDENCE;
  return basis && clopperPearson(basis.share, basis.nStar, confidence);
}

/**
 * Ranks compatible with the data for every group at once (Klein, Wright & Wieczorek 2020):
 * conservative intervals at level confidence^(1/m), then 1 + those surely above to m − those surely
 * below. Valid, but so wide with many departments that it is kept for audits. Groups without
 * respondents get null and are not counted.
 */
export function jointRankSets(
  groups: readonly CellSums[],
  sample: Sample,
  confidence = 0.9,
): (Interval | null)[] {
  const counted = groups.filter((group) => group.n > 0).length;
  const level = confidence ** (1 / counted);
  const intervals = groups.map((group) =>
    conservativeInterval(group, { ...sample, confidence: level }),
  );
  return intervals.map((own) => {
    if (own === null) return null;
    const above = intervals.filter((other) => other !== null && other[0] > own[1]).length;
    const below = intervals.filter((other) => other !== null && other[1] < own[0]).length;
    return [1 + above, counted - below];
  });
}

function clopperPearson(share: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const yes = size * share;
  const no = size * (1 - share);
  return [
    share === 0 ? 0 : betaQuantile(tail, yes, no + 1),
    share === 1 ? 1 : betaQuantile(1 - tail, yes + 1, no),
  ];
}
