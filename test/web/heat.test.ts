import { expect, it } from 'vitest';
import { heatScale } from '../../web/heat.ts';

it('colours by five equal steps between the lowest share and the highest', () => {
  const scale = heatScale([0.2, null, 0.7, 0.45]);
  expect([0.2, 0.29, 0.31, 0.45, 0.59, 0.61, 0.7].map((share) => scale?.stepOf(share))).toEqual([
    0, 0, 1, 2, 3, 4, 4,
  ]);
  expect(scale?.steps[0]).toEqual([0.2, expect.closeTo(0.3, 12)]);
});

it('colours nothing when no two shares differ', () => {
  expect(heatScale([0.4, 0.4, null])).toBeNull();
  expect(heatScale([])).toBeNull();
});
