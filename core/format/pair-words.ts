import type { CompareAnswer, Gap, MoversAnswer } from '../contract/comparison.ts';
import type { TrendsAnswer } from '../contract/trends.ts';
import type { Language } from './language.ts';

type Sides = Pick<CompareAnswer, 'edition'> | Pick<MoversAnswer, 'from' | 'to'>;

/** What the two sides of a difference are: two editions, or the rest of France and a profile. */
export function sideNames(answer: Sides, language: Language): [string, string] {
  if ('from' in answer) return [String(answer.from), String(answer.to)];
  return language === 'fr'
    ? ['Reste de la France', 'Ce profil']
    : ['Rest of France', 'This profile'];
}

/** What an empty mark of a difference says. */
export function explainHollow(mark: 'bar' | 'dot', language: Language): string {
  const marks = { fr: { bar: 'Barre', dot: 'Point' }, en: { bar: 'bar', dot: 'dot' } } as const;
  return language === 'fr'
    ? `${marks.fr[mark]} vide\u202f: écart non significatif, que le hasard peut expliquer.`
    : `Hollow ${marks.en[mark]}: a difference that is not significant, which chance may explain.`;
}

/** How two joined dots are read: their interval, and the hollow ones. */
export function explainDumbbell(answer: Sides, gaps: readonly Gap[], language: Language): string[] {
  const [first] = sideNames(answer, language);
  const french = language === 'fr';
  const interval = french
    ? `Trait fin\u202f: intervalle de l’écart, posé sur le premier point (${first})\u202f; s’il le recouvre, le hasard peut expliquer l’écart.`
    : `Thin line: interval of the difference, set on the first dot (${first}); where it covers that dot, chance may explain the difference.`;
  return [
    ...(gaps.some(({ ci }) => ci !== null) ? [interval] : []),
    ...(gaps.some(({ significant }) => significant === false)
      ? [explainHollow('dot', language)]
      : []),
  ];
}

/** Slopes whose names can stand one under the other: all sectors, and all regions with a figure. */
export const mostSlopes = 13;

/** That only the first of a course's lines are drawn; nothing when all are, or none is. */
export function sayDrawn(drawn: number, all: number, language: Language): string[] {
  if (drawn === 0 || drawn >= all) return [];
  return [
    language === 'fr'
      ? `${drawn} courbe${drawn > 1 ? 's' : ''} sur ${all}\u202f; les autres sont dans le tableau.`
      : `${drawn} of ${all} lines; the others are in the table.`,
  ];
}

/** How slopes between two editions are read: the change in brackets, whole and dashed lines. */
export function explainSlopes(series: TrendsAnswer['series'], language: Language): string[] {
  const latest = series.flatMap(({ changes }) => changes.slice(-1));
  const french = language === 'fr';
  const points = french
    ? 'Entre parenthèses\u202f: évolution, en points.'
    : 'In brackets: change, in points.';
  const dashes = french
    ? 'Trait plein\u202f: évolution significative\u202f; tirets\u202f: évolution que le hasard peut expliquer.'
    : 'Solid line: significant change; dashes: a change that chance may explain.';
  return [
    ...(latest.some(({ difference }) => difference !== null) ? [points] : []),
    ...(latest.some(({ significant }) => significant !== null) ? [dashes] : []),
  ];
}
