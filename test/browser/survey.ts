import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import { publishedTotal } from '../../warehouse/tables.ts';
import type { Tables, Value } from '../warehouse/build-warehouse.ts';

/** The ten departments of the exercise and their « Tout à fait d'accord », as published. */
export const exercise: readonly (readonly [string, string, number])[] = [
  ['75', 'Paris', 246],
  ['13', 'Bouches-du-Rhône', 130],
  ['69', 'Rhône', 127],
  ['59', 'Nord', 124],
  ['31', 'Haute-Garonne', 112],
  ['33', 'Gironde', 104],
  ['44', 'Loire-Atlantique', 102],
  ['92', 'Hauts-de-Seine', 97],
  ['67', 'Bas-Rhin', 92],
  ['35', 'Ille-et-Vilaine', 86],
];

interface Person {
  edition: number;
  number: number;
  profile: readonly number[];
  /** 1 to 4 on the scale of agreement; 5 did not answer. */
  opinion: number;
}

/** Departments whose base is too small to show, or small: told apart by their colour and their words. */
const smallBases: Readonly<Record<string, number>> = { '48': 12, '973': 2, '975': 0, '976': 6 };

/** Those who fully agree, then others in turn; every eleventh left the question unanswered. */
const opinionsOf = (full: number, others: number): number[] => [
  ...Array.from({ length: full }, () => 1),
  ...Array.from({ length: others }, (_, index) => (index % 11 === 10 ? 5 : 2 + (index % 3))),
];

function peopleOf(edition: number): Person[] {
  const people: Person[] = [];
  for (const [index, { code, region }] of departments.entries()) {
    const full = exercise.find(([asked]) => asked === code)?.[2] ?? (smallBases[code] ?? 24) / 3;
    const others = code in smallBases ? full * 2 : full + 12;
    for (const opinion of opinionsOf(Math.round(full), Math.round(others))) {
      const number = people.length + 1;
      const regionId = 1 + regions.findIndex(({ code: known }) => known === region);
      const sector = 1 + (number % sectors.length);
      const size = 1 + (number % sizes.length);
      const weight = 100 + 40 * (number % 7);
      people.push({
        edition,
        number,
        profile: [index + 1, regionId, sector, size, 0, weight],
        opinion,
      });
    }
  }
  return people;
}

const editions = [2023, 2025] as const;
const people = editions.flatMap(peopleOf);

const agreement = [
  "Tout à fait d'accord",
  "Plutôt d'accord",
  "Plutôt pas d'accord",
  "Pas du tout d'accord",
  'Sans réponse',
];
const site = ['Oui', 'Non'];
const practice = ['Oui', 'Non', 'Sans réponse'];
const networks = [
  'Facebook',
  'Instagram',
  'LinkedIn',
  'Un autre réseau social, français ou étranger, dont le nom est plus long',
];

const opinionRow = ({ edition, number, profile, opinion }: Person): Value[] => [
  501,
  edition,
  opinion,
  opinion === 5,
  opinion !== 5,
  ...profile,
  number,
];

const siteRow = ({ edition, number, profile, opinion }: Person): Value[] => [
  601,
  edition,
  opinion < 3 ? 1 : 2,
  false,
  true,
  ...profile,
  number,
];

/** Two questions whose « Oui » grows, and shrinks, with the department's place in the list; some answer neither. */
const leaningRow =
  (question: 801 | 911) =>
  ({ edition, number, profile }: Person): Value[] => {
    const [department = 0] = profile;
    const leaning = question === 801 ? department : departments.length - department;
    const yes = (number * 37) % 100 < 20 + (60 * leaning) / departments.length;
    const missing = (number * question) % 13 === 0;
    return [question, edition, missing ? 3 : yes ? 1 : 2, missing, !missing, ...profile, number];
  };

const networkRows = ({ edition, number, profile }: Person): Value[][] =>
  [1, 2, 3, 4]
    .filter((answer) => answer === 1 + (number % 4) || number % (answer + 2) === 0)
    .map((answer, index) => [605, edition, answer, false, index === 0, ...profile, number]);

const answerRows = (question: number, labels: readonly string[]): Value[][] =>
  labels.map((label, index) => [question, index + 1, label, label === 'Sans réponse']);

const inEveryEdition = (rows: readonly Value[][]): Value[][] =>
  [2021, ...editions].flatMap((edition) =>
    rows.map(([question = 0, answer = 0, label = '']) => [question, answer, edition, label]),
  );

const answers = [
  ...answerRows(501, agreement),
  ...answerRows(601, site),
  ...answerRows(605, networks),
  ...answerRows(801, practice),
  ...answerRows(911, practice),
];

const publishedRows = (): Value[][] =>
  [0.46, 0.32, 0.14, 0.08].flatMap((share, index) => [
    [501, 2021, index + 1, publishedTotal, publishedTotal, publishedTotal, share, share * 2e6, 2e6],
    ...sectors.map((_, sector) => [
      501,
      2021,
      index + 1,
      publishedTotal,
      sector + 1,
      publishedTotal,
      share,
      share * 2e5,
      2e5,
    ]),
  ]);

const labels: Readonly<Record<number, string>> = {
  501: 'Dans l’ensemble, je trouve que le numérique aujourd’hui représente un bénéfice réel pour mon entreprise',
  601: 'Site internet présentant l’activité de l’entreprise',
  605: 'Réseaux sociaux utilisés',
  801: 'Intelligence artificielle : taux d’utilisation global',
  911: 'Mesures de cybersécurité : taux de mise en œuvre',
};

const plain = (code: number): string => (labels[code] ?? '').replaceAll('’', "'");

const question = (code: number, chapter: number, name: string, favourable: readonly string[]) => [
  code,
  plain(code),
  chapter,
  name,
  null,
  code === 501 ? "Le score additionne « Tout à fait d'accord » et « Plutôt d'accord »." : null,
  'favourable',
  favourable,
];

/** The words of an edition: until 2023, question 501 did not say « aujourd'hui ». */
const wording = (code: number, edition: number): string =>
  edition < 2025 ? plain(code).replace(" aujourd'hui", '') : plain(code);

const asked = (code: number, type: string): Value[][] => [
  [code, 2021, null, wording(code, 2021), type, false, code === 501],
  ...editions.map((edition) => [
    code,
    edition,
    String(code),
    wording(code, edition),
    type,
    true,
    false,
  ]),
];

/** A small survey of two editions with individual answers and one of aggregates. */
export const survey: Tables = {
  meta: [
    ['origin', 'demonstration'],
    ['notice', 'Données de démonstration'],
    ['builtAt', '2025-09-15T08:00:00.000Z'],
    [
      'licence',
      '{"name":"Licence Ouverte 2.0","url":null,"attribution":"DGE, Baromètre France Num"}',
    ],
  ],
  editions: [
    [2021, null, null, false, true, false, false],
    ...editions.map((edition) => [
      edition,
      people.filter((person) => person.edition === edition).length,
      2144976,
      true,
      false,
      true,
      false,
    ]),
  ],
  questions: [
    question(501, 5, 'Perception du numérique', agreement.slice(0, 2)),
    question(601, 6, 'Promotion et commercial', ['Oui']),
    question(605, 6, 'Promotion et commercial', []),
    question(801, 8, 'Intelligence artificielle', ['Oui']),
    question(911, 9, 'Cybersécurité', ['Oui']),
  ],
  question_editions: [
    ...asked(501, 'single'),
    ...asked(601, 'single').slice(1),
    ...asked(605, 'multiple').slice(1),
    ...asked(801, 'single').slice(1),
    ...asked(911, 'single').slice(1),
  ],
  answers,
  answer_editions: inEveryEdition(answers),
  comparability: [
    [501, 2021, 2023, 'comparable', null, '[]'],
    [
      501,
      2023,
      2025,
      'reworded',
      'La phrase a changé en 2025.',
      JSON.stringify([
        {
          code: 'noted',
          fr: 'La phrase a changé en 2025.',
          en: 'The sentence changed in 2025.',
        },
      ]),
    ],
  ],
  respondents: people.map(({ edition, number, profile }) => [edition, number, ...profile]),
  responses: people.flatMap((person) => [
    opinionRow(person),
    siteRow(person),
    ...networkRows(person),
    leaningRow(801)(person),
    leaningRow(911)(person),
  ]),
  published: publishedRows(),
};
