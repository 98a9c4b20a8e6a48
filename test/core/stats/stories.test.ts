import { describe, expect, it, test } from 'vitest';
import { pickDiverse } from '../../../core/stats/diversity.ts';
import { majorityP } from '../../../core/stats/majority.ts';
import { wilsonInterval } from '../../../core/stats/proportion.ts';
import { testRecord } from '../../../core/stats/record.ts';
import { compareBases } from '../../../core/stats/significance.ts';

const share = (value: number, nStar = 1000) => ({ share: value, nStar });

describe('a record', () => {
  it('is no surer than against the earlier share it is hardest to tell from', () => {
    const latest = share(0.5);
    const earlier = [share(0.3), share(0.44), share(0.2)];
    const nearest = compareBases(latest, share(0.44));
    expect(testRecord(latest, earlier)).toEqual({
      side: 'highest',
      p: nearest.p,
      margin: nearest.ci[0],
      step: expect.closeTo(0.06, 12),
    });
  });

  it('may be the lowest, and is none between two earlier shares', () => {
    expect(testRecord(share(0.1), [share(0.3), share(0.2)]).side).toBe('lowest');
    expect(testRecord(share(0.25), [share(0.3), share(0.2)])).toMatchObject({ side: 'none', p: 1 });
  });

  it('has no margin when it may be none', () => {
    expect(testRecord(share(0.31, 100), [share(0.3, 100)]).margin).toBe(0);
  });
});

test.each([
  [0.5, 100, 1],
  // (0.6 − 0.5) / √(0.25 / 100) = 2, so p = 2(1 − Φ(2)); R: 2 * pnorm(-2)
  [0.6, 100, 0.0455002638963584],
  [0.4, 100, 0.0455002638963584],
])('a share of %s on %s effective respondents is half with p = %s', (value, nStar, p) => {
  expect(majorityP(share(value, nStar))).toBeCloseTo(p, 12);
});

test('the test of a majority and the interval of the share never disagree', () => {
  for (const value of [0.51, 0.53, 0.5309, 0.532, 0.55]) {
    const [low] = wilsonInterval(share(value), 1.959963984540054);
    expect(low > 0.5).toBe(majorityP(share(value)) <= 0.05);
  }
});

describe('the choice of findings', () => {
  const finding = (kind: string, strength: number, field: number, theme: string) => ({
    kind,
    strength,
    subject: strength * 100,
    field,
    themes: [theme],
  });
  const chosen = (findings: readonly ReturnType<typeof finding>[], count: number) =>
    pickDiverse(findings, ['a', 'b'], count).map(({ kind, strength }) => [kind, strength]);

  it('takes the kinds in turn, and a weaker finding before a field told twice', () => {
    const findings = [
      finding('a', 0.9, 1, 'x'),
      finding('a', 0.8, 1, 'x'),
      finding('a', 0.2, 2, 'y'),
      finding('b', 0.5, 3, 'z'),
    ];
    expect(chosen(findings, 4)).toEqual([
      ['a', 0.9],
      ['b', 0.5],
      ['a', 0.2],
      ['a', 0.8],
    ]);
  });

  it('halves what was told of the same population already', () => {
    const findings = [
      finding('a', 0.9, 1, 'x'),
      finding('b', 0.6, 2, 'x'),
      finding('b', 0.4, 3, 'y'),
    ];
    expect(chosen(findings, 2)).toEqual([
      ['a', 0.9],
      ['b', 0.4],
    ]);
  });

  it('tells a subject once, and stops when all is told', () => {
    const twice = { ...finding('b', 0.3, 2, 'y'), subject: 90 };
    expect(chosen([finding('a', 0.9, 1, 'x'), twice], 5)).toEqual([['a', 0.9]]);
  });
});
