import { shownBasis } from '../../core/stats/movers.ts';
import { adjustedP, FALSE_DISCOVERY_RATE } from '../../core/stats/multiplicity.ts';
import { type RecordTest, testRecord } from '../../core/stats/record.ts';
import { comparedAnswers, type Side } from '../answers/gaps.ts';
import { offeredAnswers } from '../answers/resolve.ts';
import type { Answer, Edition, Question } from '../catalogue.ts';
import { otherwiseWeighted } from '../cautions.ts';
import { comparabilityOf } from '../comparability.ts';
import { aboutOf, type Finding, figureOf, readsAlone, soundFigures } from './finding.ts';
import {
  askedIn,
  type Found,
  isSteady,
  isTelling,
  type National,
  nationalSide,
} from './national.ts';

/** Editions below which being the highest says no more than having moved. */
const shortestSeries = 3;

interface Candidate {
  readonly question: Question;
  readonly answer: Answer;
  readonly series: readonly { edition: Edition; side: Side }[];
  readonly test: RecordTest;
}

/** The editions that asked the same thing of as large a part, weighted alike, without a break, up to the one told; oldest first. */
function seriesOf(national: National, question: Question, answer: Answer): Edition[] {
  const { catalogue, edition } = national;
  const latest = askedIn(national, edition)(question);
  const years = [...catalogue.editions.values()].filter(
    ({ edition: year }) => year <= edition.edition && year !== otherwiseWeighted,
  );
  const series: Edition[] = [];
  for (const each of years.reverse()) {
    const same = comparabilityOf(question, each.edition, edition.edition).status === 'comparable';
    if (!same || !answer.editions.microdata.has(each.edition)) break;
    if (!isSteady([latest, askedIn(national, each)(question)])) break;
    series.unshift(each);
  }
  return series;
}

function candidateOf(national: National, question: Question, answer: Answer): Candidate[] {
  const series = seriesOf(national, question, answer).map((edition) => ({
    edition,
    side: nationalSide(national.survey, question, edition, [answer]),
  }));
  if (series.length < shortestSeries) return [];
  const bases = series.map(({ side }) => (side.hidden ? null : shownBasis(side.cell, side.sample)));
  const shown = bases.filter((basis) => basis !== null);
  const latest = shown.at(-1);
  if (latest === undefined || shown.length < bases.length) return [];
  return [{ question, answer, series, test: testRecord(latest, shown.slice(0, -1)) }];
}

/**
 * The shares that are the highest or the lowest of their comparable series, three editions at least: each against
 * every earlier one, all the series being one family. `noise` is what questions that only describe the enterprises moved
 * by since the edition before, a proportion: a record no further off calls for caution.
 */
export function findRecords(national: National, noise: number): Found {
  const { catalogue, edition } = national;
  const partOf = askedIn(national, edition);
  const candidates = [...catalogue.questions.values()]
    .filter(isTelling)
    .flatMap((question) =>
      comparedAnswers(question, offeredAnswers(question, edition.edition, 'microdata')).flatMap(
        (answer) => candidateOf(national, question, answer),
      ),
    );
  const qs = adjustedP(candidates.map(({ test }) => test.p));
  const standing = candidates.flatMap((candidate, index) => {
    const q = qs[index] ?? 1;
    return q <= FALSE_DISCOVERY_RATE && candidate.test.margin > 0 ? [{ ...candidate, q }] : [];
  });
  const findings = standing.flatMap(({ question, answer, series, test, q }): Finding[] => {
    const figures = soundFigures(
      series.map((each) => figureOf(each.edition.edition, 'all', each.side)),
    );
    if (figures === null || !readsAlone(question, answer)) return [];
    return [
      {
        kind: 'record',
        ...aboutOf(question, null, partOf(question), test.margin),
        question,
        answers: [answer.label],
        profile: null,
        figures,
        difference: null,
        ci: null,
        p: test.p,
        q,
        cautious: test.step <= noise,
      },
    ];
  });
  return { tested: candidates.length, standing: standing.length, findings };
}
