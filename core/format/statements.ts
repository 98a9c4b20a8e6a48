import { isAttribute, sayAnswered } from './answered.ts';
import { type AskedPart, isPart, sayAsked } from './asked.ts';
import { splitAnswers } from './grammar.ts';
import type { Language } from './language.ts';
import { type Predicate, predicates } from './predicates.ts';
import { quoteShort, sayShare } from './quantities.ts';
import { topicOf } from './topics.ts';
import { capitalise, decapitalise, display } from './typography.ts';

/** What a share is of: a question, and the answers counted (joined by ` + ` when several count together). */
export interface Counted {
  code: number;
  label: string;
  answer: string;
  /** Part of the enterprises that the question was put to. */
  asked: AskedPart;
}

type Interval = readonly [number, number] | null;

/** The answers counted, as plain text with straight apostrophes, in small letters. */
const answersOf = ({ answer }: Counted): string[] =>
  splitAnswers(answer).map((each) => each.replace(/[’ʼ]/g, "'").trim().toLowerCase());

const agreement = ["tout à fait d'accord", "plutôt d'accord"];
const satisfaction = ['très satisfaisant', 'plutôt satisfaisant'];

/** What the answers counted mean together; `other` for a part of them, or for anything else. */
export function meaningOf(
  counted: Counted,
): 'yes' | 'no' | 'agree' | 'fully' | 'satisfied' | 'other' {
  const answers = answersOf(counted);
  const all = (expected: readonly string[]): boolean =>
    answers.length === expected.length && expected.every((each) => answers.includes(each));
  if (answers.every((each) => each === 'oui' || each === "j'en ai")) return 'yes';
  if (all(['non'])) return 'no';
  if (all(agreement)) return 'agree';
  if (all(agreement.slice(0, 1))) return 'fully';
  if (all(satisfaction) || all(['très satisfait', 'plutôt satisfait'])) return 'satisfied';
  return 'other';
}

type Says = Readonly<Record<Language, string>>;

/** Endings of the producer's labels (« ERP : taux d'équipement ») and what a yes or a no to them says. */
const endings: readonly { ending: RegExp; yes: Says; no: Says }[] = [
  {
    ending: /taux d'équipement/,
    yes: { fr: 'en sont équipées', en: 'have it' },
    no: { fr: 'n’en sont pas équipées', en: 'do not have it' },
  },
  {
    ending: /taux d'utilisation|taux de recours/,
    yes: { fr: 'y ont recours', en: 'use it' },
    no: { fr: 'n’y ont pas recours', en: 'do not use it' },
  },
  {
    ending: /taux de mise en œuvre/,
    yes: { fr: 'déclarent cette mesure', en: 'report this measure' },
    no: { fr: 'ne déclarent pas cette mesure', en: 'do not report this measure' },
  },
  {
    ending: /prévision de recours/,
    yes: { fr: 'prévoient d’y recourir', en: 'plan to use it' },
    no: { fr: 'ne prévoient pas d’y recourir', en: 'do not plan to use it' },
  },
];

/** Topics of which a yes or a no says the same, whatever follows. */
const practices: readonly { topic: RegExp; yes: Says; no: Says }[] = [
  {
    topic: /^analyse des données$/i,
    yes: { fr: 'la pratiquent', en: 'do it' },
    no: { fr: 'ne la pratiquent pas', en: 'do not do it' },
  },
];

const plain = (label: string): string => label.replace(/[’ʼ]/g, "'");

function splitTopic(label: string): { topic: string; measure: string } | null {
  const [, topic, measure] = /^(.*\S)\s*:\s*([^:]+)$/u.exec(plain(label)) ?? [];
  return topic === undefined || measure === undefined ? null : { topic, measure };
}

/** The quantity and whom: « un quart des TPE-PME », « toutes les TPE-PME interrogées ». */
function sayOf(
  share: number,
  ci: Interval,
  population: string,
  asked: AskedPart,
  language: Language,
): string {
  const french = language === 'fr';
  const interviewed = french ? ' interrogées' : ' interviewed';
  const sampleOnly = share === 0 || share === 1 ? interviewed : '';
  const whom = `${population}${isPart(asked) ? sayAsked(asked, language) : sampleOnly}`;
  if (share === 1) return french ? `toutes les ${whom}` : `all ${whom}`;
  return `${sayShare(share, ci, language)} ${french ? 'des' : 'of'} ${whom}`;
}

/** The longest label that a sentence quotes whole. */
export const longestQuoted = 90;

export function quoteAnswer(counted: Counted, language: Language): string {
  const answers = splitAnswers(counted.answer);
  if (answers.length > 2 && !isAttribute(counted)) {
    return language === 'fr'
      ? `par l’une de ${answers.length} réponses`
      : `with one of ${answers.length} answers`;
  }
  return answers
    .map((answer) => quoteShort(display(answer, language), language))
    .join(language === 'fr' ? ' ou ' : ' or ');
}

/** A label's topic and what the answers say of it (« ERP », « en sont équipées »); null where they say no such thing. */
export function topicSaid(
  counted: Counted,
  language: Language,
): { topic: string; says: string } | null {
  const split = splitTopic(counted.label);
  if (split === null || split.topic.length > longestQuoted) return null;
  const meaning = meaningOf(counted);
  const practice = practices.find(({ topic }) => topic.test(split.topic));
  if (practice !== undefined && (meaning === 'yes' || meaning === 'no')) {
    return { topic: `${split.topic} (${split.measure})`, says: practice[meaning][language] };
  }
  const says =
    meaning === 'yes' || meaning === 'no'
      ? endings.find(({ ending }) => ending.test(split.measure))?.[meaning][language]
      : meaning === 'satisfied'
        ? { fr: 's’en disent satisfaites', en: 'are satisfied' }[language]
        : undefined;
  return says === undefined ? null : { topic: split.topic, says };
}

function sayTopic(counted: Counted, whom: string, language: Language): string | null {
  const found = topicSaid(counted, language);
  return found === null ? null : joinTopic(found.topic, `${whom} ${found.says}`, language);
}

const joinTopic = (topic: string, said: string, language: Language): string =>
  `${capitalise(display(topic, language))}${language === 'fr' ? '\u202f: ' : ': '}${said}`;

/** What agreeing with a phrase is called. */
const agreements: Readonly<Partial<Record<string, Record<Language, string>>>> = {
  agree: { fr: 'sont d’accord', en: 'agree' },
  fully: { fr: 'sont tout à fait d’accord', en: 'fully agree' },
};

/** The topic of « Incidents de cybersécurité : taux d’incidents », whose answers are no yes or no; null for another label. */
const rateTopic = (label: string): string | null =>
  /^(.*?)[\s\u202f]*: taux d[^:]*$/u.exec(label)?.[1] ?? null;

/** With the question quoted when it is short enough to be read; else the answer alone, the question being below. */
function sayAnswer(counted: Counted, whom: string, language: Language): string {
  const french = language === 'fr';
  const label = display(counted.label, language);
  const short = label.length <= longestQuoted;
  const agrees = agreements[meaningOf(counted)]?.[language];
  if (short && agrees !== undefined) {
    return `${capitalise(whom)} ${agrees}${french ? '\u202f: ' : ': '}${quoteShort(label, language, longestQuoted)}`;
  }
  const answered = sayAnswered(counted, quoteAnswer(counted, language), 'are', language);
  if (isAttribute(counted)) return `${capitalise(whom)} ${answered}`;
  const topic = short ? rateTopic(label) : topicOf(counted, language);
  if (topic !== null) return `${topic}${french ? '\u202f: ' : ': '}${whom} ${answered}`;
  if (!short) return `${capitalise(whom)} ${answered}`;
  if (/[?!…]$/.test(label)) return `${label} ${capitalise(whom)} ${answered}`;
  const asked = label.includes(':') ? quoteShort(label, language, longestQuoted) : label;
  return `${asked}${french ? '\u202f: ' : ': '}${whom} ${answered}`;
}

/** The phrase that says what the answers counted mean, where one is known. */
export function predicateOf(counted: Counted): Predicate | undefined {
  const found = meaningOf(counted);
  const meaning = found === 'fully' ? 'agree' : found;
  return predicates.find(
    ({ code, label, meaning: meant }) =>
      code === counted.code && meant === meaning && label.test(plain(counted.label)),
  );
}

/** Whether the finding's sentence says what was asked; else the question must be read beside it. */
export function saysQuestion(counted: Counted): boolean {
  if (counted.label.length <= longestQuoted) return true;
  if (predicateOf(counted) !== undefined) return true;
  return (
    isAttribute(counted) || topicOf(counted, 'fr') !== null || sayTopic(counted, '', 'fr') !== null
  );
}

/** As `sayFinding`, where the question is not read beside it: quoted first when the sentence does not say what was asked. */
export function sayFindingAlone(...[counted, ...rest]: Parameters<typeof sayFinding>): string {
  const said = sayFinding(counted, ...rest);
  if (saysQuestion(counted)) return said;
  const language = rest[3];
  const question = quoteShort(display(counted.label, language), language);
  return `${question}${language === 'fr' ? '\u202f: ' : ': '}${decapitalise(said)}`;
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
  const whom = sayOf(share, ci, population, counted.asked, language);
  const known = predicateOf(counted);
  if (known !== undefined) {
    const said = `${capitalise(whom)} ${known[language]}`;
    return meaningOf(counted) === 'fully' ? `${said} (${quoteAnswer(counted, language)})` : said;
  }
  return sayTopic(counted, whom, language) ?? sayAnswer(counted, whom, language);
}
