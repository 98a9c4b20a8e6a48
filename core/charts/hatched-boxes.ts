import type { Layer } from './frame.ts';
import { boxChannels } from './marks.ts';
import { hatchLines } from './outlines/hatch.ts';

/** A rectangle in pixels of the plot, and the colour of its hatches. */
export interface HatchedBox {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
}

const GAP = 4;

const linesOf = ({ x, y, x2, y2, stroke }: HatchedBox) => {
  const outline = [
    [
      [x, y],
      [x2, y],
      [x2, y2],
      [x, y2],
    ] as const,
  ];
  return hatchLines(outline, GAP).map(([from, to]) => ({
    x: from[0],
    y: from[1],
    x2: to[0],
    y2: to[1],
    stroke,
  }));
};

/** The hatches of these rectangles; no layer without any. */
export function hatchBoxes(boxes: readonly HatchedBox[]): Layer[] {
  if (boxes.length === 0) return [];
  return [
    {
      data: { values: boxes.flatMap(linesOf) },
      mark: { type: 'rule', strokeWidth: 1 },
      encoding: { ...boxChannels, stroke: { field: 'stroke', type: 'nominal', scale: null } },
    },
  ];
}
