import type { ChartOptions, ChartWords } from './chart.ts';
import { innerHeight, type Plot } from './frame.ts';

export interface Fitted {
  plot: Plot;
  words: ChartWords;
}

/** Rows past which a chart says less than its table. */
const MOST = 150;

/**
 * Draws the first rows that a picture of fixed height can show whole, and says in a note how many are left out.
 * Without a height, all of them, up to 150. `draw` gives the plot of that many first rows.
 */
export function fitPlot(
  total: number,
  words: ChartWords,
  options: ChartOptions,
  draw: (count: number) => Plot,
): Fitted {
  const note = (count: number): string =>
    options.language === 'fr'
      ? `${count} premières lignes sur ${total}\u202f; les autres sont dans le tableau.`
      : `First ${count} rows of ${total}; the others are in the table.`;
  const wordsFor = (count: number): ChartWords =>
    count === total ? words : { ...words, notes: [...words.notes, note(count)] };
  const fits = (count: number): boolean => {
    const room = innerHeight(wordsFor(count), options);
    if (room === null) return true;
    const { top, height, bottom } = draw(count);
    return top + height + bottom <= room;
  };
  const most = Math.min(total, MOST);
  let [shown, tooMany] = [Math.min(1, most), most + 1];
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2);
    if (fits(middle)) shown = middle;
    else tooMany = middle;
  }
  return { plot: draw(shown), words: wordsFor(shown) };
}
