import type { Gap } from '../../core/contract/comparison.ts';
import { readPublished } from '../published.ts';
import type { Warehouse } from '../warehouse.ts';
import { type MoversPlan, sharedAnswers } from './movers-plan.ts';
import { mergeAnswers } from './resolve.ts';

/** Changes of the official aggregates: shares only, the largest first; nothing tells them from chance. */
export async function publishedGaps({ database }: Warehouse, plan: MoversPlan): Promise<Gap[]> {
  const { from, to, selection, questions } = plan;
  const gaps = await Promise.all(
    questions.map(async (question): Promise<Gap[]> => {
      const answers = sharedAnswers(question, plan);
      const { totals } = await readPublished(
        database,
        {
          question: question.question,
          editions: [from.edition, to.edition],
          by: [],
          selection,
        },
        answers.map((answer) => mergeAnswers([answer])),
        new Set(),
      );
      const shareIn = (edition: number, option: number): number | null =>
        totals.find((each) => each.edition === edition)?.cells[option]?.share ?? null;
      return answers.flatMap(({ label: answer }, option) => {
        const before = shareIn(from.edition, option);
        const after = shareIn(to.edition, option);
        if (before === null || after === null) return [];
        return [
          {
            question: question.question,
            label: question.label,
            asked: question.editions.get(to.edition)?.asked ?? null,
            answer,
            from: before,
            to: after,
            nFrom: null,
            nTo: null,
            difference: after - before,
            ci: null,
            p: null,
            q: null,
            significant: null,
          },
        ];
      });
    }),
  );
  const size = ({ difference }: Gap) => Math.abs(difference ?? 0);
  return gaps.flat().sort((a, b) => size(b) - size(a));
}
