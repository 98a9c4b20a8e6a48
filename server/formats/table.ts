import type { CompareAnswer, MoversAnswer } from '../../core/contract/comparison.ts';
import type { Cell, CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import type { Language } from '../../core/format/language.ts';
import {
  type BilingualColumn,
  boolean,
  type Column,
  integer,
  keyColumns,
  keyValues,
  number,
  shareColumns,
  shareValues,
  text,
  type Value,
} from './columns.ts';
import { sideHeadings } from './headings.ts';
import { tabulateGaps, tabulateRankings } from './ranked-tables.ts';
import { tabulateStories } from './story-table.ts';

/** An answer laid flat: one line per cell, point or ranked segment. */
export interface DataTable {
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
}

/** The same before its headings are put in a language. */
export interface BilingualTable extends Omit<DataTable, 'columns'> {
  columns: readonly BilingualColumn[];
}

/** The answers that leave as files, by the name of their endpoint. */
export interface DataAnswers {
  crosstab: CrosstabAnswer;
  trends: TrendsAnswer;
  rankings: RankingsAnswer;
  compare: CompareAnswer;
  movers: MoversAnswer;
  stories: StoriesAnswer;
}
export type AnswerView = keyof DataAnswers;

const letterColumns = [text('letter'), text('higher_than')];

const totalColumns = [
  number('weight_se'),
  number('weight_ci_low'),
  number('weight_ci_high'),
  text('weight_flag'),
];

const totalValues = ({ enterprises }: Cell): Value[] => [
  enterprises?.se ?? null,
  enterprises?.ci?.[0] ?? null,
  enterprises?.ci?.[1] ?? null,
  enterprises?.flag ?? null,
];

function tabulateCrosstab(answer: CrosstabAnswer, language: Language): BilingualTable {
  const lettered = answer.rows.some(({ letter }) => letter !== undefined);
  const totalled = answer.total.cells.some(({ enterprises }) => enterprises !== undefined);
  const columns = [
    integer('question'),
    integer('edition'),
    text('basis'),
    ...keyColumns(answer.by),
    text('answer'),
    integer('base_n'),
    number('base_weight'),
    number('base_n_eff'),
    number('base_deff'),
    integer('n'),
    number('weight'),
    ...shareColumns,
    number('rest_difference'),
    number('rest_se'),
    number('rest_ci_low'),
    number('rest_ci_high'),
    number('rest_p'),
    boolean('rest_significant'),
    text('flag'),
    ...(totalled ? totalColumns : []),
    ...(lettered ? letterColumns : []),
  ];
  const lines = (row: Row): Value[][] =>
    row.cells.map((cell) => [
      answer.question.code,
      answer.edition,
      answer.basis,
      ...keyValues(answer.by, row, language),
      cell.answer,
      row.n,
      row.weight,
      row.nEff,
      row.deff,
      cell.n,
      cell.weight,
      ...shareValues(cell),
      cell.vsRest?.difference ?? null,
      cell.vsRest?.se ?? null,
      cell.vsRest?.ci?.[0] ?? null,
      cell.vsRest?.ci?.[1] ?? null,
      cell.vsRest?.p ?? null,
      cell.vsRest?.significant ?? null,
      cell.flag,
      ...(totalled ? totalValues(cell) : []),
      ...(lettered ? [row.letter ?? null, cell.higherThan?.join(' ') ?? null] : []),
    ]);
  const shown = answer.by.length === 0 ? [answer.total] : [...answer.rows, answer.total];
  return { columns, rows: shown.flatMap(lines) };
}

function tabulateTrends(answer: TrendsAnswer, language: Language): BilingualTable {
  const columns = [
    integer('question'),
    ...keyColumns(answer.by),
    text('answer'),
    integer('edition'),
    text('basis'),
    integer('base_n'),
    ...shareColumns,
    text('flag'),
    integer('change_from'),
    text('comparability'),
    number('change'),
    number('change_ci_low'),
    number('change_ci_high'),
    number('change_p'),
    boolean('change_significant'),
  ];
  const rows = answer.series.flatMap((series) =>
    series.points.map((point): Value[] => {
      const change = series.changes.find((candidate) => candidate.to === point.edition);
      return [
        answer.question.code,
        ...keyValues(answer.by, series, language),
        series.answer,
        point.edition,
        point.basis,
        point.n,
        ...shareValues(point),
        point.flag,
        change?.from ?? null,
        change?.comparability ?? null,
        change?.difference ?? null,
        change?.ci?.[0] ?? null,
        change?.ci?.[1] ?? null,
        change?.p ?? null,
        change?.significant ?? null,
      ];
    }),
  );
  return { columns, rows };
}

const tabulators: {
  [V in AnswerView]: (answer: DataAnswers[V], language: Language) => BilingualTable;
} = {
  crosstab: tabulateCrosstab,
  trends: tabulateTrends,
  rankings: tabulateRankings,
  compare: (answer) => tabulateGaps(answer.gaps, [sideHeadings.rest, sideHeadings.profile]),
  movers: (answer) =>
    tabulateGaps(answer.movers, [
      sideHeadings.edition(answer.from),
      sideHeadings.edition(answer.to),
    ]),
  stories: tabulateStories,
};

/**
 * Lays an answer flat, with the warehouse's origin on every line so that a synthetic figure can
 * never be parted from its label. Shares stay proportions (0–1); a withheld figure is null. Headings and the names of
 * territories, sectors and sizes are in the reader's language; the survey's questions and answers are French.
 */
export function tabulate<V extends AnswerView>(
  view: V,
  answer: DataAnswers[V],
  origin: string,
  language: Language,
): DataTable {
  const table = tabulators[view](answer, language);
  const columns = [...table.columns, text('origin')];
  return {
    columns: columns.map(({ heading, ...column }) => ({ ...column, heading: heading[language] })),
    rows: table.rows.map((row) => [...row, origin]),
  };
}
