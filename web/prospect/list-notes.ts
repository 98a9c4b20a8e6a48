import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { formatDate } from '../../core/format/dates.ts';
import type { Language } from '../../core/format/language.ts';
import { formatShare } from '../../core/format/numbers.ts';
import { subtitleRanking, titleRanking } from '../../core/format/ranking-words.ts';
import { sourceLine } from '../../core/format/target-list.ts';
import { display } from '../../core/format/typography.ts';
import { describeCautions, type Provenance } from '../../core/format/wording.ts';
import { countsBringingWords } from './counts-bringing-words.ts';
import { nameExclusions } from './exclusions.ts';
import { summarise } from './summary.ts';
import { prospectWords } from './words.ts';

/** What the notes of a list tell besides its figures. */
export interface ListContext {
  provenance: Provenance | null;
  /** What is left out, as the address writes it. */
  without: readonly string[];
  address: string;
  /** When the list is made, as ISO 8601. */
  date: string;
  language: Language;
}

const criteriaOf = ({ criteria = [] }: RankingsAnswer, language: Language): string[] =>
  criteria.map(({ question, answers, direction, weight }) => {
    const sign = direction === '+' ? '+' : '\u2212';
    const text = `${question.label} (${answers.join(' + ')})`;
    return `${sign} ${formatShare(weight, language)} ${display(text, language)}`;
  });

/** The notes that go with a list: what it is, of whom, by what method, with what cautions, from where and when. */
export function listNotes(
  answer: RankingsAnswer,
  rows: readonly RankingRow[],
  { provenance, without, address, date, language }: ListContext,
): readonly string[] {
  const words = prospectWords(language);
  const { notes } = words;
  const { sentences, cautions } = summarise(answer, rows, language);
  const headed = (name: string) => display(`${name}${language === 'fr' ? ' :' : ':'}`, language);
  const noted = (name: string, text: string): string[] =>
    text === '' ? [] : [`${headed(name)} ${display(text, language)}`];
  // The summary says of an indicative order what its caution would say again.
  const own = answer.cautions.filter(({ code }) => code !== 'indicative-order');
  return [
    display(notes.list, language),
    titleRanking(answer, language),
    subtitleRanking(answer, language),
    ...noted(notes.without, nameExclusions(without, language)),
    ...criteriaOf(answer, language),
    display(sentences.join(' '), language),
    ...noted(notes.method, `${words.readings[answer.sort]} ${words.tierNote}`),
    ...noted(notes.cautions, [...cautions, ...describeCautions(own, language)].join(' ')),
    ...(answer.volumes === undefined
      ? []
      : [display(notes.volumes(answer.volumes.file), language)]),
    display(notes.columns, language),
    ...(provenance === null ? [] : [sourceLine(provenance, answer.edition, language)]),
    // An address is left as it is: typography would make it another.
    `${headed(notes.address)} ${address}`,
    ...(answer.volumes === undefined
      ? []
      : [display(countsBringingWords(language).link, language)]),
    ...noted(notes.date, formatDate(date, language)),
  ];
}
