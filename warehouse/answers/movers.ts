import type { Gap, MoversAnswer, MoversQuery } from '../../core/contract/comparison.ts';
import { descriptiveQuestions } from '../../core/contract/vocabulary.ts';
import { cautioned } from '../../core/format/cautions.ts';
import type { Movers } from '../../core/stats/movers.ts';
import type { Edition } from '../catalogue.ts';
import { publishedCaution, territoryCautions, weightingCautions } from '../cautions.ts';
import { selectionOf } from '../filter-clause.ts';
import { readSurvey, type Survey } from '../survey.ts';
import type { Warehouse } from '../warehouse.ts';
import { isTerritorial, originCautions } from './cautions.ts';
import { type JudgedGaps, judgePairs, type Pair } from './gaps.ts';
import { chooseEditions, type MoversPlan, sharedAnswers, sortQuestions } from './movers-plan.ts';
import { publishedGaps } from './published-gaps.ts';
import { isHidden } from './shown-cell.ts';

const mostMovers = 20;

/**
 * What changed most between two editions, among the questions that both asked alike: the surest
 * changes first, beside what chance alone would show. One family, false discovery rate 5 %. A
 * change counts as one (`significant`) from two points up; the others show no detectable change.
 */
export async function movers(warehouse: Warehouse, query: MoversQuery): Promise<MoversAnswer> {
  const selection = selectionOf(query, { fold: true });
  const { from, to, basis } = chooseEditions(warehouse.catalogue, query, selection);
  const { questions, excluded } = sortQuestions(
    warehouse.catalogue,
    { from, to, basis },
    selection,
  );
  const plan = { from, to, basis, selection, questions };
  const { gaps, movers: judged } =
    basis === 'microdata'
      ? await microdataGaps(warehouse, plan)
      : { gaps: await publishedGaps(warehouse, plan), movers: null };
  const isThin = judged?.family === 0 && questions.length > 0;
  return {
    from: from.edition,
    to: to.edition,
    basis,
    filters: selection.filters,
    tested: judged?.family ?? 0,
    significant: gaps.filter(({ significant }) => significant).length,
    noise: noiseOf(gaps, judged),
    movers: gaps.slice(0, query.limit ?? mostMovers),
    excluded,
    ...cautioned([
      ...originCautions(warehouse),
      ...(basis === 'published' ? [publishedCaution] : []),
      ...territoryCautions({ ...from, region: isTerritorial([], selection) }, selection),
      ...weightingCautions([from.edition, to.edition]),
      ...(isThin ? [{ code: 'small-sides' } as const] : []),
    ]),
  };
}

async function microdataGaps({ database, catalogue }: Warehouse, plan: MoversPlan) {
  const { from, to, selection } = plan;
  const survey = await readSurvey(database, catalogue, {
    editions: [from.edition, to.edition],
    selection,
    sides: 'inside',
  });
  return judgeMoves(survey, plan);
}

/** Judges what changed between the plan's two editions, by the sums of a survey that holds both. */
export function judgeMoves(survey: Survey, plan: MoversPlan): JudgedGaps {
  const { from, to, questions } = plan;
  const side = (question: number, { edition, sample }: Edition, answer: number) => ({
    cell: survey.cell(question, edition, true, answer),
    sample: { respondents: sample },
    hidden: isHidden(survey.group(question, edition, true)),
  });
  return judgePairs(
    questions.flatMap((question): Pair[] =>
      sharedAnswers(question, plan).map((answer) => ({
        question,
        answer,
        edition: to.edition,
        from: side(question.question, from, answer.id),
        to: side(question.question, to, answer.id),
      })),
    ),
  );
}

/** How far questions that only describe the enterprises moved: nothing but sampling moves them so. */
export function noiseOf(gaps: readonly Gap[], judged: Movers | null): MoversAnswer['noise'] {
  const own = gaps.filter(({ question }) => descriptiveQuestions.includes(question));
  const sizes = own
    .flatMap(({ difference }) => (difference === null ? [] : [Math.abs(difference)]))
    .sort((a, b) => a - b);
  const middle = sizes.length / 2;
  const median =
    sizes.length === 0
      ? null
      : ((sizes[Math.ceil(middle) - 1] ?? 0) + (sizes[Math.floor(middle)] ?? 0)) / 2;
  return {
    questions: [...new Set(own.map(({ question }) => question))],
    largest: sizes.at(-1) ?? null,
    median,
    expectedFalse: judged?.expectedByChance ?? null,
    expectedLargest: judged?.largestByChance ?? null,
  };
}
