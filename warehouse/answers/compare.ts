import type { Caution } from '../../core/contract/cautions.ts';
import type { CompareAnswer, CompareQuery } from '../../core/contract/comparison.ts';
import { badParameter } from '../../core/contract/problem.ts';
import { dimensions, identityQuestions } from '../../core/contract/vocabulary.ts';
import { cautioned } from '../../core/format/cautions.ts';
import { cannot, noSuch } from '../../core/format/refusals.ts';
import { describeRow } from '../../core/stats/cells.ts';
import type { Catalogue, Edition } from '../catalogue.ts';
import { territoryCautions, weightingCautions } from '../cautions.ts';
import { isWhole, type Selection, selectionOf } from '../filter-clause.ts';
import { type PeopleRow, selectPeople } from '../select-survey.ts';
import { readSurvey } from '../survey.ts';
import type { Warehouse } from '../warehouse.ts';
import { isTerritorial, originCautions } from './cautions.ts';
import { comparedAnswers, judgePairs, type Pair } from './gaps.ts';
import { offeredAnswers } from './resolve.ts';
import { isHidden } from './shown-cell.ts';
import { requireEdition } from './study.ts';

const mostGaps = 20;

/**
 * The profile that the filters select against the rest of France, on every answer of an edition:
 * the surest gaps first, the questions that say who one is left out. One family, false discovery
 * rate 5 %, intervals at the false coverage rate of the selected.
 */
export async function compare(warehouse: Warehouse, query: CompareQuery): Promise<CompareAnswer> {
  const selection = selectionOf(query);
  if (isWhole(selection)) {
    throw badParameter('region', cannot.compareWhole(dimensions), dimensions);
  }
  const edition = chooseEdition(warehouse.catalogue, query.edition);
  const request = { editions: [edition.edition], selection, sides: 'both' } as const;
  const [survey, people] = await Promise.all([
    readSurvey(warehouse.database, warehouse.catalogue, request),
    selectPeople(warehouse.database, request),
  ]);
  const { gaps, movers } = judgePairs(pairsOf(warehouse.catalogue, edition, survey));
  return {
    edition: edition.edition,
    basis: 'microdata',
    filters: selection.filters,
    profile: describeSide(people, true),
    rest: describeSide(people, false),
    tested: movers.family,
    significant: movers.changes.filter((change) => change?.isMover).length,
    gaps: gaps.slice(0, query.limit ?? mostGaps),
    ...cautioned(compareCautions(warehouse, edition, selection, movers.family)),
  };
}

function describeSide(people: readonly PeopleRow[], side: boolean): CompareAnswer['profile'] {
  const sums = people.find(({ inside }) => inside === side) ?? { n: 0, sumW: 0, sumW2: 0 };
  const { n, weight, nEff } = describeRow(sums);
  return { n, weight, nEff };
}

function chooseEdition(catalogue: Catalogue, year: number | undefined): Edition {
  const able = [...catalogue.editions.values()].filter(({ microdata }) => microdata);
  const years = able.map(({ edition }) => edition);
  const chosen = year === undefined ? able.at(-1) : requireEdition(catalogue, year);
  if (chosen?.microdata) return chosen;
  const why = year === undefined ? noSuch.microdataAtAll : noSuch.microdata(year);
  throw badParameter('edition', why, years);
}

function pairsOf(
  { questions }: Catalogue,
  edition: Edition,
  survey: Awaited<ReturnType<typeof readSurvey>>,
): Pair[] {
  const year = edition.edition;
  const sample = { respondents: edition.sample };
  return [...questions.values()].flatMap((question) => {
    const code = question.question;
    if (identityQuestions.includes(code)) return [];
    const side = (inside: boolean, answer: number) => ({
      cell: survey.cell(code, year, inside, answer),
      sample,
      hidden: isHidden(survey.group(code, year, inside)),
    });
    const answers = comparedAnswers(question, offeredAnswers(question, year, 'microdata'));
    return answers.map((answer) => ({
      question,
      answer,
      edition: year,
      from: side(false, answer.id),
      to: side(true, answer.id),
    }));
  });
}

function compareCautions(
  warehouse: Warehouse,
  edition: Edition,
  selection: Selection,
  tested: number,
): Caution[] {
  return [
    ...originCautions(warehouse),
    ...territoryCautions({ ...edition, region: isTerritorial([], selection) }, selection),
    ...weightingCautions([edition.edition]),
    ...(edition.respondentIds ? [] : [{ code: 'assumed-base' } as const]),
    ...(tested === 0 ? [{ code: 'small-sides' } as const] : []),
  ];
}
