import type { RankingRow, RankingSort, RankingsAnswer } from '../contract/rankings.ts';
import { sayCriteria } from './criteria-words.ts';
import type { Language } from './language.ts';
import { rankedFigure, rankedFlag } from './ranking-words.ts';
import { describeCautions, describeFlag, explainFlags } from './wording.ts';

/** Whether a row's figure is the model's alone: its own base is too small for a share. */
const isModelled = (row: RankingRow, sort: RankingSort): boolean =>
  rankedFlag(row, sort) === 'suppressed' && rankedFigure(row, sort, 'fr').value !== null;

/** What is said beside a row's figure, or in its place; empty for a figure shown plainly. */
export function describeRankedFlag(row: RankingRow, sort: RankingSort, language: Language): string {
  if (!isModelled(row, sort)) return describeFlag(rankedFlag(row, sort), language);
  return language === 'fr' ? 'estimée par le modèle' : 'model-based';
}

function explainModelled({ rows, sort }: RankingsAnswer, language: Language): string[] {
  if (!rows.some((row) => isModelled(row, sort))) return [];
  return [
    language === 'fr'
      ? 'Estimée par le modèle\u202f: trop peu de réponses pour une part, le chiffre tient surtout des autres lignes.'
      : 'Model-based: too few answers for a share, the figure leans mostly on the other rows.',
  ];
}

/** Why a higher figure may stand lower; nothing where figures and ranks go together. */
function explainOrder({ rows, sort }: RankingsAnswer, language: Language): string[] {
  if (sort !== 'smoothed' && sort !== 'potential') return [];
  const values = rows
    .filter(({ rank }) => rank !== null)
    .map((row) => rankedFigure(row, sort, language).value ?? 0);
  if (values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value))) {
    return [];
  }
  return [
    language === 'fr'
      ? 'Rangées par leur rang moyen, incertitude comprise\u202f: un chiffre haut mais mal connu peut venir plus bas.'
      : 'Ordered by their mean rank, uncertainty included: a high but poorly known figure may come lower.',
  ];
}

/** What must be known to read a ranking: what a score is made of, weak bases, the model, the order, cautions. */
export function rankingNotes(answer: RankingsAnswer, language: Language): string[] {
  const plain = answer.rows.filter((row) => !isModelled(row, answer.sort));
  return [
    ...sayCriteria(answer, language),
    ...explainFlags(
      plain.map((row) => rankedFlag(row, answer.sort)),
      language,
    ),
    ...explainModelled(answer, language),
    ...explainOrder(answer, language),
    ...describeCautions(answer.cautions, language),
  ];
}
