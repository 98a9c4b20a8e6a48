import type { ChartOptions, ChartWords } from './chart.ts';
import { innerHeight, type Plot } from './frame.ts';

export interface Fitted {
  plot: Plot;
  words: ChartWords;
}

/** What a chart lists: how many of them say more than a table would, and how those left out are said. */
const kinds = {
  rows: {
    most: 150,
    fr: (shown: number, total: number) =>
      `${shown} ligne${shown > 1 ? 's' : ''} sur ${total}\u202f; les autres sont dans le tableau.`,
    en: (shown: number, total: number) => `${shown} of ${total} rows; the others are in the table.`,
  },
  panels: {
    most: 24,
    fr: (shown: number, total: number) =>
      `${shown} graphique${shown > 1 ? 's' : ''} sur ${total}\u202f; les autres sont dans le tableau.`,
    en: (shown: number, total: number) =>
      `${shown} of ${total} charts; the others are in the table.`,
  },
} as const;

/** Pixels a row may be given beyond its need. */
const MOST_SPARE = 28;

/**
 * Draws the first rows that a picture of fixed height can show whole, and says in a note how many are left out.
 * Without a height, all of them, up to what a picture can tell. Few rows in a high picture are spread. `draw` gives the plot of that many
 * first rows, each that many pixels higher than it need be.
 */
export function fitPlot(
  total: number,
  words: ChartWords,
  options: ChartOptions,
  draw: (count: number, spare: number) => Plot,
  kind: keyof typeof kinds = 'rows',
): Fitted {
  const note = (count: number): string => kinds[kind][options.language](count, total);
  const wordsFor = (count: number): ChartWords =>
    count === total ? words : { ...words, notes: [...words.notes, note(count)] };
  const fits = (count: number): boolean => {
    const room = innerHeight(wordsFor(count), options);
    if (room === null) return true;
    return heightOf(draw(count, 0)) <= room;
  };
  const most = Math.min(total, kinds[kind].most);
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
