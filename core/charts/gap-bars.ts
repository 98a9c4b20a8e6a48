import type { CompareAnswer, Gap, MoversAnswer } from '../contract/comparison.ts';
import { headGaps } from '../format/gap-headline.ts';
import { describeGaps, nameSides } from '../format/gap-words.ts';
import { closeSentence, splitAnswers } from '../format/grammar.ts';
import {
  formatCount,
  formatPoints,
  formatShare,
  formatSignedInterval,
  formatSignedPoints,
} from '../format/numbers.ts';
import { explainHollow } from '../format/pair-words.ts';
import { display } from '../format/typography.ts';
import { describeCautions, describeNotice, describeSource } from '../format/wording.ts';
import { type BarPlan, plotBars } from './bars.ts';
import type { Chart, ChartOptions, ChartTable, ChartWords } from './chart.ts';
import { isNarrow } from './figure-columns.ts';
import { fitPlot } from './fit.ts';
import { frameChart, innerWidth } from './frame.ts';
import type { BarRow } from './rows.ts';
import { themes } from './theme.ts';

export type GapAnswer = CompareAnswer | MoversAnswer;

export const gapsOf = (answer: GapAnswer): readonly Gap[] =>
  'gaps' in answer ? answer.gaps : answer.movers;

const editionsOf = (answer: GapAnswer): number[] =>
  'gaps' in answer ? [answer.edition] : [answer.from, answer.to];

/** The bases of both sides; empty where there is none, as for published aggregates. */
export const gapBases = ({ nFrom, nTo }: Gap, language: ChartOptions['language']): string =>
  nFrom === null && nTo === null
    ? ''
    : `${formatCount(nFrom, language)} › ${formatCount(nTo, language)}`;

/** A difference as a row, its colour that of its direction, hollow when noise may explain it. */
export function gapRow(gap: Gap, options: ChartOptions): BarRow {
  const { language } = options;
  const theme = themes[options.theme];
  const unsure = language === 'fr' ? 'non significatif' : 'not significant';
  const question = display(gap.label, language);
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  const joint = /[?!…]$/.test(question) ? ' ' : colon;
  return {
    key: `${gap.question}:${gap.answer}`,
    label: question + joint + display(gap.answer, language),
    value: gap.difference,
    interval: gap.ci,
    valueText: formatSignedPoints(gap.difference, language),
    baseText: `${formatShare(gap.from, language, 0)} › ${formatShare(gap.to, language, 0)}`,
    sideText: gapBases(gap, language),
    hollow: gap.significant === false,
    remark: gap.significant === false ? unsure : '',
    colour: (gap.difference ?? 0) < 0 ? theme.counter : theme.accent,
  };
}

/**
 * Whether hollow bars say in their row that noise may explain them: not on a phone, nor when they all are, where a note
 * says it once.
 */
const saysHollow = (gaps: readonly Gap[], options: ChartOptions): boolean =>
  !isNarrow(innerWidth(options)) && gaps.some(({ significant }) => significant === true);

function gapPlan(answer: GapAnswer, options: ChartOptions): BarPlan {
  const { language } = options;
  const rows = gapsOf(answer).map((gap) => gapRow(gap, options));
  return {
    rows: saysHollow(gapsOf(answer), options) ? rows : rows.map((row) => ({ ...row, remark: '' })),
    shape: 'bar',
    heads: {
      value: language === 'fr' ? 'Écart (points)' : 'Gap (points)',
      base: nameSides(answer, language),
      side: rows.every(({ sideText }) => sideText === '') ? '' : 'Bases n',
    },
    unit: 0.001,
    tick: (value) => formatSignedPoints(value, language).replace(/[,.]0$/, ''),
    atLeast: 0.02,
    atMost: 1,
  };
}

/** Both shares, their bases and their difference, complete. */
export function gapTable(
  answer: GapAnswer,
  caption: string,
  { language }: ChartOptions,
): ChartTable {
  const french = language === 'fr';
  const [from, to] = nameSides(answer, language).split(' › ');
  return {
    caption,
    columns: [
      { label: 'Question', numeric: false },
      { label: french ? 'Réponse' : 'Answer', numeric: false },
      { label: from ?? '', numeric: true },
      { label: to ?? '', numeric: true },
      { label: `Base (n), ${from ?? ''}`, numeric: true },
      { label: `Base (n), ${to ?? ''}`, numeric: true },
      { label: french ? 'Écart' : 'Gap', numeric: true },
      { label: french ? 'Intervalle (points)' : 'Interval (points)', numeric: true },
      { label: french ? 'Significatif' : 'Significant', numeric: false },
    ],
    figures: gapsOf(answer).map(({ difference, nFrom, nTo, ci }) => ({
      value: difference,
      base: nFrom === null || nTo === null ? null : Math.min(nFrom, nTo),
      interval: ci,
      flag: null,
      kind: answer.basis === 'published' ? 'published' : 'estimate',
    })),
    breaks: [],
    rows: gapsOf(answer).map((gap) => [
      display(gap.label, language),
      display(gap.answer, language),
      formatShare(gap.from, language),
      formatShare(gap.to, language),
      formatCount(gap.nFrom, language),
      formatCount(gap.nTo, language),
      formatPoints(gap.difference, language),
      gap.ci === null ? '–' : formatSignedInterval(gap.ci, language),
      verdict(gap.significant, french),
    ]),
  };
}

function verdict(significant: boolean | null, french: boolean): string {
  if (significant === null) return '–';
  if (significant) return french ? 'oui' : 'yes';
  return french ? 'non' : 'no';
}

const kinds = {
  fr: { bars: 'Barres de part et d’autre de zéro', dumbbell: 'Deux points par ligne, joints' },
  en: { bars: 'Bars either side of zero', dumbbell: 'Two dots a row, joined' },
} as const;

/** The words around the differences, whatever their shape. */
export function gapWordsOf(
  answer: GapAnswer,
  kind: keyof typeof kinds.fr,
  { language, provenance }: ChartOptions,
): ChartWords {
  const heading = headGaps(answer, gapsOf(answer), language);
  const { title, subtitle } = heading;
  return {
    ...heading,
    description: describeGaps(
      `${kinds[language][kind]}. ${closeSentence(title)} ${subtitle}`,
      gapsOf(answer),
      language,
    ),
    source: describeSource(provenance, editionsOf(answer), language),
    notice: describeNotice(provenance, language),
    notes: describeCautions(answer.cautions, language),
    surveyWords: gapsOf(answer).flatMap((gap) => [gap.label, ...splitAnswers(gap.answer)]),
  };
}

function noteHollow(answer: GapAnswer, words: ChartWords, options: ChartOptions): ChartWords {
  const gaps = gapsOf(answer);
  if (saysHollow(gaps, options) || gaps.every(({ significant }) => significant !== false)) {
    return words;
  }
  return { ...words, notes: [explainHollow('bar', options.language), ...words.notes] };
}

/**
 * The largest differences as bars either side of zero, in points, with intervals: what sets a profile apart
 * (`/compare`) or what moved between two editions (`/movers`). Differences that noise may explain are hollow and said.
 */
export function gapBars(answer: GapAnswer, options: ChartOptions): Chart {
  const words = noteHollow(answer, gapWordsOf(answer, 'bars', options), options);
  const plan = gapPlan(answer, options);
  const fitted = fitPlot(plan.rows.length, words, options, (count, spare) =>
    plotBars({ ...plan, rows: plan.rows.slice(0, count) }, options, spare),
  );
  const table = gapTable(answer, `${closeSentence(words.title)} ${words.subtitle}`, options);
  return frameChart(fitted.plot, fitted.words, table, options);
}
