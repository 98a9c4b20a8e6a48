import type { RankingRow, RankingsAnswer } from '../contract/rankings.ts';
import type { Dimension } from '../contract/vocabulary.ts';
import { nameCounted } from './counted-names.ts';
import type { Language } from './language.ts';
import { nameInList, nameKey, placeKey } from './names.ts';
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
    ? `, sans se détacher (rang possible jusqu’au ${ordinal(high, 'fr')})`
    : `, but not clearly (its rank may be as low as ${ordinal(high, 'en')})`;
}

/** A size alone is no name: « Entreprises de 1 à 9 salariés », nor is « Autre »: « Autres secteurs ». */
function nameFirst({ by }: RankingsAnswer, { key, label }: RankingRow, language: Language): string {
  if (by.length === 1 && key.sector !== undefined) {
    return capitalise(nameInList('sector', key.sector, language));
  }
  const alone = by.length === 1 && by[0] === 'size';
  return alone ? capitalise(namePopulation({}, key, language)) : nameKey(key, by, label, language);
}

/** What is ranked, as the title's first words: the enterprises counted, or the score and what it rests on. */
function nameRanked(answer: RankingsAnswer, language: Language): string {
  const { question, answers, criteria = [], filters } = answer;
  if (question === null) {
    const count = criteria.length;
    if (language === 'fr') return `Score sur ${count} critère${count > 1 ? 's' : ''}`;
    return `Score on ${count} ${count === 1 ? 'criterion' : 'criteria'}`;
  }
  const counted = { ...question, answer: answers.join(' + ') };
  return nameCounted(counted, namePopulation(filters, {}, language), language);
}

/** The first row's figure, with what must be known of it to read it. */
function sayFigure(text: string, sort: RankingsAnswer['sort'], language: Language): string {
  const french = language === 'fr';
  if (sort === 'potential') {
    return french ? `environ ${text}\u00a0entreprises` : `about ${text} enterprises`;
  }
  if (sort === 'smoothed') return `${text} (${french ? 'part lissée' : 'smoothed share'})`;
  return sort === 'score' ? `${text}\u00a0points` : text;
}

const groups: Record<Language, Record<Dimension | 'pair', string>> = {
  fr: {
    department: 'départements',
    region: 'régions',
    sector: 'secteurs',
    size: 'tailles',
    pair: 'groupes',
  },
  en: {
    department: 'departments',
    region: 'regions',
    sector: 'sectors',
    size: 'sizes',
    pair: 'groups',
  },
};

/** How many rows lead with a figure that reads the same: no first place by a figure that nobody sees. */
function countLevel({ rows, sort }: RankingsAnswer, first: RankingRow, language: Language): number {
  const { text } = rankedFigure(first, sort, language);
  return rows.filter(
    (row) =>
      row.rank !== null &&
      (row.rank === first.rank || rankedFigure(row, sort, language).text === text),
  ).length;
}

function sayLeader(answer: RankingsAnswer, first: RankingRow, language: Language): string {
  const french = language === 'fr';
  const { by, sort, edition } = answer;
  const { text } = rankedFigure(first, sort, language);
  const level = countLevel(answer, first, language);
  if (level > 1) {
    const many = groups[language][by.length === 1 ? (by[0] ?? 'pair') : 'pair'];
    return french
      ? `${level} ${many} à égalité en tête en ${edition} (${text})`
      : `${level} ${many} tie for first place in ${edition} (${text})`;
  }
  if (sort === 'count') {
    const place = placeKey(first.key, language);
    return french
      ? `le plus grand nombre de répondants ${place} en ${edition} (${text})`
      : `most respondents ${place} in ${edition} (${text})`;
  }
  const name = nameFirst(answer, first, language);
  const untold = sort === 'share' && first.rankInterval === null;
  const place = untold
    ? french
      ? ', en part brute'
      : ', by raw share'
    : sayPlace(first, language);
  const figure = sayFigure(text, sort, language);
  return french
    ? `${name} en tête en ${edition} avec ${figure}${place}`
    : `${name} first in ${edition} with ${figure}${place}`;
}

/**
 * The title that states what a ranking shows, and stands alone: who is counted, who is first, when, by what figure, and
 * how far its place is sure. The question's wording when no row has a figure.
 */
export function headlineRanking(answer: RankingsAnswer, language: Language): string {
  const first = answer.rows.find(({ rank }) => rank !== null);
  if (first === undefined || rankedFigure(first, answer.sort, language).value === null) {
    return titleRanking(answer, language);
  }
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  return `${nameRanked(answer, language)}${colon}${sayLeader(answer, first, language)}`;
}
