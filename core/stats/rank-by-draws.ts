import { type Belief, drawInto } from './posterior.ts';
import { RandomStream } from './random.ts';
import { type RankSummary, summarise } from './rank-summary.ts';

export interface RankOptions {
  readonly top: number;
  readonly draws?: number;
  readonly seed?: number;
}

const DRAWS = 10_000;
const SEED = 42;

/** Ranks of independent beliefs by joint draws, ties taking mid-ranks; the same seed gives the same ranks. */
export function rankByDraws(
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
