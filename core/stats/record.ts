import type { ShareBasis } from './proportion.ts';
import { compareBases } from './significance.ts';

/** Whether a share is the highest or the lowest of its series, and how sure that is. */
export interface RecordTest {
  /** `none` when some earlier share lies on either side. */
  readonly side: 'highest' | 'lowest' | 'none';
  /** Largest p of the latest share against each earlier one: all must be rejected for a record. */
  readonly p: number;
  /** How far the latest surely is from the nearest earlier share, in proportions; 0 if it may be none. */
  readonly margin: number;
  /** The difference to the nearest earlier share, in proportions; 0 without a record. */
  readonly step: number;
}

/**
 * Tests the latest share of a series against every earlier one (intersection–union: Berger 1982). The claim « highest
 * of all » needs each difference rejected, so the largest p is its own and no correction within the series is due.
 * `earlier` holds one share at least; shares and margins are proportions.
 */
export function testRecord(latest: ShareBasis, earlier: readonly ShareBasis[]): RecordTest {
  const differences = earlier.map((before) => compareBases(latest, before));
  const all = (sign: 1 | -1) => differences.every(({ difference }) => difference * sign > 0);
  const side = all(1) ? 'highest' : all(-1) ? 'lowest' : 'none';
  if (side === 'none') return { side, p: 1, margin: 0, step: 0 };
  const margins = differences.map(({ ci: [low, high] }) => (side === 'highest' ? low : -high));
  return {
    side,
    p: Math.max(...differences.map(({ p }) => p)),
    margin: Math.max(0, Math.min(...margins)),
    step: Math.min(...differences.map(({ difference }) => Math.abs(difference))),
  };
}
