import type { StoriesAnswer } from '../contract/stories.ts';
import { describeCautions, describeNotice, describeSource } from '../format/wording.ts';
import type { Chart, ChartOptions, ChartWords } from './chart.ts';
import { crosstabBars } from './crosstab-bars.ts';
import { emptyPlot } from './empty.ts';
import { frameChart } from './frame.ts';
import { trendLines } from './trend-lines.ts';

function nothingToTell(answer: StoriesAnswer, options: ChartOptions): Chart {
  const { language, provenance } = options;
  const french = language === 'fr';
  const title = french ? 'Aucun fait au-delà du hasard' : 'Nothing beyond chance';
  const words: ChartWords = {
    title,
    subtitle: answer.chapter?.label ?? '',
    reading: '',
    description: title,
    source: describeSource(provenance, answer.edition === null ? [] : [answer.edition], language),
    notice: describeNotice(provenance, language),
    notes: describeCautions(answer.cautions, language),
    surveyWords: answer.chapter == null ? [] : [answer.chapter.label],
  };
  const table = { caption: title, columns: [], rows: [], figures: [], breaks: [] };
  return frameChart(emptyPlot(options, 'untold'), words, table, options);
}

/** The chart of the story that leads, asked for with its figures (`detail=charts`); words in its place without any. */
export function storyChart(answer: StoriesAnswer, options: ChartOptions): Chart {
  const chart = answer.stories[0]?.chart;
  if (chart?.answer === undefined) return nothingToTell(answer, options);
  return chart.view === 'trends'
    ? trendLines(chart.answer, options)
    : crosstabBars(chart.answer, options);
}
