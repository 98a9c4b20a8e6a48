import { describe, expect, it } from 'vitest';
import { normalTwoSided } from '../../../core/stats/distributions.ts';
import { adjustedP, markFamily, selectedConfidence } from '../../../core/stats/multiplicity.ts';
import { shareBasis, shareOf, wilsonInterval } from '../../../core/stats/proportion.ts';
import {
  compareDomains,
  compareEditions,
  compareOverlapping,
  gapToWhole,
  moverScore,
  smallestVisibleGap,
  studentTest,
  vsRest,
} from '../../../core/stats/significance.ts';
import { restOf } from '../../../core/stats/weights.ts';
import { type Comparison, cellSums, disagreements, FIXTURES } from './survey-fixture.ts';

describe.each(FIXTURES)('differences under $name', ({ rows, expected }) => {
  const sample = { respondents: expected.base.n_respondents };

  const againstRest = expected.vs_rest.map((wanted) => {
    const whole = cellSums(rows, wanted.var);
    const profile = cellSums(rows, wanted.var, (row) => row[wanted.by] === wanted.level);
    const label = `${wanted.by} ${wanted.level} ${wanted.var}`;
    return { wanted, label, whole, profile, rest: restOf(whole, profile) };
  });

  it('set a profile against the rest as R does, and by MOVER', () => {
    const comparisons = againstRest.flatMap(({ wanted, label, profile, rest }): Comparison[] => {
      const found = compareDomains(profile, rest, sample)!;
      const student = studentTest(found, profile.n + rest.n);
      const bases = [shareBasis(profile, sample)!, shareBasis(rest, sample)!] as const;
      return [
        [`${label} share_in`, shareOf(profile), wanted.share_in],
        [`${label} share_rest`, shareOf(rest), wanted.share_rest],
        [`${label} n_rest`, rest.n, wanted.n_rest],
        [`${label} diff`, found.difference, wanted.diff],
        [`${label} se`, found.se, wanted.se_diff],
        [`${label} t`, student?.t ?? null, wanted.t],
        [`${label} p_t`, student?.p ?? null, wanted.p_t],
        [`${label} n_star_in`, bases[0].nStar, wanted.ns.n_star_in],
        [`${label} n_star_rest`, bases[1].nStar, wanted.ns.n_star_rest],
        [`${label} mover low`, found.ci[0], wanted.ns.mover[0]],
        [`${label} mover high`, found.ci[1], wanted.ns.mover[1]],
        [`${label} z`, moverScore(...bases), wanted.ns.z_mover],
        [`${label} p`, found.p, wanted.ns.p_mover],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('measure the gap to the whole with both shares moving together', () => {
    const comparisons = againstRest.flatMap(({ wanted, label, profile, whole }): Comparison[] => {
      const gap = gapToWhole(profile, whole, sample)!;
      return [
        [`${label} gap`, gap.difference, wanted.diff_vs_total],
        [`${label} se`, gap.se, wanted.se_diff_vs_total],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it.each(['size', 'sector', 'region', 'department'] as const)(
    'are marked within the family of a table by %s',
    (by) => {
      const table = againstRest.filter(({ wanted }) => wanted.by === by);
      const marked = markFamily(table.map(({ profile, whole }) => vsRest(profile, whole, sample)));
      const comparisons = table.flatMap(({ wanted, label }, index): Comparison[] => [
        [`${label} q`, marked[index]?.q ?? null, wanted.ns.q_bh_table],
        [`${label} mark`, marked[index]?.mark ?? 0, wanted.ns.mark],
      ]);
      expect(disagreements(comparisons)).toEqual([]);
      expect(marked.map((mark) => mark !== null)).toEqual(
        table.map(({ wanted }) => wanted.ns.shown),
      );
    },
  );

  it('compare columns two by two', () => {
    const found = expected.pairs.map((wanted) => {
      const column = (level: string) =>
        cellSums(rows, wanted.var, (row) => row[wanted.by] === level);
      return compareDomains(column(wanted.a), column(wanted.b), sample)!;
    });
    const shown = expected.pairs.map(({ ns }, index) => (ns.shown ? found[index]! : null));
    const marked = markFamily(shown);
    const comparisons = expected.pairs.flatMap((wanted, index): Comparison[] => {
      const label = `${wanted.var} ${wanted.a} ${wanted.b}`;
      return [
        [`${label} diff`, found[index]!.difference, wanted.diff],
        [`${label} se`, found[index]!.se ?? 0, wanted.se_diff],
        [`${label} low`, found[index]!.ci[0], wanted.ns.mover[0]],
        [`${label} high`, found[index]!.ci[1], wanted.ns.mover[1]],
        [`${label} p`, found[index]!.p, wanted.ns.p_mover],
        [`${label} z`, normalTwoSided(wanted.ns.z_mover), found[index]!.p],
        [`${label} q`, marked[index]?.q ?? null, wanted.ns.q_bh_table],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('of overlapping profiles reduce to those of disjoint ones and of a part to its whole', () => {
    const small = cellSums(rows, 'yA', (row) => row.size === '1-9');
    const others = cellSums(rows, 'yA', (row) => row.size !== '1-9');
    const whole = cellSums(rows, 'yA');
    const nobody = cellSums([], 'yA');
    const disjoint = compareOverlapping(small, nobody, others, sample)!;
    expect(disjoint.se).toBeCloseTo(compareDomains(small, others, sample)!.se!, 12);
    const nested = compareOverlapping(nobody, small, others, sample)!;
    const gap = gapToWhole(small, whole, sample)!;
    expect(nested.difference).toBeCloseTo(gap.difference, 12);
    expect(nested.se).toBeCloseTo(gap.se, 12);
  });

  it('between editions use each edition’s own sample', () => {
    const cell = cellSums(rows, 'yA');
    const other = cellSums(rows, 'yB');
    const found = compareEditions(cell, sample, other, { respondents: 10_000 })!;
    const same = compareDomains(cell, other, sample)!;
    expect(found.difference).toBe(same.difference);
    expect(found.se! < same.se!).toBe(true);
    expect(studentTest(found, 768, 2)!.df).toBe(766);
  });
});

describe('a family of tests', () => {
  it('gets the q-values of Benjamini and Hochberg', () => {
    const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344];
    const rest = [0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const qs = adjustedP([...published, null, ...rest]);
    expect(qs[8]).toBeNull();
    expect(qs.filter((q) => q !== null && q <= 0.05)).toHaveLength(4);
    expect(qs[3]).toBeCloseTo((0.0095 * 15) / 4, 14);
    expect(qs[4]).toBeCloseTo(0.0201 * 3, 14);
  });

  it('asks wider intervals of the selected few', () => {
    expect(selectedConfidence(4, 15)).toBeCloseTo(1 - 0.05 * (4 / 15), 15);
    expect(selectedConfidence(15, 15)).toBe(0.95);
  });
});

describe('the smallest visible gap', () => {
  it('is what a Wilson interval needs to leave the rest outside', () => {
    expect(smallestVisibleGap(214)).toBeCloseTo(0.06699, 5);
    const gap = smallestVisibleGap(50, { share: 0.2 });
    const seen = wilsonInterval({ share: 0.2 + gap, nStar: 50 }, 1.959963984540054);
    expect(seen[0]).toBeCloseTo(0.2, 14);
    expect(smallestVisibleGap(50, { restNStar: 50 })).toBeCloseTo(smallestVisibleGap(25), 14);
  });
});
