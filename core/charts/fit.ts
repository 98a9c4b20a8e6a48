import type { ChartOptions, ChartWords } from './chart.ts';
import { innerHeight, type Plot } from './frame.ts';

export interface Fitted {
  plot: Plot;
  words: ChartWords;
}

/** Rows past which a chart says less than its table. */
const MOST = 150;
/** Pixels a row may be given beyond its need. */
const MOST_SPARE = 28;

/**
 * Draws the first rows that a picture of fixed height can show whole, and says in a note how many are left out.
 * Without a height, all of them, up to 150. Few rows in a high picture are spread. `draw` gives the plot of that many
 * first rows, each that many pixels higher than it need be.
 */
export function fitPlot(
  total: number,
  words: ChartWords,
  options: ChartOptions,
  draw: (count: number, spare: number) => Plot,
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
    return heightOf(draw(count, 0)) <= room;
  };
  const most = Math.min(total, MOST);
  let [shown, tooMany] = [Math.min(1, most), most + 1];
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2);
    if (fits(middle)) shown = middle;
    else tooMany = middle;
  }
  const fitted = wordsFor(shown);
  const room = innerHeight(fitted, options);
  const spare = room === null || shown === 0 ? 0 : (room - heightOf(draw(shown, 0))) / shown;
  const plot = draw(shown, Math.max(0, Math.min(MOST_SPARE, Math.floor(spare))));
  return { plot: { ...plot, whole: shown === total }, words: fitted };
}

const heightOf = ({ top, height, bottom }: Plot): number => top + height + bottom;
