import type { RandomStream } from '../../core/stats/random.ts';

/** A share to bring into an interval: weight of `answers` over weight of `among`, among the members. */
export interface Constraint {
  members: Uint8Array;
  answers: number;
  among: number;
  low: number;
  high: number;
}

export interface FitInput {
  /** Answers of each respondent (see answer-bits), changed in place. */
  bits: Uint16Array;
  weight: Float64Array;
  constraints: readonly Constraint[];
  /** Respondents whose answer must stay. */
  frozen: Uint8Array;
  multiple: boolean;
  /** Answers that exclude the others, of a multiple-answer question. */
  exclusive: number;
  /** The answer that replaces the last one taken away, of a multiple-answer question. */
  fallback: number;
  random: RandomStream;
}

interface Move {
  index: number;
  to: number;
}

const trials = 160;
const steps = 3000;
const patience = 40;
/** Share of an interval kept free on both sides. */
const margin = 0.12;

const lowestBit = (bits: number) => bits & -bits;
const highestBit = (bits: number) => 1 << (31 - Math.clz32(bits));

/** The answer of a mask nearest to the one a respondent gave: a small change of opinion. */
function nearest(current: number, mask: number): number {
  const above = mask & ~(2 * current - 1);
  const below = mask & (current - 1);
  if (!above) return highestBit(below);
  if (!below) return lowestBit(above);
  return lowestBit(above) / current <= current / highestBit(below)
    ? lowestBit(above)
    : highestBit(below);
}

/**
 * Switches the answers of as few respondents as a random descent needs, until every constraint holds.
 * Returns the total violation left, in widths of the intervals: 0 when all hold.
 */
export function fitAnswers(input: FitInput): number {
  return new Fitting(input).run();
}

class Fitting {
  readonly #input: FitInput;
  readonly #number: Float64Array;
  readonly #base: Float64Array;

  constructor(input: FitInput) {
    this.#input = input;
    this.#number = new Float64Array(input.constraints.length);
    this.#base = new Float64Array(input.constraints.length);
    input.bits.forEach((bits, index) => {
      this.#add(index, bits, 1);
    });
  }

  run(): number {
    let current = this.#violation();
    let fruitless = 0;
    for (let step = 0; step < steps && current > 0 && fruitless < patience; step += 1) {
      const best = this.#bestMoves(this.#worst(), current);
      if (best.violation < current - 1e-12) {
        for (const move of best.moves) this.#apply(move);
        current = best.violation;
        fruitless = 0;
      } else fruitless += 1;
    }
    return current;
  }

  #add(index: number, bits: number, sign: number): void {
    const weight = sign * this.#input.weight[index]!;
    this.#input.constraints.forEach((constraint, position) => {
      if (!constraint.members[index] || !(bits & constraint.among)) return;
      this.#base[position]! += weight;
      if (bits & constraint.answers) this.#number[position]! += weight;
    });
  }

  #apply({ index, to }: Move): void {
    this.#add(index, this.#input.bits[index]!, -1);
    this.#input.bits[index] = to;
    this.#add(index, to, 1);
  }

  #excess(position: number): number {
    const { low, high } = this.#input.constraints[position]!;
    const share = this.#number[position]! / this.#base[position]!;
    const free = margin * (high - low);
    return Math.max(0, low + free - share, share - high + free) / (high - low);
  }

  #violation(): number {
    let total = 0;
    for (let position = 0; position < this.#number.length; position += 1)
      total += this.#excess(position);
    return total;
  }

  #worst(): number {
    let worst = 0;
    for (let position = 1; position < this.#number.length; position += 1)
      if (this.#excess(position) > this.#excess(worst)) worst = position;
    return worst;
  }

  /** Tries single switches and pairs of opposite switches drawn at random; the best of them. */
  #bestMoves(position: number, current: number): { moves: Move[]; violation: number } {
    const constraint = this.#input.constraints[position]!;
    const share = this.#number[position]! / this.#base[position]!;
    const up = share < (constraint.low + constraint.high) / 2;
    let best: { moves: Move[]; violation: number } = { moves: [], violation: current };
    for (let trial = 0; trial < trials; trial += 1) {
      const first = this.#draw(constraint, up, true);
      if (!first) continue;
      const second = trial % 2 ? this.#draw(constraint, !up, trial % 4 === 1) : null;
      const moves = second && second.index !== first.index ? [first, second] : [first];
      const violation = this.#after(moves);
      if (violation < best.violation) best = { moves, violation };
    }
    return best;
  }

  #after(moves: readonly Move[]): number {
    const before = moves.map(({ index }) => this.#input.bits[index]!);
    for (const move of moves) this.#apply(move);
    const violation = this.#violation();
    moves.forEach(({ index }, position) => {
      this.#apply({ index, to: before[position]! });
    });
    return violation;
  }

  /** A respondent drawn at random, among the members or anyone, who can enter or leave the answers. */
  #draw(constraint: Constraint, enter: boolean, isMember: boolean): Move | null {
    const { bits, frozen, random } = this.#input;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const index = Math.floor(random.uniform() * bits.length);
      const current = bits[index]!;
      if (frozen[index] || (isMember && !constraint.members[index])) continue;
      if (!(current & constraint.among) || !(current & constraint.answers) !== enter) continue;
      const to = this.#switched(current, constraint, enter);
      if (to !== null) return { index, to };
    }
    return null;
  }

  #switched(current: number, constraint: Constraint, enter: boolean): number | null {
    const { multiple, exclusive, fallback } = this.#input;
    const outside = constraint.among & ~constraint.answers;
    if (!multiple) return nearest(current, enter ? constraint.answers : outside);
    if (current & exclusive) return null;
    if (enter) {
      const entering = constraint.answers & ~exclusive;
      return entering ? current | lowestBit(entering) : null;
    }
    const kept = current & ~constraint.answers;
    return kept || fallback & ~constraint.answers ? kept || fallback : null;
  }
}
