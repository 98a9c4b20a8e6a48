import { describe, expect, it } from 'vitest';
import { digamma, trigamma } from '../../../core/stats/special-functions.ts';
import { probabilityAbove, tiersOf } from '../../../core/stats/tiers.ts';

/** P(X > Y) for two Betas of whole parameters, summed exactly (Cook, 2005). */
function exactAbove([a, b]: [number, number], [c, d]: [number, number]): number {
  const logFactorial = (n: number) => {
    let sum = 0;
    for (let k = 2; k <= n; k += 1) sum += Math.log(k);
    return sum;
  };
  const logBeta = (x: number, y: number) =>
    logFactorial(x - 1) + logFactorial(y - 1) - logFactorial(x + y - 1);
  let sum = 0;
  for (let i = 0; i < a; i += 1) {
    sum += Math.exp(logBeta(c + i, d + b) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d));
  }
  return sum;
}

describe('digamma and trigamma', () => {
  it('equal their known values', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 10);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 10);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 10);
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 10);
  });
});

describe('the probability that one belief is above another', () => {
  it('is exact for scores', () => {
    const score = (mean: number) => ({ mean, variance: 0.5 });
    expect(probabilityAbove(score(1.959963984540054), score(0))).toBeCloseTo(0.975, 7);
    expect(probabilityAbove(score(0), score(0))).toBeCloseTo(0.5, 7);
  });

  it.each<[[number, number], [number, number]]>([
    [
      [12, 30],
      [8, 40],
    ],
    [
      [50, 60],
      [45, 70],
    ],
    [
      [5, 5],
      [20, 10],
    ],
  ])('is within a hundredth for the shares %j and %j', ([a, b], [c, d]) => {
    const computed = probabilityAbove({ a, b }, { a: c, b: d });
    expect(Math.abs(computed - exactAbove([a, b], [c, d]))).toBeLessThan(0.01);
  });

  it('counts the size of a group in a volume', () => {
    const share = { a: 40, b: 60 };
    const small = { ...share, size: { mean: 1000, logVariance: 0.01 } };
    const large = { ...share, size: { mean: 3000, logVariance: 0.01 } };
    expect(probabilityAbove(large, small)).toBeGreaterThan(0.999);
  });
});

describe('tiers', () => {
  const score = (mean: number, deviation = 1) => ({ mean, variance: deviation ** 2 });

  it('start anew where the leader is above with probability .95', () => {
    // 1.645 √2 = 2.326 deviations part two scores.
    const beliefs = [10, 9, 7.68, 7.67, 6, 2].map((mean) => score(mean));
    expect(tiersOf(beliefs, [1, 2, 3, 4, 5, 6])).toEqual([1, 1, 1, 2, 2, 3]);
  });

  it('follow the mean ranks, whatever the order given', () => {
    expect(tiersOf([score(0), score(10), score(9.5)], [3, 1, 2])).toEqual([2, 1, 1]);
  });

  it('keep together what nothing tells apart', () => {
    expect(tiersOf([score(1, 9), score(2, 9), score(3, 9)], [3, 2, 1])).toEqual([1, 1, 1]);
    expect(tiersOf([], [])).toEqual([]);
  });
});
