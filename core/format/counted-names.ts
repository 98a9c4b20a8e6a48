import { isAttribute, sayAnswered } from './answered.ts';
import { sayAsked } from './asked.ts';
import type { Language } from './language.ts';
import { quoteShort } from './quantities.ts';
import {
  type Counted,
  longestQuoted,
  meaningOf,
  predicateOf,
  quoteAnswer,
  topicSaid,
} from './statements.ts';
import { topicOf } from './topics.ts';
import { capitalise, display } from './typography.ts';

const agreeing: Record<Language, Partial<Record<string, string>>> = {
  fr: { agree: 'd’accord avec', fully: 'tout à fait d’accord avec' },
  en: { agree: 'that agree with', fully: 'that fully agree with' },
};

const quoteQuestion = (counted: Counted, language: Language): string =>
  topicOf(counted, language) ??
  quoteShort(display(counted.label, language), language, longestQuoted);

/**
 * The enterprises that a figure counts, as what a title is about: « TPE-PME qui utilisent l'IA », « ERP – TPE-PME qui en
 * sont équipées », « TPE-PME qui ont répondu « Oui » à « … » ». `population` is a plural noun (`namePopulation`).
 */
export function nameCounted(counted: Counted, population: string, language: Language): string {
  const french = language === 'fr';
  const that = french ? 'qui' : 'that';
  const whom = capitalise(`${population}${sayAsked(counted.asked, language)}`);
  const meaning = meaningOf(counted);
  const known = predicateOf(counted);
  if (known !== undefined) {
    const said = `${whom} ${that} ${known[language]}`;
    return meaning === 'fully' ? `${said} (${quoteAnswer(counted, language)})` : said;
  }
  const found = topicSaid(counted, language);
  if (found !== null) {
    return `${capitalise(display(found.topic, language))}\u00a0– ${whom} ${that} ${found.says}`;
  }
  const agrees = agreeing[language][meaning];
  if (agrees !== undefined) return `${whom} ${agrees} ${quoteQuestion(counted, language)}`;
  const answered = sayAnswered(counted, quoteAnswer(counted, language), 'that', language);
  if (isAttribute(counted)) return `${whom} ${answered}`;
  const topic = topicOf(counted, language);
  if (topic !== null) return `${topic}\u00a0– ${whom} ${answered}`;
  return `${whom} ${answered} ${french ? 'à' : 'to'} ${quoteQuestion(counted, language)}`;
}
