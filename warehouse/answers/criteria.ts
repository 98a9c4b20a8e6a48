import { badParameter } from '../../core/contract/problem.ts';
import type { RankingsQuery } from '../../core/contract/rankings.ts';
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
const grammar = 'question:réponse[|réponse…]:+ ou -:poids';

const codesOf = (texts: readonly string[]): number[] => texts.map((text) => Number(split(text)[1]));

function split(text: string): RegExpExecArray {
  const parts = pattern.exec(text);
  if (parts !== null) return parts;
  throw badParameter(
    'criteria',
    `« ${text} » ne se lit pas. Un critère s'écrit ${grammar}, par exemple 501:Tout à fait d'accord:+:0.5.`,
  );
}

/** The edition of a score: the one asked for, else the latest whose microdata have every question. */
export function chooseCriteriaEdition(
  catalogue: Catalogue,
  { edition, criteria = [] }: RankingsQuery,
): Edition {
  const questions = codesOf(criteria).map((code) => {
    const question = catalogue.questions.get(code);
    if (question !== undefined) return question;
    throw badParameter('criteria', `Aucune question ne porte le code ${code}.`, [
      ...catalogue.questions.keys(),
    ]);
  });
  const common = [...catalogue.editions.values()].filter((each) =>
    questions.every((question) => question.editions.get(each.edition)?.microdata),
  );
  const years = common.map((each) => each.edition);
  if (edition !== undefined) {
    const asked = requireEdition(catalogue, edition);
    if (common.includes(asked)) return asked;
    throw badParameter(
      'edition',
      `L'édition ${edition} n'a pas les microdonnées de tous les critères.`,
      years,
    );
  }
  const latest = common.at(-1);
  if (latest !== undefined) return latest;
  throw badParameter('criteria', "Aucune édition n'a les microdonnées de tous ces critères.");
}

/** Texts → criteria of an edition; what cannot be read, or is not offered, is a 400. */
export function parseCriteria(
  { questions }: Catalogue,
  edition: Edition,
  texts: readonly string[],
): Criterion[] {
  if (texts.length > mostCriteria) {
    throw badParameter('criteria', `Un score prend ${mostCriteria} critères au plus.`);
  }
  const criteria = texts.map((text): Criterion => {
    const [, code, labels = '', sign, weight] = split(text);
    const question = questions.get(Number(code))!;
    const multiple = question.editions.get(edition.edition)?.type === 'multiple';
    const offered = offeredAnswers(question, edition.edition, 'microdata');
    const where = `la question ${code} en ${edition.edition}`;
    const answers = requireAnswers(offered, labels.split('|'), where, 'criteria');
    if (answers.length > 1 && multiple && !edition.respondentIds) {
      throw badParameter(
        'criteria',
        `L'édition ${edition.edition} ne dit pas qui a donné quelles réponses à la question ${code} : n'en compter qu'une.`,
      );
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
    throw badParameter('criteria', 'Au moins un critère doit avoir un poids.');
  }
  return criteria;
}
