import { badParameter } from '../../core/contract/problem.ts';
import { unrankable } from '../../core/format/refusals.ts';
import {
  type Composite,
  compositeFromCells,
  compositeFromPatterns,
} from '../../core/stats/composite.ts';
import type { AnswerPattern } from '../../core/stats/composite-index.ts';
import { type CompositeParts, compositeParts } from '../../core/stats/composite-parts.ts';
import type { BaseSums } from '../../core/stats/weights.ts';
import type { Selection } from '../filter-clause.ts';
import { cellOf, measure, segmentAt, segmentIndex, universeOf } from '../measure.ts';
import { patternBase, patternStates, selectPatterns } from '../select-patterns.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Criterion } from './criteria.ts';
import { firstPlaces, type RankedQuery } from './ranked.ts';

/** Criteria whose questions were put to less than this part of the others' respondents are refused. */
const sameUniverse = 0.8;

/** A ranking by criteria, understood. */
export interface AskedCriteria {
  readonly query: Pick<RankedQuery, 'by'>;
  readonly selection: Selection;
  readonly edition: number;
  readonly criteria: readonly Criterion[];
}

/** Each segment's base, and its score where one can be given. */
export interface Scored {
  readonly composite: Composite | null;
  /** Null where respondents cannot be told apart. */
  readonly parts: CompositeParts | null;
  readonly groups: readonly { readonly ids: readonly number[]; readonly base: BaseSums }[];
}

const weighed = (criteria: readonly Criterion[]) =>
  criteria.map(({ direction, weight }) => ({ direction, weight }));

/** Scores where respondents can be told apart: one index per respondent. */
export async function scorePeople(warehouse: Warehouse, asked: AskedCriteria): Promise<Scored> {
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
  const options = { groups: groups.size, top: firstPlaces };
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

/** Scores where they cannot: from each criterion's own cells. */
export async function scoreCells(warehouse: Warehouse, asked: AskedCriteria): Promise<Scored> {
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
      top: firstPlaces,
    }),
    parts: null,
    groups: groups.map((ids, index) => {
      const bases = cells.map((row) => row[index]!);
      return { ids, base: bases.reduce((least, base) => (base.n < least.n ? base : least)) };
    }),
  };
}

function requireSameUniverse(criteria: readonly Criterion[], universes: readonly number[]): void {
  const largest = Math.max(...universes);
  const narrow = universes.findIndex((universe) => universe < sameUniverse * largest);
  if (narrow < 0) return;
  throw badParameter('criteria', unrankable.otherUniverse(criteria[narrow]!.question.question));
}
