import { type Belief, drawInto, normalScores, spreadInto } from './posterior.ts';
import type { Interval } from './proportion.ts';
import { RandomStream } from './random.ts';

/** Where a group stands among the others, 1 being the highest. */
export interface RankSummary {
  readonly meanRank: number;
  /** 5th and 95th percentile of the rank. */
  readonly rankInterval: Interval;
  /** Probability of being among the first `top`. */
  readonly topProbability: number;
}

export interface RankOptions {
  readonly top: number;
  readonly draws?: number;
  readonly seed?: number;
}

const DRAWS = 10_000;
const SEED = 42;
/** Beyond this many groups the conditional rank is near enough normal to be integrated instead of drawn. */
const MOST_DRAWN_GROUPS = 120;
const SPREAD_TOTAL = 200_000;
const RANK_SCORES = 8;

/**
 * Ranks of independent beliefs. Up to 120 groups: 10,000 joint draws (seed 42), ties taking
 * mid-ranks; Monte Carlo error of a probability at most .005. Beyond (department × sector has some
 * 1,050 cells): no draws. Given a group's value its rank is one plus a sum of independent
 * yes-or-no events, whose mean and variance are known exactly and whose shape is near normal.
 */
export function rankBeliefs(beliefs: readonly Belief[], options: RankOptions): RankSummary[] {
  return beliefs.length <= MOST_DRAWN_GROUPS
    ? rankByDraws(beliefs, options)
    : rankByIntegration(beliefs, options.top);
}

function rankByDraws(
  beliefs: readonly Belief[],
  { top, draws = DRAWS, seed = SEED }: RankOptions,
): RankSummary[] {
  const random = new RandomStream(seed);
  const values = new Float64Array(beliefs.length * draws);
  for (const [group, belief] of beliefs.entries()) {
    drawInto(values.subarray(group * draws, (group + 1) * draws), belief, random);
  }
  const groups = beliefs.length;
  // Mid-ranks of ties are halves: column h of the tally stands for rank 1 + h/2.
  const width = 2 * groups - 1;
  const tally = new Uint32Array(groups * width);
  const sorter = new DescendingOrder(groups);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let group = 0; group < groups; group += 1) {
      sorter.values[group] = values[group * draws + draw]!;
    }
    sorter.sort();
    tallyRanks(sorter, tally, width);
  }
  return beliefs.map((_, group) =>
    summarise(tally.subarray(group * width, (group + 1) * width), 0.5, top),
  );
}

function tallyRanks({ order, sorted }: DescendingOrder, tally: Uint32Array, width: number): void {
  let first = 0;
  while (first < order.length) {
    let last = first;
    while (last + 1 < order.length && sorted[last + 1] === sorted[first]) last += 1;
    for (let place = first; place <= last; place += 1) {
      const slot = order[place]! * width + first + last;
      tally[slot] = tally[slot]! + 1;
    }
    first = last + 1;
  }
}

/** Sorts the same number of values over and over, largest first: buckets, then a short insertion. */
class DescendingOrder {
  readonly values: Float64Array;
  readonly sorted: Float64Array;
  readonly order: Int32Array;
  readonly #starts: Int32Array;
  readonly #bucketOf: Int32Array;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.sorted = new Float64Array(size);
    this.order = new Int32Array(size);
    this.#bucketOf = new Int32Array(size);
    this.#starts = new Int32Array(size + 1);
  }

  sort(): void {
    const { values, sorted, order } = this;
    const size = values.length;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < size; k += 1) {
      const value = values[k]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = high > low && Number.isFinite(high - low) ? (size - 1) / (high - low) : 0;
    const starts = this.#starts.fill(0);
    const bucketOf = this.#bucketOf;
    for (let k = 0; k < size; k += 1) {
      const bucket = scale === 0 ? 0 : ((high - values[k]!) * scale) | 0;
      bucketOf[k] = bucket;
      starts[bucket + 1] = starts[bucket + 1]! + 1;
    }
    for (let k = 1; k <= size; k += 1) starts[k] = starts[k]! + starts[k - 1]!;
    for (let k = 0; k < size; k += 1) {
      const bucket = bucketOf[k]!;
      const place = starts[bucket]!;
      starts[bucket] = place + 1;
      sorted[place] = values[k]!;
      order[place] = k;
    }
    insertionSort(sorted, order);
  }
}

function insertionSort(sorted: Float64Array, order: Int32Array): void {
  for (let k = 1; k < sorted.length; k += 1) {
    const value = sorted[k]!;
    const group = order[k]!;
    let place = k;
    while (place > 0 && sorted[place - 1]! < value) {
      sorted[place] = sorted[place - 1]!;
      order[place] = order[place - 1]!;
      place -= 1;
    }
    sorted[place] = value;
    order[place] = group;
  }
}

function rankByIntegration(beliefs: readonly Belief[], top: number): RankSummary[] {
  const groups = beliefs.length;
  const points = Math.min(256, Math.max(32, Math.round(SPREAD_TOTAL / groups)));
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
  const { values, means, deviations } = roomFor(groups * points);
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

/** Memory for so many points. */
class Room {
  readonly values: Float64Array;
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  readonly keys: Uint32Array;
  readonly order: Uint32Array;
  readonly spare: Uint32Array;

  constructor(points: number) {
    this.values = new Float64Array(points);
    this.means = new Float64Array(points);
    this.deviations = new Float64Array(points);
    this.keys = new Uint32Array(points);
    this.order = new Uint32Array(points);
    this.spare = new Uint32Array(points);
  }
}

let room = new Room(0);

/** Filled anew by every ranking: eight megabytes that are asked for each time keep the collector busy. */
function roomFor(points: number): Room {
  if (room.values.length !== points) room = new Room(points);
  return room;
}

/**
 * Indices of the room's values, largest value first; values are read to one part in four million of their range.
 * Radix sort, from the key's low digits to its high ones.
 */
function orderDescending({ values, keys, ...memory }: Room): Uint32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
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

/** Summary of a tally whose column h counts rank 1 + h·step. */
function summarise(tally: Uint32Array, step: number, top: number): RankSummary {
  let total = 0;
  let weighted = 0;
  let inTop = 0;
  for (let column = 0; column < tally.length; column += 1) {
    const count = tally[column]!;
    const rank = 1 + column * step;
    total += count;
    weighted += count * rank;
    if (rank <= top) inTop += count;
  }
  return {
    meanRank: weighted / total,
    rankInterval: [percentile(tally, step, 0.05 * total), percentile(tally, step, 0.95 * total)],
    topProbability: inTop / total,
  };
}

function percentile(tally: Uint32Array, step: number, count: number): number {
  let cumulated = 0;
  for (let column = 0; column < tally.length; column += 1) {
    cumulated += tally[column]!;
    if (cumulated >= count) return 1 + column * step;
  }
  return 1 + (tally.length - 1) * step;
}
