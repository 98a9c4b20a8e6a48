import { expect, it, test } from 'vitest';
import type { Cause } from '../../../core/contract/causes.ts';
import type { Caution } from '../../../core/contract/cautions.ts';
import { sayCauses } from '../../../core/format/causes.ts';
import { cautioned, sayCaution } from '../../../core/format/cautions.ts';

/** A narrow no-break space. */
const n = '\u202f';

const cautions: readonly (readonly [Caution, fr: string, en: string])[] = [
  [
    { code: 'hidden-rivals', segments: 377, ranked: 1065 },
    `377 segments de moins de 3 répondants concourent sans être montrés${n}: les rangs possibles vont de 1 à 1${n}065.`,
    '377 segments of fewer than 3 respondents compete without being shown: possible ranks go from 1 to 1,065.',
  ],
  [
    { code: 'hidden-rivals', segments: 1, ranked: 99 },
    `Un segment de moins de 3 répondants concourt sans être montré${n}: les rangs possibles vont de 1 à 99.`,
    'One segment of fewer than 3 respondents competes without being shown: possible ranks go from 1 to 99.',
  ],
  [
    { code: 'non-response', rate: 0.3, withheld: false },
    `30${n}% des entreprises interrogées n’ont pas répondu.`,
    '30% of the enterprises interviewed did not answer.',
  ],
  [
    { code: 'non-response', rate: 0.7, withheld: true },
    `70${n}% des entreprises interrogées n’ont pas répondu${n}: les parts ne sont pas données.`,
    '70% of the enterprises interviewed did not answer: shares are not given.',
  ],
  [
    { code: 'published', editions: [] },
    `Chiffres publiés par la DGE${n}: ni effectif, ni intervalle, ni test ne peuvent en être tirés.`,
    'Figures published by the DGE: neither base, interval nor test can be drawn from them.',
  ],
  [
    { code: 'published', editions: [2020, 2021] },
    `Chiffres publiés par la DGE (2020 et 2021)${n}: ni effectif, ni intervalle, ni test ne peuvent en être tirés.`,
    'Figures published by the DGE (2020 and 2021): neither base, interval nor test can be drawn from them.',
  ],
  [
    { code: 'unplaced', n: 1, by: ['department'] },
    '1 répondant sans département connu compte dans l’ensemble, dans aucune ligne.',
    '1 respondent without a known department counts in the whole, and in no row.',
  ],
  [
    { code: 'unplaced', n: 1200, by: ['size'] },
    `1${n}200 répondants sans taille connue comptent dans l’ensemble, dans aucune ligne.`,
    '1,200 respondents without a known size count in the whole, and in no row.',
  ],
  [
    { code: 'unplaced', n: 12, by: ['region', 'sector'] },
    '12 répondants sans région ou secteur connu comptent dans l’ensemble, dans aucune ligne.',
    '12 respondents without a known region or sector count in the whole, and in no row.',
  ],
  [
    { code: 'rows-non-response', rows: [{ sector: 'commerce', size: '0' }], withheld: true },
    `Plus de la moitié des entreprises interrogées n’ont pas répondu, et les parts ne sont pas données${n}: Commerce (détail et gros), 0 salarié.`,
    'More than half of the enterprises interviewed did not answer, and shares are not given: Retail and wholesale trade, No employee.',
  ],
  [
    {
      code: 'rows-non-response',
      rows: ['29', '35', '22', '56', '2A'].map((department) => ({ department })),
      withheld: false,
    },
    `Plus d’une entreprise interrogée sur cinq n’a pas répondu${n}: Finistère, Ille-et-Vilaine, Côtes-d’Armor et 2 autres lignes.`,
    'More than one enterprise interviewed in five did not answer: Finistère, Ille-et-Vilaine, Côtes-d’Armor and 2 other rows.',
  ],
  [
    { code: 'left-out-of-counts', segments: 1 },
    'Un segment absent de ce fichier garde l’estimation de l’enquête, mise à la même échelle.',
    'One segment absent from this file keeps the survey’s estimate, set to the same scale.',
  ],
  [
    { code: 'dropped-criteria', questions: [501, 601] },
    `Critères écartés, qui ne distinguent pas les segments${n}: 501, 601.`,
    'Criteria left out, which do not tell segments apart: 501, 601.',
  ],
];

it.each(cautions)('%o in both languages', (caution, fr, en) => {
  expect([sayCaution(caution, 'fr'), sayCaution(caution, 'en')]).toEqual([fr, en]);
});

test('an answer says its cautions as codes and as plain French sentences', () => {
  const origin = { code: 'origin', text: "L'avis d'un autre" } as const;
  const said = cautioned([origin, { code: 'small-sides' }]);
  expect(said.cautions).toEqual([origin, { code: 'small-sides' }]);
  expect(said.notices).toEqual([
    "L'avis d'un autre",
    "Trop peu de réponses, ou de poids trop inégaux, d'un côté ou de l'autre pour qu'un écart soit donné.",
  ]);
});

const causes: readonly (readonly [Cause, fr: string, en: string])[] = [
  [
    { code: 'reworded', slightly: true, before: 'Un site ?', after: 'Un site web ?' },
    `Question reformulée (de peu)${n}: «${n}Un site${n}?${n}», puis «${n}Un site web${n}?${n}».`,
    'Question reworded (slightly): “Un site\u202f?”, then “Un site web\u202f?”.',
  ],
  [
    { code: 'answers-added', edition: 2025, answers: ['Vendre'] },
    `Réponse nouvelle en 2025${n}: «${n}Vendre${n}».`,
    'Answer new in 2025: “Vendre”.',
  ],
  [
    { code: 'answers-dropped', edition: 2025, answers: ['Vendre', 'Louer'] },
    `Réponses absentes en 2025${n}: «${n}Vendre${n}», «${n}Louer${n}».`,
    'Answers absent in 2025: “Vendre”, “Louer”.',
  ],
  [
    { code: 'not-asked', asked: 2024, missing: 2025 },
    'Question posée en 2024, pas en 2025.',
    'Asked in 2024, not in 2025.',
  ],
  [
    { code: 'no-figures', edition: 2021, basis: 'microdata' },
    'L’édition 2021 n’a pas de réponses individuelles pour cette question.',
    'The 2021 edition has no individual answers for this question.',
  ],
];

it.each(causes)('%o in both languages', (cause, fr, en) => {
  expect([sayCauses([cause], 'fr'), sayCauses([cause], 'en')]).toEqual([fr, en]);
});
