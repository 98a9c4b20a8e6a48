import { departments, regions } from '../../contract/territories.ts';
import {
  boundsOf,
  departmentShapes,
  isOverseas,
  MAINLAND,
  regionShape,
  type Shape,
  SQUARE,
} from './geometry.ts';

/** One territory where the map draws it, in pixels. A place enlarged in an inset is drawn twice. */
export interface Place {
  code: string;
  shape: Shape;
}

/** A framed part of the map: overseas departments, and Paris with its neighbours enlarged. */
export interface Inset {
  label: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface MapLayout {
  places: readonly Place[];
  insets: readonly Inset[];
  width: number;
  height: number;
}

const CAPTION = 16;
const PAD = 6;
const parisAndRing = ['75', '92', '93', '94'];

const round = (value: number): number => Math.round(value * 10) / 10;

const move = (shape: Shape, scale: number, dx: number, dy: number): Shape =>
  shape.map((ring) =>
    ring.map(([x, y]) => [round(x * scale + dx), round(y * scale + dy)] as const),
  );

/** The places a map of that level shows; among regions, `93+94` stands for both when the figures group them. */
export function placeCodes(level: 'department' | 'region', grouped: boolean): string[] {
  if (level === 'department') return [...departmentShapes.keys()];
  const hidden = grouped ? ['93', '94'] : ['93+94'];
  return regions.map(({ code }) => code).filter((code) => !hidden.includes(code));
}

const shapesOf = (level: 'department' | 'region', grouped: boolean): [string, Shape][] =>
  placeCodes(level, grouped).map((code) => [
    code,
    level === 'department' ? (departmentShapes.get(code) ?? []) : regionShape(code),
  ]);

const isAbroad = (level: 'department' | 'region', code: string): boolean =>
  level === 'department' ? isOverseas(code) : code < '11';

const labelOf = (level: 'department' | 'region', code: string): string =>
  (level === 'department' ? departments : regions).find((each) => each.code === code)?.label ??
  code;

/** The inset of Paris and its ring: in the empty corner north-east of the country. */
function parisInset(scale: number): { inset: Inset; places: Place[] } {
  const members = parisAndRing.map((code): [string, Shape] => [
    code,
    departmentShapes.get(code) ?? [],
  ]);
  const [left, top, right, bottom] = boundsOf(members.flatMap(([, shape]) => shape));
  const side = 960 * scale;
  const zoom = (side - 2 * PAD) / Math.max(right - left, bottom - top);
  const inset = {
    label: 'Paris et petite couronne',
    left: MAINLAND.width * scale - side,
    top: CAPTION,
    width: side,
    height: (bottom - top) * zoom + 2 * PAD,
  };
  const places = members.map(([code, shape]) => ({
    code,
    shape: move(shape, zoom, inset.left + PAD - left * zoom, inset.top + PAD - top * zoom),
  }));
  return { inset, places };
}

/**
 * Lays metropolitan France and its insets in a width of pixels: overseas in a row below (`below`) or in a column at
 * the left (`beside`), each in its own frame and at its own scale.
 */
export function layMap(
  level: 'department' | 'region',
  width: number,
  side: 'below' | 'beside',
  grouped = false,
): MapLayout {
  const all = shapesOf(level, grouped);
  const abroad = all.filter(([code]) => isAbroad(level, code));
  const mainland = all.filter(([code]) => !isAbroad(level, code));
  const column = side === 'beside' ? Math.round(width * 0.15) : 0;
  const scale = (width - column) / MAINLAND.width;
  const mapHeight = MAINLAND.height * scale;
  const box =
    side === 'below'
      ? { width: width / abroad.length, height: width / abroad.length + CAPTION }
      : { width: column - 8, height: mapHeight / abroad.length };
  const square = Math.min(box.width - 12, box.height - CAPTION - 10) - 2 * PAD;
  const insets = abroad.map(([code], index) => ({
    label: labelOf(level, code),
    left: side === 'below' ? index * box.width : 0,
    top: (side === 'below' ? mapHeight + 10 : index * box.height) + CAPTION,
    width: square + 2 * PAD,
    height: square + 2 * PAD,
  }));
  const overseas = abroad.map(([code, shape], index) => {
    const [left, top, right, bottom] = boundsOf(shape);
    const { left: x, top: y } = insets[index] ?? { left: 0, top: 0 };
    const zoom = square / SQUARE;
    const middle = (size: number): number => (SQUARE - size) / 2;
    return {
      code,
      shape: move(
        shape,
        zoom,
        x + PAD + (middle(right - left) - left) * zoom,
        y + PAD + (middle(bottom - top) - top) * zoom,
      ),
    };
  });
  const paris = level === 'department' ? parisInset(scale) : null;
  const moved = mainland.map(([code, shape]) => ({ code, shape: move(shape, scale, column, 0) }));
  const shiftedParis = (paris?.places ?? []).map(({ code, shape }) => ({
    code,
    shape: move(shape, 1, column, 0),
  }));
  return {
    places: [...moved, ...overseas, ...shiftedParis],
    insets: [
      ...insets,
      ...(paris === null ? [] : [{ ...paris.inset, left: paris.inset.left + column }]),
    ],
    width,
    height: side === 'below' ? mapHeight + 10 + box.height : mapHeight,
  };
}
