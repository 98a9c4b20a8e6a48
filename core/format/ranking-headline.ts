import type { RankingRow, RankingsAnswer } from '../contract/rankings.ts';
import type { Language } from './language.ts';
import { nameInList, nameKey } from './names.ts';
import { formatNumber } from './numbers.ts';
import { namePopulation } from './populations.ts';
import { rankedFigure, titleRanking } from './ranking-words.ts';
import { capitalise } from './typography.ts';

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
  const high = Math.ceil(rankInterval[1]);
  if (high <= 1) return french ? ', nettement devant les autres' : ', clearly ahead of the others';
  return french
    ? `, sans se détacher\u202f: son rang peut aller jusqu’au ${ordinal(high, 'fr')}`
    : `, but not clearly: its rank may be as low as ${ordinal(high, 'en')}`;
}

/** A size alone is no name: « Entreprises de 1 à 9 salariés », nor is « Autre »: « Autres secteurs ». */
function nameFirst({ by }: RankingsAnswer, { key, label }: RankingRow, language: Language): string {
  if (by.length === 1 && key.sector !== undefined) {
    return capitalise(nameInList('sector', key.sector, language));
  }
  const alone = by.length === 1 && by[0] === 'size';
  return alone ? capitalise(namePopulation({}, key, language)) : nameKey(key, by, label, language);
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
  // What reads alike is said alike: no first place by a figure that nobody sees.
  const level = answer.rows.filter(
    (row) =>
      row.rank !== null &&
      (row.rank === first.rank || rankedFigure(row, answer.sort, language).text === figure.text),
  ).length;
  if (level > 1) {
    return french
      ? `${level} segments à égalité en tête (${figure.text})`
      : `${level} segments tie for first place (${figure.text})`;
  }
  const name = nameFirst(answer, first, language);
  const value =
    answer.sort === 'potential'
      ? `${figure.text}\u00a0${french ? 'entreprises' : 'enterprises'}`
      : figure.text;
  const raw = answer.sort === 'count' || answer.sort === 'share';
  if (answer.sort === 'count') {
    return french
      ? `${name}\u202f: le plus grand nombre de réponses dans l’échantillon (${figure.text})`
      : `${name}: the most answers in the sample (${figure.text})`;
  }
  const place = raw && first.rankInterval === null ? rawOrder(french) : sayPlace(first, language);
  return french ? `${name} en tête (${value})${place}` : `${name} first (${value})${place}`;
}

const rawOrder = (french: boolean): string => (french ? ', en part brute' : ', by raw share');
