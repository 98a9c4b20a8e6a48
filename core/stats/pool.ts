/** What a pool of typed arrays asks of them. */
interface Typed<Values> {
  readonly length: number;
  set(values: Values, at: number): void;
  subarray(from: number, to: number): Values;
}

const LEAST_BLOCK = 2 ** 16;

/**
 * Keeps many short typed arrays in few blocks of memory. Each array of its own costs the collector more than its
 * numbers do: a ranking of a thousand groups makes some three thousand. A block goes with the last array in it.
 */
export class Pool<Values extends Typed<Values>> {
  readonly #create: (length: number) => Values;
  #block: Values;
  #used = 0;

  constructor(create: (length: number) => Values) {
    this.#create = create;
    this.#block = create(0);
  }

  /** A copy of `values`, from one place to before another. */
  keep(values: Values, from: number, to: number): Values {
    const length = to - from;
    if (this.#used + length > this.#block.length) {
      this.#block = this.#create(Math.max(LEAST_BLOCK, length));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += length;
    this.#block.set(values.subarray(from, to), start);
    return this.#block.subarray(start, this.#used);
  }
}
