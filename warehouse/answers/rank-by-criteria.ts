import type { Caution } from '../../core/contract/cautions.ts';
import type { RankingCriterion, RankingRecount } from '../../core/contract/rankings.ts';
import { cautioned } from '../../core/format/cautions.ts';
import type { Composite } from '../../core/stats/composite.ts';
import type { CompositeParts } from '../../core/stats/composite-parts.ts';
import { isDisclosive } from '../../core/stats/reliability.ts';
import { DEFAULT_CONFIDENCE } from '../../core/stats/weights.ts';
import { countsUnusedCautions, territoryCautions, weightingCautions } from '../cautions.ts';
import { selectionOf } from '../filter-clause.ts';
import type { Warehouse } from '../warehouse.ts';
import { originCautions } from './cautions.ts';
import { type Criterion, chooseCriteriaEdition, parseCriteria } from './criteria.ts';
import { orderRows } from './ordering.ts';
import { hiddenRivals, type PlacedRow, type Ranked, type RankedQuery } from './ranked.ts';
import { scoredRow } from './score-rows.ts';
import { scoreCells, scorePeople } from './score-segments.ts';

type Query = RankedQuery & { criteria: string[] };

/** Segments ranked on one score made of several criteria: see `rankings`. */
export async function rankByCriteria(warehouse: Warehouse, query: Query): Promise<Ranked> {
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
    const one = scoredRow(query.by, ids, base, composite?.groups[index] ?? null);
    if (!isDisclosive(base)) places.set(one.row.label, index);
    return [one];
  });
  const placed = orderRows(rows, ({ score }) => score);
  const answer: Ranked['answer'] = {
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
    ...(query.detail === undefined || scored.parts === null
      ? {}
      : { recount: recountOf(scored.parts, placed, places) }),
    ...cautioned([
      ...originCautions(warehouse),
      ...territoryCautions({ ...edition, region: true }, selection),
      ...weightingCautions([edition.edition]),
      ...countsUnusedCautions(warehouse.counts?.source),
      ...hiddenRivals(placed),
      ...scoreCautions(composite, criteria),
    ]),
  };
  return { answer, placed };
}

const recountOf = (
  { criteria, moments, groups }: CompositeParts,
  placed: readonly PlacedRow[],
  places: ReadonlyMap<string, number>,
): RankingRecount => ({
  criteria: [...criteria],
  moments: moments.map((one) => ({
    ...one,
    linear: [...one.linear],
    products: one.products.map((products) => [...products]),
  })),
  groups: groups.map((sums) => sums.map((one) => ({ ...one, chosen: [...one.chosen] }))),
  places: placed.map(({ row }) => places.get(row.label) ?? null),
});

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

function scoreCautions(composite: Composite | null, criteria: readonly Criterion[]): Caution[] {
  if (composite === null) return [{ code: 'no-score' }];
  const dropped = criteria
    .filter((_, index) => composite.criteria[index]?.isDropped)
    .map(({ question }) => question.question);
  return [
    ...(dropped.length === 0 ? [] : [{ code: 'dropped-criteria', questions: dropped } as const]),
    ...(composite.isDistinguishable ? [] : [{ code: 'indicative-order' } as const]),
  ];
}
