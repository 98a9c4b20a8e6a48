import type { Language } from './language.ts';
import { predicates } from './predicates.ts';
import { quoteShort, sayShare } from './quantities.ts';
import { capitalise, display } from './typography.ts';

/** What a share is of: a question, and the answers counted (joined by ` + ` when several count together). */
export interface Counted {
  code: number;
  label: string;
  answer: string;
}

type Interval = readonly [number, number] | null;

/** The answers counted, as plain text with straight apostrophes, in small letters. */
const answersOf = ({ answer }: Counted): string[] =>
  answer.split(' + ').map((each) => each.replace(/[’ʼ]/g, "'").trim().toLowerCase());

const agreement = ["tout à fait d'accord", "plutôt d'accord"];
const satisfaction = ['très satisfaisant', 'plutôt satisfaisant'];

/** What the answers counted mean together; `other` for a part of them, or for anything else. */
function meaningOf(counted: Counted): 'yes' | 'agree' | 'satisfied' | 'other' {
  const answers = answersOf(counted);
  const all = (expected: readonly string[]): boolean =>
    answers.length === expected.length && expected.every((each) => answers.includes(each));
  if (answers.every((each) => each === 'oui' || each === "j'en ai")) return 'yes';
  if (all(agreement)) return 'agree';
  if (all(satisfaction) || all(['très satisfait', 'plutôt satisfait'])) return 'satisfied';
  return 'other';
}

/** Endings of the producer's labels (« ERP : taux d'équipement ») and what a yes to them says. */
const endings: readonly { ending: RegExp; says: Record<Language, string> }[] = [
  { ending: /taux d'équipement/, says: { fr: 'en sont équipées', en: 'have it' } },
  { ending: /taux d'utilisation/, says: { fr: 'y ont recours', en: 'use it' } },
  { ending: /taux de recours/, says: { fr: 'y ont recours', en: 'use it' } },
  {
    ending: /taux de mise en œuvre/,
    says: { fr: 'déclarent cette mesure', en: 'report this measure' },
  },
  { ending: /prévision de recours/, says: { fr: 'prévoient d’y recourir', en: 'plan to use it' } },
];

const plain = (label: string): string => label.replace(/[’ʼ]/g, "'");

function splitTopic(label: string): { topic: string; measure: string } | null {
  const [, topic, measure] = /^(.*\S)\s*:\s*([^:]+)$/u.exec(plain(label)) ?? [];
  return topic === undefined || measure === undefined ? null : { topic, measure };
}

/** The quantity and whom: « un quart des TPE-PME », « toutes les TPE-PME interrogées ». */
function sayOf(share: number, ci: Interval, population: string, language: Language): string {
  if (language === 'fr') {
    if (share === 1) return `toutes les ${population} interrogées`;
    const asked = share === 0 ? ' interrogées' : '';
    return `${sayShare(share, ci, 'fr')} des ${population}${asked}`;
  }
  if (share === 1) return `all ${population} interviewed`;
  const asked = share === 0 ? ' interviewed' : '';
  return `${sayShare(share, ci, 'en')} of ${population}${asked}`;
}

/** The longest label that a sentence quotes whole. */
const longestQuoted = 90;

function quoteAnswer(counted: Counted, language: Language): string {
  const answers = counted.answer.split(' + ');
  if (answers.length > 2) {
    return language === 'fr'
      ? `l’une de ${answers.length} réponses`
      : `one of ${answers.length} answers`;
  }
  return answers
    .map((answer) => quoteShort(display(answer, language), language))
    .join(language === 'fr' ? ' ou ' : ' or ');
}

function sayTopic(counted: Counted, whom: string, language: Language): string | null {
  const split = splitTopic(counted.label);
  if (split === null || split.topic.length > longestQuoted) return null;
  const meaning = meaningOf(counted);
  const says =
    meaning === 'yes'
      ? endings.find(({ ending }) => ending.test(split.measure))?.says[language]
      : meaning === 'satisfied'
        ? { fr: 's’en disent satisfaites', en: 'are satisfied' }[language]
        : undefined;
  if (says === undefined) return null;
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  return `${capitalise(display(split.topic, language))}${colon}${whom} ${says}`;
}

/** With the question quoted when it is short enough to be read; else the answer alone, the question being below. */
function sayAnswer(counted: Counted, whom: string, language: Language): string {
  const french = language === 'fr';
  const label = display(counted.label, language);
  const short = label.length <= longestQuoted;
  if (short && meaningOf(counted) === 'agree') {
    return french
      ? `${capitalise(whom)} sont d’accord\u202f: ${quoteShort(label, 'fr', longestQuoted)}`
      : `${capitalise(whom)} agree: ${quoteShort(label, 'en', longestQuoted)}`;
  }
  const answered = `${french ? 'ont répondu' : 'answered'} ${quoteAnswer(counted, language)}`;
  if (!short) return `${capitalise(whom)} ${answered}`;
  if (/[?!…]$/.test(label)) return `${label} ${capitalise(whom)} ${answered}`;
  return `${label}${french ? '\u202f: ' : ': '}${whom} ${answered}`;
}

/**
 * The finding that one share is, as a sentence without its full stop: « Un quart des TPE-PME utilisent l'intelligence
 * artificielle », « ERP : 12 % des TPE-PME en sont équipées », and for an answer that no phrase is known for,
 * the question and « … ont répondu « … » ». `population` is a plural noun (`namePopulation`), `share` a proportion.
 */
export function sayFinding(
  counted: Counted,
  share: number,
  ci: Interval,
  population: string,
  language: Language,
): string {
  const whom = sayOf(share, ci, population, language);
  const meaning = meaningOf(counted);
  const known = predicates.find(
    ({ code, label, meaning: meant }) =>
      code === counted.code && meant === meaning && label.test(plain(counted.label)),
  );
  if (known !== undefined) return `${capitalise(whom)} ${known[language]}`;
  return sayTopic(counted, whom, language) ?? sayAnswer(counted, whom, language);
}
