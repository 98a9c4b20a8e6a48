import type { CompareAnswer, MoversAnswer } from '../../core/contract/comparison.ts';
import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import {
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
import { tabulateStories } from './story-table.ts';

/** An answer laid flat: one line per cell, point or ranked segment, and the notes that go with it. */
export interface DataTable {
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
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

const letterColumns = [
  text('letter', 'Lettre'),
  text('higher_than', 'Nettement plus élevée que (lettres)'),
];

function tabulateCrosstab(answer: CrosstabAnswer): DataTable {
  const lettered = answer.rows.some(({ letter }) => letter !== undefined);
  const columns = [
    integer('question', 'Question (code)'),
    integer('edition', 'Édition'),
    text('basis', 'Source'),
    ...keyColumns(answer.by),
    text('answer', 'Réponse'),
    integer('base_n', 'Base (répondants)'),
    number('base_weight', 'Base pondérée (entreprises)'),
    number('base_n_eff', 'Base efficace'),
    number('base_deff', 'Effet de plan'),
    integer('n', 'Répondants ayant donné la réponse'),
    number('weight', 'Entreprises estimées'),
    ...shareColumns,
    number('rest_difference', 'Écart au reste'),
    number('rest_se', 'Erreur type de l’écart'),
    number('rest_ci_low', 'Écart, borne basse'),
    number('rest_ci_high', 'Écart, borne haute'),
    number('rest_p', 'Écart, p'),
    boolean('rest_significant', 'Écart significatif'),
    text('flag', 'Signalement'),
    ...(lettered ? letterColumns : []),
  ];
  const lines = (row: Row): Value[][] =>
    row.cells.map((cell) => [
      answer.question.code,
      answer.edition,
      answer.basis,
      ...keyValues(answer.by, row),
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
      ...(lettered ? [row.letter ?? null, cell.higherThan?.join(' ') ?? null] : []),
    ]);
  const shown = answer.by.length === 0 ? [answer.total] : [...answer.rows, answer.total];
  return { columns, rows: shown.flatMap(lines) };
}

function tabulateTrends(answer: TrendsAnswer): DataTable {
  const columns = [
    integer('question', 'Question (code)'),
    ...keyColumns(answer.by),
    text('answer', 'Réponse'),
    integer('edition', 'Édition'),
    text('basis', 'Source'),
    integer('base_n', 'Base (répondants)'),
    ...shareColumns,
    text('flag', 'Signalement'),
    integer('change_from', 'Comparée à l’édition'),
    text('comparability', 'Comparabilité'),
    number('change', 'Évolution'),
    number('change_ci_low', 'Évolution, borne basse'),
    number('change_ci_high', 'Évolution, borne haute'),
    number('change_p', 'Évolution, p'),
    boolean('change_significant', 'Évolution significative'),
  ];
  const rows = answer.series.flatMap((series) =>
    series.points.map((point): Value[] => {
      const change = series.changes.find((candidate) => candidate.to === point.edition);
      return [
        answer.question.code,
        ...keyValues(answer.by, series),
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

function tabulateRankings(answer: RankingsAnswer): DataTable {
  const columns = [
    number('rank', 'Rang'),
    ...keyColumns(answer.by),
    integer('edition', 'Édition'),
    integer('count', 'Répondants ayant donné la réponse'),
    integer('base_n', 'Base (répondants)'),
    number('base_weight', 'Base pondérée (entreprises)'),
    ...shareColumns,
    number('smoothed_share', 'Part lissée'),
    number('smoothed_low', 'Part lissée, borne basse'),
    number('smoothed_high', 'Part lissée, borne haute'),
    number('potential', 'Potentiel (entreprises)'),
    number('potential_low', 'Potentiel, borne basse'),
    number('potential_high', 'Potentiel, borne haute'),
    ...(answer.volumes === undefined
      ? []
      : [
          text('potential_basis', 'Potentiel fondé sur (register, calibrated, survey)'),
          text('counts_file', 'Fichier d’effectifs officiels'),
        ]),
    number('rank_low', 'Rang, borne basse'),
    number('rank_high', 'Rang, borne haute'),
    number('top_probability', 'Probabilité d’être parmi les premiers'),
    integer('tier', 'Groupe que les données départagent du suivant (1 en tête)'),
    number('score', 'Score (50 : segment moyen)'),
    number('score_low', 'Score, borne basse'),
    number('score_high', 'Score, borne haute'),
    text('flag', 'Signalement'),
  ];
  const rows = answer.rows.map((row): Value[] => [
    row.rank,
    ...keyValues(answer.by, row),
    answer.edition,
    row.count,
    row.n,
    row.weight,
    ...shareValues(row),
    row.smoothed?.share ?? null,
    row.smoothed?.ci?.[0] ?? null,
    row.smoothed?.ci?.[1] ?? null,
    row.potential?.enterprises ?? null,
    row.potential?.ci?.[0] ?? null,
    row.potential?.ci?.[1] ?? null,
    ...(answer.volumes === undefined ? [] : [row.potential?.basis ?? null, answer.volumes.file]),
    row.rankInterval?.[0] ?? null,
    row.rankInterval?.[1] ?? null,
    row.topProbability,
    row.tier ?? null,
    row.score,
    row.scoreCi?.[0] ?? null,
    row.scoreCi?.[1] ?? null,
    row.flag,
  ]);
  return { columns, rows };
}

function tabulateGaps(
  gaps: CompareAnswer['gaps'],
  [fromHeading, toHeading]: readonly [string, string],
): DataTable {
  const columns = [
    integer('question', 'Question (code)'),
    text('label', 'Question'),
    text('answer', 'Réponse'),
    number('from', fromHeading),
    number('to', toHeading),
    integer('base_n_from', `${fromHeading} : base`),
    integer('base_n_to', `${toHeading} : base`),
    number('difference', 'Écart'),
    number('ci_low', 'Écart, borne basse'),
    number('ci_high', 'Écart, borne haute'),
    number('p', 'p'),
    number('q', 'q (corrigée)'),
    boolean('significant', 'Significatif'),
  ];
  const rows = gaps.map((gap): Value[] => [
    gap.question,
    gap.label,
    gap.answer,
    gap.from,
    gap.to,
    gap.nFrom,
    gap.nTo,
    gap.difference,
    gap.ci?.[0] ?? null,
    gap.ci?.[1] ?? null,
    gap.p,
    gap.q,
    gap.significant,
  ]);
  return { columns, rows };
}

const tabulators: { [V in AnswerView]: (answer: DataAnswers[V]) => DataTable } = {
  crosstab: tabulateCrosstab,
  trends: tabulateTrends,
  rankings: tabulateRankings,
  compare: (answer) => tabulateGaps(answer.gaps, ['Reste de la France', 'Profil']),
  movers: (answer) =>
    tabulateGaps(answer.movers, [`Édition ${answer.from}`, `Édition ${answer.to}`]),
  stories: tabulateStories,
};

/**
 * Lays an answer flat, with the warehouse's origin on every line so that a synthetic figure can
 * never be parted from its label. Shares stay proportions (0–1); a withheld figure is null.
 */
export function tabulate<V extends AnswerView>(
  view: V,
  answer: DataAnswers[V],
  origin: string,
): DataTable {
  const table = tabulators[view](answer);
  return {
    columns: [...table.columns, text('origin', 'Origine des données')],
    rows: table.rows.map((row) => [...row, origin]),
  };
}
