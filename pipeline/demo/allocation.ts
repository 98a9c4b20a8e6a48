import type { RandomStream } from '../../core/stats/random.ts';

/**
 * Whole numbers proportional to `shares` and summing to `total` (largest remainders), none above its cap:
 * what a cap cuts off is shared out again among the others.
 */
export function allocate(
  shares: readonly number[],
  total: number,
  cap: (index: number) => number = () => Number.POSITIVE_INFINITY,
): number[] {
  const capped = new Set<number>();
  for (;;) {
    const left = total - [...capped].reduce((sum, index) => sum + cap(index), 0);
    const open = shares.reduce((sum, share, index) => sum + (capped.has(index) ? 0 : share), 0);
    const exact = shares.map((share, index) =>
      capped.has(index) ? cap(index) : (share * left) / open,
    );
    const over = exact.findIndex((value, index) => !capped.has(index) && value > cap(index));
    if (over < 0) return roundToTotal(exact, total);
    capped.add(over);
  }
}

function roundToTotal(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor);
  const missing = Math.round(total - whole.reduce((sum, value) => sum + value, 0));
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index]! += 1;
  return whole;
}

/**
 * Gives `counts[v]` units the value v, so that values with a high `affinity` tend to go to units with a
 * high `rank`: both are blurred by normal noise, sorted and paired. The counts come out exactly.
 */
export function pairByRank(
  counts: readonly number[],
  affinity: readonly number[],
  rank: ArrayLike<number>,
  noise: number,
  random: RandomStream,
): Uint8Array {
  const values: { value: number; key: number }[] = [];
  counts.forEach((count, value) => {
    for (let copy = 0; copy < count; copy += 1)
      values.push({ value, key: affinity[value]! + noise * random.normal() });
  });
  const units = Array.from(values, (_, index) => ({
    index,
    key: rank[index]! + noise * random.normal(),
  }));
  values.sort((a, b) => a.key - b.key);
  units.sort((a, b) => a.key - b.key);
  const result = new Uint8Array(units.length);
  units.forEach((unit, position) => {
    result[unit.index] = values[position]!.value;
  });
  return result;
}
