import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { enumerate } from '../../core/format/grammar.ts';
import type { Language } from '../../core/format/language.ts';
import { nameKey } from '../../core/format/names.ts';
import { formatCount, formatShare, formatVolume } from '../../core/format/numbers.ts';
import { rankedFigure } from '../../core/format/ranking-words.ts';
import { letterOf } from '../../core/format/tier-letter.ts';
import { display } from '../../core/format/typography.ts';
import { quoteAnswers } from '../../core/format/wording.ts';
import { formatChance } from './chance.ts';
import { countsWords } from './counts-words.ts';
import { isIndicative } from './tiers.ts';
import { nounOf } from './words.ts';

const named = 5;
const sure = 0.8;

/** A ranking in sentences that can be read aloud: who leads, how surely, how many firms, and what to beware of. */
export function summarise(
  answer: RankingsAnswer,
  rows: readonly RankingRow[],
  language: Language,
): { sentences: string[]; cautions: string[] } {
  const french = language === 'fr';
  const ranked = rows.filter((row) => rankedFigure(row, answer.sort, language).value !== null);
  const [first] = ranked;
  if (first === undefined) return { sentences: [], cautions: [] };
  const name = (row: RankingRow) => nameKey(row.key, answer.by, row.label, language);
  const list = (some: readonly RankingRow[]) =>
    enumerate(some.slice(0, named).map(name), french ? 'et' : 'and');
  const figure = rankedFigure(first, answer.sort, language).text;
  const leaders =
    first.tier == null ? ranked.slice(0, named) : ranked.filter(({ tier }) => tier === first.tier);
  const sentences = [
    leadOf(answer, leaders, list(leaders), `${name(first)} (${figure})`, language),
    ...criteriaOf(answer, language),
  ];
  const likely = isIndicative(answer)
    ? []
    : ranked.filter(({ topProbability }) => (topProbability ?? 0) >= sure);
  if (likely.length > 0 && answer.sort !== 'count') {
    const least = formatChance(sure, language);
    sentences.push(
      french
        ? `Très probablement parmi les dix premiers (au moins ${least}) : ${list(likely)}.`
        : `Most likely among the first ten (at least ${least}): ${list(likely)}.`,
    );
  }
  const ten = ranked.slice(0, 10);
  sentences.push(...volumeOf(answer, ten, language));
  return { sentences, cautions: cautionsOf(answer, ten, french) };
}

/** What a score counts, the heaviest criterion first, so that who hears the list knows why. */
function criteriaOf({ criteria = [] }: RankingsAnswer, language: Language): string[] {
  const french = language === 'fr';
  const counted = criteria
    .filter(({ weight, dropped }) => weight > 0 && !dropped)
    .sort((a, b) => b.weight - a.weight)
    .map(({ question, answers, direction, weight }) => {
      const against = french ? ', en moins' : ', against';
      const said = `${quoteAnswers(answers, language)}${direction === '-' ? against : ''}`;
      return `${display(question.label, language)} (${said}, ${formatShare(weight, language, 0)})`;
    });
  if (counted.length === 0) return [];
  return [
    french
      ? `Ce que le score compte : ${counted.join(' ; ')}.`
      : `What the score counts: ${counted.join('; ')}.`,
  ];
}

/** How many firms the first rows stand for, and on whose counts. */
function volumeOf(
  { volumes }: RankingsAnswer,
  ten: readonly RankingRow[],
  language: Language,
): string[] {
  const volume = ten.reduce((sum, { potential }) => sum + (potential?.enterprises ?? 0), 0);
  if (volume <= 0) return [];
  const firms = formatVolume(volume, language);
  return [
    language === 'fr'
      ? `Les ${ten.length} premières lignes représentent environ ${firms} entreprises concernées.`
      : `The first ${ten.length} rows stand for about ${firms} firms concerned.`,
    ...(volumes === undefined ? [] : [countsWords(language).summary(volumes.file)]),
  ];
}

/** Who leads: one that stands apart, a group of which none does, or the first of an order that is not to be read. */
function leadOf(
  { by }: RankingsAnswer,
  leaders: readonly RankingRow[],
  names: string,
  first: string,
  language: Language,
): string {
  const french = language === 'fr';
  const tier = leaders[0]?.tier ?? null;
  if (tier === null) {
    return french
      ? `En tête : ${names}. Le premier : ${first}.`
      : `Leading: ${names}. The first: ${first}.`;
  }
  if (leaders.length === 1) {
    return french ? `Nettement en tête : ${first}.` : `Clearly first: ${first}.`;
  }
  const count = formatCount(leaders.length, language);
  const noun = nounOf(by, leaders.length, language);
  const letter = letterOf(tier);
  const some = leaders.length > named;
  return french
    ? `Le groupe ${letter} réunit ${count} ${noun} que les données ne départagent pas${some ? ', dont' : ' :'} ${names}. En tête : ${first}.`
    : `Group ${letter} gathers ${count} ${noun} that the data cannot tell apart${some ? ', among them' : ':'} ${names}. First: ${first}.`;
}

function cautionsOf(answer: RankingsAnswer, ten: readonly RankingRow[], french: boolean): string[] {
  const weak = ten.filter(({ flag }) => flag !== null).length;
  return [
    ...(isIndicative(answer)
      ? [
          french
            ? 'L’ordre est indicatif : le hasard suffirait à le produire.'
            : 'The order is indicative: chance would be enough to produce it.',
        ]
      : []),
    ...(answer.sort === 'count'
      ? [
          french
            ? 'Ce sont des réponses à l’enquête, pas des clients possibles : un grand territoire y gagne toujours.'
            : 'These are answers to the survey, not possible customers: a large place always wins.',
        ]
      : []),
    ...(weak > 0
      ? [
          french
            ? `Parmi les dix premiers, ${weak} sur une base faible : à confirmer avant d’y envoyer quelqu’un.`
            : `Among the first ten, ${weak} on a small base: confirm before sending anyone.`,
        ]
      : []),
    french
      ? `Réponses déclarées par les entreprises en ${answer.edition} ; l’enquête ne donne le nom d’aucune.`
      : `Answers declared by firms in ${answer.edition}; the survey names none.`,
  ];
}
