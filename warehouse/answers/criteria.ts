import { badParameter } from '../../core/contract/problem.ts';
import type { RankingsQuery } from '../../core/contract/rankings.ts';
import { noSuch, unrankable } from '../../core/format/refusals.ts';
import type { Catalogue, Edition, Question } from '../catalogue.ts';
import { offeredAnswers, requireAnswers } from './resolve.ts';
import { requireEdition } from './study.ts';

/** One criterion of a score: the answers to a question that count, for or against, and how much. */
export interface Criterion {
  readonly question: Question;
  readonly multiple: boolean;
  readonly option: {
    readonly label: string;
    readonly labels: readonly string[];
    readonly ids: readonly number[];
  };
  readonly direction: 1 | -1;
  readonly weight: number;
}

const mostCriteria = 10;
const pattern = /^(\d+):(.+):([+-]):(\d*\.?\d+)$/;

const codesOf = (texts: readonly string[]): number[] => texts.map((text) => Number(split(text)[1]));

function split(text: string): RegExpExecArray {
  const parts = pattern.exec(text);
  if (parts !== null) return parts;
  throw badParameter('criteria', unrankable.unreadable(text));
}

/** The edition of a score: the one asked for, else the latest whose microdata have every question. */
export function chooseCriteriaEdition(
  catalogue: Catalogue,
  { edition, criteria = [] }: RankingsQuery,
): Edition {
  const questions = codesOf(criteria).map((code) => {
    const question = catalogue.questions.get(code);
    if (question !== undefined) return question;
    throw badParameter('criteria', noSuch.question(code), [...catalogue.questions.keys()]);
  });
  const common = [...catalogue.editions.values()].filter((each) =>
    questions.every((question) => question.editions.get(each.edition)?.microdata),
  );
  const years = common.map((each) => each.edition);
  if (edition !== undefined) {
    const asked = requireEdition(catalogue, edition);
    if (common.includes(asked)) return asked;
    throw badParameter('edition', unrankable.editionWithout(edition), years);
  }
  const latest = common.at(-1);
  if (latest !== undefined) return latest;
  throw badParameter('criteria', unrankable.noEdition);
}

/** Texts → criteria of an edition; what cannot be read, or is not offered, is a 400. */
export function parseCriteria(
  { questions }: Catalogue,
  edition: Edition,
  texts: readonly string[],
): Criterion[] {
  if (texts.length > mostCriteria) {
    throw badParameter('criteria', unrankable.tooMany(mostCriteria));
  }
  const criteria = texts.map((text): Criterion => {
    const [, code, labels = '', sign, weight] = split(text);
    const question = questions.get(Number(code))!;
    const multiple = question.editions.get(edition.edition)?.type === 'multiple';
    const offered = offeredAnswers(question, edition.edition, 'microdata');
    const answers = requireAnswers(offered, labels.split('|'), 'criteria', (label) =>
      noSuch.answer(label, code!, edition.edition),
    );
    if (answers.length > 1 && multiple && !edition.respondentIds) {
      throw badParameter('criteria', unrankable.merged(code!, edition.edition));
    }
    const named = answers.map(({ label }) => label);
    return {
      question,
      multiple,
      option: { label: named.join(' + '), labels: named, ids: answers.map(({ id }) => id) },
      direction: sign === '-' ? -1 : 1,
      weight: Number(weight),
    };
  });
  if (criteria.every(({ weight }) => weight === 0)) {
    throw badParameter('criteria', unrankable.weightless);
  }
  return criteria;
}
