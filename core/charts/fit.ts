import { type BarPlan, plotBars } from './bars.ts';
import type { ChartOptions, ChartWords } from './chart.ts';
import { innerHeight } from './frame.ts';

interface Fitted {
  plan: BarPlan;
  words: ChartWords;
}

/**
 * Keeps the first rows that a picture of fixed height can show whole, and says in a note how many are left out.
 * Without a height, or when all fit, nothing changes.
 */
export function fitRows(plan: BarPlan, words: ChartWords, options: ChartOptions): Fitted {
  const note = (left: number): string =>
    options.language === 'fr'
      ? `${plan.rows.length - left} premières lignes sur ${plan.rows.length}\u202f; les autres sont dans le tableau.`
      : `First ${plan.rows.length - left} rows of ${plan.rows.length}; the others are in the table.`;
  const attempt = (count: number): Fitted => {
    const left = plan.rows.length - count;
    if (left === 0) return { plan, words };
    return {
      plan: { ...plan, rows: plan.rows.slice(0, count) },
      words: { ...words, notes: [...words.notes, note(left)] },
    };
  };
  const fits = (count: number): boolean => {
    const tried = attempt(count);
    const room = innerHeight(tried.words, options);
    if (room === null) return true;
    const { top, height, bottom } = plotBars(tried.plan, options);
    return top + height + bottom <= room;
  };
  let [shown, tooMany] = [1, plan.rows.length + 1];
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2);
    if (fits(middle)) shown = middle;
    else tooMany = middle;
  }
  return attempt(Math.min(shown, plan.rows.length));
}
