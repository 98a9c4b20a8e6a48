import type { MetaAnswer } from '../contract/catalogue.ts';
import type { Caution } from '../contract/cautions.ts';
import type { Filters } from '../contract/filters.ts';
import type { Basis, Dimension, Flag } from '../contract/vocabulary.ts';
import { sayCaution } from './cautions.ts';
import { formatDate } from './dates.ts';
import { closeSentence, enumerate, splitAnswers } from './grammar.ts';
import type { Language } from './language.ts';
import { nameDimension, nameInList } from './names.ts';
import { formatCount } from './numbers.ts';
import { capitalise, display } from './typography.ts';

/** What a picture must say of the warehouse it was drawn from. */
export type Provenance = Pick<MetaAnswer, 'origin' | 'notice' | 'builtAt' | 'licence'>;

/** The order of a filter sentence: where, then what, then how big. */
const spoken = ['region', 'department', 'sector', 'size'] as const satisfies readonly Dimension[];

const whole: Record<Language, string> = {
  fr: 'Ensemble des TPE et PME',
  en: 'All small and medium enterprises',
};

/** The filters as one phrase: « Bretagne, commerce (détail et gros), 10 à 49 salariés »; empty without any. */
export function describeFilters(filters: Filters, language: Language): string {
  const and = language === 'fr' ? 'et' : 'and';
  return spoken
    .flatMap((dimension) => {
      const keys = filters[dimension] ?? [];
      const names = keys.map((key) => nameInList(dimension, key, language));
      return names.length === 0 ? [] : [enumerate(names, and)];
    })
    .join(', ');
}

/** Whom the figures are about: the filters, or all enterprises. */
export function describePopulation(filters: Filters, language: Language): string {
  const phrase = describeFilters(filters, language);
  return phrase === '' ? whole[language] : capitalise(phrase);
}

/** « par département et secteur », « by department and sector »; empty without any. */
export function describeBy(by: readonly Dimension[], language: Language): string {
  if (by.length === 0) return '';
  const names = by.map((dimension) => nameDimension(dimension, language));
  return language === 'fr' ? `par ${enumerate(names, 'et')}` : `by ${enumerate(names, 'and')}`;
}

/** What is below a title that states a finding: the question's own wording, then what is measured. */
export function putQuestionFirst(
  label: string,
  title: string,
  subtitle: string,
  language: Language,
): string {
  const question = display(label, language);
  if (title === question) return subtitle;
  return `${closeSentence(question)} ${subtitle}`;
}

/** An alternative text that ends on the finding, unless it begins with those very words. */
export function endOnFinding(description: string, title: string): string {
  return description.includes(title) ? description : `${description} ${title}.`;
}

/** What follows a difference that its test does not tell from none; nothing after one that reads « 0,0 point ». */
export function sayChance(
  { difference, significant }: { difference: number | null; significant: boolean | null },
  language: Language,
): string {
  if (significant !== false || Math.abs(difference ?? 0) < 0.0005) return '';
  return language === 'fr' ? ', ce que le hasard peut expliquer' : ', which chance may explain';
}

/** The answers counted: « Tout à fait d’accord » ou « Plutôt d’accord ». */
export function quoteAnswers(answers: readonly string[], language: Language): string {
  const quoted = answers
    .flatMap(splitAnswers)
    .map((answer) =>
      language === 'fr' ? display(`« ${answer} »`, 'fr') : `“${display(answer, 'en')}”`,
    );
  return enumerate(quoted, language === 'fr' ? 'ou' : 'or');
}

/** A figure's flag in words; empty for a figure shown plainly. */
export function describeFlag(flag: Flag, language: Language): string {
  if (flag === null) return '';
  if (language === 'fr') return flag === 'suppressed' ? 'base trop faible' : 'base faible';
  return flag === 'suppressed' ? 'base too small' : 'small base';
}

/**
 * A base as it is printed: « < 3 » for one or two respondents, whom the small-base policy does not count in print;
 * empty where the aggregates tell none.
 */
export function describeBase(n: number | null, flag: Flag, language: Language): string {
  if (n !== null) return formatCount(n, language);
  return flag === 'suppressed' ? '<\u202f3' : '';
}

/** What the flags among those figures mean, as one sentence; empty when there is none. */
export function explainFlags(flags: readonly Flag[], language: Language): string[] {
  const french = language === 'fr';
  const weak = french ? 'Base faible\u202f: chiffre fragile.' : 'Small base: a fragile figure.';
  const withheld = french
    ? 'Base trop faible\u202f: trop peu de réponses pour donner le chiffre.'
    : 'Base too small: too few answers to give the figure.';
  const sentences = [
    ...(flags.includes('low-base') ? [weak] : []),
    ...(flags.includes('suppressed') ? [withheld] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

/** Where the figures come from, in words. */
export function describeBasis(basis: Basis, language: Language): string {
  if (language === 'fr') {
    return basis === 'microdata'
      ? 'réponses individuelles'
      : 'résultats agrégés publiés, sans base';
  }
  return basis === 'microdata' ? 'individual answers' : 'published aggregates, without base';
}

/** The sentence that says figures are synthetic, when they are; otherwise null. */
export function describeNotice(provenance: Provenance, language: Language): string | null {
  if (provenance.origin !== 'demonstration') {
    return provenance.notice === null ? null : display(provenance.notice, language);
  }
  return language === 'fr'
    ? `Données de démonstration (synthétiques)\u202f: ces chiffres ne sont pas ceux de l’enquête.`
    : 'Demonstration data (synthetic): these figures are not the survey’s.';
}

/** An answer's own cautions as a reader of that language sees them, without the warehouse's notice, said apart. */
export const describeCautions = (cautions: readonly Caution[], language: Language): string[] =>
  cautions.filter(({ code }) => code !== 'origin').map((caution) => sayCaution(caution, language));

/** The source line of a chart or file: survey and editions, who computed, licence, date of the data. */
export function describeSource(
  provenance: Provenance,
  editions: readonly number[],
  language: Language,
): string {
  const years = [...new Set(editions)].sort((a, b) => a - b);
  const span = years.length > 2 ? `${years[0]}–${years.at(-1)}` : years.join(', ');
  const date = formatDate(provenance.builtAt, language);
  const demonstration = provenance.origin === 'demonstration';
  const licence = demonstration ? '' : `, ${display(provenance.licence.name, language)}`;
  if (language === 'fr') {
    const source = demonstration
      ? `enquête imitée du Baromètre France Num ${span} (synthétique)`
      : `Baromètre France Num ${span}${licence}`;
    return `Source\u202f: ${source}. Calculs\u202f: Numoscope, données du ${date}.`;
  }
  const source = demonstration
    ? `synthetic imitation of the Baromètre France Num ${span}`
    : `Baromètre France Num ${span}${licence}`;
  return `Source: ${source}. Computed by Numoscope, data of ${date}.`;
}
