import type { Cell, CrosstabAnswer, Row } from '../contract/crosstab.ts';
import type { Flag } from '../contract/vocabulary.ts';
import { headlineCrosstab, toldFigure } from '../format/crosstab-headline.ts';
import { describeCrosstab, readCrosstab, subtitleCrosstab } from '../format/crosstab-words.ts';
import { splitAnswers } from '../format/grammar.ts';
import { keyText, nameKey } from '../format/names.ts';
import { formatShare } from '../format/numbers.ts';
import { display } from '../format/typography.ts';
import {
  describeBase,
  describeCautions,
  describeFlag,
  describeNotice,
  describeSource,
  endOnFinding,
  explainFlags,
  putQuestionFirst,
} from '../format/wording.ts';
import { type BarPlan, plotBars } from './bars.ts';
import type { Chart, ChartOptions, ChartWords } from './chart.ts';
import { crosstabTable } from './crosstab-table.ts';
import { fitPlot } from './fit.ts';
import { frameChart } from './frame.ts';
import { nameRow } from './row-names.ts';
import type { BarRow } from './rows.ts';
import { isStackable, plotStacks } from './stacks.ts';
import { wholePercents } from './ticks.ts';
import { firstRows, firstUnderHeadings } from './told.ts';

const kinds = {
  fr: {
    bars: 'Barres horizontales',
    stacks: 'Barres empilées à 100\u202f%',
    map: 'Carte',
    multiples: 'Petits graphiques à une même échelle',
    heat: 'Tableau en couleurs',
  },
  en: {
    bars: 'Horizontal bars',
    stacks: 'Bars stacked to 100%',
    map: 'Map',
    multiples: 'Small charts on one scale',
    heat: 'Coloured table',
  },
} as const;

const flagsOf = (answer: CrosstabAnswer): Flag[] =>
  (answer.by.length === 0 ? [answer.total] : answer.rows).flatMap(({ cells }) =>
    cells.map(({ flag }) => flag),
  );

/** The words around a cross-tab, whatever its shape. */
export function crosstabWords(
  answer: CrosstabAnswer,
  kind: keyof typeof kinds.fr,
  { language, provenance }: ChartOptions,
): ChartWords {
  const title = headlineCrosstab(answer, language);
  const subtitle = subtitleCrosstab(answer, language);
  return {
    title,
    subtitle: putQuestionFirst(answer.question.label, title, subtitle, language),
    reading: readCrosstab(answer, language),
    description: endOnFinding(describeCrosstab(answer, kinds[language][kind], language), title),
    source: describeSource(provenance, [answer.edition], language),
    notice: describeNotice(provenance, language),
    notes: [
      ...explainFlags(flagsOf(answer), language),
      ...describeCautions(answer.cautions, language),
    ],
    surveyWords: [answer.question.label, ...answer.answers.flatMap(splitAnswers)],
  };
}

function barRow(
  row: Row,
  cell: Cell,
  name: { label: string; heading?: string },
  options: ChartOptions,
): BarRow {
  const { language } = options;
  return {
    ...name,
    key: keyText(row.key),
    value: cell.share,
    interval: cell.ci,
    valueText: formatShare(cell.share, language),
    baseText: describeBase(row.n, cell.flag, language),
    hollow: cell.flag === 'low-base',
    remark: describeFlag(cell.flag, language),
  };
}

/** One bar per row of a single answer; per answer of the whole; or, grouped by answer, per row of each. */
function barRows(answer: CrosstabAnswer, options: ChartOptions): BarRow[] {
  const { language } = options;
  const figure = toldFigure(answer)?.cell;
  if (answer.by.length === 0) {
    return answer.total.cells.map((cell) => ({
      ...barRow(answer.total, cell, { label: display(cell.answer, language) }, options),
      key: cell.answer,
      told: cell === figure,
    }));
  }
  const grouped = answer.answers.length > 1;
  return answer.answers.flatMap((label, position) =>
    answer.rows.flatMap((row, index) => {
      const cell = row.cells[position];
      if (cell === undefined) return [];
      const named = nameRow(answer, index, options);
      const told = cell === figure;
      if (!grouped) return [{ ...barRow(row, cell, named, options), told }];
      const name = {
        label: nameKey(row.key, answer.by, row.label, language),
        ...(index === 0 ? { heading: display(label, language) } : {}),
      };
      return [{ ...barRow(row, cell, name, options), told }];
    }),
  );
}

function barPlan(answer: CrosstabAnswer, options: ChartOptions, atLeast: number): BarPlan {
  const { language } = options;
  const whole =
    answer.answers.length === 1 && answer.by.length > 0 ? answer.total.cells[0]?.share : null;
  const all = language === 'fr' ? 'Ensemble\u202f: ' : 'All: ';
  return {
    rows: barRows(answer, options),
    shape: 'bar',
    heads: {
      value: language === 'fr' ? 'Part' : 'Share',
      base: answer.basis === 'published' ? '' : 'Base n',
    },
    unit: wholePercents,
    tick: (value) => formatShare(value, language, 0),
    reference:
      whole == null ? undefined : { value: whole, text: all + formatShare(whole, language) },
    atLeast,
    atMost: 1,
  };
}

/**
 * A cross-tab as bars: stacked to 100 % for the answers of a single-choice question, from zero with intervals
 * otherwise; small bases hollow, withheld figures said in words. Bars reach `atLeast` (a share), so that several
 * charts can have one scale.
 */
export function crosstabBars(answer: CrosstabAnswer, options: ChartOptions, atLeast = 0.05): Chart {
  const stacked = isStackable(answer);
  const words = crosstabWords(answer, stacked ? 'stacks' : 'bars', options);
  const fitted = stacked
    ? fitStacks(answer, words, options)
    : fitBars(barPlan(answer, options, atLeast), words, options);
  return frameChart(fitted.plot, fitted.words, crosstabTable(answer, options), options);
}

function fitStacks(answer: CrosstabAnswer, words: ChartWords, options: ChartOptions) {
  const figure = toldFigure(answer);
  const rows = answer.rows.map((row) => ({ row, told: row === figure?.row }));
  return fitPlot(rows.length, words, options, (count, spare) => {
    const shown = firstRows(rows, count).map(({ row }) => row);
    return plotStacks({ ...answer, rows: shown }, options, spare);
  });
}

const fitBars = (plan: BarPlan, words: ChartWords, options: ChartOptions) =>
  fitPlot(plan.rows.length, words, options, (count, spare) =>
    plotBars({ ...plan, rows: firstUnderHeadings(plan.rows, count) }, options, spare),
  );
