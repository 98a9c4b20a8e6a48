import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';

/** Rows in a row of one tier; `tier` is null where no tier is to be shown. */
export interface Run {
  tier: number | null;
  /** How many rows of the whole ranking are in the tier. */
  count: number;
  rows: readonly RankingRow[];
}

const tiered = (answer: RankingsAnswer): boolean =>
  answer.sort === 'smoothed' || answer.sort === 'potential' || answer.sort === 'score';

/** Whether ranks were estimated and chance alone could order them so. */
export const isIndicative = (answer: RankingsAnswer): boolean =>
  tiered(answer) &&
  answer.rows.some(({ rankInterval }) => rankInterval !== null) &&
  answer.rows.every(({ tier }) => tier == null);

/** `shown`, rows of the answer in its order, cut where the tier changes; one run where tiers have no meaning. */
export function runsOf(answer: RankingsAnswer, shown: readonly RankingRow[]): readonly Run[] {
  if (!tiered(answer)) return [{ tier: null, count: shown.length, rows: shown }];
  const runs: { tier: number | null; count: number; rows: RankingRow[] }[] = [];
  for (const row of shown) {
    const tier = row.tier ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.tier === tier) last.rows.push(row);
    else {
      const count = answer.rows.filter((other) => (other.tier ?? null) === tier).length;
      runs.push({ tier, count, rows: [row] });
    }
  }
  return runs;
}
