import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankingRow } from '../../core/contract/rankings.ts';
import { planCalls } from '../../web/prospect/call-plan.ts';
import { share } from '../../web/prospect/largest-remainder.ts';
import { formatPlan, parsePlan, parseSellers } from '../../web/prospect/plan-address.ts';

describe('shares in whole units', () => {
  it('follow the largest remainder', () => {
    // Hamilton's method on the textbook's example: quotas 3.5, 2.1, 1.4 of 7 seats.
    expect(share(7, [50, 30, 20])).toEqual([4, 2, 1]);
    expect(share(3, [1, 1])).toEqual([2, 1]);
    expect(share(5, [0, 0])).toEqual([0, 0]);
  });

  it('never exceed a cap, and give what is left to the others', () => {
    expect(share(10, [8, 1, 1], [4, 100, 100])).toEqual([4, 3, 3]);
    expect(share(10, [1, 1], [2, 3])).toEqual([2, 3]);
  });

  it('sum to the total, within one unit of the exact part', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 }),
        (total, weights) => {
          const given = share(total, weights);
          const sum = weights.reduce((a, b) => a + b);
          expect(given.reduce((a, b) => a + b)).toBe(total);
          given.forEach((calls, k) => {
            expect(Math.abs(calls - (total * weights[k]!) / sum)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});

const row = (department: string, low: number, part: Partial<RankingRow> = {}): RankingRow => ({
  rank: 1,
  key: { department },
  label: department,
  n: 60,
  weight: 10 * low,
  count: 30,
  share: 0.5,
  se: 0.01,
  ci: [0.4, 0.6],
  smoothed: { share: 0.5, ci: [0.45, 0.55] },
  potential: { enterprises: 2 * low, ci: [low, 4 * low] },
  rankInterval: [1, 3],
  topProbability: 0.5,
  tier: 1,
  score: null,
  flag: null,
  ...part,
});

const week = { sellers: 2, callsAWeek: 10, weeks: 2, targets: 20 };
const callsOf = (plan: ReturnType<typeof planCalls>) =>
  plan.targets.map((target) => [target.row.label, target.calls]);

describe('a call plan', () => {
  it('follows the lower bound of the potential, so that an unsure figure gets fewer calls', () => {
    const unsure = row('13', 100, { potential: { enterprises: 600, ci: [100, 2000] } });
    const sure = row('75', 300, { potential: { enterprises: 600, ci: [300, 900] } });
    const plan = planCalls('potential', [unsure, sure], week, 'Vendeur');
    expect(callsOf(plan)).toEqual([
      ['13', 10],
      ['75', 30],
    ]);
    expect(plan.targets[1]?.reason).toEqual({ counted: 300, part: 0.75, capped: false });
  });

  it('never calls more firms than a target is estimated to have', () => {
    const few = row('48', 3, { potential: { enterprises: 3.9, ci: [3, 5] } });
    const plan = planCalls('potential', [few, row('75', 4, {})], week, 'Vendeur');
    expect(callsOf(plan)).toEqual([
      ['48', 3],
      ['75', 8],
    ]);
    expect([plan.capacity, plan.calls]).toEqual([40, 11]);
    expect(plan.targets[0]?.reason.capped).toBe(true);
  });

  it('calls nobody on a suppressed figure, and says which', () => {
    const plan = planCalls(
      'potential',
      [row('75', 100, { flag: 'suppressed' }), row('69', 100), row('48', 5, { potential: null })],
      week,
      'Vendeur',
    );
    expect(callsOf(plan)).toEqual([['69', 40]]);
    expect(plan.withheld.map(({ label }) => label)).toEqual(['75', '48']);
  });

  it('under a score, counts on the firms represented times the chance of the first ten', () => {
    const rows = [row('75', 100, { topProbability: 0.9 }), row('69', 100, { topProbability: 0.1 })];
    expect(callsOf(planCalls('score', rows, week, 'Vendeur'))).toEqual([
      ['75', 36],
      ['69', 4],
    ]);
  });

  it('gives sellers equal loads, neighbours together, the best ranked first', () => {
    const rows = ['13', '59', '83', '62'].map((code) => row(code, 100));
    const plan = planCalls('potential', rows, { ...week, sellers: ['Anne', 'Bruno'] }, 'Vendeur');
    const seen = plan.sellers.map(({ seller, lines, weeks }) => [
      seller,
      lines.map(({ row: { label }, weeks: own }) => [label, ...own]),
      weeks,
    ]);
    expect(seen).toEqual([
      [
        'Anne',
        [
          ['59', 10, 0],
          ['62', 0, 10],
        ],
        [10, 10],
      ],
      [
        'Bruno',
        [
          ['13', 10, 0],
          ['83', 0, 10],
        ],
        [10, 10],
      ],
    ]);
  });

  it('spends every call once, whatever the targets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (lows, sellers) => {
          const rows = lows.map((low, k) => row(String(k + 21), low));
          const plan = planCalls('potential', rows, { ...week, targets: 30, sellers }, 'Vendeur');
          const loads = plan.sellers.map(({ weeks }) => weeks.reduce((a, b) => a + b, 0));
          expect(loads.reduce((a, b) => a + b)).toBe(plan.calls);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          for (const { row: target, calls } of plan.targets) {
            const spent = plan.sellers
              .flatMap(({ lines }) => lines)
              .filter((line) => line.row.label === target.label);
            expect(spent.flatMap(({ weeks }) => weeks).reduce((a, b) => a + b, 0)).toBe(calls);
            expect(calls).toBeLessThanOrEqual(target.potential?.enterprises ?? 0);
          }
        },
      ),
    );
  });
});

describe('a plan in the address', () => {
  it('is read as it is written', () => {
    const plan = { sellers: ['Anne', 'Bruno'], callsAWeek: 40, weeks: 4, targets: 20 };
    expect(formatPlan(plan)).toBe('40:4:20:Anne|Bruno');
    expect(parsePlan('40:4:20:Anne|Bruno')).toEqual(plan);
    expect(parsePlan('40:4:20:3')?.sellers).toBe(3);
  });

  it.each(['', '0:4:20:2', '40:99:20:2', '40:4:20:', '40:4:20:31', 'abc'])(
    '« %s » is none',
    (text) => expect(parsePlan(text)).toBeNull(),
  );

  it('takes names or a number', () => {
    expect(parseSellers(' Anne , Bruno;Anne ')).toEqual(['Anne', 'Bruno']);
    expect(parseSellers('3')).toBe(3);
    expect(parseSellers(' ')).toBeNull();
  });
});
