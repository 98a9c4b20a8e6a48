/** A label that wants to stand at a height, and the height it takes. */
export interface WantedLabel {
  at: number;
  size: number;
}

/**
 * Heights for labels so that none overlaps another, each as near as may be to where it wants to be, all between `top`
 * and `bottom` when they fit there. Answers in the order given.
 */
export function spreadLabels(
  wanted: readonly WantedLabel[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.at - b.at);
  const places: number[] = [];
  let free = top;
  for (const label of order) {
    const place = Math.max(label.at, free);
    places.push(place);
    free = place + label.size;
  }
  let limit = bottom;
  for (let position = order.length - 1; position >= 0; position -= 1) {
    const size = order[position]?.size ?? 0;
    const place = Math.max(top, Math.min(places[position] ?? 0, limit - size));
    places[position] = place;
    limit = place;
  }
  const answer = new Array<number>(wanted.length).fill(0);
  order.forEach(({ index }, position) => {
    answer[index] = places[position] ?? 0;
  });
  return answer;
}
