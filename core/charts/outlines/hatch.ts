import type { Point, Shape } from './geometry.ts';

/** Oblique lines filling a shape, `gap` apart: how a place without a figure is told from one with a low figure. */
export function hatchLines(shape: Shape, gap: number): [Point, Point][] {
  // Turned by 45°, the lines are horizontal: u = x + y along them, v = y − x across.
  const turned = shape.map((ring) => ring.map(([x, y]): Point => [x + y, y - x]));
  const across = turned.flat().map(([, v]) => v);
  const step = gap * Math.SQRT2;
  const lines: [Point, Point][] = [];
  const first = Math.ceil(Math.min(...across) / step);
  for (let line = first; line * step < Math.max(...across); line += 1) {
    const v = line * step + step / 1000;
    const crossings = turned.flatMap((ring) => crossingsOf(ring, v)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
      lines.push([
        [(from - v) / 2, (from + v) / 2],
        [(to - v) / 2, (to + v) / 2],
      ]);
    }
  }
  return lines;
}

function crossingsOf(ring: readonly Point[], v: number): number[] {
  return ring.flatMap(([u1, v1], index) => {
    const [u2, v2] = ring[(index + 1) % ring.length] ?? [u1, v1];
    return v1 < v !== v2 < v ? [u1 + ((v - v1) / (v2 - v1)) * (u2 - u1)] : [];
  });
}
