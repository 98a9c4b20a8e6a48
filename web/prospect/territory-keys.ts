import type { Point, Shape } from '../../core/charts/outlines/geometry.ts';

/** Where each place's middle is, in the pixels of the map. */
export type Middles = ReadonlyMap<string, Point>;

/** The middle of the box around a shape. */
export function middleOf(shape: Shape): Point {
  const points = shape.flat();
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return [
    (Math.min(...across) + Math.max(...across)) / 2,
    (Math.min(...down) + Math.max(...down)) / 2,
  ];
}

const steps: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The place that an arrow key leads to: the nearest in that direction, drift counting double; null when there is none. */
export function neighbour(from: string, key: string, middles: Middles): string | null {
  const step = steps[key];
  const here = middles.get(from);
  if (step === undefined || here === undefined) return null;
  let best: { code: string; distance: number } | null = null;
  for (const [code, [x, y]] of middles) {
    const [dx, dy] = [x - here[0], y - here[1]];
    const ahead = dx * step[0] + dy * step[1];
    const aside = Math.abs(dx * step[1] + dy * step[0]);
    const distance = ahead + 2 * aside;
    if (code === from || ahead <= 0.5) continue;
    if (best === null || distance < best.distance) best = { code, distance };
  }
  return best?.code ?? null;
}
