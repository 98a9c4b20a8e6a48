import { expect, test } from 'vitest';
import type { Story } from '../../../core/contract/stories.ts';
import { formatInterval } from '../../../core/format/numbers.ts';
import {
  cautionOfNoise,
  headlineStory,
  readStory,
  type ToldFinding,
} from '../../../core/format/story-words.ts';

const n = '\u202f';
const nb = '\u00a0';

const figure = (
  share: number,
  edition = 2025,
  group: Story['figures'][number]['group'] = 'all',
): Story['figures'][number] => ({
  edition,
  group,
  n: 1200,
  share,
  ci: [share - 0.02, share + 0.02],
});

const finding = (told: Partial<ToldFinding>): ToldFinding => ({
  kind: 'fact',
  question: 801,
  label: "Intelligence artificielle : taux d'utilisation global",
  answer: 'Oui',
  asked: 1,
  profile: {},
  figures: [figure(0.4)],
  difference: null,
  ci: null,
  ...told,
});

test.each<[Partial<ToldFinding>, string, string]>([
  [{}, `40${n}% des TPE-PME utilisent l’IA en 2025`, '40% of SMEs use AI in 2025'],
  [
    {
      kind: 'mover',
      figures: [figure(0.128, 2024), figure(0.256)],
      difference: 0.128,
      ci: [0.105, 0.151],
    },
    'Un quart des TPE-PME utilisent l’IA, deux fois plus qu’en 2024',
    'A quarter of SMEs use AI, twice as many as in 2024',
  ],
  [
    {
      kind: 'gap',
      profile: { sector: 'commerce' },
      figures: [figure(0.2, 2025, 'rest'), figure(0.6, 2025, 'profile')],
      difference: 0.4,
      ci: [0.35, 0.45],
    },
    `60${n}% des TPE-PME du commerce utilisent l’IA, contre 20${n}% dans le reste de la France`,
    '60% of SMEs in retail and wholesale trade use AI, against 20% in the rest of France',
  ],
  [
    { kind: 'record', figures: [figure(0.6, 2021), figure(0.5, 2024), figure(0.4)] },
    `40${n}% des TPE-PME utilisent l’IA, la part la plus basse des éditions comparables (2021 à 2025)`,
    '40% of SMEs use AI, the lowest share of the comparable editions (2021 to 2025)',
  ],
  [
    { question: 9999, label: 'Le numérique me plaît', answer: "Tout à fait d'accord" },
    `40${n}% des TPE-PME sont tout à fait d’accord${n}: «${n}Le numérique me plaît${n}», en 2025`,
    '40% of SMEs fully agree: “Le numérique me plaît”, in 2025',
  ],
  [
    { question: 740, label: 'Analyse des données : RH / paie' },
    `Analyse des données (RH / paie)${n}: 40${n}% des TPE-PME la pratiquent en 2025`,
    'Analyse des données (RH / paie): 40% of SMEs do it in 2025',
  ],
  [
    {
      question: 1201,
      label: "Mode d'acquisition majoritaire",
      answer: "Achat d'investissement (licences + maintenance)",
    },
    `Mode d’acquisition majoritaire${n}: 40${n}% des TPE-PME ont répondu «${n}Achat d’investissement (licences + maintenance)${n}», en 2025`,
    'Mode d’acquisition majoritaire: 40% of SMEs answered “Achat d’investissement (licences + maintenance)”, in 2025',
  ],
  [
    {
      question: 9999,
      label:
        'Une question si longue que nulle phrase ne pourrait la porter tout entière sans perdre qui la lit',
      answer: 'Oui',
    },
    `«${n}Une question si longue que nulle phrase ne pourrait la porter tout…${n}»${n}: 40${n}% des TPE-PME ont répondu «${n}Oui${n}», en 2025`,
    '“Une question si longue que nulle phrase ne pourrait la porter tout…”: 40% of SMEs answered “Oui”, in 2025',
  ],
])('%j is said in both languages', (told, fr, en) => {
  expect(headlineStory(finding(told))).toEqual({ fr, en });
});

test('the figures are read with their intervals and bases, the one told first', () => {
  const told = finding({
    kind: 'gap',
    profile: { region: '53' },
    figures: [figure(0.2, 2025, 'rest'), figure(0.6, 2025, 'profile')],
    difference: 0.4,
    ci: [0.35, 0.45],
  });
  expect(readStory(told).fr).toBe(
    `TPE-PME de Bretagne${n}: 60,0${n}% (intervalle${n}: ${formatInterval([0.58, 0.62], 'fr')}, base${n}: 1${n}200)${n}; reste de la France${n}: 20,0${n}% (intervalle${n}: ${formatInterval([0.18, 0.22], 'fr')}, base${n}: 1${n}200)${n}; écart${n}: +40,0${nb}points, entre +35,0 et +45,0.`,
  );
  expect(readStory(told).en).toContain('difference: +40.0');
});

test('a change within what sampling alone moves is said to be', () => {
  expect(cautionOfNoise(0.0795).fr).toContain(`8${nb}points`);
  expect(cautionOfNoise(0.0795).en).toContain(`8${nb}points`);
});
