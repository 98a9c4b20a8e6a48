import { expect, test } from 'vitest';
import { place, questionLabels } from './survey-files.ts';

const respondents = 400;
const questions = 119;
const header =
  'id_repondant;code_unifie;libelle_unifie;libelle_reponse;poids;departement;descriptif_de_question';
/** Long enough for the file to be sampled rather than read twice. */
const description = 'Part des entreprises. '.repeat(20);

/** One answer a respondent and question; a single one, in the middle of the file, is « Autrement ». */
function answerOf(respondent: number, question: number): string {
  if (respondent === 211 && question === 60) return 'Autrement';
  return (respondent * 7 + question) % 3 === 0 ? 'Non' : 'Oui';
}

function line(respondent: number, question: number): string {
  const weight = 1 + (respondent % 10) / 10;
  const [code, label] =
    question === 0
      ? [501, questionLabels[501]]
      : [3000 + question, `Question nouvelle ${question}`];
  return `R${respondent};${code};${label};${answerOf(respondent, question)};${weight};29;${description}`;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const orders: [string, () => string[]][] = [
  [
    'question after question',
    () => numbers(questions).flatMap((q) => numbers(respondents).map((r) => line(r, q))),
  ],
  [
    'respondent after respondent',
    () => numbers(respondents).flatMap((r) => numbers(questions).map((q) => line(r, q))),
  ],
];

/** Where a row that cannot be understood stands, the header being line 1. */
const faulty = 30_002;

test.each(orders)('a large file read %s loses no row and no rare answer', async (_, lines) => {
  const content = [header, ...lines()];
  content.splice(faulty - 1, 0, `R1;501;${questionLabels[501]};Oui;beaucoup;29;`);
  const there = await place({ 'bfn-resultats-2025': `${content.join('\r\n')}\r\n` });
  const summary = await there.ingest();
  expect(summary.datasets).toMatchObject([
    {
      rows: respondents * questions + 1,
      kept: respondents * questions,
      rejected: 1,
      message: expect.stringContaining(`line ${faulty}:`),
    },
  ]);
  const counts = numbers(questions).flatMap((question) =>
    ['Autrement', 'Non', 'Oui'].flatMap((answer) => {
      const n = numbers(respondents).filter((r) => answerOf(r, question) === answer).length;
      return n === 0 ? [] : [{ question: question === 0 ? 501 : 3000 + question, answer, n }];
    }),
  );
  expect(
    await there.query(
      'select question, a.label as answer, count(*) as n from responses join answers a using (question, answer) group by all order by question, a.label',
    ),
  ).toEqual(counts);
  expect(
    await there.query('select count(*) as n, round(sum(weight), 6) as weight from respondents'),
  ).toEqual([{ n: respondents, weight: 580 }]);
});
