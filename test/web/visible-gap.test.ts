import { describe, expect, it } from 'vitest';
import { restSize, visibleGap } from '../../web/visible-gap.ts';

const baseOf = (weights: readonly number[]) => {
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const squares = weights.reduce((sum, each) => sum + each ** 2, 0);
  return { n: weights.length, weight, nEff: weight ** 2 / squares };
};

describe('the rest of a population', () => {
  it('has the effective size of its own weights', () => {
    const rest = restSize(baseOf([1, 1, 1, 3, 3]), baseOf([1, 3]));
    expect(rest).toBeCloseTo(baseOf([1, 1, 3]).nEff, 12);
    expect(rest).toBeCloseTo(25 / 11, 12);
  });

  it('is nobody when the population is everybody, or unknown without bases', () => {
    expect(restSize(baseOf([1, 2]), baseOf([1, 2]))).toBeNull();
    expect(restSize({ n: null, weight: 5, nEff: null }, baseOf([1]))).toBeNull();
  });
});

describe('the smallest visible gap', () => {
  it('is 6.7 points for 214 equal respondents before a very large rest', () => {
    const part = baseOf(Array.from({ length: 214 }, () => 1));
    expect(visibleGap(part, null)).toBeCloseTo(0.067, 4);
    const whole = baseOf(Array.from({ length: 428 }, () => 1));
    expect(visibleGap(part, whole)).toBeCloseTo(0.067 * Math.SQRT2, 4);
  });

  it('is not given without a base', () => {
    expect(visibleGap({ n: 0, weight: 0, nEff: 0 }, null)).toBeNull();
    expect(visibleGap({ n: null, weight: 10, nEff: null }, null)).toBeNull();
  });
});
