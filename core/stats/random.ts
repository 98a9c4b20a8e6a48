const LAYERS = 128;
// Where the tail of the normal ziggurat begins, and the area of each of its 128 layers (Doornik 2005).
const TAIL_START = 3.442619855899;
const LAYER_AREA = 9.91256303526217e-3;
const edges = zigguratEdges();
const ratios = Float64Array.from({ length: LAYERS }, (_, i) => edges[i + 1]! / edges[i]!);

/**
 * A seeded stream of random numbers, the same on every machine: xoshiro128** (Blackman & Vigna 2018)
 * seeded by splitmix32. One stream per computation; never shared.
 */
export class RandomStream {
  readonly #state = new Int32Array(4);

  constructor(seed: number) {
    let counter = seed | 0;
    for (let word = 0; word < 4; word += 1) {
      counter = (counter + 0x9e3779b9) | 0;
      let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      this.#state[word] = mixed ^ (mixed >>> 15);
    }
  }

  /** The next 32 random bits, as a signed integer. */
  bits(): number {
    const state = this.#state;
    const second = state[1]!;
    const scrambled = Math.imul(second, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const third = state[2]! ^ state[0]!;
    const fourth = state[3]! ^ second;
    state[1] = second ^ third;
    state[0] = state[0]! ^ fourth;
    state[2] = third ^ (second << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return result;
  }

  /** Uniform in the open interval (0, 1). */
  uniform(): number {
    return ((this.bits() >>> 0) + 0.5) / 4294967296;
  }

  /** Standard normal, by ziggurat; layer and abscissa come from distinct bits (Doornik 2005). */
  normal(): number {
    for (;;) {
      const bits = this.bits();
      const layer = bits & (LAYERS - 1);
      const abscissa = ((bits >> 7) + 0.5) / 16777216;
      if (Math.abs(abscissa) < ratios[layer]!) return abscissa * edges[layer]!;
      if (layer === 0) return this.#tail(abscissa < 0);
      const x = abscissa * edges[layer]!;
      const lower = Math.exp((x * x - edges[layer]! ** 2) / 2);
      const upper = Math.exp((x * x - edges[layer + 1]! ** 2) / 2);
      if (upper + this.uniform() * (lower - upper) < 1) return x;
    }
  }

  /**
   * Fills `into` with gammas of a shape above 0 and scale 1 (Marsaglia & Tsang 2000); shapes under 1
   * are drawn one higher and brought back by a power of a uniform.
   */
  fillGamma(into: Float64Array, shape: number): void {
    const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (let k = 0; k < into.length; k += 1) into[k] = this.#gamma(d, c);
    if (shape >= 1) return;
    for (let k = 0; k < into.length; k += 1) into[k] = into[k]! * this.uniform() ** (1 / shape);
  }

  #gamma(d: number, c: number): number {
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = this.uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  #tail(isNegative: boolean): number {
    for (;;) {
      const x = Math.log(this.uniform()) / TAIL_START;
      const y = Math.log(this.uniform());
      if (-2 * y >= x * x) return isNegative ? x - TAIL_START : TAIL_START - x;
    }
  }
}

function zigguratEdges(): Float64Array {
  const all = new Float64Array(LAYERS + 1);
  const density = (x: number) => Math.exp((-x * x) / 2);
  all[0] = LAYER_AREA / density(TAIL_START);
  all[1] = TAIL_START;
  for (let i = 2; i < LAYERS; i += 1) {
    const height = LAYER_AREA / all[i - 1]! + density(all[i - 1]!);
    all[i] = Math.sqrt(-2 * Math.log(height));
  }
  return all;
}
