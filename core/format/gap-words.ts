import type { CompareAnswer, Gap, MoversAnswer } from '../contract/comparison.ts';
import { enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { formatCount, formatPoints, formatShare, formatSignedPoints } from './numbers.ts';
import { display } from './typography.ts';
import { describeBasis, describePopulation, quoteAnswers, sayChance } from './wording.ts';

type GapAnswer = CompareAnswer | MoversAnswer;

/** The two sides of every difference: « Reste › profil », « 2024 › 2025 ». */
export function nameSides(answer: GapAnswer, language: Language): string {
  if ('movers' in answer) return `${answer.from} › ${answer.to}`;
  return language === 'fr' ? 'Reste › profil' : 'Rest › profile';
}

function countSignificant({ significant, tested }: GapAnswer, french: boolean): string {
  const counts = [significant, tested].map((count) => formatCount(count, french ? 'fr' : 'en'));
  const [found, all] = counts;
  if (tested === 0)
    return french ? 'Aucun écart n’a pu être testé' : 'No difference could be tested';
  if (french) {
    if (significant === 0) return `Aucun écart significatif sur ${all} testés`;
    const plural = significant > 1 ? 's' : '';
    return `${found} écart${plural} significatif${plural} sur ${all} testés`;
  }
  if (significant === 0) return `No significant difference of ${all} tested`;
  return `${found} significant difference${significant > 1 ? 's' : ''} of ${all} tested`;
}

function headings(answer: GapAnswer, language: Language): { title: string; subtitle: string } {
  const french = language === 'fr';
  const population = describePopulation(answer.filters, language);
  const basis = answer.basis === 'published' ? `, ${describeBasis(answer.basis, language)}` : '';
  const counted = answer.tested === 0 ? '' : ` ${countSignificant(answer, french)}.`;
  if ('movers' in answer) {
    const { from, to } = answer;
    return {
      title: french
        ? `Ce qui a le plus changé de ${from} à ${to}`
        : `What changed most from ${from} to ${to}`,
      subtitle: `${population}${basis}.${counted}`,
    };
  }
  return {
    title: french
      ? `Ce qui distingue ce profil\u202f: ${population}`
      : `What sets this profile apart: ${population}`,
    subtitle: french
      ? `Écarts avec le reste de la France, ${answer.edition}${basis}.${counted}`
      : `Differences from the rest of France, ${answer.edition}${basis}.${counted}`,
  };
}

/** The interval of a difference, in points, and the two bases it rests on; empty for published aggregates. */
function describeCertainty(
  { ci }: Gap,
  counts: readonly (number | null)[],
  language: Language,
): string {
  const french = language === 'fr';
  const ends = ci?.map((end) => formatSignedPoints(end, language)) ?? [];
  const [low, high] = ends;
  const bases = counts.flatMap((n) => (n === null ? [] : [formatCount(n, language)]));
  const details = [
    ...(low === undefined
      ? []
      : [french ? `intervalle\u202f: de ${low} à ${high}` : `interval: ${low} to ${high}`]),
    ...(bases.length < 2
      ? []
      : [
          french
            ? `bases\u202f: ${bases.join(' et ')} répondants`
            : `bases: ${bases.join(' and ')} respondents`,
        ]),
  ];
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

/** Title, subtitle and one difference read out. */
export function gapWords(
  answer: GapAnswer,
  gaps: readonly Gap[],
  language: Language,
): { title: string; subtitle: string; reading: string } {
  const gap = gaps.find(({ difference }) => difference !== null);
  const words = headings(answer, language);
  if (gap === undefined) return { ...words, reading: '' };
  const french = language === 'fr';
  const quoted = quoteAnswers([gap.answer], language);
  const [from, to] = [formatShare(gap.from, language), formatShare(gap.to, language)];
  const difference = `${formatPoints(gap.difference, language)}${sayChance(gap, language)}`;
  const label = display(gap.label, language);
  if ('movers' in answer) {
    const certainty = describeCertainty(gap, [gap.nFrom, gap.nTo], language);
    const reading = french
      ? `Lecture\u202f: «\u202f${label}\u202f», ${quoted}\u202f: ${from} en ${answer.from}, ${to} en ${answer.to}, soit ${difference}${certainty}.`
      : `Reading: “${label}”, ${quoted}: ${from} in ${answer.from}, ${to} in ${answer.to}, that is ${difference}${certainty}.`;
    return { ...words, reading };
  }
  const certainty = describeCertainty(gap, [gap.nTo, gap.nFrom], language);
  const reading = french
    ? `Lecture\u202f: «\u202f${label}\u202f», ${quoted}\u202f: ${to} dans ce profil, ${from} dans le reste, soit ${difference}${certainty}.`
    : `Reading: “${label}”, ${quoted}: ${to} in this profile, ${from} in the rest, that is ${difference}${certainty}.`;
  return { ...words, reading };
}

/** Alternative text: what is shown, as `intro` says, and the largest differences. */
export function describeGaps(intro: string, gaps: readonly Gap[], language: Language): string {
  const french = language === 'fr';
  // What reads « 0,0 point » is no difference to name.
  const said = gaps
    .filter(({ difference }) => difference !== null && Math.abs(difference) >= 0.0005)
    .slice(0, 3)
    .map((gap) => {
      const quoted = quoteAnswers([gap.answer], language);
      const label = display(gap.label, language);
      return `${label}${/[?!…]$/.test(label) ? '' : ','} ${quoted} (${formatPoints(gap.difference, language)})`;
    });
  if (said.length === 0)
    return `${intro} ${french ? 'Aucun écart à montrer.' : 'No difference to show.'}`;
  return french
    ? `${intro} Les plus grands\u202f: ${enumerate(said, 'et')}.`
    : `${intro} Largest: ${enumerate(said, 'and')}.`;
}
