import { badParameter } from '../../core/contract/problem.ts';
import type {
  RankingCriterion,
  RankingRecount,
  RankingRow,
  RankingsAnswer,
  RankingsQuery,
} from '../../core/contract/rankings.ts';
import { describeRow } from '../../core/stats/cells.ts';
import {
  type Composite,
  compositeFromCells,
  compositeFromPatterns,
  type GroupScore,
} from '../../core/stats/composite.ts';
import type { AnswerPattern } from '../../core/stats/composite-index.ts';
import { type CompositeParts, compositeParts } from '../../core/stats/composite-parts.ts';
import { isDisclosive, isSuppressed, THRESHOLDS } from '../../core/stats/reliability.ts';
import { type BaseSums, DEFAULT_CONFIDENCE } from '../../core/stats/weights.ts';
import { type Selection, selectionOf } from '../filter-clause.ts';
import { nameRow } from '../layout.ts';
import { cellOf, measure, segmentAt, segmentIndex, universeOf } from '../measure.ts';
import {
  countsUnusedNotices,
  indicativeOrderNotice,
  territoryNotices,
  weightingNotices,
} from '../notices.ts';
import { patternBase, patternStates, selectPatterns } from '../select-patterns.ts';
import type { Warehouse } from '../warehouse.ts';
import { originNotices } from './cautions.ts';
import { type Criterion, chooseCriteriaEdition, parseCriteria } from './criteria.ts';
import { orderRows } from './ordering.ts';

type Query = RankingsQuery & { criteria: string[] };

const mostFirst = 10;
/** Criteria whose questions were put to less than this part of the others' respondents are refused. */
const sameUniverse = 0.8;

/** Segments ranked on one score made of several criteria: see `rankings`. */
export async function rankByCriteria(warehouse: Warehouse, query: Query): Promise<RankingsAnswer> {
  const selection = selectionOf(query);
  const edition = chooseCriteriaEdition(warehouse.catalogue, query);
  const criteria = parseCriteria(warehouse.catalogue, edition, query.criteria);
  const asked = { query, selection, edition: edition.edition, criteria };
  const scored = edition.respondentIds
    ? await scorePeople(warehouse, asked)
    : await scoreCells(warehouse, asked);
  const { composite } = scored;
  const places = new Map<string, number>();
  const rows = scored.groups.flatMap(({ ids, base }, index) => {
    if (base.n === 0) return [];
    const row = rowOf(query.by, ids, base, composite?.groups[index] ?? null);
    if (!isDisclosive(base)) places.set(row.label, index);
    return [row];
  });
  const shown = orderRows(rows, ({ score }) => score).slice(0, query.limit);
  return {
    question: null,
    answers: [],
    criteria: criteria.map((criterion, index) =>
      describe(criterion, edition.edition, composite?.criteria[index]),
    ),
    edition: edition.edition,
    basis: 'microdata',
    by: query.by,
    sort: 'score',
    confidence: query.confidence ?? DEFAULT_CONFIDENCE,
    filters: selection.filters,
    total: rows.length,
    overall: { n: null, weight: null, count: null, share: null, ci: null },
    rows: shown,
    ...(query.detail === undefined || scored.parts === null
      ? {}
      : { recount: recountOf(scored.parts, shown, places) }),
    notices: [
      ...originNotices(warehouse),
      ...territoryNotices({ ...edition, region: true }, selection),
      ...weightingNotices([edition.edition]),
      ...countsUnusedNotices(warehouse.counts?.source),
      ...cautions(composite, criteria),
    ],
  };
}

interface Asked {
  readonly query: Query;
  readonly selection: Selection;
  readonly edition: number;
  readonly criteria: readonly Criterion[];
}

interface Scored {
  readonly composite: Composite | null;
  /** Null where respondents cannot be told apart. */
  readonly parts: CompositeParts | null;
  readonly groups: readonly { readonly ids: readonly number[]; readonly base: BaseSums }[];
}

const topOf = ({ limit }: Query): number => limit ?? mostFirst;

const weighed = (criteria: readonly Criterion[]) =>
  criteria.map(({ direction, weight }) => ({ direction, weight }));

async function scorePeople(warehouse: Warehouse, asked: Asked): Promise<Scored> {
  const { query, selection, edition, criteria } = asked;
  const columns = await selectPatterns(
    warehouse.database,
    { edition, by: query.by, selection },
    criteria.map(({ question, option }) => ({ question: question.question, answers: option.ids })),
  );
  const groups = new Map<number, { place: number; ids: number[]; base: Sums }>();
  const universes = criteria.map(() => 0);
  const patterns: AnswerPattern[] = [];
  columns.pattern.forEach((pattern, row) => {
    const ids = [columns.g1[row]!, columns.g2[row]!].slice(0, query.by.length);
    if (ids.includes(0)) return;
    const sums = { n: columns.n[row]!, sumW: columns.w[row]!, sumW2: columns.q[row]! };
    const states = criteria.map((_, j) => Math.floor(pattern / patternBase ** j) % patternBase);
    states.forEach((state, j) => {
      if (state !== patternStates.notAsked) universes[j]! += sums.sumW;
    });
    const key = columns.g1[row]! * 256 + columns.g2[row]!;
    const group = groups.get(key) ?? { place: groups.size, ids, base: { n: 0, sumW: 0, sumW2: 0 } };
    groups.set(key, group);
    addTo(group.base, sums);
    patterns.push({ group: group.place, ...sums, chosen: states.map(chosenOf) });
  });
  requireSameUniverse(criteria, universes);
  const options = { groups: groups.size, top: topOf(query) };
  const composite = compositeFromPatterns(patterns, weighed(criteria), options);
  return {
    composite,
    parts: composite && compositeParts(patterns, composite.criteria, groups.size),
    groups: [...groups.values()],
  };
}

interface Sums {
  n: number;
  sumW: number;
  sumW2: number;
}

function addTo(base: Sums, { n, sumW, sumW2 }: Sums): void {
  base.n += n;
  base.sumW += sumW;
  base.sumW2 += sumW2;
}

const chosenOf = (state: number): boolean | null =>
  state < patternStates.refused ? null : state === patternStates.chosen;

async function scoreCells(warehouse: Warehouse, asked: Asked): Promise<Scored> {
  const { query, selection, edition, criteria } = asked;
  const tables = await Promise.all(
    criteria.map(({ question, option, multiple }) =>
      measure(
        warehouse.database,
        { question: question.question, edition, by: query.by, selection },
        [option],
        { multiple, respondentIds: false },
      ),
    ),
  );
  requireSameUniverse(
    criteria,
    tables.map((table) => table.reduce((sum, segment) => sum + universeOf(segment).sumW, 0)),
  );
  const groups = [...segmentIndex(tables.flat()).values()]
    .map(({ ids }) => ids)
    .filter((ids) => !ids.includes(0));
  const cells = tables.map((table) => {
    const index = segmentIndex(table);
    return groups.map((ids) => cellOf(segmentAt(index, ids), 0));
  });
  return {
    composite: compositeFromCells(cells, weighed(criteria), {
      groups: groups.length,
      top: topOf(query),
    }),
    parts: null,
    groups: groups.map((ids, index) => {
      const bases = cells.map((row) => row[index]!);
      return { ids, base: bases.reduce((least, base) => (base.n < least.n ? base : least)) };
    }),
  };
}

const recountOf = (
  { criteria, moments, groups }: CompositeParts,
  rows: readonly RankingRow[],
  places: ReadonlyMap<string, number>,
): RankingRecount => ({
  criteria: [...criteria],
  moments: moments.map((one) => ({
    ...one,
    linear: [...one.linear],
    products: one.products.map((products) => [...products]),
  })),
  groups: groups.map((sums) => sums.map((one) => ({ ...one, chosen: [...one.chosen] }))),
  places: rows.map(({ label }) => places.get(label) ?? null),
});

function requireSameUniverse(criteria: readonly Criterion[], universes: readonly number[]): void {
  const largest = Math.max(...universes);
  const narrow = universes.findIndex((universe) => universe < sameUniverse * largest);
  if (narrow < 0) return;
  throw badParameter(
    'criteria',
    `La question ${criteria[narrow]!.question.question} n'a été posée qu'à une partie des entreprises : un score ne mêle pas des questions posées à des publics différents.`,
  );
}

function describe(
  criterion: Criterion,
  edition: number,
  fitted: Composite['criteria'][number] | undefined,
): RankingCriterion {
  const { question, multiple, option, direction, weight } = criterion;
  return {
    question: {
      code: question.question,
      label: question.label,
      type: multiple ? 'multiple' : 'single',
      asked: question.editions.get(edition)?.asked ?? null,
    },
    answers: [...option.labels],
    direction: direction > 0 ? '+' : '-',
    weight: fitted?.weight ?? weight,
    dropped: fitted?.isDropped ?? false,
  };
}

/** The state of a base on its own: a score has no interval to judge it by. */
const flagOfBase = (base: BaseSums): RankingRow['flag'] =>
  isSuppressed(base) ? 'suppressed' : base.n < THRESHOLDS.lowRespondents ? 'low-base' : null;

function rowOf(
  by: Query['by'],
  ids: readonly number[],
  base: BaseSums,
  group: GroupScore | null,
): RankingRow {
  const shown = isDisclosive(base) ? null : group;
  const { n, weight } = describeRow(base);
  return {
    rank: null,
    ...nameRow(by, ids),
    n,
    weight,
    count: null,
    share: null,
    se: null,
    ci: null,
    smoothed: null,
    potential: null,
    rankInterval: shown === null ? null : [...shown.rank.rankInterval],
    topProbability: shown?.rank.topProbability ?? null,
    tier: shown?.tier ?? null,
    score: shown?.score ?? null,
    scoreCi: shown === null ? null : [...shown.scoreCi],
    ...(shown === null
      ? {}
      : {
          parts: shown.shares.map((share, index) => ({
            share,
            contribution: shown.contributions[index] ?? 0,
          })),
        }),
    flag: flagOfBase(base),
  };
}

function cautions(composite: Composite | null, criteria: readonly Criterion[]): string[] {
  if (composite === null) {
    return ["Aucun critère ne distingue les segments les uns des autres : il n'y a pas de score."];
  }
  const dropped = criteria.filter((_, index) => composite.criteria[index]?.isDropped);
  return [
    ...(dropped.length === 0
      ? []
      : [
          `Critères écartés, qui ne distinguent pas les segments : ${dropped
            .map(({ question }) => question.question)
            .join(', ')}.`,
        ]),
    ...(composite.isDistinguishable ? [] : [indicativeOrderNotice]),
  ];
}
