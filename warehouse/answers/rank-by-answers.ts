import { badParameter } from '../../core/contract/problem.ts';
import type {
  RankingRow,
  RankingSort,
  RankingsAnswer,
  RankingsQuery,
} from '../../core/contract/rankings.ts';
import { describeRow } from '../../core/stats/cells.ts';
import {
  canRank,
  estimatedSize,
  knownSize,
  type Ranking,
  rankGroups,
} from '../../core/stats/ranking.ts';
import { isDisclosive } from '../../core/stats/reliability.ts';
import { DEFAULT_CONFIDENCE, type Sample } from '../../core/stats/weights.ts';
import { isWhole, type Selection, selectionOf } from '../filter-clause.ts';
import { layRows, nameRow } from '../layout.ts';
import {
  cellOf,
  emptySegment,
  measure,
  type Option,
  type Segment,
  sumSegments,
  universeOf,
} from '../measure.ts';
import {
  firstRegionalEdition,
  indicativeOrderNotice,
  officialVolumeNotices,
  unrankableNotice,
  volumeOrderNotice,
} from '../notices.ts';
import type { Warehouse } from '../warehouse.ts';
import { tableNotices } from './cautions.ts';
import { type OfficialSizes, officialSizes } from './official-sizes.ts';
import { orderRows } from './ordering.ts';
import { offeredAnswers, resolveOptions } from './resolve.ts';
import { shownCell } from './shown-cell.ts';
import { resolveStudy, type Study } from './study.ts';

type AnswerSort = Exclude<RankingSort, 'score'>;

type Query = Omit<RankingsQuery, 'question' | 'sort'> & {
  question: number;
  sort: AnswerSort | undefined;
};

interface Asked {
  readonly query: Query;
  readonly study: Study;
  readonly selection: Selection;
  readonly option: Option;
  readonly sample: Sample;
  readonly official: OfficialSizes | null;
}

const mostFirst = 10;

/** Segments ranked on the answers to one question: see `rankings`. */
export async function rankByAnswers(warehouse: Warehouse, query: Query): Promise<RankingsAnswer> {
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
  return {
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
    ...order(warehouse, asked, segments),
  };
}

/** The answers to rank by: those given, else the question's favourable ones that the edition offers. */
function resolveRankedOption(study: Study, asked: readonly string[] | undefined): Option {
  const { question, edition, basis } = study;
  const offered = offeredAnswers(question, edition.edition, basis);
  const labels =
    asked ?? offered.filter(({ label }) => question.favourable.includes(label)).map(labelOf);
  const [option] = resolveOptions(study, labels);
  if (option !== undefined && labels.length > 0) return option;
  throw badParameter(
    'answer',
    `La question ${question.question} n'a pas de réponse dite favorable : il faut en nommer une.`,
    offered.map(labelOf),
  );
}

const labelOf = ({ label }: { label: string }): string => label;

type Ordered = Pick<RankingsAnswer, 'sort' | 'total' | 'overall' | 'rows' | 'notices'>;

function order(warehouse: Warehouse, asked: Asked, segments: readonly Segment[]): Ordered {
  const { query, study, selection, sample, official } = asked;
  const total = sumSegments(segments, 1);
  const based = segments.filter(({ base, ids }) => base.n > 0 && !ids.includes(0));
  const sort = query.sort ?? (canRank(cellOf(total, 0)) ? 'smoothed' : 'count');
  const ranking = estimate(asked, sort, based, total);
  const rows = based.map((segment, index) => rowOf(asked, segment, sort, ranking?.groups[index]));
  const figures = new Map(rows.map((row, index) => [row, ranking?.groups[index]?.rank?.meanRank]));
  const meanRank = (row: RankingRow) => {
    const rank = figures.get(row);
    return rank === undefined || row.smoothed === null ? null : -rank;
  };
  const ordered =
    rows.length > 0 ? orderRows(rows, orders[sort](meanRank)) : emptyRows(asked, sort);
  const { n, weight } = describeRow(total.base);
  const { n: count, share, ci } = shownCell(total, 0, sample);
  return {
    sort,
    total: rows.length,
    overall: { n, weight, count, share, ci: ci === null ? null : [...ci] },
    rows: ordered.slice(0, query.limit),
    notices: [
      ...tableNotices(warehouse, { study, by: query.by, selection }, segments, total),
      ...(official === null ? [] : officialVolumeNotices(official.file, leftOut(rows))),
      ...(ranking === null ? [unrankableNotice] : []),
      ...(ranking?.isDistinguishable === false && sort !== 'count'
        ? [sort === 'potential' ? volumeOrderNotice : indicativeOrderNotice]
        : []),
    ],
  };
}

/** How many rows the user's file of counts leaves out. */
const leftOut = (rows: readonly RankingRow[]): number =>
  rows.filter(({ potential }) => potential?.basis === 'survey').length;

/** Where the filters select nobody, the segments asked for, said to be empty. */
const emptyRows = (asked: Asked, sort: AnswerSort): RankingRow[] =>
  layRows(asked.query.by, asked.study.edition, asked.selection).map((ids) =>
    rowOf(asked, emptySegment(ids), sort, undefined),
  );

type Figure = (row: RankingRow) => number | null;

const orders: Readonly<Record<AnswerSort, (meanRank: Figure) => Figure>> = {
  count: () => (row) => row.count,
  share: () => (row) => row.share,
  smoothed: (meanRank) => meanRank,
  potential: (meanRank) => meanRank,
};

/** Smoothed shares, volumes and ranks; a ranking by count has no rank to estimate, so one draw will do. */
function estimate(
  { query, study, selection, sample, official }: Asked,
  sort: AnswerSort,
  based: readonly Segment[],
  total: Segment,
): Ranking | null {
  const { by, limit } = query;
  const isFixed =
    by.length === 1 &&
    isWhole(selection) &&
    by[0] !== 'department' &&
    (by[0] !== 'region' || study.edition.edition >= firstRegionalEdition);
  const groups = based.map((segment) => {
    const universe = universeOf(segment);
    return {
      sums: cellOf(segment, 0),
      size: official
        ? official.of(segment).size
        : isFixed
          ? knownSize(universe.sumW)
          : estimatedSize(universe, sample),
    };
  });
  return rankGroups(groups, cellOf(total, 0), sample, {
    order: sort === 'potential' ? 'volume' : 'propensity',
    top: limit ?? mostFirst,
    ...(sort === 'count' ? { draws: 1 } : {}),
  });
}

function rowOf(
  { query, sample, official }: Asked,
  segment: Segment,
  sort: AnswerSort,
  group: Ranking['groups'][number] | undefined,
): RankingRow {
  const { n, weight } = describeRow(segment.base);
  const { n: count, share, se, ci, flag } = shownCell(segment, 0, sample);
  const known = isDisclosive(segment.base) ? undefined : group;
  const rank = sort === 'count' ? null : (known?.rank ?? null);
  return {
    rank: null,
    ...nameRow(query.by, segment.ids),
    n,
    weight,
    count,
    share,
    se,
    ci: ci === null ? null : [...ci],
    smoothed: known ? { share: known.smoothed.share, ci: [...known.smoothed.ci] } : null,
    potential: known?.potential
      ? {
          enterprises: known.potential.enterprises,
          ci: [...known.potential.ci],
          ...(official && { basis: official.of(segment).basis }),
        }
      : null,
    rankInterval: rank === null ? null : [...rank.rankInterval],
    topProbability: rank?.topProbability ?? null,
    tier: rank === null ? null : (known?.tier ?? null),
    score: null,
    flag,
  };
}
