import { describe, expect, it } from 'vitest';
import { describeCell, describeRow } from '../../../core/stats/cells.ts';
import {
  countIntervalFixedBase,
  countIntervalRandomBase,
  isExtreme,
  shareBasis,
  shareDesignEffect,
  shareInterval,
  shareOf,
  shareVariance,
  totalVariance,
} from '../../../core/stats/proportion.ts';
import { countFlagOf, flagOf, nonResponseFlagOf } from '../../../core/stats/reliability.ts';
import { cellFromSeparateBase, designEffect, effectiveSize } from '../../../core/stats/weights.ts';
import { type Comparison, cellSums, disagreements, FIXTURES } from './survey-fixture.ts';

const STATUS = { null: 'ok', 'low-base': 'warn', suppressed: 'suppress' } as const;
const root = (variance: number | null) => (variance === null ? null : Math.sqrt(variance));

describe.each(FIXTURES)('a cell under $name', ({ rows, expected }) => {
  const sample = { respondents: expected.base.n_respondents };
  const cells = [
    ...expected.overall,
    ...expected.multi_overall,
    ...expected.by,
    ...expected.multi_by,
  ].map((wanted) => {
    const { by, level } = wanted;
    const keep = by === undefined ? undefined : (row: (typeof rows)[number]) => row[by] === level;
    const label = `${wanted.var} ${by ?? ''} ${level ?? ''}`;
    return { wanted, label, sums: cellSums(rows, wanted.var, keep) };
  });

  it('has the sums, share, total and errors of R survey', () => {
    const comparisons = cells.flatMap(({ wanted, label, sums }): Comparison[] => {
      const deff = shareDesignEffect(sums, sample);
      const sampled = sums.sumW >= sums.n && deff !== null;
      return [
        [`${label} n`, sums.n, wanted.n],
        [`${label} nYes`, sums.nYes, wanted.n_yes],
        [`${label} sumW2Yes`, sums.sumW2Yes, wanted.sum_w2_yes],
        [`${label} share`, shareOf(sums), wanted.share],
        [`${label} se`, root(shareVariance(sums, sample)), wanted.se],
        [`${label} total`, sums.sumWYes, wanted.total],
        [`${label} se_total`, sums.n ? root(totalVariance(sums, sample)) : null, wanted.se_total],
        [`${label} deff_wr`, deff, wanted.deff_wr],
        [`${label} deff_wor`, sampled ? deff / (1 - sums.n / sums.sumW) : null, wanted.deff_wor],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('has the effective sizes, Wilson and count intervals of the method', () => {
    const comparisons = cells.flatMap(({ wanted, label, sums }): Comparison[] => {
      const { ns } = wanted;
      const wilson = shareInterval(sums, sample) ?? [null, null];
      const fixed = countIntervalFixedBase(sums, sample) ?? [null, null];
      const random = sums.n === 0 ? [null, null] : countIntervalRandomBase(sums, sample)!;
      return [
        [`${label} n_kish`, effectiveSize(sums), ns.n_kish],
        [`${label} deff_kish`, designEffect(sums), ns.deff_kish ?? null],
        [`${label} n_star`, shareBasis(sums, sample)?.nStar ?? null, ns.n_star],
        [`${label} wilson low`, wilson[0], ns.wilson[0]],
        [`${label} wilson high`, wilson[1], ns.wilson[1]],
        [`${label} fixed low`, fixed[0], ns.count_fixed_base?.[0] ?? null],
        [`${label} fixed high`, fixed[1], ns.count_fixed_base?.[1] ?? null],
        [`${label} random low`, random[0]!, ns.count_random_base?.[0] ?? null],
        [`${label} random high`, random[1]!, ns.count_random_base?.[1] ?? null],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('is shown, warned about or suppressed as the policy says', () => {
    const wrong = cells.filter(
      ({ wanted, sums }) => STATUS[`${flagOf(sums, sample)}`] !== wanted.ns.status,
    );
    expect(wrong.map(({ label }) => label)).toEqual([]);
  });

  it('hides every inference of a suppressed cell and counts nobody under three', () => {
    for (const { wanted, sums } of cells) {
      const cell = describeCell(sums, sample);
      const isSuppressed = wanted.ns.status === 'suppress';
      expect([cell.share, cell.ci].map((figure) => figure === null)).toEqual([
        isSuppressed,
        isSuppressed,
      ]);
      expect(cell.se === null).toBe(isSuppressed || isExtreme(sums));
      expect(cell.n).toBe(wanted.n < 3 ? null : wanted.n_yes);
      expect(describeRow(sums).n).toBe(wanted.n === 1 || wanted.n === 2 ? null : wanted.n);
    }
  });

  it('knows the weight of those who did not answer', () => {
    const everyone = rows.reduce((sum, row) => sum + row.weight, 0);
    const answered = cellSums(rows, 'yA').sumW;
    expect(1 - answered / everyone).toBeCloseTo(expected.base.answer_missing_weighted_share, 12);
  });
});

describe('the small-base policy', () => {
  const sample = { respondents: 10_000 };
  const plain = (n: number, nYes: number) => ({
    n,
    nYes,
    sumW: n,
    sumW2: n,
    sumWYes: nYes,
    sumW2Yes: nYes,
  });

  it.each([
    [19, 2, 'suppressed'],
    [20, 2, 'low-base'],
    [49, 3, 'low-base'],
    [50, 3, null],
  ])('flags a base of %i with %i in favour as %s', (n, nYes, flag) => {
    expect(flagOf(plain(n, nYes), sample)).toBe(flag);
  });

  it('suppresses under ten effective respondents, however many answered', () => {
    const skewed = { ...plain(100, 50), sumW2: 1001, sumW2Yes: 500 };
    expect(flagOf(skewed, sample)).toBe('suppressed');
  });

  it('does not move its limits with the confidence asked for', () => {
    const cell = plain(60, 30);
    expect(describeCell(cell, { ...sample, confidence: 0.999 }).flag).toBeNull();
    expect(describeCell(cell, { ...sample, confidence: 0.999 }).ci![0]).toBeLessThan(0.35);
  });

  it.each([
    [8, 'suppressed'],
    [10, 'low-base'],
    [36, 'low-base'],
    [38, null],
    [0, 'suppressed'],
  ])('flags a count resting on %i respondents as %s', (nYes, flag) => {
    expect(countFlagOf(plain(1000, nYes), sample)).toBe(flag);
  });

  it('warns of a question that a fifth left open and hides it beyond half', () => {
    expect([80, 79, 50, 49].map((answered) => nonResponseFlagOf(answered, 100 - answered))).toEqual(
      [null, 'low-base', 'low-base', 'suppressed'],
    );
  });

  it('takes a base from another question unless the option outweighs it', () => {
    const base = { n: 40, sumW: 80, sumW2: 200 };
    const chosen = { n: 10, sumW: 30, sumW2: 95 };
    expect(cellFromSeparateBase(base, chosen)).toEqual({
      ...base,
      nYes: 10,
      sumWYes: 30,
      sumW2Yes: 95,
    });
    expect(cellFromSeparateBase(base, { ...chosen, sumW: 81 })).toBeNull();
  });
});
