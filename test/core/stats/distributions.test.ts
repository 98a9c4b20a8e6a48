import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  chiSquareTail,
  criticalValue,
  fTail,
  normalCdf,
  normalQuantile,
  normalTail,
  studentCriticalValue,
  studentTwoSided,
} from '../../../core/stats/distributions.ts';
import { RandomStream } from '../../../core/stats/random.ts';
import { logGamma, lowerGamma, regularizedBeta } from '../../../core/stats/special-functions.ts';
import { type Comparison, disagreements } from './survey-fixture.ts';

describe('distributions', () => {
  it('agree with forty-digit arithmetic', () => {
    const comparisons: Comparison[] = [
      ['logGamma(0.1)', logGamma(0.1), 2.2527126517342],
      ['logGamma(0.5)', logGamma(0.5), 0.5723649429247],
      ['logGamma(3.7)', logGamma(3.7), 1.4280723266654],
      ['logGamma(25.3)', logGamma(25.3), 55.746181183585],
      ['logGamma(1000.5)', logGamma(1000.5), 5908.6741758487],
      ['normalTail(0.3)', normalTail(0.3), 0.38208857781105],
      ['normalTail(1.96)', normalTail(1.96), 0.02499789514822],
      ['normalTail(5)', normalTail(5), 2.8665157187919e-7],
      ['normalTail(10)', normalTail(10), 7.6198530241605e-24],
      ['normalTail(-2)', normalTail(-2), 0.97724986805182],
      ['normalQuantile(1e-12)', normalQuantile(1e-12), -7.0344838253011],
      ['normalQuantile(0.001)', normalQuantile(0.001), -3.0902323061678],
      ['normalQuantile(0.3)', normalQuantile(0.3), -0.52440051270804],
      ['normalQuantile(0.975)', normalQuantile(0.975), 1.9599639845401],
      ['criticalValue(0.95)', criticalValue(0.95), 1.9599639845401],
      ['studentTwoSided(0.001, 5)', studentTwoSided(0.001, 5), 0.9992407867722],
      ['studentTwoSided(2, 3.5)', studentTwoSided(2, 3.5), 0.12613852257591],
      ['studentTwoSided(9, 383)', studentTwoSided(9, 383), 1.0672485382676e-17],
      ['studentCriticalValue(0.95, 1)', studentCriticalValue(0.95, 1), 12.706204736175],
      ['studentCriticalValue(0.95, 2.5)', studentCriticalValue(0.95, 2.5), 3.5746548420037],
      ['studentCriticalValue(0.95, 383)', studentCriticalValue(0.95, 383), 1.9661771911466],
      ['fTail(1.0926, 4.02, 1540.9)', fTail(1.0926, 4.02, 1540.9), 0.35871033876672],
      ['fTail(30, 2, 50)', fTail(30, 2, 50), 2.750635092767e-9],
      ['fTail(0.2, 14, 700)', fTail(0.2, 14, 700), 0.99935371317568],
      ['chiSquareTail(3.84, 1)', chiSquareTail(3.84, 1), 0.050043521248705],
      ['chiSquareTail(98.4, 84)', chiSquareTail(98.4, 84), 0.13480854798257],
      ['chiSquareTail(300, 84)', chiSquareTail(300, 84), 4.8791613057465e-26],
      ['chiSquareTail(20, 84)', chiSquareTail(20, 84), 0.99999999999996],
      ['betaQuantile(0.05, 4.79, 6.67)', betaQuantile(0.05, 4.79, 6.67), 0.19622547514352],
      ['betaQuantile(0.95, 0.5, 0.5)', betaQuantile(0.95, 0.5, 0.5), 0.99384417029757],
      ['betaQuantile(0.025, 3, 900)', betaQuantile(0.025, 3, 900), 0.00068641515966359],
      ['betaQuantile(0.0001, 0.5, 40)', betaQuantile(0.0001, 0.5, 40), 1.9758053729635e-10],
      ['betaQuantile(0.95, 0.02, 0.3)', betaQuantile(0.95, 0.02, 0.3), 0.65951495855704],
      ['betaQuantile(0.001, 50, 1)', betaQuantile(0.001, 50, 1), 0.87096358995608],
      ['betaQuantile(0.999, 1, 50)', betaQuantile(0.999, 1, 50), 0.12903641004392],
    ];
    // Scaled, since an absolute allowance would let small tails through.
    const scaled = comparisons.map(
      ([what, actual, wanted]): Comparison => [what, actual! / wanted!, 1, 1e-11],
    );
    expect(disagreements(scaled)).toEqual([]);
  });

  it('end where probability does', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalCdf(0)).toBe(0.5);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([regularizedBeta(0, 2, 3), regularizedBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([chiSquareTail(0, 3), fTail(0, 2, 3), lowerGamma(2, 0)]).toEqual([1, 1, 0]);
  });
});

describe('a random stream', () => {
  it('is xoshiro128** seeded by splitmix32, to the bit', () => {
    const stream = new RandomStream(42);
    expect(Array.from({ length: 5 }, () => stream.bits() >>> 0)).toEqual([
      660444221, 3652823732, 77672526, 910233633, 2297337756,
    ]);
  });

  it('has the moments of its distributions', () => {
    const random = new RandomStream(7);
    const draws = 100_000;
    const moments = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / draws;
      return {
        mean,
        variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws,
      };
    };
    const normal = moments(new Float64Array(draws).map(() => random.normal()));
    expect(Math.abs(normal.mean)).toBeLessThan(0.013);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.018);
    for (const shape of [0.3, 1, 7.5]) {
      const values = new Float64Array(draws);
      random.fillGamma(values, shape);
      const gamma = moments(values);
      expect(Math.abs(gamma.mean / shape - 1)).toBeLessThan(0.025);
      expect(Math.abs(gamma.variance / shape - 1)).toBeLessThan(0.06);
    }
  });

  it('reaches the normal’s tails as often as it should', () => {
    const random = new RandomStream(3);
    let beyond = 0;
    for (let k = 0; k < 1_000_000; k += 1) if (Math.abs(random.normal()) > 3.5) beyond += 1;
    expect(Math.abs(beyond - 1_000_000 * 2 * normalTail(3.5))).toBeLessThan(90);
  });
});
