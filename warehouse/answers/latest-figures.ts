import type {
  LatestFigure,
  QuestionsAnswer,
  QuestionsQuery,
} from '../../core/contract/catalogue.ts';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Warehouse } from '../warehouse.ts';
import { questions } from './catalogue.ts';
import { crosstab } from './crosstab.ts';
import { offeredAnswers } from './resolve.ts';

/** The answers that the producer counts together in an edition, where they can be; none otherwise. */
function countedIn(
  { questions: all }: Catalogue,
  { question: { code, type }, edition, basis }: CrosstabAnswer,
): string[] {
  const question = all.get(code);
  if (question === undefined) return [];
  const counted = offeredAnswers(question, edition, basis)
    .map(({ label }) => label)
    .filter((label) => question.favourable.includes(label));
  return type === 'single' || counted.length === 1 ? counted : [];
}

async function latestOf(warehouse: Warehouse, code: number): Promise<LatestFigure | null> {
  const each = await crosstab(warehouse, { question: code });
  const counted = countedIn(warehouse.catalogue, each);
  const { edition, basis } = each;
  const together =
    counted.length < 2
      ? each
      : await crosstab(warehouse, { question: code, edition, basis, answer: counted });
  const { n, cells } = together.total;
  const shown = counted.length === 1 ? cells.filter(({ answer }) => answer === counted[0]) : cells;
  const [cell] = [...shown].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  if (cell === undefined) return null;
  const { answer, share, ci, flag } = cell;
  return { edition, basis, answer, counted: counted.length > 0, n, share, ci, flag };
}

/** The questions that match; with `detail=latest`, each with the figure that `/crosstab` gives of its latest edition. */
export async function listQuestions(
  warehouse: Warehouse,
  query: QuestionsQuery,
): Promise<QuestionsAnswer> {
  const found = questions(warehouse, query);
  if (query.detail === undefined) return found;
  const listed = found.questions.map(async (question) => {
    const latest = await latestOf(warehouse, question.code);
    return latest === null ? question : { ...question, latest };
  });
  return { ...found, questions: await Promise.all(listed) };
}
