import { departments } from '../../contract/territories.ts';
import { departmentRings } from './departments.ts';

export type Point = readonly [number, number];
/** An open ring: its last point joins its first. */
export type Ring = readonly Point[];
/** The rings of one territory. */
export type Shape = readonly Ring[];

/** Width and height of the plane of metropolitan France, and side of each overseas square, in outline units. */
export const MAINLAND = { width: 6130, height: 5850 } as const;
export const SQUARE = 1000;

function readRing(text: string): Ring {
  let [x, y] = [0, 0];
  return text.split(' ').map((step): Point => {
    const [dx = 0, dy = 0] = step.split(',').map(Number);
    [x, y] = [x + dx, y + dy];
    return [x, y];
  });
}

/** Outlines of the 101 departments by INSEE code. */
export const departmentShapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries(departmentRings).map(([code, text]) => [code, text.split(';').map(readRing)]),
);

/** Whether a department's outline lies in its own square rather than in the plane of metropolitan France. */
export const isOverseas = (code: string): boolean => code.length === 3;

const name = ([x, y]: Point): string => `${x},${y}`;

/**
 * One outline of several that touch: borders they share, point for point, disappear. Outlines must run the same way
 * round, as those of `departmentShapes` do.
 */
export function mergeShapes(shapes: readonly Shape[]): Shape {
  const onward = new Map<string, Point[]>();
  const ahead = (point: Point): Point[] => {
    const found = onward.get(name(point)) ?? [];
    onward.set(name(point), found);
    return found;
  };
  for (const ring of shapes.flat()) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length] ?? from;
      const back = ahead(to).findIndex((point) => name(point) === name(from));
      if (back >= 0) ahead(to).splice(back, 1);
      else ahead(from).push(to);
    });
  }
  const starts = [...shapes.flat(2)];
  return starts.flatMap((start) => {
    const ring = followFrom(start, onward);
    return ring.length > 2 ? [ring] : [];
  });
}

/** Walks the remaining edges from a point until none leads on, using each once. */
function followFrom(start: Point, onward: Map<string, Point[]>): Ring {
  const ring: Point[] = [];
  let point: Point | undefined = start;
  while (point !== undefined) {
    const next: Point | undefined = onward.get(name(point))?.pop();
    if (next !== undefined) ring.push(point);
    point = next;
  }
  return ring;
}

/** Outline of a region by INSEE code: its departments as one; `93+94` is both. */
export function regionShape(code: string): Shape {
  const codes = code.split('+');
  const members = departments.filter(({ region }) => codes.includes(region));
  return mergeShapes(members.map((each) => departmentShapes.get(each.code) ?? []));
}

/** Smallest box that holds a shape: left, top, right, bottom. */
export function boundsOf(shape: Shape): [number, number, number, number] {
  const xs = shape.flat().map(([x]) => x);
  const ys = shape.flat().map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
