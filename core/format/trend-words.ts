import type { TrendsAnswer } from '../contract/trends.ts';
import type { ComparabilityStatus } from '../contract/vocabulary.ts';
import { sayAnswered } from './answered.ts';
import { describeAsked, sayAsked } from './asked.ts';
import { closeSentence, enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { nameKey } from './names.ts';
import { formatCount, formatInterval, formatLevel, formatPoints, formatShare } from './numbers.ts';
import { isNarrowed, placeRow } from './populations.ts';
import { display } from './typography.ts';
import { describeBy, quoteAnswers, sayChance } from './wording.ts';

type Series = TrendsAnswer['series'][number];

const statuses: Record<Language, Record<ComparabilityStatus, string>> = {
  fr: {
    comparable: 'comparable',
    reworded: 'question reformulée',
    'answers-changed': 'réponses modifiées',
    new: 'question nouvelle',
    dropped: 'question abandonnée',
  },
  en: {
    comparable: 'comparable',
    reworded: 'question reworded',
    'answers-changed': 'answers changed',
    new: 'new question',
    dropped: 'question dropped',
  },
};

/** Why two editions are not set beside each other, in a few words. */
export function describeComparability(status: ComparabilityStatus, language: Language): string {
  return statuses[language][status];
}

/** What a line is of: the row, the answer, or both, whichever tell lines apart. */
export function nameSeries(answer: TrendsAnswer, series: Series, language: Language): string {
  const rows = new Set(answer.series.map(({ label }) => label)).size > 1 || answer.by.length > 0;
  const answers = new Set(answer.series.map((each) => each.answer)).size > 1;
  const row = nameKey(series.key, answer.by, series.label, language);
  const label = display(series.answer, language);
  if (rows && answers) return `${row}, ${label}`;
  return rows ? row : label;
}

/** Title and subtitle of a question's course over the editions. */
export function headTrends(
  answer: TrendsAnswer,
  language: Language,
): { title: string; subtitle: string } {
  const french = language === 'fr';
  const years = answer.series.flatMap(({ points }) => points.map(({ edition }) => edition));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = years.length === 0 ? '' : `, ${first === last ? first : `${first}–${last}`}`;
  const answers = [...new Set(answer.series.map((each) => each.answer))];
  const by = describeBy(answer.by, language);
  const one = answers.length === 1 ? quoteAnswers(answers, language) : '';
  const what = french
    ? `Part des entreprises ${sayAnswered(answer.question, one, 'that', 'fr')}`
    : `Share of enterprises ${sayAnswered(answer.question, one, 'that', 'en')}`;
  const several = french
    ? 'Réponses, en part des entreprises'
    : 'Answers, as shares of enterprises';
  const subject = answers.length === 1 ? what : several;
  return {
    title: display(answer.question.label, language),
    subtitle: `${subject}${by === '' ? '' : `, ${by}`}. ${describeAsked(answer.filters, answer.question.asked, language)}${span}.`,
  };
}

/** The change since the edition before, no stronger than its test; empty where the two do not compare. */
function sayMoved(change: Series['changes'][number] | undefined, language: Language): string {
  if (change?.comparability !== 'comparable' || change.difference === null) return '';
  const points = formatPoints(change.difference, language);
  const said =
    language === 'fr' ? `soit ${points} depuis ${change.from}` : `${points} since ${change.from}`;
  return `, ${said}${sayChance(change, language)}`;
}

/** The latest figure read out, with its change since the edition before when the two compare. */
export function readTrends(answer: TrendsAnswer, language: Language): string {
  const series = answer.series.find(({ points }) => points.some(({ share }) => share !== null));
  const point = series?.points.filter(({ share }) => share !== null).at(-1);
  if (series === undefined || point === undefined) return '';
  const change = series.changes.find(({ to }) => to === point.edition);
  const french = language === 'fr';
  const level = formatLevel(answer.confidence, language);
  const interval = formatInterval(point.ci, language);
  const details = [
    ...(point.ci === null
      ? []
      : [french ? `intervalle à ${level}\u202f: ${interval}` : `${level} interval: ${interval}`]),
    ...(point.n === null
      ? []
      : [
          french
            ? `base\u202f: ${formatCount(point.n, language)} répondants`
            : `base: ${formatCount(point.n, language)} respondents`,
        ]),
  ].join(', ');
  const whole = answer.by.length === 0 && !isNarrowed(answer.filters);
  const place = whole ? '' : `${placeRow(answer.filters, series.key, language)}, `;
  const quoted = quoteAnswers([series.answer], language);
  const answered = sayAnswered(answer.question, quoted, 'are', language);
  const those = sayAsked(answer.question.asked, language);
  const moved = sayMoved(change, language);
  const end = details === '' ? '' : ` (${details})`;
  const share = formatShare(point.share, language);
  return french
    ? `Lecture\u202f: en ${point.edition}, ${place}${share} des entreprises${those} ${answered}${end}${moved}.`
    : `Reading: in ${point.edition}, ${place}${share} of enterprises${those} ${answered}${end}${moved}.`;
}

/** Alternative text: the kind of chart, and the first and last comparable figures of the first three lines that have any. */
export function describeTrends(answer: TrendsAnswer, kind: string, language: Language): string {
  const french = language === 'fr';
  const { title, subtitle } = headTrends(answer, language);
  const told = answer.series.flatMap((series) => {
    const broken = series.changes.filter(({ comparability }) => comparability !== 'comparable');
    const since = Math.max(0, ...broken.map(({ to }) => to));
    const known = series.points.filter(({ share, edition }) => share !== null && edition >= since);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const name = nameSeries(answer, series, language);
    if (first === last) return [`${name}, ${formatShare(last.share, language)} (${last.edition})`];
    const start = `${formatShare(first.share, language)} (${first.edition})`;
    return [`${name}, ${start} › ${formatShare(last.share, language)} (${last.edition})`];
  });
  const said = told.slice(0, 3);
  const intro = `${kind}. ${closeSentence(title)} ${subtitle}`;
  if (said.length === 0)
    return `${intro} ${french ? 'Aucun chiffre à montrer.' : 'No figure to show.'}`;
  return `${intro} ${enumerate(said, french ? 'et' : 'and')}.`;
}
