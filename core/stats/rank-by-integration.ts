import { type Belief, normalScores, spreadInto } from './posterior.ts';
import { type RankSummary, summarise } from './rank-summary.ts';

/** Points of all beliefs together: of shares alone, and of volumes, where pairs of a share and a size are spread. */
const SHARE_POINTS = 120_000;
const VOLUME_POINTS = 200_000;
const RANK_SCORES = 8;

/**
 * Ranks of many independent beliefs, without draws: each is spread over evenly probable points; at each, the mean and
 * the deviation of its rank are known, and the rank is taken as normal.
 */
export function rankByIntegration(beliefs: readonly Belief[], top: number): RankSummary[] {
  const groups = beliefs.length;
  const total = beliefs.some((belief) => 'size' in belief) ? VOLUME_POINTS : SHARE_POINTS;
  const points = Math.min(256, Math.max(32, Math.round(total / groups)));
  const { means, deviations } = conditionalRanks(beliefs, points);
  const scores = normalScores(RANK_SCORES);
  const tally = new Uint32Array(groups);
  return beliefs.map((_, group) => {
    const [from, to] = [group * points, (group + 1) * points];
    const sum = tallySpread(
      tally.fill(0),
      means.subarray(from, to),
      deviations.subarray(from, to),
      scores,
    );
    return { ...summarise(tally, 1, top), meanRank: sum / points };
  });
}

/** Counts the rounded ranks that each point of a group may have, and returns the sum of their means. */
function tallySpread(
  tally: Uint32Array,
  means: Float64Array,
  deviations: Float64Array,
  scores: Float64Array,
): number {
  const last = tally.length - 1;
  let sum = 0;
  for (let k = 0; k < means.length; k += 1) {
    // Column 0 stands for rank 1; truncating is rounding, for all that is not below rank 1.
    const mean = means[k]! - 0.5;
    const deviation = deviations[k]!;
    sum += means[k]!;
    for (let s = 0; s < scores.length; s += 1) {
      const column = (mean + deviation * scores[s]!) | 0;
      const slot = Math.min(Math.max(column, 0), last);
      tally[slot] = tally[slot]! + 1;
    }
  }
  return sum;
}

/**
 * At every point of every group: mean and deviation of its rank, given that value. One walk down the
 * pooled points suffices, since each step changes a single group's share of points above.
 */
function conditionalRanks(beliefs: readonly Belief[], points: number) {
  const groups = beliefs.length;
  const room = roomFor(groups * points);
  const { values, means, deviations } = room;
  for (const [group, belief] of beliefs.entries()) {
    spreadInto(values.subarray(group * points, (group + 1) * points), belief);
  }
  const order = orderDescending(room);
  const above = new Float64Array(groups);
  let mean = 0;
  let variance = 0;
  for (const point of order) {
    const group = Math.floor(point / points);
    const share = above[group]!;
    mean -= share;
    variance -= share * (1 - share);
    means[point] = 1 + mean;
    deviations[point] = Math.sqrt(Math.max(0, variance));
    above[group] = share + 1 / points;
    mean += above[group]!;
    variance += above[group]! * (1 - above[group]!);
  }
  return { means, deviations };
}

const roomOf = (points: number) => ({
  values: new Float64Array(points),
  means: new Float64Array(points),
  deviations: new Float64Array(points),
  keys: new Uint32Array(points),
  order: new Uint32Array(points),
  spare: new Uint32Array(points),
});

/** Memory for so many points. */
type Room = ReturnType<typeof roomOf>;

let largest = roomOf(0);

/** Filled anew by every ranking: eight megabytes that are asked for each time keep the collector busy. */
function roomFor(points: number): Room {
  if (largest.values.length < points) largest = roomOf(points);
  const { values, means, deviations, keys, order, spare } = largest;
  return {
    values: values.subarray(0, points),
    means: means.subarray(0, points),
    deviations: deviations.subarray(0, points),
    keys: keys.subarray(0, points),
    order: order.subarray(0, points),
    spare: spare.subarray(0, points),
  };
}

/**
 * Indices of the room's values, largest value first; values are read to one part in four million of their range.
 * Radix sort, from the key's low digits to its high ones.
 */
function orderDescending({ values, keys, ...memory }: Room): Uint32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k += 1) {
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  const scale = high > low ? (2 ** KEY_BITS - 1) / (high - low) : 0;
  let { order, spare } = memory;
  for (let k = 0; k < keys.length; k += 1) {
    keys[k] = (high - values[k]!) * scale;
    order[k] = k;
  }
  for (let shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
    sortByDigit(order, keys, shift, spare);
    [order, spare] = [spare, order];
  }
  return order;
}

const KEY_BITS = 22;
/** Few enough buckets to stay in the processor's nearest cache. */
const DIGIT_BITS = 11;
const DIGIT_MASK = 2 ** DIGIT_BITS - 1;

/** Sorts indices, stably, by some bits of their key. */
function sortByDigit(
  order: Uint32Array,
  keys: Uint32Array,
  shift: number,
  sorted: Uint32Array,
): void {
  const starts = new Uint32Array(2 ** DIGIT_BITS + 1);
  for (const key of keys) {
    const after = ((key >>> shift) & DIGIT_MASK) + 1;
    starts[after] = starts[after]! + 1;
  }
  for (let k = 1; k < starts.length; k += 1) starts[k] = starts[k]! + starts[k - 1]!;
  for (const index of order) {
    const digit = (keys[index]! >>> shift) & DIGIT_MASK;
    sorted[starts[digit]!] = index;
    starts[digit] = starts[digit]! + 1;
  }
}
