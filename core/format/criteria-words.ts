import type { RankingCriterion, RankingsAnswer } from '../contract/rankings.ts';
import { nameCounted } from './counted-names.ts';
import type { Language } from './language.ts';
import { formatShare } from './numbers.ts';

function sayCriterion(
  { question, answers, direction, weight, dropped }: RankingCriterion,
  language: Language,
): string {
  const french = language === 'fr';
  const counted = { ...question, answer: answers.join(' + ') };
  const what = nameCounted(counted, french ? 'TPE-PME' : 'SMEs', language);
  if (dropped) {
    return french
      ? `${what}, critère écarté (il ne départage pas mieux que le hasard)`
      : `${what}, left out (it tells them apart no better than chance)`;
  }
  const against = direction === '-' ? (french ? ', compté en moins' : ', counted against') : '';
  return `${what}, ${formatShare(weight, language, 0)}${against}`;
}

/** What a score is made of, as one sentence: each criterion, its weight and its direction; none for another ranking. */
export function sayCriteria({ sort, criteria = [] }: RankingsAnswer, language: Language): string[] {
  if (sort !== 'score' || criteria.length === 0) return [];
  const said = criteria.map((each) => sayCriterion(each, language));
  return language === 'fr'
    ? [`Critères du score et leur poids\u202f: ${said.join('\u202f; ')}.`]
    : [`Criteria of the score and their weights: ${said.join('; ')}.`];
}
