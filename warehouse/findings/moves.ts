import type { MoversAnswer } from '../../core/contract/comparison.ts';
import { certainMove } from '../../core/stats/movers.ts';
import { judgeMoves, noiseOf } from '../answers/movers.ts';
import { sortQuestions } from '../answers/movers-plan.ts';
import type { Edition, Question } from '../catalogue.ts';
import { selectionOf } from '../filter-clause.ts';
import { aboutOf, type Finding, figureOf, readsAlone, soundFigures } from './finding.ts';
import { askedIn, type Found, isSteady, isTelling, type National } from './national.ts';

/** What changed since the edition before, as `/movers` judges it, and what noise alone would show. */
export function findMoves(
  { catalogue, edition, survey }: National,
  before: Edition,
): Found & { noise: MoversAnswer['noise'] } {
  const selection = selectionOf({}, { fold: true });
  const editions = { from: before, to: edition, basis: 'microdata' } as const;
  const { questions } = sortQuestions(catalogue, editions, selection);
  const { gaps, judged, movers } = judgeMoves(survey, { ...editions, selection, questions });
  const noise = noiseOf(gaps, movers);
  const partBefore = askedIn({ catalogue, survey }, before);
  const partOf = askedIn({ catalogue, survey }, edition);
  const isTold = (question: Question) =>
    isTelling(question) && isSteady([partBefore(question), partOf(question)]);
  const findings = judged.flatMap(({ gap, pair }): Finding[] => {
    const { question, answer } = pair;
    const { difference, ci, p, q } = gap;
    if (gap.significant !== true || !isTold(question) || !readsAlone(question, answer)) return [];
    const figures = soundFigures([
      figureOf(before.edition, 'all', pair.from),
      figureOf(edition.edition, 'all', pair.to),
    ]);
    if (figures === null || difference === null || ci === null || p === null || q === null)
      return [];
    return [
      {
        kind: 'mover',
        ...aboutOf(question, null, partOf(question), certainMove({ ci })),
        question,
        answers: [answer.label],
        profile: null,
        figures,
        difference,
        ci,
        p,
        q,
        cautious: Math.abs(difference) <= (noise.largest ?? 0),
      },
    ];
  });
  return { tested: movers.family, standing: standingOf(gaps), findings, noise };
}

const standingOf = (gaps: readonly { significant: boolean | null }[]): number =>
  gaps.filter(({ significant }) => significant === true).length;
