import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import type { Tables, Value } from './build-warehouse.ts';

/** Enterprises interviewed in each of three sectors, every edition; all weigh the same. */
export const perSector = 400;
export const weight = 10;

const told = ['agriculture', 'industrie', 'commerce'] as const;
type Sector = (typeof told)[number];

const agreement = ["Tout à fait d'accord", "Plutôt d'accord", "Pas du tout d'accord"];

interface Question {
  label: string;
  chapter: readonly [number, string];
  answers: readonly string[];
  favourable: readonly string[];
  /** Share of each answer but the last, by edition and sector: whole numbers of people of four. */
  shares: (edition: number, sector: Sector) => readonly number[];
  /** Part of the enterprises it is put to. */
  askedOf?: (edition: number) => number;
}

const yesNo = ['Oui', 'Non'];
const always =
  (...shares: number[]) =>
  () =>
    shares;
const byEdition = (shares: Readonly<Record<number, number>>) => (edition: number) => [
  shares[edition] ?? 0,
];

/**
 * What this survey teaches, by construction: AI doubles (801), the trade stands apart by its websites in 2025 (601),
 * fibre is at its highest (1002), security is what most share (911), the benefit too (501). Age
 * (205) moves by eight points, so that six points of meetings (702) call for caution. Antivirus (921) and firewalls (922)
 * are put to half, of whom more have a firewall in 2025; backups (923), to more of them in 2025 than before.
 */
const questions: Readonly<Record<number, Question>> = {
  205: {
    label: "Durée de vie de l'entreprise",
    chapter: [2, 'TPE PME interrogées'],
    answers: ['Plus de 10 ans', 'Moins de 10 ans'],
    favourable: [],
    shares: byEdition({ 2023: 0.5, 2024: 0.5, 2025: 0.58 }),
  },
  501: {
    label: 'Le numérique représente un bénéfice réel pour mon entreprise',
    chapter: [5, 'Perception du numérique'],
    answers: agreement,
    favourable: agreement.slice(0, 2),
    shares: always(0.45, 0.35),
  },
  601: {
    label: "Site internet présentant l'activité : taux d'équipement",
    chapter: [6, 'Promotion et commercial'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: (edition, sector) => [edition < 2025 ? 0.6 : sector === 'commerce' ? 0.9 : 0.45],
  },
  702: {
    label: "Solution de collaboration professionnelle : taux d'équipement",
    chapter: [7, "Gestion de l'entreprise"],
    answers: yesNo,
    favourable: ['Oui'],
    shares: byEdition({ 2023: 0.3, 2024: 0.3, 2025: 0.36 }),
  },
  801: {
    label: "Intelligence artificielle : taux d'utilisation global",
    chapter: [8, 'Intelligence artificielle'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: byEdition({ 2023: 0.1, 2024: 0.2, 2025: 0.4 }),
  },
  911: {
    label: 'Mesures de cybersécurité : taux de mise en œuvre',
    chapter: [9, 'Cybersécurité'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: always(0.9),
  },
  921: {
    label: 'Antivirus : taux de mise en œuvre',
    chapter: [9, 'Cybersécurité'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: always(0.96),
    askedOf: () => 0.5,
  },
  922: {
    label: 'Pare-feu : taux de mise en œuvre',
    chapter: [9, 'Cybersécurité'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: byEdition({ 2023: 0.2, 2024: 0.2, 2025: 0.26 }),
    askedOf: () => 0.5,
  },
  923: {
    label: 'Sauvegarde : taux de mise en œuvre',
    chapter: [9, 'Cybersécurité'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: byEdition({ 2023: 0.15, 2024: 0.15, 2025: 0.45 }),
    askedOf: (edition) => (edition === 2025 ? 0.6 : 0.3),
  },
  1002: {
    label: "Connexion à la fibre optique : taux d'équipement",
    chapter: [10, 'Connectivité'],
    answers: yesNo,
    favourable: ['Oui'],
    shares: byEdition({ 2023: 0.3, 2024: 0.35, 2025: 0.44 }),
  },
};

const codes = Object.keys(questions).map(Number);
const indexOf = (keys: readonly { key: string }[], key: string): number =>
  1 + keys.findIndex((each) => each.key === key);
const territory = (list: readonly { code: string }[], code: string): number =>
  1 + list.findIndex((each) => each.code === code);

/** Half of each sector in Bretagne, half in Île-de-France; half without employee: none answers otherwise. */
function profileOf(sector: Sector, place: number): number[] {
  const west = place % 4 < 2;
  return [
    territory(departments, west ? '29' : '75'),
    territory(regions, west ? '53' : '11'),
    indexOf(sectors, sector),
    indexOf(sizes, place % 2 === 0 ? '0' : '1-9'),
    0,
    weight,
  ];
}

/** The answer of the enterprise at a place: shares are met exactly, in every sector, size and region. */
function answerOf({ shares }: Question, edition: number, sector: Sector, place: number): number {
  const turn = (place * 7919) % perSector;
  let below = 0;
  for (const [index, share] of shares(edition, sector).entries()) {
    below += share * perSector;
    if (turn < Math.round(below)) return index + 1;
  }
  return shares(edition, sector).length + 1;
}

interface Person {
  edition: number;
  number: number;
  sector: Sector;
  place: number;
}

const peopleOf = (edition: number): Person[] =>
  told.flatMap((sector, rank) =>
    Array.from({ length: perSector }, (_, place) => ({
      edition,
      number: rank * perSector + place + 1,
      sector,
      place,
    })),
  );

const responsesOf = ({ edition, number, sector, place }: Person): Value[][] =>
  codes.flatMap((code) => {
    const question = questions[code];
    if (
      question === undefined ||
      (place * 7919) % perSector >= (question.askedOf?.(edition) ?? 1) * perSector
    )
      return [];
    const answer = answerOf(question, edition, sector, place);
    return [[code, edition, answer, false, true, ...profileOf(sector, place), number]];
  });

const answerRows = codes.flatMap((code) =>
  (questions[code]?.answers ?? []).map((label, index): Value[] => [code, index + 1, label, false]),
);

/** The survey that teaches all this, in as many editions as asked; `published` keeps the aggregates alone. */
export function storySurvey(
  editions: readonly number[] = [2023, 2024, 2025],
  basis: 'microdata' | 'published' = 'microdata',
): Tables {
  const micro = basis === 'microdata';
  const people = micro ? editions.flatMap(peopleOf) : [];
  const all = perSector * told.length;
  return {
    meta: [
      ['origin', 'demonstration'],
      ['notice', 'Données de démonstration.'],
      ['builtAt', '2026-01-01T00:00:00Z'],
      ['licence', '{"name":"Licence Ouverte 2.0","url":null,"attribution":"DGE"}'],
    ],
    editions: editions.map((year) => [
      year,
      micro ? all : null,
      all * weight,
      micro,
      !micro,
      micro,
      false,
    ]),
    questions: codes.map((code) => {
      const { label = '', chapter = [0, ''], favourable = [] } = questions[code] ?? {};
      return [code, label, ...chapter, null, null, 'favourable', favourable];
    }),
    question_editions: codes.flatMap((code) =>
      editions.map((year) => [code, year, String(code), null, 'single', micro, !micro]),
    ),
    answers: answerRows,
    answer_editions: editions.flatMap((year) =>
      answerRows.map(([code = 0, answer = 0, label = '']) => [code, answer, year, label]),
    ),
    respondents: people.map(({ edition, number, sector, place }) => [
      edition,
      number,
      ...profileOf(sector, place),
    ]),
    responses: people.flatMap(responsesOf),
    published: micro
      ? []
      : editions.flatMap((year) =>
          [0.4, 0.6].map((share, index): Value[] => [
            801,
            year,
            index + 1,
            255,
            255,
            255,
            share,
            share * all * weight,
            all * weight,
          ]),
        ),
  };
}
