import { describe, expect, it } from 'vitest';
import { certainMove, judgeChanges, shownBasis } from '../../../core/stats/movers.ts';

const change = (from: number, to: number, nStar: number) => ({
  from: { share: from, nStar },
  to: { share: to, nStar },
});

describe('changes between two editions', () => {
  const still = Array.from({ length: 18 }, (_, k) => change(0.3 + k / 100, 0.3 + k / 100, 400));
  const family = [change(0.3, 0.5, 400), null, change(0.5, 0.51, 100_000), ...still];
  const movers = judgeChanges(family);

  it('count as movers when they survive the family and exceed two points', () => {
    expect(movers.family).toBe(20);
    expect(movers.rejections).toBe(2);
    expect(movers.changes[0]).toMatchObject({ isMover: true });
    expect(movers.changes[1]).toBeNull();
    expect(movers.changes[2]).toMatchObject({ isMover: false });
    expect(movers.changes[2]!.q).toBeLessThan(0.05);
    expect(movers.changes[3]).toMatchObject({ difference: 0, p: 1, q: 1, isMover: false });
  });

  it('widen the intervals of the selected few', () => {
    expect(movers.confidence).toBeCloseTo(1 - (0.05 * 2) / 20, 14);
    const alone = judgeChanges([family[0]!]).changes[0]!;
    const [low, high] = movers.changes[0]!.ci;
    expect(low).toBeLessThan(alone.ci[0]);
    expect(high).toBeGreaterThan(alone.ci[1]);
    expect(certainMove(movers.changes[0]!)).toBe(low);
    expect(certainMove(movers.changes[3]!)).toBe(0);
    expect(certainMove({ ci: [-0.3, -0.1] })).toBeCloseTo(0.1, 15);
  });

  it('are set beside what noise alone would show', () => {
    expect(movers.expectedByChance).toBeCloseTo(1, 14);
    const one = judgeChanges([change(0.5, 0.5, 5000)]);
    // The median of |N(0, 1)| is 0.6745, and the standard error of the difference 0.01.
    expect(one.largestByChance).toBeCloseTo(0.006745, 4);
    expect(judgeChanges([null])).toMatchObject({ family: 0, rejections: 0, largestByChance: 0 });
  });

  it('leave a suppressed cell out', () => {
    const cell = { n: 19, nYes: 9, sumW: 19, sumW2: 19, sumWYes: 9, sumW2Yes: 9 };
    expect(shownBasis(cell, { respondents: 400 })).toBeNull();
    const shown = { n: 20, nYes: 10, sumW: 20, sumW2: 20, sumWYes: 10, sumW2Yes: 10 };
    expect(shownBasis(shown, { respondents: 400 })!.share).toBe(0.5);
  });
});
