import { describe, expect, it } from 'vitest';
import { jointRankSets, surveyInterval } from '../../../core/stats/audit.ts';
import { rankBeliefs } from '../../../core/stats/rank-distribution.ts';
import { canRank, estimatedSize, knownSize, rankGroups } from '../../../core/stats/ranking.ts';
import { smoothingSize } from '../../../core/stats/smoothing.ts';
import { describeVolume } from '../../../core/stats/volume.ts';
import { effectiveSize } from '../../../core/stats/weights.ts';
import { type Comparison, cellSums, disagreements, FIXTURES, levels } from './survey-fixture.ts';

const within = (actual: number, wanted: number, distance: number) =>
  Math.abs(actual - wanted) <= distance;

describe.each(FIXTURES)('a ranking under $name', ({ rows, expected }) => {
  const sample = { respondents: expected.base.n_respondents };

  function groupsBy(by: 'department' | 'sector' | 'size', variable: string) {
    return levels(rows, by).map((level) => {
      const inside = rows.filter((row) => row[by] === level);
      const universe = {
        n: inside.length,
        sumW: inside.reduce((sum, row) => sum + row.weight, 0),
        sumW2: inside.reduce((sum, row) => sum + row.weight ** 2, 0),
      };
      return { level, universe, sums: cellSums(inside, variable) };
    });
  }

  for (const wanted of expected.ranking ?? []) {
    const groups = groupsBy('department', wanted.var);
    const sized = groups.map(({ sums, universe }) => ({
      sums,
      size: estimatedSize(universe, sample),
    }));
    const national = cellSums(rows, wanted.var);
    const rank = (order: 'propensity' | 'volume') =>
      rankGroups(sized, national, sample, { order, top: wanted.k })!;
    const byLevel = new Map(groups.map((group, index) => [group.level, { ...group, index }]));

    it(`smooths departments on ${wanted.var} as the reference does`, () => {
      const { smoothing: fit, groups: estimates, isDistinguishable } = rank('propensity');
      expect(isDistinguishable).toBe(wanted.badges_allowed);
      const comparisons: Comparison[] = [
        ['item_c', fit!.itemFactor, wanted.item_c],
        ['mu', fit!.mu, wanted.fit.mu],
        ['rho', fit!.rho, wanted.fit.rho],
        ['rho_raw', fit!.rawRho, wanted.fit.rho_raw],
        ['rho_min', fit!.rhoFloor, wanted.fit.rho_min],
        ['rho_star', fit!.rhoUsed, wanted.fit.rho_star],
        ['M', fit!.priorSize, wanted.fit.M],
        ['Q', fit!.x2, wanted.fit.Q],
        ['Q_df', fit!.df, wanted.fit.Q_df],
        ['Q_p', fit!.p, wanted.fit.Q_p],
      ];
      const sets = jointRankSets(
        groups.map(({ sums }) => sums),
        sample,
      );
      for (const row of wanted.rows) {
        const { index, sums, universe } = byLevel.get(row.level)!;
        const { belief, smoothed, potential } = estimates[index]!;
        const size = sized[index]!.size;
        const sizeError = universe.sumW * Math.sqrt(Math.expm1(size.logVariance));
        comparisons.push(
          [`${row.level} n_kish`, effectiveSize(sums), row.n_kish],
          [`${row.level} n0`, smoothingSize(sums, fit!.itemFactor), row.n0],
          [`${row.level} a`, belief.a, row.a],
          [`${row.level} b`, belief.b, row.b],
          [`${row.level} post_mean`, smoothed.share, row.post_mean],
          [`${row.level} q05`, smoothed.ci[0], row.q05, 1e-8],
          [`${row.level} q95`, smoothed.ci[1], row.q95, 1e-8],
          [`${row.level} N`, size.mean, row.N],
          [`${row.level} se_N`, sizeError, row.se_N],
          [`${row.level} vol_mean`, potential!.enterprises, row.vol_mean],
          [`${row.level} vol_q05`, potential!.ci[0], row.mc_vol_q05, 0.03],
          [`${row.level} vol_q95`, potential!.ci[1], row.mc_vol_q95, 0.03],
          [`${row.level} kww_lo`, sets[index]![0], row.kww_lo],
          [`${row.level} kww_hi`, sets[index]![1], row.kww_hi],
        );
      }
      expect(disagreements(comparisons)).toEqual([]);
    });

    it(`ranks departments on ${wanted.var} as 100,000 draws do`, () => {
      const [shares, volumes] = [rank('propensity').groups, rank('volume').groups];
      const far = wanted.rows.filter((row) => {
        const { index } = byLevel.get(row.level)!;
        const [share, volume] = [shares[index]!.rank!, volumes[index]!.rank!];
        return !(
          within(share.meanRank, row.mc_exp_rank, 1.5) &&
          within(share.topProbability, row.mc_p_top, 0.02) &&
          within(share.rankInterval[0], row.mc_rank_lo, 1.5) &&
          within(share.rankInterval[1], row.mc_rank_hi, 1.5) &&
          within(volume.meanRank, row.mc_vol_exp_rank, 1.5) &&
          within(volume.topProbability, row.mc_vol_p_top, 0.02)
        );
      });
      expect(far).toEqual([]);
    });

    it(`leaves departments without answers to ${wanted.var} unranked, on the prior`, () => {
      const { groups: estimates, smoothing } = rank('propensity');
      const silent = groups.flatMap(({ sums }, index) => (sums.n === 0 ? [estimates[index]!] : []));
      expect(silent.map(({ rank: none }) => none)).toEqual(silent.map(() => null));
      for (const { smoothed } of silent) expect(smoothed.share).toBeCloseTo(smoothing!.mu, 12);
    });
  }

  it.each(expected.ranking_few)('of few groups, by $by, lets each stand alone', (wanted) => {
    const by = wanted.by as 'sector' | 'size';
    const groups = groupsBy(by, wanted.var);
    const ranking = rankGroups(groups, cellSums(rows, wanted.var), sample, {
      order: 'propensity',
      top: wanted.k,
    })!;
    expect(ranking.smoothing).toBeNull();
    const comparisons = wanted.rows.flatMap((row): Comparison[] => {
      const index = groups.findIndex(({ level }) => level === row.level);
      const { belief, smoothed, rank } = ranking.groups[index]!;
      const closeRank = within(rank!.meanRank, row.mc_exp_rank, 1.5);
      const closeTop = within(rank!.topProbability, row.mc_p_top, 0.02);
      const closeLow = within(rank!.rankInterval[0], row.mc_rank_lo, 1.5);
      const closeHigh = within(rank!.rankInterval[1], row.mc_rank_hi, 1.5);
      return [
        [`${row.level} a`, belief.a, row.a],
        [`${row.level} b`, belief.b, row.b],
        [`${row.level} post_mean`, smoothed.share, row.post_mean],
        [`${row.level} q05`, smoothed.ci[0], row.q05, 1e-8],
        [`${row.level} q95`, smoothed.ci[1], row.q95, 1e-8],
        [`${row.level} ranks close`, +(closeRank && closeTop && closeLow && closeHigh), 1],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });

  it('can be audited against the intervals of svyciprop', () => {
    const cells = [
      ...expected.overall,
      ...expected.multi_overall,
      ...expected.by,
      ...expected.multi_by,
    ];
    const comparisons = cells.flatMap((wanted): Comparison[] => {
      const { by, level } = wanted;
      const keep = by === undefined ? undefined : (row: (typeof rows)[number]) => row[by] === level;
      const sums = cellSums(rows, wanted.var, keep);
      return (['mean', 'xlogit', 'asin', 'beta', 'logit'] as const).flatMap(
        (method): Comparison[] => {
          const bounds = wanted[`ci_${method}`];
          if (bounds === undefined) return [];
          const computed = method === 'logit' ? 'xlogit' : method;
          const tolerance = method === 'logit' ? 1e-5 : method === 'beta' ? 1e-8 : 1e-9;
          const found = surveyInterval(sums, sample, computed) ?? [null, null];
          const label = `${wanted.var} ${by} ${level} ${method}`;
          return [
            [`${label} low`, found[0], bounds[0], tolerance],
            [`${label} high`, found[1], bounds[1], tolerance],
          ];
        },
      );
    });
    expect(disagreements(comparisons)).toEqual([]);
  });
});

describe('ranks of beliefs', () => {
  const beliefs = Array.from({ length: 120 }, (_, k) => ({
    a: 5 + ((k * 7) % 30),
    b: 20 + ((k * 13) % 40),
    size: { mean: 1000 + ((k * 37) % 5000), logVariance: 0.2 },
  }));
  const nobody = { a: 1, b: 1, size: { mean: 1e-9, logVariance: 0 } };

  it('are the same drawn or integrated', () => {
    const drawn = rankBeliefs(beliefs, { top: 10, draws: 40_000 });
    const integrated = rankBeliefs([...beliefs, nobody], { top: 10 });
    for (const [k, rank] of drawn.entries()) {
      expect(within(rank.meanRank, integrated[k]!.meanRank, 1)).toBe(true);
      expect(within(rank.topProbability, integrated[k]!.topProbability, 0.015)).toBe(true);
      expect(within(rank.rankInterval[0], integrated[k]!.rankInterval[0], 2)).toBe(true);
      expect(within(rank.rankInterval[1], integrated[k]!.rankInterval[1], 2)).toBe(true);
    }
    expect(integrated.at(-1)!.rankInterval).toEqual([121, 121]);
  });

  it('do not change from one call to the next', () => {
    const some = beliefs.slice(0, 8);
    expect(rankBeliefs(some, { top: 3 })).toEqual(rankBeliefs(some, { top: 3 }));
  });

  it('follow known normal probabilities', () => {
    const [first] = rankBeliefs(
      [
        { mean: 1, variance: 0.5 },
        { mean: 0, variance: 0.5 },
      ],
      { top: 1 },
    );
    expect(within(first!.topProbability, 0.8413447460685429, 0.015)).toBe(true);
    expect(first!.meanRank).toBeCloseTo(2 - first!.topProbability, 12);
  });

  it('share mid-ranks when they tie', () => {
    const tied = { mean: 3, variance: 0 };
    const ranks = rankBeliefs([tied, { mean: 5, variance: 0 }, tied], { top: 1 });
    expect(ranks.map(({ meanRank }) => meanRank)).toEqual([2.5, 1, 2.5]);
    expect(ranks.map(({ topProbability }) => topProbability)).toEqual([0, 1, 0]);
  });
});

describe('what a ranking refuses or fixes', () => {
  it('needs thirty respondents on either side', () => {
    const national = { n: 100, nYes: 29, sumW: 100, sumW2: 100, sumWYes: 29, sumW2Yes: 29 };
    expect(canRank(national)).toBe(false);
    expect(canRank({ ...national, nYes: 30 })).toBe(true);
    expect(canRank({ ...national, nYes: 71 })).toBe(false);
    const options = { order: 'propensity', top: 10 } as const;
    expect(rankGroups([], national, { respondents: 100 }, options)).toBeNull();
  });

  it('gives exact volumes for a known number of enterprises', () => {
    const { enterprises, ci } = describeVolume({ a: 1, b: 1 }, knownSize(2000));
    expect(enterprises).toBe(1000);
    expect(ci[0]).toBeCloseTo(100, 9);
    expect(ci[1]).toBeCloseTo(1900, 9);
  });
});
