import type { TrendChange, TrendPoint, TrendsAnswer } from '../contract/trends.ts';
import { sayAsked } from './asked.ts';
import { endsQuoted } from './grammar.ts';
import type { Language } from './language.ts';
import { nameDimension } from './names.ts';
import { namePopulation } from './populations.ts';
import { quoteShort, sayChange, sayPercent } from './quantities.ts';
import { longestQuoted, sayFinding } from './statements.ts';
import { topicOf } from './topics.ts';
import { capitalise, decapitalise, display } from './typography.ts';

type Series = TrendsAnswer['series'][number];

interface Latest {
  series: Series;
  point: TrendPoint;
  share: number;
  before: TrendPoint | undefined;
  change: TrendChange | undefined;
}

function latestOf(series: Series): Latest[] {
  const known = series.points.filter(({ share }) => share !== null);
  const point = known.at(-1);
  if (point === undefined || point.share === null) return [];
  const before = known.at(-2);
  const change = series.changes.find(
    ({ from, to }) => from === before?.edition && to === point.edition,
  );
  return [{ series, point, share: point.share, before, change }];
}

const compares = ({ change }: Latest): boolean => change?.comparability === 'comparable';

/** Whether the latest change is beyond noise, as the answer marks it: all its lines are tested together. */
const moved = (latest: Latest): boolean =>
  compares(latest) &&
  latest.change?.significant === true &&
  latest.point.flag === null &&
  latest.before?.flag === null;

/** What became of the figure since the edition before, and how far that can be said; empty without one. */
function sinceBefore(latest: Latest, language: Language): string {
  const { before, change, share } = latest;
  if (before === undefined || before.share === null) return '';
  const french = language === 'fr';
  const { edition } = before;
  const difference = change?.difference ?? null;
  if (!compares(latest) || difference === null) {
    return french
      ? `, sans comparaison possible avec ${edition}`
      : `, not comparable with ${edition}`;
  }
  if (change?.significant == null) {
    const past = sayPercent(before.share, language);
    return french
      ? `, contre ${past} en ${edition} (écart non testé)`
      : `, against ${past} in ${edition} (difference not tested)`;
  }
  if (!moved(latest)) {
    return french
      ? `, sans évolution décelable depuis ${edition}`
      : `, with no detectable change since ${edition}`;
  }
  const said = sayChange(before.share, share, change.ci, language);
  return french ? `, ${said} qu’en ${edition}` : `, ${said} in ${edition}`;
}

function headlineOne(answer: TrendsAnswer, latest: Latest, language: Language): string {
  const { code, label, asked } = answer.question;
  const { series, share, point } = latest;
  const population = namePopulation(answer.filters, series.key, language);
  const counted = { code, label, answer: series.answer, asked };
  const sentence = sayFinding(counted, share, point.ci, population, language);
  const when = language === 'fr' ? ` en ${point.edition}` : ` in ${point.edition}`;
  const weak =
    point.flag === null ? '' : language === 'fr' ? ', sur une base faible' : ', on a small base';
  return `${sentence}${endsQuoted(sentence) ? ',' : ''}${when}${weak}${sinceBefore(latest, language)}`;
}

function nameMoving(answer: TrendsAnswer, { series }: Latest, language: Language): string {
  const several = new Set(answer.series.map((each) => each.answer)).size > 1;
  const answered = quoteShort(display(series.answer, language), language);
  if (answer.by.length === 0) return answered;
  const whom = namePopulation({}, series.key, language);
  const population = `${whom}${sayAsked(answer.question.asked, language)}`;
  return several ? `${population}, ${answered}` : population;
}

/** What is said of several lines, after what they are of: a title is read alone, in a list or a citation. */
function underQuestion({ question }: TrendsAnswer, said: string, language: Language): string {
  const label = display(question.label, language);
  const topic = topicOf(question, language);
  const short = label.length <= longestQuoted;
  if (topic === null && short && /[?!…]$/.test(label)) return `${label} ${said}`;
  const plain = short && !label.includes(':');
  const about = topic ?? (plain ? label : quoteShort(label, language, longestQuoted));
  return `${about}${language === 'fr' ? '\u202f: ' : ': '}${decapitalise(said)}`;
}

/** One line among several: « TPE-PME de Bretagne, 12 points de plus qu'en 2024, seule évolution décelable ». */
function headlineMover(answer: TrendsAnswer, latest: Latest, language: Language): string {
  const { before, share, change } = latest;
  const french = language === 'fr';
  const said = sayChange(before?.share ?? 0, share, change?.ci ?? null, language);
  const name = capitalise(nameMoving(answer, latest, language));
  return french
    ? `${name}, ${said} qu’en ${before?.edition}, seule évolution décelable`
    : `${name}, ${said} in ${before?.edition}, the only detectable change`;
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number > 1 ? many : one}`;

/** « 2 hausses et 1 baisse »: the changes beyond noise. */
function countMoves(movers: readonly Latest[], french: boolean): string {
  const ups = movers.filter(({ change }) => (change?.difference ?? 0) > 0).length;
  const downs = movers.length - ups;
  const [rises, falls] = french
    ? [count(ups, 'hausse', 'hausses'), count(downs, 'baisse', 'baisses')]
    : [count(ups, 'rise', 'rises'), count(downs, 'fall', 'falls')];
  return [...(ups > 0 ? [rises] : []), ...(downs > 0 ? [falls] : [])].join(
    french ? ' et ' : ' and ',
  );
}

/** What the lines are of: « réponses », « régions ». */
function nameLines({ by: [dimension] }: TrendsAnswer, french: boolean): string {
  if (dimension === undefined) return french ? 'réponses' : 'answers';
  return french ? `${nameDimension(dimension, 'fr')}s` : 'groups';
}

function headlineSeveral(answer: TrendsAnswer, all: readonly Latest[], language: Language): string {
  const french = language === 'fr';
  const edition = Math.max(...all.map(({ point }) => point.edition));
  const current = all.filter((each) => each.point.edition === edition && compares(each));
  const tested = current.filter(({ change }) => change?.significant != null);
  if (tested.length === 0) return display(answer.question.label, language);
  const since = Math.min(...tested.map(({ before }) => before?.edition ?? edition));
  const movers = tested.filter(moved);
  const [only] = movers;
  if (only !== undefined && movers.length === 1) {
    return underQuestion(answer, headlineMover(answer, only, language), language);
  }
  if (only === undefined) {
    const none = french
      ? `Aucune évolution décelable depuis ${since}, sur ${count(tested.length, 'courbe testée', 'courbes testées')}`
      : `No detectable change since ${since}, across ${count(tested.length, 'line', 'lines')} tested`;
    return underQuestion(answer, none, language);
  }
  const moves = countMoves(movers, french);
  const of = `${tested.length} ${nameLines(answer, french)}`;
  const many = french
    ? `Depuis ${since}, ${moves} décelables, sur ${of}`
    : `Since ${since}, ${moves} that can be detected, across ${of}`;
  return underQuestion(answer, many, language);
}

/**
 * The title that states what a course shows: the latest figure and how it stands to the edition before, in words no
 * stronger than the test; for the yes of a yes and a no stands for both; for
 * several lines, how many moved beyond noise when all are tested together.
 */
export function headlineTrends(answer: TrendsAnswer, language: Language): string {
  const all = answer.series.flatMap(latestOf);
  const [only] = all;
  if (only === undefined) return display(answer.question.label, language);
  if (answer.series.length === 1) return headlineOne(answer, only, language);
  const yes = all.find(({ series }) => /^oui$/i.test(series.answer));
  if (answer.by.length === 0 && answer.series.length === 2 && yes !== undefined) {
    return headlineOne(answer, yes, language);
  }
  return headlineSeveral(answer, all, language);
}
