import type { TrendChange, TrendPoint, TrendsAnswer } from '../contract/trends.ts';
import { sayAsked } from './asked.ts';
import { endsQuoted } from './grammar.ts';
import type { Language } from './language.ts';
import { nameDimension } from './names.ts';
import { namePopulation } from './populations.ts';
import { quoteShort, sayChange, sayPercent } from './quantities.ts';
import { sayFinding } from './statements.ts';
import { capitalise, display } from './typography.ts';

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

/** One line among several: « TPE-PME de Bretagne : 12 points de plus qu'en 2024, seule évolution décelable ». */
function headlineMover(answer: TrendsAnswer, latest: Latest, language: Language): string {
  const { before, share, change } = latest;
  const french = language === 'fr';
  const said = sayChange(before?.share ?? 0, share, change?.ci ?? null, language);
  const name = capitalise(nameMoving(answer, latest, language));
  return french
    ? `${name}\u202f: ${said} qu’en ${before?.edition}, seule évolution décelable`
    : `${name}: ${said} in ${before?.edition}, the only detectable change`;
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number > 1 ? many : one}`;

function headlineSeveral(answer: TrendsAnswer, all: readonly Latest[], language: Language): string {
  const french = language === 'fr';
  const edition = Math.max(...all.map(({ point }) => point.edition));
  const current = all.filter((each) => each.point.edition === edition && compares(each));
  const tested = current.filter(({ change }) => change?.significant != null);
  const since = Math.min(...tested.map(({ before }) => before?.edition ?? edition));
  const [first] = all;
  if (tested.length === 0 || first === undefined) return display(answer.question.label, language);
  const movers = tested.filter(moved);
  const [only] = movers;
  if (only !== undefined && movers.length === 1) return headlineMover(answer, only, language);
  const of =
    answer.by[0] === undefined
      ? french
        ? 'réponses'
        : 'answers'
      : french
        ? `${nameDimension(answer.by[0], 'fr')}s`
        : 'groups';
  if (movers.length === 0) {
    return french
      ? `Aucune évolution décelable depuis ${since}, sur ${count(tested.length, 'courbe testée', 'courbes testées')}`
      : `No detectable change since ${since}, over ${count(tested.length, 'line', 'lines')} tested`;
  }
  const ups = movers.filter(({ change }) => (change?.difference ?? 0) > 0).length;
  const downs = movers.length - ups;
  const parts = french
    ? [
        ...(ups > 0 ? [count(ups, 'hausse', 'hausses')] : []),
        ...(downs > 0 ? [count(downs, 'baisse', 'baisses')] : []),
      ].join(' et ')
    : [
        ...(ups > 0 ? [count(ups, 'rise', 'rises')] : []),
        ...(downs > 0 ? [count(downs, 'fall', 'falls')] : []),
      ].join(' and ');
  const lines = tested.length;
  return french
    ? `Depuis ${since}, ${parts} décelables, sur ${lines} ${of}`
    : `Since ${since}, ${parts} that can be detected, over ${lines} ${of}`;
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
