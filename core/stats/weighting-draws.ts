import type { Criterion } from './composite-index.ts';
import { type CompositeParts, rescore } from './composite-parts.ts';
import { RandomStream } from './random.ts';

export interface Steadiness {
  /** How many weightings were drawn so far. */
  drawn: number;
  /** In how many of them each group was among the first. */
  readonly kept: Uint32Array;
}

const SEED = 42;

/**
 * How far the first places hang on the weights: draws weightings, every mix of the criteria equally
 * likely (flat Dirichlet, seed 42), and counts how often each group stays among the first `top`.
 * Each call to the result draws `count` more and returns the running counts.
 */
export function weightingDraws(
  parts: CompositeParts,
  criteria: readonly Criterion[],
  top: number,
): (count: number) => Steadiness {
  const random = new RandomStream(SEED);
  const running: Steadiness = { drawn: 0, kept: new Uint32Array(parts.groups.length) };
  return (count) => {
    for (let draw = 0; draw < count; draw += 1) {
      const drawn = criteria.map(({ direction }) => ({
        direction,
        weight: -Math.log(1 - random.uniform()),
      }));
      running.drawn += 1;
      const groups = rescore(parts, drawn)?.groups ?? [];
      const order = [...groups.keys()].filter((index) => groups[index]);
      order.sort((a, b) => groups[b]!.mean - groups[a]!.mean);
      for (const index of order.slice(0, top)) running.kept[index]! += 1;
    }
    return running;
  };
}
