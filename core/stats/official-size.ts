import type { GroupSize } from './posterior.ts';
import type { BaseSums } from './weights.ts';

/**
 * Number of enterprises of a segment inside a domain whose own number a register fixes: the register's
 * number times the part of the domain's weight that the segment has. Fixed where the segment is the
 * domain; else lognormal, with the linearised variance of that part, [(1−p)²Q₁ + p²(Q−Q₁)]/W².
 * @param segment respondents of the segment, all of them in the domain.
 * @param domain respondents of the domain.
 * @param enterprises the register's number for the domain.
 */
export function calibratedSize(
  segment: BaseSums,
  domain: BaseSums,
  enterprises: number,
): GroupSize {
  if (segment.n === domain.n) return { mean: enterprises, logVariance: 0 };
  const part = segment.sumW / domain.sumW;
  const variance =
    ((1 - part) ** 2 * segment.sumW2 + part ** 2 * (domain.sumW2 - segment.sumW2)) /
    domain.sumW ** 2;
  return { mean: enterprises * part, logVariance: Math.log1p(variance / part ** 2) };
}
