import type { Filters } from '../contract/filters.ts';
import type { Language } from './language.ts';
import { formatShare } from './numbers.ts';
import { describePopulation } from './wording.ts';

/** From this part of the enterprises on, a question was put to all: a few left the interview before it. */
const putToAll = 0.95;

/** Part of an edition's enterprises that a question was put to (0–1); null where the figures do not tell. */
export type AskedPart = number | null;

/** Whether only some enterprises were asked, those whom an earlier answer let through. */
export const isPart = (asked: AskedPart): asked is number => asked !== null && asked < putToAll;

/** What follows the name of a population of which only a part was asked; empty when all were. */
export function sayAsked(asked: AskedPart, language: Language): string {
  if (!isPart(asked)) return '';
  return language === 'fr' ? ' interrogées sur ce point' : ' asked this question';
}

/**
 * Whom the figures of a question are about: the filters, or all enterprises, and which part of the enterprises the question
 * was put to when not all: « TPE et PME interrogées sur ce point (64 % de l'ensemble) ».
 */
export function describeAsked(filters: Filters, asked: AskedPart, language: Language): string {
  const population = describePopulation(filters, language);
  if (!isPart(asked)) return population;
  const whole = population === describePopulation({}, language);
  const part = formatShare(asked, language, 0);
  const those = sayAsked(asked, language);
  if (language === 'fr') {
    return whole
      ? `TPE et PME${those} (${part} de l’ensemble)`
      : `${population}, entreprises${those} (${part} en France entière)`;
  }
  return whole
    ? `Small and medium enterprises${those} (${part} of all)`
    : `${population}, enterprises${those} (${part} across France)`;
}
