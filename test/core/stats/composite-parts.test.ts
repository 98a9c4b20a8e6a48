import { describe, expect, it } from 'vitest';
import { compositeFromPatterns } from '../../../core/stats/composite.ts';
import { compositeParts, rescore } from '../../../core/stats/composite-parts.ts';
import { RandomStream } from '../../../core/stats/random.ts';
import { weightingDraws } from '../../../core/stats/weighting-draws.ts';

const groups = 24;
const random = new RandomStream(7);

/** Three criteria that differ from group to group, one in twelve answers missing. */
const patterns = Array.from({ length: 1500 }, (_, k) => {
  const group = k % groups;
  const weight = 0.5 + 2 * random.uniform();
  const leaning = (group / groups - 0.5) * 0.7;
  const chosen = [0.5 + leaning, 0.4 - leaning, 0.3 + leaning / 2].map((share) =>
    random.uniform() < 1 / 12 ? null : random.uniform() < share,
  );
  return { group, n: 1, sumW: weight, sumW2: weight ** 2, chosen };
});
const options = { groups, top: 10, draws: 1 };
const even = [1, 1, 1].map((weight) => ({ direction: 1 as const, weight }));
const fitted = compositeFromPatterns(patterns, even, options)!;
const parts = compositeParts(patterns, fitted.criteria, groups);

describe('a score computed again from its parts', () => {
  it.each([
    [1, 1, 1],
    [0.7, 0.2, 0.1],
    [0.2, 0, 0.8],
    [0, 3, 0],
  ])('equals the score from the respondents under the weights %d, %d, %d', (...weights) => {
    const criteria = weights.map((weight, j) => ({
      direction: j === 1 ? (-1 as const) : (1 as const),
      weight,
    }));
    const wanted = compositeFromPatterns(patterns, criteria, options)!;
    const again = rescore(parts, criteria)!;
    expect(again.groups).toHaveLength(groups);
    expect(again.model.used).toBeCloseTo(wanted.model.used, 10);
    for (const [index, group] of wanted.groups.entries()) {
      expect(again.groups[index]!.score).toBeCloseTo(group!.score, 8);
      expect(again.groups[index]!.scoreCi[1]).toBeCloseTo(group!.scoreCi[1], 8);
      expect(again.groups[index]!.variance).toBeCloseTo(group!.variance, 10);
      group!.contributions.forEach((part, j) => {
        expect(again.groups[index]!.contributions[j]).toBeCloseTo(part, 9);
      });
    }
  });

  it('is none without a weight that counts', () => {
    expect(
      rescore(
        parts,
        [0, 0, 0].map((weight) => ({ direction: 1, weight })),
      ),
    ).toBeNull();
  });
});

describe('random weightings', () => {
  it('keep ten places each, the same ones every time', () => {
    const criteria = [1, -1, 1].map((direction) => ({ direction: direction as 1 | -1, weight: 1 }));
    const draw = weightingDraws(parts, criteria, 10);
    draw(60);
    const { drawn, kept } = draw(40);
    expect(drawn).toBe(100);
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect([...weightingDraws(parts, criteria, 10)(100).kept]).toEqual([...kept]);
    expect(kept[groups - 1]).toBe(100);
    expect(kept[0]).toBe(0);
  });
});
