import { isPart } from '../../core/format/asked.ts';
import { criticalValue } from '../../core/stats/distributions.ts';
import { majorityP } from '../../core/stats/majority.ts';
import { shownBasis } from '../../core/stats/movers.ts';
import { adjustedP, FALSE_DISCOVERY_RATE } from '../../core/stats/multiplicity.ts';
import { wilsonBound } from '../../core/stats/proportion.ts';
import { DEFAULT_CONFIDENCE } from '../../core/stats/weights.ts';
import { comparedAnswers } from '../answers/gaps.ts';
import { offeredAnswers } from '../answers/resolve.ts';
import type { Answer, Question } from '../catalogue.ts';
import { aboutOf, type Finding, figureOf, readsAlone, soundFigures } from './finding.ts';
import { askedIn, type Found, isTelling, type National, nationalSide } from './national.ts';

/** The most answers that a sentence can count together by name. */
const mostTogether = 2;

/** What of a question may be shared by most: the answers its producer counts together, or each answer. */
function optionsOf(question: Question, edition: number): (readonly Answer[])[] {
  const offered = offeredAnswers(question, edition, 'microdata');
  const counted = offered.filter(({ label }) => question.favourable.includes(label));
  const single = question.editions.get(edition)?.type === 'single';
  if (single && counted.length > 1 && counted.length < offered.length) {
    return counted.length > mostTogether ? [] : [counted];
  }
  return comparedAnswers(question, offered)
    .filter((answer) => readsAlone(question, answer))
    .map((answer) => [answer]);
}

/** What more than half of all enterprises surely share, the largest majorities first; one family. A question put to a part is left out: its majority is not that of all. */
export function findFacts(national: National): Found {
  const { catalogue, edition, survey } = national;
  const partOf = askedIn(national, edition);
  const tested = [...catalogue.questions.values()]
    .filter((question) => isTelling(question) && !isPart(partOf(question)))
    .flatMap((question) =>
      optionsOf(question, edition.edition).flatMap((answers) => {
        const side = nationalSide(survey, question, edition, answers);
        const basis = side.hidden ? null : shownBasis(side.cell, side.sample);
        return basis === null ? [] : [{ question, answers, side, basis, p: majorityP(basis) }];
      }),
    );
  const qs = adjustedP(tested.map(({ p }) => p));
  const standing = tested.flatMap((each, index) => {
    const q = qs[index] ?? 1;
    const low = wilsonBound(each.basis, criticalValue(DEFAULT_CONFIDENCE), -1);
    return q <= FALSE_DISCOVERY_RATE && low > 0.5 ? [{ ...each, q, low }] : [];
  });
  const findings = standing.flatMap(({ question, answers, side, p, q, low }): Finding[] => {
    const figures = soundFigures([figureOf(edition.edition, 'all', side)]);
    if (figures === null) return [];
    return [
      {
        kind: 'fact',
        ...aboutOf(question, null, partOf(question), low - 0.5),
        question,
        answers: answers.map(({ label }) => label),
        profile: null,
        figures,
        difference: null,
        ci: null,
        p,
        q,
        cautious: false,
      },
    ];
  });
  return { tested: tested.length, standing: standing.length, findings };
}
