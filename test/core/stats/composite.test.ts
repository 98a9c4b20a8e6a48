import { describe, expect, it } from 'vitest';
import {
  compositeFromCells,
  compositeFromPatterns,
  weightRobustness,
} from '../../../core/stats/composite.ts';
import {
  type Comparison,
  cellSums,
  choice,
  disagreements,
  FIXTURES,
  levels,
} from './survey-fixture.ts';

const { rows, expected } = FIXTURES[0]!;
const wanted = expected.composite!;
const departments = levels(rows, 'department');
const options = { groups: departments.length, top: 10 };

function patterns(variables: readonly string[]) {
  return rows.map((row) => ({
    group: departments.indexOf(row.department),
    n: 1,
    sumW: row.weight,
    sumW2: row.weight ** 2,
    chosen: variables.map((variable) => choice(row, variable)),
  }));
}

function cells(variables: readonly string[]) {
  return variables.map((variable) =>
    departments.map((level) => cellSums(rows, variable, (row) => row.department === level)),
  );
}

const CRITERIA = [
  { direction: 1, weight: 0.5 },
  { direction: 1, weight: 0.3 },
  { direction: -1, weight: 0.2 },
] as const;
const VARIABLES = ['yA', 'm2', 'yB'];

/** Half of a 90 % interval in points of the score, from R's posterior variance. */
const halfOf = (variance: number, between: number): number =>
  (10 * 1.6448536269514722 * Math.sqrt(variance)) / Math.sqrt(between);

describe('a composite score', () => {
  const composite = compositeFromPatterns(patterns(VARIABLES), CRITERIA, options)!;

  it('keeps only the criteria that tell departments apart', () => {
    expect(composite.criteria.map(({ isDropped }) => isDropped)).toEqual([false, true, true]);
    const [kept] = composite.criteria;
    const [reference] = wanted.criteria;
    const comparisons: Comparison[] = [
      ['p', kept!.share, reference!.p],
      ['tau', kept!.unit, reference!.tau],
      ['rho', kept!.fit.rho, reference!.rho],
      ['weight', kept!.weight, reference!.weight],
    ];
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('is Fay and Herriot’s estimate of the respondents’ index', () => {
    const { model, respondents } = composite;
    const comparisons: Comparison[] = [
      ['n_used', respondents, wanted.n_used],
      ['A', model.between, wanted.A],
      ['A_min', model.floor, wanted.A_min],
      ['A_star', model.used, wanted.A_star],
      ['beta', model.mean, wanted.beta],
      ['Q', model.x2, wanted.Q],
      ['Q_p', model.p, wanted.Q_p],
    ];
    for (const row of wanted.rows) {
      const group = composite.groups[departments.indexOf(row.level)]!;
      comparisons.push(
        [`${row.level} n_kish`, group.nEff, row.n_kish],
        [`${row.level} direct`, group.direct.score, row.direct],
        [`${row.level} D`, group.direct.variance, row.D],
        [`${row.level} sigma2`, group.direct.variance * group.nEff, wanted.sigma2_w2],
        [`${row.level} eblup`, group.estimate, row.eblup],
        [`${row.level} post_var`, group.variance, row.post_var],
        [`${row.level} score`, group.score, row.score],
        [`${row.level} low`, group.scoreCi[0], row.score - halfOf(row.post_var, wanted.A_star)],
        [`${row.level} high`, group.scoreCi[1], row.score + halfOf(row.post_var, wanted.A_star)],
      );
    }
    expect(disagreements(comparisons)).toEqual([]);
    expect(composite.groups.filter((group) => group !== null)).toHaveLength(wanted.rows.length);
  });

  it('is the same from cells when a single criterion counts', () => {
    const fromCells = compositeFromCells(cells(VARIABLES), CRITERIA, options)!;
    expect(fromCells.respondents).toBeNull();
    const comparisons = composite.groups.flatMap((group, index): Comparison[] => [
      [
        `${index} direct`,
        fromCells.groups[index]?.direct.score ?? null,
        group?.direct.score ?? null,
      ],
      [
        `${index} variance`,
        fromCells.groups[index]?.direct.variance ?? null,
        group?.direct.variance ?? null,
      ],
    ]);
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('is never surer from cells than from respondents, and shows its parts', () => {
    const two = [
      { direction: 1, weight: 2 },
      { direction: -1, weight: 3 },
    ] as const;
    const fromPatterns = compositeFromPatterns(patterns(['yA', 'yC']), two, options)!;
    const fromCells = compositeFromCells(cells(['yA', 'yC']), two, options)!;
    for (const [index, group] of fromPatterns.groups.entries()) {
      if (group === null) continue;
      const bound = fromCells.groups[index]!.direct.variance;
      expect(group.direct.variance).toBeLessThanOrEqual(bound * (1 + 1e-12));
      const total = group.contributions.reduce((sum, part) => sum + part, 0);
      expect(total).toBeCloseTo(group.direct.score, 12);
    }
    expect(fromPatterns.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14);
  });

  it('says how far its first places depend on the weights', () => {
    const build = (criteria: Parameters<typeof compositeFromPatterns>[1]) =>
      compositeFromPatterns(patterns(['yA', 'yC']), criteria, { ...options, draws: 1000 });
    const two = [
      { direction: 1, weight: 0.6 },
      { direction: 1, weight: 0.4 },
    ] as const;
    const moved = weightRobustness(two, build);
    expect(moved.map(({ criterion, factor }) => [criterion, factor])).toEqual([
      [0, 0.75],
      [0, 1.25],
      [1, 0.75],
      [1, 1.25],
    ]);
    for (const { topProbability } of moved) {
      const places = topProbability.reduce<number>((sum, p) => sum + (p ?? 0), 0);
      expect(places).toBeCloseTo(10, 9);
    }
  });

  it('is refused when nothing tells departments apart', () => {
    expect(compositeFromPatterns(patterns(['m2']), [CRITERIA[1]], options)).toBeNull();
  });
});
