import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  departmentShapes,
  isOverseas,
  MAINLAND,
  mergeShapes,
  regionShape,
  type Shape,
  SQUARE,
} from '../../../core/charts/outlines/geometry.ts';
import { hatchLines } from '../../../core/charts/outlines/hatch.ts';
import { layMap } from '../../../core/charts/outlines/layout.ts';
import { departments, regions } from '../../../core/contract/territories.ts';

const areaOf = (shape: Shape): number =>
  shape.reduce(
    (total, ring) =>
      total +
      ring.reduce((sum, [x, y], index) => {
        const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
        return sum + (x * ny - nx * y) / 2;
      }, 0),
    0,
  );

test('every department has an outline, inside its plane', () => {
  expect([...departmentShapes.keys()].sort()).toEqual(departments.map(({ code }) => code).sort());
  for (const [code, shape] of departmentShapes) {
    const [left, top, right, bottom] = boundsOf(shape);
    const [width, height] = isOverseas(code) ? [SQUARE, SQUARE] : [MAINLAND.width, MAINLAND.height];
    expect([left >= 0, top >= 0, right <= width, bottom <= height]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(areaOf(shape)).toBeGreaterThan(0);
  }
});

test('departments are where they are: north above south, west left of east', () => {
  const middle = (code: string) => {
    const [left, top, right, bottom] = boundsOf(departmentShapes.get(code) ?? []);
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  expect(middle('59').y).toBeLessThan(middle('66').y);
  expect(middle('29').x).toBeLessThan(middle('67').x);
  expect(middle('2B').y).toBeLessThan(middle('2A').y);
  expect(middle('34').x).toBeLessThan(middle('13').x);
});

test('Gironde is the largest metropolitan department but for none, and Paris among the smallest', () => {
  const areas = [...departmentShapes]
    .filter(([code]) => !isOverseas(code))
    .map(([code, shape]) => ({ code, area: areaOf(shape) }))
    .sort((a, b) => b.area - a.area);
  expect(areas.slice(0, 2).map(({ code }) => code)).toContain('33');
  expect(
    areas
      .slice(-4)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['75', '92', '93', '94']);
});

describe('regions', () => {
  test.each(regions.map(({ code, label }) => [code, label]))('%s %s', (code) => {
    const parts = departments
      .filter(({ region }) => code.split('+').includes(region))
      .map((department) => areaOf(departmentShapes.get(department.code) ?? []));
    const whole = areaOf(regionShape(code));
    expect(whole).toBeCloseTo(
      parts.reduce((a, b) => a + b, 0),
      6,
    );
  });

  test('inner borders are gone', () => {
    const square = (x: number): Shape => [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
      ],
    ];
    const [ring = [], ...others] = mergeShapes([square(0), square(1)]);
    expect(others).toEqual([]);
    expect(ring).toHaveLength(6);
    expect(areaOf([ring])).toBe(2);
  });
});

test('hatch lines stay inside and keep their distance', () => {
  const lines = hatchLines(
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    ],
    2,
  );
  const lengths = lines.map(([[x1, y1], [x2, y2]]) => Math.hypot(x2 - x1, y2 - y1));
  expect(lines.flat(2).every((value) => value >= -1e-9 && value <= 10 + 1e-9)).toBe(true);
  expect(lines.length).toBe(7);
  expect(Math.max(...lengths)).toBeCloseTo(10 * Math.SQRT2, 1);
});

describe('layout', () => {
  test('departments: overseas and Paris with its ring are in insets', () => {
    const { places, insets, width, height } = layMap('department', 600, 'below');
    expect(insets.map(({ label }) => label)).toEqual([
      'Guadeloupe',
      'Martinique',
      'Guyane',
      'La Réunion',
      'Mayotte',
      'Paris et petite couronne',
    ]);
    expect(places).toHaveLength(105);
    const [left, top, right, bottom] = boundsOf(places.flatMap(({ shape }) => shape));
    expect([left >= 0, top >= 0, right <= width, bottom <= height]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('regions: grouped or apart, never both', () => {
    const codes = (grouped: boolean) =>
      layMap('region', 300, 'beside', grouped).places.map(({ code }) => code);
    expect(codes(false)).toContain('93');
    expect(codes(false)).not.toContain('93+94');
    expect(codes(true)).toContain('93+94');
    expect(codes(true)).not.toContain('94');
  });
});
