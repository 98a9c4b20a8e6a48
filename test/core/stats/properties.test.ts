import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableTest } from '../../../core/stats/association.ts';
import { describeCell } from '../../../core/stats/cells.ts';
import { adjustedP } from '../../../core/stats/multiplicity.ts';
import {
  shareBasis,
  shareInterval,
  shareOf,
  shareVariance,
  totalVariance,
} from '../../../core/stats/proportion.ts';
import { rankBeliefs } from '../../../core/stats/rank-distribution.ts';
import { compareDomains, gapToWhole } from '../../../core/stats/significance.ts';
import {
  addCells,
  type CellSums,
  designEffect,
  effectiveSize,
  restOf,
} from '../../../core/stats/weights.ts';
import { agrees } from './survey-fixture.ts';

interface Row {
  weight: number;
  yes: boolean;
}

const row = fc.record({
  weight: fc.integer({ min: 1, max: 300_000 }).map((grams) => grams / 1000),
  yes: fc.boolean(),
});
const rows = fc.array(row, { minLength: 1, maxLength: 80 });
const SAMPLE = { respondents: 400 };

function sums(all: readonly Row[]): CellSums {
  const yes = all.filter((one) => one.yes);
  const total = (some: readonly Row[], power: number) =>
    some.reduce((sum, { weight }) => sum + weight ** power, 0);
  return {
    n: all.length,
    nYes: yes.length,
    sumW: total(all, 1),
    sumW2: total(all, 2),
    sumWYes: total(yes, 1),
    sumW2Yes: total(yes, 2),
  };
}

describe('a share', () => {
  it('does not depend on the unit of weights, whose totals it scales', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.001, 7, 1e6), (all, unit) => {
        const [plain, scaled] = [
          sums(all),
          sums(all.map((one) => ({ ...one, weight: one.weight * unit }))),
        ];
        expect(agrees(shareOf(scaled), shareOf(plain))).toBe(true);
        expect(agrees(shareVariance(scaled, SAMPLE), shareVariance(plain, SAMPLE))).toBe(true);
        expect(agrees(effectiveSize(scaled), effectiveSize(plain))).toBe(true);
        const variance = totalVariance(plain, SAMPLE) * unit ** 2;
        expect(agrees(totalVariance(scaled, SAMPLE), variance, 1e-8)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of respondents', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const [one, other] = [sums(all), sums([...all].reverse())];
        expect(agrees(shareOf(one), shareOf(other))).toBe(true);
        expect(agrees(shareVariance(one, SAMPLE), shareVariance(other, SAMPLE))).toBe(true);
      }),
    );
  });

  it('lies in its interval, itself within 0 and 1, wider at a higher confidence', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const cell = sums(all);
        const share = shareOf(cell)!;
        const [low, high] = shareInterval(cell, SAMPLE)!;
        const [lower, higher] = shareInterval(cell, { ...SAMPLE, confidence: 0.99 })!;
        const chain = [0, lower, low, share, high, higher, 1];
        for (const [k, bound] of chain.entries()) {
          if (k > 0) expect(bound).toBeGreaterThanOrEqual(chain[k - 1]! - 1e-12);
        }
      }),
    );
  });

  it('of nobody and of everybody mirror each other and have no standard error', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 20, maxLength: 60 }), (all) => {
        const none = sums(all.map((one) => ({ ...one, yes: false })));
        const every = sums(all.map((one) => ({ ...one, yes: true })));
        const [low, high] = shareInterval(none, SAMPLE)!;
        const [mirrorLow, mirrorHigh] = shareInterval(every, SAMPLE)!;
        expect([shareOf(none), low, shareOf(every), mirrorHigh]).toEqual([0, 0, 1, 1]);
        expect(mirrorLow).toBeCloseTo(1 - high, 12);
        const shown = describeCell(every, SAMPLE);
        expect(shown.se).toBeNull();
        expect(shown.ci === null).toBe(shown.flag === 'suppressed');
      }),
    );
  });

  it('of merged answers adds up, and the two halves of a question mirror each other', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(2), { minLength: 80, maxLength: 80 }), (all, answers) => {
        const chose = (...kept: number[]) =>
          sums(all.map(({ weight }, k) => ({ weight, yes: kept.includes(answers[k]!) })));
        const [merged, other] = [chose(0, 1), chose(2)];
        expect(agrees(shareOf(merged), shareOf(chose(0))! + shareOf(chose(1))!)).toBe(true);
        expect(agrees(shareOf(merged), 1 - shareOf(other)!)).toBe(true);
        const [one, same] = [shareVariance(merged, SAMPLE), shareVariance(other, SAMPLE)];
        expect(agrees(one, same, 1e-8)).toBe(true);
      }),
    );
  });

  it('under equal weights is the plain one, on as many respondents', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const cell = sums(all.map((one) => ({ ...one, weight: 3 })));
        expect(agrees(shareOf(cell), cell.nYes / cell.n)).toBe(true);
        expect(agrees(effectiveSize(cell), cell.n)).toBe(true);
        expect(agrees(designEffect(cell), 1)).toBe(true);
      }),
    );
  });

  it('of one respondent has one effective respondent and stays unsaid', () => {
    fc.assert(
      fc.property(row, (one) => {
        const cell = sums([one]);
        expect(agrees(shareBasis(cell, SAMPLE)!.nStar, 1)).toBe(true);
        expect(describeCell(cell, SAMPLE)).toMatchObject({ n: null, share: null, ci: null });
      }),
    );
  });

  it('of nobody at all is null, never zero', () => {
    const cell = sums([]);
    expect([shareOf(cell), shareInterval(cell, SAMPLE), effectiveSize(cell)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(describeCell(cell, SAMPLE)).toMatchObject({ share: null, flag: 'suppressed' });
  });
});

describe('a domain', () => {
  it('and its rest make the whole', () => {
    fc.assert(
      fc.property(rows, rows, (inside, outside) => {
        const [part, other] = [sums(inside), sums(outside)];
        const rest = restOf(addCells(part, other), part);
        expect([rest.n, rest.nYes]).toEqual([other.n, other.nYes]);
        expect(agrees(rest.sumW, other.sumW)).toBe(true);
        expect(agrees(shareOf(rest), shareOf(other), 1e-8)).toBe(true);
      }),
    );
  });

  it('that is everything has no rest and no gap', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const cell = sums(all);
        const rest = restOf(cell, cell);
        expect(Object.values(rest)).toEqual([0, 0, 0, 0, 0, 0]);
        expect(compareDomains(cell, rest, SAMPLE)).toBeNull();
        expect(gapToWhole(cell, cell, SAMPLE)).toEqual({ difference: 0, se: 0 });
      }),
    );
  });
});

describe('a difference', () => {
  it('turns round with its sides, and test and interval agree at any level', () => {
    fc.assert(
      fc.property(rows, rows, fc.constantFrom(0.8, 0.95, 0.99), (left, right, confidence) => {
        const [a, b] = [sums(left), sums(right)];
        const found = compareDomains(a, b, { ...SAMPLE, confidence })!;
        const turned = compareDomains(b, a, { ...SAMPLE, confidence })!;
        expect(turned.difference).toBeCloseTo(-found.difference, 14);
        expect(turned.ci[0]).toBeCloseTo(-found.ci[1], 12);
        expect(agrees(turned.p, found.p)).toBe(true);
        fc.pre(Math.abs(found.p - (1 - confidence)) > 1e-9);
        const excludesZero = found.ci[0] > 0 || found.ci[1] < 0;
        expect(excludesZero).toBe(found.p < 1 - confidence);
      }),
    );
  });

  it('keeps q above p, in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        const qs = adjustedP(ps).map((q) => q!);
        for (const [i, q] of qs.entries()) {
          expect(q).toBeGreaterThanOrEqual(ps[i]!);
          for (const [j, other] of qs.entries()) {
            if (ps[i]! < ps[j]!) expect(q).toBeLessThanOrEqual(other);
          }
        }
      }),
    );
  });
});

describe('a whole table', () => {
  it('gives the same test whatever the order of its rows and columns', () => {
    const cell = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 }).map((weights) => ({
      n: weights.length,
      sumW: weights.reduce((sum, weight) => sum + weight, 0),
      sumW2: weights.reduce((sum, weight) => sum + weight ** 2, 0),
    }));
    const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(table, (answers) => {
        const turned = answers.map((line) => [...line].reverse()).reverse();
        const flipped = answers[0]!.map((_, column) => answers.map((line) => line[column]!));
        const [one, other, third] = [answers, turned, flipped].map((t) => tableTest(t, SAMPLE));
        expect(one === null).toBe(other === null);
        if (!one || !other || !third) return;
        expect(agrees(one.kish.x2, other.kish.x2, 1e-7)).toBe(true);
        expect(one.raoScott === null).toBe(other.raoScott === null);
        expect(agrees(one.raoScott?.f ?? null, other.raoScott?.f ?? null, 1e-7)).toBe(true);
        expect(agrees(one.raoScott?.ndf ?? null, third.raoScott?.ndf ?? null, 1e-7)).toBe(true);
      }),
    );
  });
});

describe('ranks', () => {
  it('share out every place once', () => {
    const belief = fc.record({
      a: fc.double({ min: 0.05, max: 50, noNaN: true }),
      b: fc.double({ min: 0.05, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(belief, { minLength: 2, maxLength: 12 }), (beliefs) => {
        const ranks = rankBeliefs(beliefs, { top: 2, draws: 200 });
        const total = ranks.reduce((sum, { meanRank }) => sum + meanRank, 0);
        expect(total).toBeCloseTo((beliefs.length * (beliefs.length + 1)) / 2, 9);
        for (const { meanRank, rankInterval } of ranks) {
          expect(rankInterval[0]).toBeLessThanOrEqual(Math.ceil(meanRank));
          expect(rankInterval[1]).toBeLessThanOrEqual(beliefs.length);
        }
      }),
    );
  });
});
