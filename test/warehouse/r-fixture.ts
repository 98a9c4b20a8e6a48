import { readFileSync } from 'node:fs';
import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import type { Tables, Value } from './build-warehouse.ts';

const folder = new URL('../fixtures/stats/', import.meta.url);

const readCsv = (name: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(new URL(name, folder), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',').map((each) => each.replaceAll('"', ''));
  return lines.map((line) => {
    const fields = line.split(',').map((each) => each.replaceAll('"', ''));
    return Object.fromEntries(names.map((each, index) => [each, fields[index] ?? '']));
  });
};

/** What R found: see test/fixtures/stats/README.md. */
export const expected = JSON.parse(
  readFileSync(new URL('expected.small_400.json', folder), 'utf8'),
) as { datasets: { small_400: Record<string, never[]> } };

export const people = readCsv('small_400.csv');
export const items = readCsv('small_400_multi.csv');

const labels = ['A', 'B', 'C', 'D'];
const choices = ['m1', 'm2', 'm3', 'm4', 'm5', 'none'];
const sectorNames = [...new Set(people.map(({ sector }) => sector!))].sort();

const position = (values: readonly string[], value: string | undefined): number =>
  values.indexOf(value ?? '') + 1;

/** The fixture's level of a dimension → the key that stands for it in the warehouse. */
export const keyOf = (dimension: string, level: string): string =>
  dimension === 'sector' ? sectors[sectorNames.indexOf(level)]!.key : level;

const profileOf = (person: Record<string, string>): readonly number[] => [
  position(
    departments.map(({ code }) => code),
    person.department,
  ),
  position(
    regions.map(({ code }) => code),
    person.region,
  ),
  position(sectorNames, person.sector),
  position(
    sizes.map(({ key }) => key),
    person.size,
  ),
  0,
  Number(person.weight),
];

const number = (id: string | undefined): number => Number((id ?? '').slice(1));

function singleRow(person: Record<string, string>): Value[] {
  const answer = position(labels, person.answer) || labels.length + 1;
  const missing = answer > labels.length;
  return [1, 2023, answer, missing, !missing, ...profileOf(person), number(person.respondent)];
}

function multipleRows(): Value[][] {
  const profiles = new Map(people.map((person) => [person.respondent, profileOf(person)]));
  const seen = new Set<string>();
  return items.map(({ respondent = '', item }) => {
    const first = !seen.has(respondent);
    seen.add(respondent);
    const profile = profiles.get(respondent) ?? [];
    return [2, 2023, position(choices, item), false, first, ...profile, number(respondent)];
  });
}

const answersOf = (question: number, texts: readonly string[]): Value[][] =>
  texts.map((label, index) => [question, index + 1, label, label === 'Sans réponse']);

const singleAnswers = [...labels, 'Sans réponse'];

/** The survey that R computed, as a warehouse: question 1 takes one answer, question 2 several. */
export const rTables: Tables = {
  meta: [['origin', 'files']],
  editions: [[2023, 400, 2144975.999997, true, false, true, false]],
  questions: [
    [1, 'Une seule', 5, 'Perception', null, null, 'favourable', ['A', 'B']],
    [2, 'Plusieurs', 6, 'Promotion', null, null, 'neutral', []],
  ],
  question_editions: [
    [1, 2023, '1', 'Une seule', 'single', true, false],
    [2, 2023, '2', 'Plusieurs', 'multiple', true, false],
  ],
  answers: [...answersOf(1, singleAnswers), ...answersOf(2, choices)],
  answer_editions: [
    ...answersOf(1, singleAnswers).map(([question, answer, label]) => [
      question!,
      answer!,
      2023,
      label!,
    ]),
    ...answersOf(2, choices).map(([question, answer, label]) => [question!, answer!, 2023, label!]),
  ],
  respondents: people.map((person) => [2023, number(person.respondent), ...profileOf(person)]),
  responses: [...people.map(singleRow), ...multipleRows()],
};
