import type { ChartOptions } from './chart.ts';
import { innerWidth, type Plot, textAt } from './frame.ts';
import { wrapText } from './text.ts';
import { themes } from './theme.ts';

const sentences = {
  fr: {
    nobody: 'Personne n’a répondu à cette question dans cette sélection.',
    withheld: 'Les bases sont trop faibles pour donner un chiffre.',
    nothing: 'Aucun écart à montrer.',
    untold: 'Les chiffres restent à explorer.',
  },
  en: {
    nobody: 'Nobody answered this question in this selection.',
    withheld: 'The bases are too small to give a figure.',
    nothing: 'No difference to show.',
    untold: 'The figures are still there to explore.',
  },
} as const;

/** In the place of a chart without a row, or without a figure: a sentence that says so. */
export function emptyPlot(options: ChartOptions, why: keyof typeof sentences.fr = 'nobody'): Plot {
  const width = innerWidth(options);
  const lines = wrapText(sentences[options.language][why], width, 15);
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
