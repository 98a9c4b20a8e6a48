import type { CautionFields } from '../../core/contract/cautions.ts';
import { badParameter } from '../../core/contract/problem.ts';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { cautioned } from '../../core/format/cautions.ts';
import { noSuch } from '../../core/format/refusals.ts';
import { describeRow } from '../../core/stats/cells.ts';
import { canRank } from '../../core/stats/ranking.ts';
import { DEFAULT_CONFIDENCE } from '../../core/stats/weights.ts';
import { officialVolumeCautions } from '../cautions.ts';
import { selectionOf } from '../filter-clause.ts';
import { layRows } from '../layout.ts';
import {
  cellOf,
  emptySegment,
  measure,
  type Option,
  type Segment,
  sumSegments,
} from '../measure.ts';
import type { Warehouse } from '../warehouse.ts';
import { type AnswerSort, type AskedAnswers, estimate, placedRow } from './answer-rows.ts';
import { tableCautions } from './cautions.ts';
import { officialSizes } from './official-sizes.ts';
import { orderRows } from './ordering.ts';
import { hiddenRivals, type PlacedRow, type Ranked, type RankedQuery } from './ranked.ts';
import { offeredAnswers, resolveOptions } from './resolve.ts';
import { shownCell } from './shown-cell.ts';
import { resolveStudy, type Study } from './study.ts';

type Query = Omit<RankedQuery, 'question' | 'sort'> & {
  question: number;
  sort: AnswerSort | undefined;
};

type Asked = AskedAnswers & { readonly query: Query };

/** Segments ranked on the answers to one question: see `rankings`. */
export async function rankByAnswers(warehouse: Warehouse, query: Query): Promise<Ranked> {
  const selection = selectionOf(query);
  const study = resolveStudy(warehouse.catalogue, query.question, {
    edition: query.edition,
    basis: 'microdata',
    by: query.by,
    filters: selection.filters,
  });
  const option = resolveRankedOption(study, query.answer);
  const { question, edition, multiple } = study;
  const confidence = query.confidence ?? DEFAULT_CONFIDENCE;
  const sample = { respondents: edition.sample, confidence };
  const asked = {
    query,
    study,
    selection,
    option,
    sample,
    official:
      warehouse.counts &&
      (await officialSizes(warehouse, warehouse.counts, {
        question: question.question,
        edition: edition.edition,
        by: query.by,
        filters: selection.filters,
        sample,
      })),
  };
  const segments = await measure(
    warehouse.database,
    { question: question.question, edition: edition.edition, by: query.by, selection },
    [option],
    { multiple, respondentIds: edition.respondentIds },
  );
  const { placed, ...ordered } = order(warehouse, asked, segments);
  const answer: Ranked['answer'] = {
    question: {
      code: question.question,
      label: question.label,
      type: multiple ? 'multiple' : 'single',
      asked: question.editions.get(edition.edition)?.asked ?? null,
    },
    answers: [option.label],
    edition: edition.edition,
    basis: 'microdata',
    by: query.by,
    confidence,
    filters: selection.filters,
    ...(asked.official === null ? {} : { volumes: { file: asked.official.file } }),
    ...ordered,
  };
  return { answer, placed };
}

/** The answers to rank by: those given, else the question's favourable ones that the edition offers. */
function resolveRankedOption(study: Study, asked: readonly string[] | undefined): Option {
  const { question, edition, basis } = study;
  const offered = offeredAnswers(question, edition.edition, basis);
  const labels =
    asked ?? offered.filter(({ label }) => question.favourable.includes(label)).map(labelOf);
  const [option] = resolveOptions(study, labels);
  if (option !== undefined && labels.length > 0) return option;
  throw badParameter('answer', noSuch.favourable(question.question), offered.map(labelOf));
}

const labelOf = ({ label }: { label: string }): string => label;

type Ordered = Pick<RankingsAnswer, 'sort' | 'total' | 'overall' | keyof CautionFields> &
  Pick<Ranked, 'placed'>;

function order(warehouse: Warehouse, asked: Asked, segments: readonly Segment[]): Ordered {
  const { query, study, selection, sample, official } = asked;
  const total = sumSegments(segments, 1);
  const based = segments.filter(({ base, ids }) => base.n > 0 && !ids.includes(0));
  const sort = query.sort ?? (canRank(cellOf(total, 0)) ? 'smoothed' : 'count');
  const ranking = estimate(asked, sort, based, total);
  const placed = based.map((segment, index) =>
    placedRow(asked, segment, sort, ranking?.groups[index]),
  );
  const rows = placed.map(({ row }) => row);
  const figures = new Map(rows.map((row, index) => [row, ranking?.groups[index]?.rank?.meanRank]));
  const meanRank = (row: RankingRow) => {
    const rank = figures.get(row);
    return rank === undefined || row.smoothed === null ? null : -rank;
  };
  const { n, weight } = describeRow(total.base);
  const { n: count, share, ci } = shownCell(total, 0, sample);
  return {
    sort,
    total: rows.length,
    overall: { n, weight, count, share, ci: ci === null ? null : [...ci] },
    placed: rows.length > 0 ? orderRows(placed, orders[sort](meanRank)) : emptyRows(asked, sort),
    ...cautioned([
      ...tableCautions(warehouse, { study, by: query.by, selection }, segments, total),
      ...(official === null ? [] : officialVolumeCautions(official.file, leftOut(rows))),
      ...hiddenRivals(placed),
      ...(ranking === null ? [{ code: 'too-few-to-rank' } as const] : []),
      ...(ranking?.isDistinguishable === false && sort !== 'count'
        ? [
            sort === 'potential'
              ? ({ code: 'volume-order' } as const)
              : ({ code: 'indicative-order' } as const),
          ]
        : []),
    ]),
  };
}

/** How many rows the user's file of counts leaves out. */
const leftOut = (rows: readonly RankingRow[]): number =>
  rows.filter(({ potential }) => potential?.basis === 'survey').length;

/** Where the filters select nobody, the segments asked for, said to be empty. */
const emptyRows = (asked: Asked, sort: AnswerSort): PlacedRow[] =>
  layRows(asked.query.by, asked.study.edition, asked.selection).map((ids) =>
    placedRow(asked, emptySegment(ids), sort, undefined),
  );

type Figure = (row: RankingRow) => number | null;

const orders: Readonly<Record<AnswerSort, (meanRank: Figure) => Figure>> = {
  count: () => (row) => row.count,
  share: () => (row) => row.share,
  smoothed: (meanRank) => meanRank,
  potential: (meanRank) => meanRank,
};
