import type { CompareAnswer, Gap, MoversAnswer } from '../contract/comparison.ts';
import { gapWords } from './gap-words.ts';
import type { Language } from './language.ts';
import { isNarrowed, namePopulation } from './populations.ts';
import { sayChange, sayPercent } from './quantities.ts';
import { sayFindingAlone } from './statements.ts';
import { capitalise } from './typography.ts';

/** How far a difference is from none at the end of its interval that is nearest to none. */
const sureness = ({ ci }: Gap): number =>
  ci === null ? 0 : Math.min(Math.abs(ci[0]), Math.abs(ci[1]));

function surest(gaps: readonly Gap[]): Gap | undefined {
  return gaps
    .filter(({ significant, from, to }) => significant === true && from !== null && to !== null)
    .sort((a, b) => sureness(b) - sureness(a))[0];
}

function sayGap(
  answer: CompareAnswer | MoversAnswer,
  { question, label, asked, answer: given, from, to, ci }: Gap,
  language: Language,
): string {
  const population = namePopulation(answer.filters, {}, language);
  const counted = { code: question, label, answer: given, asked };
  const sentence = sayFindingAlone(counted, to ?? 0, null, population, language);
  const french = language === 'fr';
  if ('movers' in answer) {
    const said = sayChange(from ?? 0, to ?? 0, ci, language);
    const rough =
      answer.basis === 'microdata' ? '' : french ? ' (test approché)' : ' (approximate test)';
    return french
      ? `${sentence}, ${said} qu’en ${answer.from}${rough}`
      : `${sentence}, ${said} in ${answer.from}${rough}`;
  }
  const rest = sayPercent(from ?? 0, language);
  return french
    ? `${sentence}, contre ${rest} dans le reste de la France`
    : `${sentence}, against ${rest} in the rest of France`;
}

/**
 * The title that states the surest of the differences shown, or that none is beyond noise, or that none could be
 * tested.
 */
export function headlineGaps(
  answer: CompareAnswer | MoversAnswer,
  gaps: readonly Gap[],
  language: Language,
): string {
  const found = surest(gaps);
  if (found !== undefined) return sayGap(answer, found, language);
  const french = language === 'fr';
  const told = answer.tested === 0 || gaps.some(({ significant }) => significant !== null);
  if (answer.significant > 0 || !told) return gapWords(answer, gaps, language).title;
  const none = answer.tested === 0 ? sayUntested(answer, language) : sayNone(answer, language);
  if (!isNarrowed(answer.filters)) return capitalise(none);
  const whom = capitalise(namePopulation(answer.filters, {}, language));
  return `${whom}${french ? '\u202f: ' : ': '}${none}`;
}

/** That no difference is beyond noise. */
function sayNone(answer: CompareAnswer | MoversAnswer, language: Language): string {
  const french = language === 'fr';
  if ('movers' in answer) {
    return french
      ? `aucune évolution décelable de ${answer.from} à ${answer.to}`
      : `no detectable change from ${answer.from} to ${answer.to}`;
  }
  return french
    ? `aucun écart décelable avec le reste de la France en ${answer.edition}`
    : `no detectable difference from the rest of France in ${answer.edition}`;
}

/** That nothing could be tested: too few respondents, or no question that compares. */
function sayUntested(answer: CompareAnswer | MoversAnswer, language: Language): string {
  const french = language === 'fr';
  if ('movers' in answer) {
    return french
      ? `aucune évolution ne peut être testée de ${answer.from} à ${answer.to}`
      : `no change can be tested from ${answer.from} to ${answer.to}`;
  }
  return french
    ? `aucun écart avec le reste de la France ne peut être testé en ${answer.edition}`
    : `no difference from the rest of France can be tested in ${answer.edition}`;
}

/** The finding as a title, what it is of as a subtitle, and one difference read out. */
export function headGaps(
  answer: CompareAnswer | MoversAnswer,
  gaps: readonly Gap[],
  language: Language,
): { title: string; subtitle: string; reading: string } {
  const heading = gapWords(answer, gaps, language);
  const title = headlineGaps(answer, gaps, language);
  if (title === heading.title) return heading;
  // Nothing « sets apart » where nothing was detected.
  if (gaps.every(({ significant }) => significant !== true)) return { ...heading, title };
  return { ...heading, title, subtitle: `${heading.title}. ${heading.subtitle}` };
}
