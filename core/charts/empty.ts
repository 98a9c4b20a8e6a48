import type { ChartOptions } from './chart.ts';
import { innerWidth, type Plot, textAt } from './frame.ts';
import { wrapText } from './text.ts';
import { themes } from './theme.ts';

const sentence = {
  fr: 'Personne n’a répondu à cette question dans cette sélection.',
  en: 'Nobody answered this question in this selection.',
} as const;

/** In the place of a chart without a row: a sentence that says so. */
export function emptyPlot(options: ChartOptions): Plot {
  const width = innerWidth(options);
  const lines = wrapText(sentence[options.language], width, 15);
  return {
    data: [],
    layers: lines.map((line, index) =>
      textAt(line, 0, 30 + index * 20, { fontSize: 15, color: themes[options.theme].soft }),
    ),
    width,
    height: 20 + lines.length * 20,
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
  };
}
