import type { RankingRow, RankingsAnswer } from '../contract/rankings.ts';
import type { Language } from './language.ts';
import { nameKey } from './names.ts';
import { formatNumber } from './numbers.ts';
import { rankedFigure, titleRanking } from './ranking-words.ts';

/** « 1er », « 12e », « 1st », « 12th ». */
function ordinal(rank: number, language: Language): string {
  const whole = Math.round(rank);
  const text = formatNumber(whole, 0, language);
  if (language === 'fr') return whole === 1 ? `${text}er` : `${text}e`;
  const teen = whole % 100 >= 11 && whole % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th');
  return text + ending;
}

/** What the sampling allows to be said of the first row's place. */
function sayPlace({ rankInterval }: RankingRow, language: Language): string {
  const french = language === 'fr';
  if (rankInterval === null) return '';
  const low = Math.floor(rankInterval[0]);
  const high = Math.ceil(rankInterval[1]);
  if (high <= 1) return french ? ', nettement devant les autres' : ', clearly ahead of the others';
  return french
    ? `, sans se détacher\u202f: son rang va du ${ordinal(low, 'fr')} au ${ordinal(high, 'fr')}`
    : `, but not clearly: its rank lies between ${ordinal(low, 'en')} and ${ordinal(high, 'en')}`;
}

/**
 * The title that states what a ranking shows: who is first, by what figure, and how far its place is sure. A raw count
 * or share is said to be one; the question's wording when no row has a figure.
 */
export function headlineRanking(answer: RankingsAnswer, language: Language): string {
  const first = answer.rows.find(({ rank }) => rank !== null);
  if (first === undefined) return titleRanking(answer, language);
  const figure = rankedFigure(first, answer.sort, language);
  if (figure.value === null) return titleRanking(answer, language);
  const french = language === 'fr';
  const level = answer.rows.filter(({ rank }) => rank === first.rank).length;
  if (level > 1) {
    return french
      ? `${level} segments à égalité en tête (${figure.text})`
      : `${level} segments tie for first place (${figure.text})`;
  }
  const name = nameKey(first.key, answer.by, first.label, language);
  const raw = answer.sort === 'count' || answer.sort === 'share';
  if (answer.sort === 'count') {
    return french
      ? `${name}\u202f: le plus grand nombre de réponses dans l’échantillon (${figure.text})`
      : `${name}: the most answers in the sample (${figure.text})`;
  }
  const place = raw && first.rankInterval === null ? rawOrder(french) : sayPlace(first, language);
  return french
    ? `${name} en tête (${figure.text})${place}`
    : `${name} first (${figure.text})${place}`;
}

const rawOrder = (french: boolean): string => (french ? ', en part brute' : ', by raw share');
