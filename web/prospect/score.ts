import { computed, effect, signal } from '@preact/signals';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { type Rescored, rescore } from '../../core/stats/composite-parts.ts';
import type { ScoreBelief } from '../../core/stats/posterior.ts';
import { rankBeliefs } from '../../core/stats/rank-distribution.ts';
import type { RankSummary } from '../../core/stats/rank-summary.ts';
import { tiersOf } from '../../core/stats/tiers.ts';
import { weightingDraws } from '../../core/stats/weighting-draws.ts';
import { rankingsCall } from '../api.ts';
import { resource } from '../resource.ts';
import { change, cross, filters, meta, prospectBy, view } from '../store.ts';
import { criteria } from './asked.ts';
import { formatCriterion } from './criteria.ts';

/** How many places make « the first », as in the API. */
const top = 10;
const weightings = 1000;
/** What a slider at rest waits before ranks are estimated again. */
const settled = 150;
const distinguishable = 0.01;

/** Weights under the fingers, before the address has them. */
const moving = signal<readonly number[] | null>(null);

/** The weight of each criterion, as shown by its slider. */
export const weights = computed(() => moving.value ?? criteria.value.map(({ weight }) => weight));

/** Follows a slider: re-ranks at once, without a request. */
export function moveWeight(index: number, weight: number): void {
  moving.value = weights.value.map((one, j) => (j === index ? weight : one));
}

/** The slider is let go: the address takes the weights. */
export function keepWeights(): void {
  if (moving.value === null) return;
  const kept = moving.value;
  change(
    {
      criteria: criteria.value.map((one, j) =>
        formatCriterion({ ...one, weight: kept[j] ?? one.weight }),
      ),
    },
    'replace',
  );
}

effect(() => {
  view.value;
  moving.value = null;
});

/** Whether the edition tells respondents apart: then sums suffice, whatever the weights. */
const recountable = computed(() => {
  const { edition } = view.value;
  const known = meta.state.value.value?.editions.find((one) => one.edition === edition);
  return known?.respondentIds ?? true;
});

/** The API's answer: under equal weights, with the sums, where they suffice. */
export const asked = resource(() => {
  if (criteria.value.length === 0 || meta.state.value.value === null) return null;
  const { edition } = view.value;
  return rankingsCall({
    criteria: criteria.value.map((one) =>
      formatCriterion(recountable.value ? { ...one, weight: 1 } : one),
    ),
    by: [prospectBy.value, ...(cross.value === null ? [] : [cross.value])],
    ...(edition === null ? {} : { edition }),
    ...(recountable.value ? { detail: 'sums' as const } : {}),
    ...filters.value,
  });
});

const signs = computed(() =>
  criteria.value.map(({ direction }) => (direction === '+' ? (1 as const) : (-1 as const))),
);

const rescored = computed<Rescored | null>(() => {
  const recount = asked.state.value.value?.recount;
  if (recount === undefined || recount.criteria.length !== criteria.value.length) return null;
  return rescore(
    recount,
    signs.value.map((direction, j) => ({ direction, weight: weights.value[j] ?? 0 })),
  );
});

/** What is believed of each row's score under the weights, by label; null where it is not known by row. */
export const scoreBeliefs = computed<ReadonlyMap<string, ScoreBelief> | null>(() => {
  const answer = asked.state.value.value;
  const of = rescored.value;
  if (answer?.recount === undefined || of === null) return null;
  const { places } = answer.recount;
  return new Map(
    answer.rows.flatMap(({ label }, index) => {
      const place = places[index] ?? null;
      const group = place === null ? null : (of.groups[place] ?? null);
      return group === null ? [] : [[label, group] as const];
    }),
  );
});

interface Certainty {
  of: Rescored;
  ranks: ReadonlyMap<number, RankSummary & { tier: number | null }>;
}

const certainty = signal<Certainty | null>(null);

function estimateRanks(of: Rescored): Certainty {
  const known = of.groups.flatMap((group, place) => (group === null ? [] : [{ place, group }]));
  const beliefs = known.map(({ group }) => group);
  const summaries = rankBeliefs(beliefs, { top });
  const tiers = tiersOf(
    beliefs,
    beliefs.map(({ mean }) => -mean),
  );
  const told = of.model.p < distinguishable;
  return {
    of,
    ranks: new Map(
      known.map(({ place }, k) => [place, { ...summaries[k]!, tier: told ? tiers[k]! : null }]),
    ),
  };
}

effect(() => {
  const of = rescored.value;
  if (of === null) return undefined;
  const timer = setTimeout(() => {
    certainty.value = estimateRanks(of);
  }, settled);
  return () => clearTimeout(timer);
});

function rescoredRow(row: RankingRow, place: number | null, of: Rescored): RankingRow {
  const group = place === null ? null : of.groups[place];
  const rank =
    place === null || certainty.value?.of !== of ? null : certainty.value.ranks.get(place);
  return {
    ...row,
    rank: null,
    score: group?.score ?? null,
    scoreCi: group ? [...group.scoreCi] : null,
    parts: (row.parts ?? []).map((part, j) => ({ ...part, contribution: group?.points[j] ?? 0 })),
    rankInterval: rank ? [...rank.rankInterval] : null,
    topProbability: rank?.topProbability ?? null,
    tier: rank?.tier ?? null,
  };
}

function inOrder(rows: readonly RankingRow[]): RankingRow[] {
  const value = ({ score }: RankingRow) => score ?? Number.NEGATIVE_INFINITY;
  return [...rows]
    .sort((a, b) => value(b) - value(a))
    .map((row, index) => (row.score === null ? row : { ...row, rank: index + 1 }));
}

/** The ranking by score under the weights of the sliders. */
export const ranking = computed<RankingsAnswer | null>(() => {
  const answer = asked.state.value.value;
  if (answer === null || answer.recount === undefined) return answer;
  const of = rescored.value;
  const { places } = answer.recount;
  if (of === null) {
    const rows = answer.rows.map((row) => ({
      ...row,
      rank: null,
      score: null,
      scoreCi: null,
      tier: null,
      rankInterval: null,
    }));
    return { ...answer, rows };
  }
  return {
    ...answer,
    criteria: (answer.criteria ?? []).map((one, j) => ({ ...one, weight: of.weights[j] ?? 0 })),
    rows: inOrder(answer.rows.map((row, index) => rescoredRow(row, places[index] ?? null, of))),
    // Said by the page, from the weights of the sliders.
    cautions: answer.cautions.filter(({ code }) => code !== 'indicative-order'),
  };
});

/** The ranking once its ranks are known: what pictures follow, so that a moving slider redraws only the table. */
export const settledRanking = signal<RankingsAnswer | null>(null);

effect(() => {
  const now = ranking.value;
  if (now?.recount === undefined || rescored.value === null) settledRanking.value = now;
  else if (certainty.value?.of === rescored.value) settledRanking.value = now;
});

/** In how many of the 1,000 random weightings each row, by label, stays in the first ten; null until counted. */
export const steadiness = signal<ReadonlyMap<string, number> | null>(null);

effect(() => {
  const answer = asked.state.value.value;
  const recount = answer?.recount;
  steadiness.value = null;
  if (recount === undefined || recount.criteria.length !== signs.value.length) return undefined;
  if (signs.value.length < 2) return undefined;
  const draw = weightingDraws(
    recount,
    signs.value.map((direction) => ({ direction, weight: 1 })),
    top,
  );
  const batch = recount.groups.length > 200 ? 4 : 25;
  let timer: ReturnType<typeof setTimeout>;
  const step = () => {
    const { drawn, kept } = draw(batch);
    if (drawn < weightings) {
      timer = setTimeout(step);
      return;
    }
    steadiness.value = new Map(
      (answer?.rows ?? []).flatMap(({ label }, index) => {
        const place = recount.places[index] ?? null;
        return place === null ? [] : [[label, kept[place] ?? 0] as const];
      }),
    );
  };
  timer = setTimeout(step, settled);
  return () => clearTimeout(timer);
});
