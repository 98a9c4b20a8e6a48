import type { Cause } from '../../core/contract/causes.ts';
import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import type { Tables, Value } from './build-warehouse.ts';

/**
 * Twelve enterprises, each interviewed `copies` times over: the shares of twelve, computed by hand
 * in the tests, on bases large enough to be shown.
 */
export const copies = 10;

interface Enterprise {
  department: string;
  sector: string;
  size: string;
  weight: number;
  benefit: string;
  networks: readonly string[] | null;
  tool: string;
}

const agree = "Tout à fait d'accord";
const rather = "Plutôt d'accord";
const against = "Pas d'accord";
const silent = 'Sans réponse';

const rows: readonly (readonly [string, string, string, number, string, string | null, string])[] =
  [
    ['29', 'commerce', '0', 1, agree, 'LinkedIn+Facebook', 'Oui'],
    ['29', 'commerce', '1-9', 1, rather, 'LinkedIn', 'Non'],
    ['29', 'industrie', '0', 2, agree, 'Facebook', 'Non'],
    ['29', 'industrie', '1-9', 2, against, 'Aucun', 'Oui'],
    ['35', 'commerce', '0', 1, rather, 'LinkedIn+Facebook', 'Non'],
    ['35', 'commerce', '1-9', 1, against, 'LinkedIn', 'Non'],
    ['35', 'industrie', '0', 2, silent, null, 'Oui'],
    ['35', 'industrie', '1-9', 2, agree, 'Facebook', 'Non'],
    ['75', 'commerce', '0', 3, agree, 'LinkedIn', 'Oui'],
    ['75', 'commerce', '1-9', 3, against, silent, 'Non'],
    ['13', 'industrie', '0', 1, against, 'LinkedIn+Facebook', 'Non'],
    ['2A', 'industrie', '1-9', 1, rather, 'Facebook', 'Non'],
  ];

const enterprises: readonly Enterprise[] = rows.map(
  ([department, sector, size, weight, benefit, networks, tool]) => ({
    department,
    sector,
    size,
    weight,
    benefit,
    networks: networks?.split('+') ?? null,
    tool,
  }),
);

const people = Array.from({ length: copies }, () => enterprises).flat();

const position = (keys: readonly string[], key: string): number => keys.indexOf(key) + 1;
const departmentCodes = departments.map(({ code }) => code);
const regionCodes = regions.map(({ code }) => code);
const sectorKeys = sectors.map(({ key }) => key);
const sizeKeys = sizes.map(({ key }) => key);

const regionOf = (department: string, grouped: boolean): string => {
  const own = departments.find(({ code }) => code === department)?.region ?? '';
  return grouped && (own === '93' || own === '94') ? '93+94' : own;
};

const profileOf = (person: Enterprise, grouped: boolean): number[] => [
  position(departmentCodes, person.department),
  position(regionCodes, regionOf(person.department, grouped)),
  position(sectorKeys, person.sector),
  position(sizeKeys, person.size),
  0,
  person.weight,
];

const answers: Readonly<Record<number, readonly string[]>> = {
  501: [agree, rather, against, silent],
  605: ['LinkedIn', 'Facebook', 'Aucun', silent],
  802: ['Oui', 'Non'],
};

const given = (question: number, person: Enterprise): readonly string[] => {
  if (question === 605) return person.networks ?? [];
  return [question === 501 ? person.benefit : person.tool];
};

function responsesOf(edition: number, ids: boolean, grouped: boolean): Value[][] {
  return people.flatMap((person, index) =>
    Object.keys(answers).flatMap((code) => {
      const question = Number(code);
      return given(question, person).map((label, place) => {
        const missing = label === silent;
        const first = !missing && (question !== 605 || (ids && place === 0));
        const answer = position(answers[question] ?? [], label);
        const profile = profileOf(person, grouped);
        return [question, edition, answer, missing, first, ...profile, ids ? index + 1 : null];
      });
    }),
  );
}

const respondentsOf = (edition: number, ids: boolean, grouped: boolean): Value[][] =>
  people.map((person, index) => [edition, ids ? index + 1 : null, ...profileOf(person, grouped)]);

const region = (code: string): number => position(regionCodes, code);
const commerce = position(sectorKeys, 'commerce');

/** Official aggregates of 2021: the total, two regions, a sector, and their crossing. */
const published: Value[][] = [
  [501, 2021, 1, 255, 255, 255, 0.4, 400, 1000],
  [501, 2021, 2, 255, 255, 255, 0.35, 350, 1000],
  [501, 2021, 3, 255, 255, 255, 0.25, 250, 1000],
  [501, 2021, 1, region('53'), 255, 255, 0.5, 150, 300],
  [501, 2021, 2, region('53'), 255, 255, 0.3, 90, 300],
  [501, 2021, 3, region('53'), 255, 255, 0.2, 60, 300],
  [501, 2021, 1, region('28'), 255, 255, 0.25, 25, 100],
  [501, 2021, 2, region('28'), 255, 255, 0.25, 25, 100],
  [501, 2021, 3, region('28'), 255, 255, 0.5, 50, 100],
  [501, 2021, 1, region('53'), commerce, 255, 0.6, 60, 100],
  [605, 2021, 1, 255, 255, 255, 0.5, 500, 1000],
  [605, 2021, 2, 255, 255, 255, 0.6, 600, 1000],
];

const answerRows = Object.entries(answers).flatMap(([question, labels]) =>
  labels.map((label, index): Value[] => [Number(question), index + 1, label, label === silent]),
);

/** The older wording of « Oui » to question 802. */
const sourceLabel = (question: number, edition: number, label: string): string =>
  question === 802 && edition === 2022 && label === 'Oui' ? "J'en ai" : label;

const questionEdition = (question: number, edition: number): Value[] => [
  question,
  edition,
  String(question),
  `Question ${question}`,
  question === 605 ? 'multiple' : 'single',
  edition !== 2021,
  edition === 2021,
];

const asked: readonly (readonly [number, number])[] = [
  [501, 2021],
  [501, 2022],
  [501, 2024],
  [605, 2021],
  [605, 2022],
  [605, 2024],
  [802, 2022],
  [802, 2024],
];

/** Why two editions of question 605 do not compare. */
export const longerList = {
  code: 'noted',
  fr: 'La liste des réseaux s’est allongée.',
  en: 'The list of networks has grown.',
} as const satisfies Cause;

/** Editions: 2021 published only, 2022 without respondent ids, 2024 with them and PACA grouped with Corse. */
export const twelve: Tables = {
  meta: [
    ['origin', 'demonstration'],
    ['notice', 'Données de démonstration.'],
    ['builtAt', '2026-01-01T00:00:00Z'],
    ['licence', '{"name":"Licence Ouverte 2.0","url":null,"attribution":"DGE"}'],
  ],
  sources: [
    ['bfn-2024', 'microdata', 2024, 'a.csv', null, null, 'ab', 10, 360, 358, 2, 'published', null],
  ],
  editions: [
    [2021, null, 1000, false, true, false, false],
    [2022, 120, 200, true, false, false, false],
    [2024, 120, 200, true, false, true, true],
  ],
  questions: [
    [501, 'Bénéfice réel du numérique', 5, 'Perception', null, null, 'favourable', [agree, rather]],
    [
      605,
      'Réseaux sociaux utilisés',
      6,
      'Promotion',
      'Réseaux',
      'Plusieurs réponses',
      'neutral',
      [],
    ],
    [802, 'Outils d’IA générative', 8, 'IA', null, null, 'favourable', ['Oui']],
  ],
  question_editions: asked.map(([question, edition]) => questionEdition(question, edition)),
  answers: answerRows,
  answer_editions: asked.flatMap(([question, edition]) =>
    (answers[question] ?? []).map((label, index): Value[] => [
      question,
      index + 1,
      edition,
      sourceLabel(question, edition, label),
    ]),
  ),
  comparability: [
    [501, 2021, 2022, 'comparable', null, '[]'],
    [501, 2022, 2024, 'comparable', null, '[]'],
    [605, 2021, 2022, 'comparable', null, '[]'],
    [605, 2022, 2024, 'answers-changed', longerList.fr, JSON.stringify([longerList])],
    [802, 2021, 2022, 'new', null, '[]'],
    [802, 2022, 2024, 'comparable', null, '[]'],
  ],
  respondents: [...respondentsOf(2022, false, false), ...respondentsOf(2024, true, true)],
  responses: [...responsesOf(2022, false, false), ...responsesOf(2024, true, true)],
  published,
};
