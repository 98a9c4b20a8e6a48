import type { Language } from './language.ts';
import { decapitalise } from './typography.ts';

/** How a question and its answers are said of enterprises: what they did, which ones, what they would. */
interface Verbs {
  are: string;
  that: string;
  would: string;
  /** What follows the answer. */
  after?: string;
  /** Whether the answer reads as the sentence's own words, unquoted. */
  bare?: boolean;
}

const answering: Record<Language, Verbs> = {
  fr: { are: 'ont répondu', that: 'qui ont répondu', would: 'répondraient' },
  en: { are: 'answered', that: 'that answered', would: 'would answer' },
};

/** Questions that nobody answers: who an enterprise is, and how the producer classes it. */
const known: readonly ({ code: number; label: RegExp } & Record<Language, Verbs>)[] = [
  {
    code: 201,
    label: /^secteur/i,
    fr: { are: 'sont du secteur', that: 'du secteur', would: 'seraient du secteur' },
    en: { are: 'are in the sector', that: 'in the sector', would: 'would be in the sector' },
  },
  {
    code: 202,
    label: /^taille/i,
    fr: { are: 'comptent', that: 'qui comptent', would: 'compteraient', bare: true },
    en: { are: 'are of size', that: 'of size', would: 'would be of size' },
  },
  {
    code: 203,
    label: /^région/i,
    fr: { are: 'sont de la région', that: 'de la région', would: 'seraient de la région' },
    en: { are: 'are in the region', that: 'in the region', would: 'would be in the region' },
  },
  {
    code: 204,
    label: /activité/i,
    fr: { are: 'ont une activité', that: 'dont l’activité est', would: 'auraient une activité' },
    en: { are: 'have the activity', that: 'with the activity', would: 'would have the activity' },
  },
  {
    code: 205,
    label: /^durée de vie/i,
    fr: { are: 'ont', that: 'qui ont', would: 'auraient', bare: true },
    en: {
      are: 'have existed for',
      that: 'that have existed for',
      would: 'would have existed for',
    },
  },
  {
    code: 1501,
    label: /^typologie/i,
    fr: {
      are: 'sont classées',
      that: 'classées',
      would: 'seraient classées',
      after: ' par le Baromètre',
    },
    en: { are: 'are classed', that: 'classed', would: 'would be classed', after: ' by the survey' },
  },
];

/** The question that an answer is to; null for several criteria. */
type Question = { code: number; label: string } | null;

/** Whether a question says who enterprises are: nobody « answers » it, and the sentence needs no topic before it. */
export const isAttribute = (question: Question): boolean =>
  question !== null &&
  known.some(({ code, label }) => code === question.code && label.test(question.label));

const bareWords = (quoted: string): string =>
  quoted.replace(/[«“]\u202f?(.+?)\u202f?[»”]/g, (_, words: string) => decapitalise(words));

/**
 * The answers (quoted already) as what enterprises did: « ont répondu « Oui » », « sont classées « Dynamiques » par le
 * Baromètre »; `that` names those that did, `would` supposes it.
 */
export function sayAnswered(
  question: Question,
  quoted: string,
  form: 'are' | 'that' | 'would',
  language: Language,
): string {
  const own = known.find(
    ({ code, label }) => code === question?.code && label.test(question.label),
  );
  const verbs = (own ?? answering)[language];
  const said = verbs.bare === true ? bareWords(quoted) : quoted;
  return `${verbs[form]}${said === '' ? '' : ` ${said}`}${verbs.after ?? ''}`;
}
