import type { RankingRow, RankingSort, RankingsAnswer } from '../contract/rankings.ts';
import type { Flag } from '../contract/vocabulary.ts';
import { sayAnswered } from './answered.ts';
import { describeAsked, sayAsked } from './asked.ts';
import { closeSentence, enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { nameKey, nameScore } from './names.ts';
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatScoreInterval,
  formatShare,
  formatVolume,
  formatVolumeInterval,
} from './numbers.ts';
import { placeRow } from './populations.ts';
import { capitalise, display } from './typography.ts';
import { describeBy, quoteAnswers } from './wording.ts';

/** The figure a ranking is sorted by, on one row. */
export interface RankedFigure {
  value: number | null;
  interval: readonly [number, number] | null;
  text: string;
}

const columnNames: Record<Language, Record<RankingSort, string>> = {
  fr: {
    count: 'Réponses',
    share: 'Part',
    smoothed: 'Part lissée',
    potential: 'Entreprises',
    score: 'Score',
  },
  en: {
    count: 'Answers',
    share: 'Share',
    smoothed: 'Smoothed share',
    potential: 'Enterprises',
    score: 'Score',
  },
};

const measured: Record<Language, Record<RankingSort, string>> = {
  fr: {
    count: 'nombre d’entreprises interrogées',
    share: 'part des entreprises',
    smoothed: 'part lissée des entreprises',
    potential: 'nombre estimé d’entreprises',
    score:
      'score sur les critères choisis (50\u202f: segment moyen\u202f; 10 points\u202f: un écart type entre segments)',
  },
  en: {
    count: 'number of interviewed enterprises',
    share: 'share of enterprises',
    smoothed: 'smoothed share of enterprises',
    potential: 'estimated number of enterprises',
    score:
      'score on the criteria chosen (50: average segment; 10 points: one standard deviation between segments)',
  },
};

/** The heading of the column sorted by. */
export function nameSort(sort: RankingSort, language: Language): string {
  return columnNames[language][sort];
}

/** The figure sorted by, of a ranked row or of the whole, with its interval and its words. */
export function rankedFigure(
  row: Pick<RankingRow, 'count' | 'share' | 'ci' | 'smoothed' | 'potential' | 'score' | 'scoreCi'>,
  sort: RankingSort,
  language: Language,
): RankedFigure {
  switch (sort) {
    case 'count':
      return { value: row.count, interval: null, text: formatCount(row.count, language) };
    case 'share':
      return { value: row.share, interval: row.ci, text: formatShare(row.share, language) };
    case 'smoothed': {
      const { share, ci } = row.smoothed ?? { share: null, ci: null };
      return { value: share, interval: ci, text: formatShare(share, language) };
    }
    case 'potential': {
      const { enterprises, ci } = row.potential ?? { enterprises: null, ci: null };
      return { value: enterprises, interval: ci, text: formatVolume(enterprises, language) };
    }
    case 'score': {
      const text = row.score === null ? '–' : formatNumber(row.score, 1, language);
      return { value: row.score, interval: row.scoreCi ?? null, text };
    }
  }
}

/** The interval of the figure sorted by, in the figure's own unit. */
export function rankedInterval(
  interval: RankedFigure['interval'],
  sort: RankingSort,
  language: Language,
): string {
  if (sort === 'potential') return formatVolumeInterval(interval, language);
  return sort === 'score'
    ? formatScoreInterval(interval, language)
    : formatInterval(interval, language);
}

/** The level of modelled intervals: methods v1 gives smoothed shares, volumes and scores 90 %. */
const MODELLED = 0.9;

/** The level of the interval of the figure sorted by: that asked for is that of raw shares. */
export const rankedLevel = ({ sort, confidence }: Pick<RankingsAnswer, 'sort' | 'confidence'>) =>
  sort === 'share' ? confidence : MODELLED;

/** The flag to show with the figure sorted by: a count that is given is exact, whatever its base. */
export function rankedFlag(row: RankingRow, sort: RankingSort): Flag {
  return sort === 'count' && row.count !== null ? null : row.flag;
}

/** The question's wording, or what a ranking on several criteria is. */
export function titleRanking(answer: RankingsAnswer, language: Language): string {
  if (answer.question !== null) return display(answer.question.label, language);
  return nameScore(language);
}

/** Which enterprises are counted: those that gave the answers, or that would. */
function sayCounted({ question, answers, sort }: RankingsAnswer, language: Language): string {
  const quoted = quoteAnswers(answers, language);
  if (sort !== 'potential') return sayAnswered(question, quoted, 'that', language);
  const would = sayAnswered(question, quoted, 'would', language);
  return language === 'fr' ? `qui ${would}` : `that ${would}`;
}

/** What is counted, how it is broken down, when and among whom. */
export function subtitleRanking(answer: RankingsAnswer, language: Language): string {
  const what = measured[language][answer.sort];
  const quoted = answer.sort === 'score' ? '' : ` ${sayCounted(answer, language)}`;
  const by = describeBy(answer.by, language);
  const population = describeAsked(answer.filters, answer.question?.asked ?? null, language);
  return `${capitalise(what)}${quoted}, ${by}. ${population}, ${answer.edition}.`;
}

/** One row read out with its interval and base; empty when no row has a figure. */
export function readRanking(answer: RankingsAnswer, language: Language): string {
  const row = answer.rows.find((each) => rankedFigure(each, answer.sort, language).value !== null);
  if (row === undefined) return '';
  const { text, interval } = rankedFigure(row, answer.sort, language);
  const place = placeRow(answer.filters, row.key, language);
  const quoted = quoteAnswers(answer.answers, language);
  const say = (form: 'are' | 'that' | 'would') =>
    sayAnswered(answer.question, quoted, form, language);
  const those = sayAsked(answer.question?.asked ?? null, language);
  const base = formatCount(row.n, language);
  const bounds = rankedInterval(interval, answer.sort, language);
  const level = formatLevel(rankedLevel(answer), language);
  if (language === 'fr') {
    const certainty = interval === null ? '' : `intervalle à ${level}\u202f: ${bounds}, `;
    const verdict: Record<RankingSort, string> = {
      count: `${text} entreprises interrogées ${say('are')}`,
      share: `${text} des entreprises${those} ${say('are')}`,
      smoothed: `la part lissée des entreprises${those} ${say('that')} est de ${text}`,
      potential: `environ ${text} entreprises ${say('would')}`,
      score: `le score est de ${text}, celui du segment moyen étant de 50`,
    };
    return `Lecture\u202f: en ${answer.edition}, ${place}, ${verdict[answer.sort]} (${certainty}base\u202f: ${base} répondants).`;
  }
  const certainty = interval === null ? '' : `${level} interval: ${bounds}, `;
  const verdict: Record<RankingSort, string> = {
    count: `${text} interviewed enterprises ${say('are')}`,
    share: `${text} of enterprises${those} ${say('are')}`,
    smoothed: `the smoothed share of enterprises${those} ${say('that')} is ${text}`,
    potential: `about ${text} enterprises ${say('would')}`,
    score: `the score is ${text}, that of the average segment being 50`,
  };
  return `Reading: in ${answer.edition}, ${place}, ${verdict[answer.sort]} (${certainty}base: ${base} respondents).`;
}

/** Alternative text: how many rows, the highest and the lowest, how many are withheld. */
export function describeRanking(answer: RankingsAnswer, kind: string, language: Language): string {
  const shown = answer.rows
    .map((row) => ({
      label: nameKey(row.key, answer.by, row.label, language),
      ...rankedFigure(row, answer.sort, language),
    }))
    .filter(({ value }) => value !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  const names = answer.rows.length;
  const about = closeSentence(titleRanking(answer, language));
  const intro = `${kind}. ${about} ${subtitleRanking(answer, language)}`;
  if (first === undefined || last === undefined) {
    return language === 'fr' ? `${intro} Aucun chiffre à montrer.` : `${intro} No figure to show.`;
  }
  const top = shown.slice(0, 3).map(({ label, text }) => `${label} (${text})`);
  const and = language === 'fr' ? 'et' : 'and';
  if (shown.length <= 3) return `${intro} ${capitalise(enumerate(top, and))}.`;
  const lowest = `${last.label} (${last.text})`;
  return language === 'fr'
    ? `${intro} ${names} lignes\u202f; en tête\u202f: ${enumerate(top, and)}\u202f; en dernier\u202f: ${lowest}.`
    : `${intro} ${names} rows; first: ${enumerate(top, and)}; last: ${lowest}.`;
}
