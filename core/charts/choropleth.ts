import type { CrosstabAnswer } from '../contract/crosstab.ts';
import type { RankingsAnswer } from '../contract/rankings.ts';
import { toldFigure } from '../format/crosstab-headline.ts';
import { keyText, nameKey } from '../format/names.ts';
import { formatCount, formatShare, formatVolume } from '../format/numbers.ts';
import { rankedFigure, rankedFlag } from '../format/ranking-words.ts';
import type { Chart, ChartOptions } from './chart.ts';
import { crosstabWords } from './crosstab-bars.ts';
import { crosstabTable } from './crosstab-table.ts';
import { frameChart } from './frame.ts';
import { type MapPlan, plotMap } from './map-plot.ts';
import { rankingTable, rankingWords } from './ranking-bars.ts';
import { wholePercents } from './ticks.ts';

const kind = { fr: 'Carte', en: 'Map' } as const;

/** The level a map can show of those dimensions; null when they are not one geographic dimension. */
export function mapLevel(by: readonly string[]): 'department' | 'region' | null {
  const [only] = by;
  return by.length === 1 && (only === 'department' || only === 'region') ? only : null;
}

/**
 * A ranking of departments or regions as a map.
 * @throws when the ranking is not by `department` or `region` alone: see `mapLevel`.
 */
export function rankingMap(answer: RankingsAnswer, options: ChartOptions): Chart {
  const level = mapLevel(answer.by);
  if (level === null) throw new RangeError('A map needs departments or regions, and nothing else.');
  const { language } = options;
  const share = answer.sort === 'share' || answer.sort === 'smoothed';
  const figures = answer.rows.map((row) => {
    const { value, text } = rankedFigure(row, answer.sort, language);
    return {
      code: row.key[level] ?? '',
      key: keyText(row.key),
      label: nameKey(row.key, answer.by, row.label, language),
      value,
      valueText: text,
      baseText: row.n === null ? '' : formatCount(row.n, language),
      flag: rankedFlag(row, answer.sort),
    };
  });
  const limit = (value: number): string =>
    share ? formatShare(value, language, 0) : formatVolume(value, language);
  const unit = share ? wholePercents : 1;
  const words = rankingWords(answer, kind[language], options);
  const plan: MapPlan = { level, figures, limit, unit };
  return frameChart(plotMap(plan, words, options), words, rankingTable(answer, options), options);
}

/**
 * A cross-tab of departments or regions as a map of its one answer (or of the first, when it holds several).
 * @throws when it is not by `department` or `region` alone: see `mapLevel`.
 */
export function crosstabMap(answer: CrosstabAnswer, options: ChartOptions): Chart {
  const level = mapLevel(answer.by);
  if (level === null) throw new RangeError('A map needs departments or regions, and nothing else.');
  const { language } = options;
  const shown = {
    ...answer,
    answers: answer.answers.slice(0, 1),
    total: { ...answer.total, cells: answer.total.cells.slice(0, 1) },
    rows: answer.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
  };
  const told = toldFigure(shown);
  const figures = shown.rows.map((row) => ({
    code: row.key[level] ?? '',
    key: keyText(row.key),
    label: nameKey(row.key, answer.by, row.label, language),
    value: row.cells[0]?.share ?? null,
    valueText: formatShare(row.cells[0]?.share ?? null, language),
    baseText: row.n === null ? '' : formatCount(row.n, language),
    flag: row.cells[0]?.flag ?? null,
  }));
  const limit = (value: number): string => formatShare(value, language, 0);
  const plan: MapPlan = { level, figures, limit, unit: wholePercents, told: told?.row.key[level] };
  const words = crosstabWords(shown, 'map', options);
  return frameChart(plotMap(plan, words, options), words, crosstabTable(shown, options), options);
}
