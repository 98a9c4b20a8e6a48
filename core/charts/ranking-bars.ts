import type { RankingRow, RankingsAnswer } from '../contract/rankings.ts';
import { closeSentence, splitAnswers } from '../format/grammar.ts';
import type { Language } from '../format/language.ts';
import { keyText, nameKey } from '../format/names.ts';
import { formatCount, formatShare, formatVolume, NO_FIGURE } from '../format/numbers.ts';
import { headlineRanking } from '../format/ranking-headline.ts';
import { describeRankedFlag, rankingNotes } from '../format/ranking-notes.ts';
import {
  describeRanking,
  nameSort,
  rankedFigure,
  rankedFlag,
  rankedInterval,
  readRanking,
  subtitleRanking,
  titleRanking,
} from '../format/ranking-words.ts';
import {
  describeBase,
  describeNotice,
  describeSource,
  endOnFinding,
  putQuestionFirst,
} from '../format/wording.ts';
import { type BarPlan, plotBars } from './bars.ts';
import type { Chart, ChartOptions, ChartTable, ChartWords } from './chart.ts';
import { fitPlot } from './fit.ts';
import { frameChart } from './frame.ts';
import type { BarRow } from './rows.ts';
import { wholePercents } from './ticks.ts';

const kinds = {
  fr: { bar: 'Barres horizontales', dot: 'Points avec intervalle' },
  en: { bar: 'Horizontal bars', dot: 'Dots with intervals' },
} as const;

/** The words around a ranking, whatever its shape. */
export function rankingWords(
  answer: RankingsAnswer,
  kind: string,
  options: ChartOptions,
): ChartWords {
  const { language, provenance } = options;
  const title = headlineRanking(answer, language);
  const subtitle = subtitleRanking(answer, language);
  const asked = titleRanking(answer, language);
  return {
    title,
    subtitle: putQuestionFirst(asked, title, subtitle, language),
    reading: readRanking(answer, language),
    description: endOnFinding(describeRanking(answer, kind, language), title),
    source: describeSource(provenance, [answer.edition], language),
    notice: describeNotice(provenance, language),
    notes: rankingNotes(answer, language),
    surveyWords: [
      ...(answer.question === null ? [] : [answer.question.label]),
      ...answer.answers.flatMap(splitAnswers),
      ...(answer.criteria ?? []).map(({ question }) => question.label),
    ],
  };
}

/** A ranking's complete table: rank, name, figure, interval, base, flag. */
export function rankingTable(answer: RankingsAnswer, options: ChartOptions): ChartTable {
  const { language } = options;
  const french = language === 'fr';
  const column = (label: string, numeric: boolean): { label: string; numeric: boolean } => ({
    label,
    numeric,
  });
  const cells = (row: RankingRow): string[] => {
    const { text, interval } = rankedFigure(row, answer.sort, language);
    return [
      row.rank === null ? '–' : formatCount(row.rank, language),
      nameKey(row.key, answer.by, row.label, language),
      text,
      rankedInterval(interval, answer.sort, language),
      describeBase(row.n, row.flag, language) || NO_FIGURE,
      describeRankedFlag(row, answer.sort, language),
    ];
  };
  return {
    caption: `${closeSentence(titleRanking(answer, language))} ${subtitleRanking(answer, language)}`,
    columns: [
      column(french ? 'Rang' : 'Rank', true),
      column(french ? 'Nom' : 'Name', false),
      column(nameSort(answer.sort, language), true),
      column(french ? 'Intervalle' : 'Interval', true),
      column('Base (n)', true),
      column(french ? 'Remarque' : 'Remark', false),
    ],
    rows: answer.rows.map(cells),
    figures: answer.rows.map((row) => ({
      ...rankedFigure(row, answer.sort, language),
      base: row.n,
      flag: rankedFlag(row, answer.sort),
      kind: answer.sort === 'count' ? 'exact' : 'estimate',
    })),
    breaks: [],
  };
}

type Shape = BarPlan['shape'];

const isShare = (sort: RankingsAnswer['sort']): boolean => sort === 'share' || sort === 'smoothed';

function barRow(row: RankingRow, answer: RankingsAnswer, { language }: ChartOptions): BarRow {
  const { value, interval, text } = rankedFigure(row, answer.sort, language);
  const flag = rankedFlag(row, answer.sort);
  return {
    key: keyText(row.key),
    label: nameKey(row.key, answer.by, row.label, language),
    value,
    interval,
    valueText: text,
    baseText: describeBase(row.n, flag, language) || NO_FIGURE,
    // A figure given on a base too small for a share is the model's: not to be leant on either.
    hollow: flag !== null && value !== null,
    remark: describeRankedFlag(row, answer.sort, language),
  };
}

/** What rows are read against: the whole's share, or the average segment's score. */
function referenceOf({ sort, overall }: RankingsAnswer, language: Language): BarPlan['reference'] {
  const french = language === 'fr';
  if (sort === 'score') {
    return { value: 50, text: french ? 'Segment moyen\u202f: 50' : 'Average segment: 50' };
  }
  if (!isShare(sort) || overall.share === null) return undefined;
  const all = french ? 'Ensemble\u202f: ' : 'All: ';
  return { value: overall.share, text: all + formatShare(overall.share, language) };
}

/** How far the axis must and may go: shares end at 1; a score, ten points a deviation, has no end. */
function reachOf(sort: RankingsAnswer['sort']): Pick<BarPlan, 'atLeast' | 'atMost'> {
  if (isShare(sort)) return { atLeast: 0.05, atMost: 1 };
  return { atLeast: sort === 'score' ? 10 : 1, atMost: Number.POSITIVE_INFINITY };
}

function draw(answer: RankingsAnswer, shape: Shape, options: ChartOptions): Chart {
  const { language } = options;
  const share = isShare(answer.sort);
  const words = rankingWords(answer, kinds[language][shape], options);
  const plan = {
    rows: answer.rows.map((row) => barRow(row, answer, options)),
    shape,
    heads: { value: nameSort(answer.sort, language), base: 'Base n' },
    unit: share ? wholePercents : 1,
    tick: (value: number): string =>
      share ? formatShare(value, language, 0) : formatVolume(value, language),
    reference: referenceOf(answer, language),
    ...reachOf(answer.sort),
  };
  const fitted = fitPlot(plan.rows.length, words, options, (count, spare) =>
    plotBars({ ...plan, rows: plan.rows.slice(0, count) }, options, spare),
  );
  return frameChart(fitted.plot, fitted.words, rankingTable(answer, options), options);
}

/**
 * A ranking as bars from zero, each with its interval and base; small bases hollow, withheld ones said in words.
 * Scores, whose zero means nothing, are dots here too.
 */
export function rankingBars(answer: RankingsAnswer, options: ChartOptions): Chart {
  return draw(answer, answer.sort === 'score' ? 'dot' : 'bar', options);
}

/** The same as dots, on an axis that need not start at zero: for reading differences and intervals. */
export function rankingDots(answer: RankingsAnswer, options: ChartOptions): Chart {
  return draw(answer, 'dot', options);
}
