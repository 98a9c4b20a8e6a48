import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Language } from '../../core/format/language.ts';
import {
  boolean,
  integer,
  keyColumns,
  keyValues,
  number,
  shareColumns,
  shareValues,
  text,
  type Value,
} from './columns.ts';
import { type Bilingual, headings, sideHeadings } from './headings.ts';
import type { BilingualTable } from './table.ts';

/** One line per ranked segment. */
export function tabulateRankings(answer: RankingsAnswer, language: Language): BilingualTable {
  const columns = [
    number('rank'),
    ...keyColumns(answer.by),
    integer('edition'),
    integer('count'),
    integer('base_n'),
    number('base_weight'),
    ...shareColumns,
    number('smoothed_share'),
    number('smoothed_low'),
    number('smoothed_high'),
    number('potential'),
    number('potential_low'),
    number('potential_high'),
    ...(answer.volumes === undefined ? [] : [text('potential_basis'), text('counts_file')]),
    number('rank_low'),
    number('rank_high'),
    number('top_probability'),
    integer('tier'),
    number('score'),
    number('score_low'),
    number('score_high'),
    text('flag'),
  ];
  const rows = answer.rows.map((row): Value[] => [
    row.rank,
    ...keyValues(answer.by, row, language),
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

/** One line per answer that two sides tell apart: two editions, or a profile and the rest. */
export function tabulateGaps(
  gaps: CompareAnswer['gaps'],
  [from, to]: readonly [Bilingual, Bilingual],
): BilingualTable {
  const columns = [
    integer('question'),
    text('label', headings.question_label),
    text('answer'),
    number('from', from),
    number('to', to),
    integer('base_n_from', sideHeadings.base(from)),
    integer('base_n_to', sideHeadings.base(to)),
    number('difference'),
    number('ci_low', headings.difference_ci_low),
    number('ci_high', headings.difference_ci_high),
    number('p'),
    number('q'),
    boolean('significant'),
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
