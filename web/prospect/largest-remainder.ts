/**
 * Shares `total` units in proportion to `weights`, in whole units, by the largest remainder; the
 * earlier of two equal remainders is served first. No place receives more than its cap: what it
 * cannot take is shared again among the others, in the same proportions.
 * @param total a whole number, 0 or more.
 * @param weights 0 or more; a weight of 0 receives nothing.
 * @param caps whole numbers; unlimited where absent.
 * @returns whole numbers that sum to `total`, or to less when the caps of all weights are reached.
 */
export function share(
  total: number,
  weights: readonly number[],
  caps: readonly number[] = weights.map(() => Number.POSITIVE_INFINITY),
): number[] {
  const given = weights.map(() => 0);
  let open = weights.flatMap((weight, place) => (weight > 0 ? [place] : []));
  let left = total;
  for (;;) {
    const sum = open.reduce((all, place) => all + weights[place]!, 0);
    const full = open.filter((place) => (left * weights[place]!) / sum >= caps[place]!);
    if (full.length === 0) break;
    for (const place of full) {
      given[place] = caps[place]!;
      left -= caps[place]!;
    }
    open = open.filter((place) => !full.includes(place));
  }
  const sum = open.reduce((all, place) => all + weights[place]!, 0);
  const quotas = open.map((place) => ({ place, quota: (left * weights[place]!) / sum }));
  for (const { place, quota } of quotas) given[place] = Math.floor(quota);
  const rest = left - quotas.reduce((all, { quota }) => all + Math.floor(quota), 0);
  const last = [...quotas].sort((a, b) => (b.quota % 1) - (a.quota % 1) || a.place - b.place);
  for (const { place } of last.slice(0, rest)) given[place]! += 1;
  return given;
}
