import { expect, test } from 'vitest';
import { nameValue, placeValue } from '../../../core/format/names.ts';
import {
  describeBy,
  describeFilters,
  describeNotice,
  describePopulation,
  describeSource,
  quoteAnswers,
} from '../../../core/format/wording.ts';

const survey = {
  origin: 'portal' as const,
  notice: null,
  builtAt: '2026-11-23T08:00:00Z',
  licence: { name: 'Licence Ouverte 2.0', url: null, attribution: '' },
};
const demonstration = { ...survey, origin: 'demonstration' as const, notice: 'x' };

test.each([
  [{}, '', ''],
  [
    { region: ['53'], sector: ['commerce'], size: ['10-49'] },
    'Bretagne, commerce (détail et gros), 10 à 49 salariés',
    'Bretagne, retail and wholesale trade, 10 to 49 employees',
  ],
  [
    { department: ['29', '22', '2A'] },
    'Finistère, Côtes-d’Armor et Corse-du-Sud',
    'Finistère, Côtes-d’Armor and Corse-du-Sud',
  ],
  [{ region: [] }, '', ''],
])('filters %j', (filters, fr, en) => {
  expect(describeFilters(filters, 'fr')).toBe(fr);
  expect(describeFilters(filters, 'en')).toBe(en);
});

test('population and breakdown', () => {
  expect(describePopulation({}, 'fr')).toBe('Ensemble des TPE et PME');
  expect(describePopulation({ sector: ['industrie'] }, 'fr')).toBe('Industrie');
  expect(describeBy(['department', 'sector'], 'fr')).toBe('par département et secteur');
  expect(describeBy([], 'en')).toBe('');
});

test('answers merged are quoted one by one', () => {
  expect(quoteAnswers(["Tout à fait d'accord + Plutôt d'accord"], 'fr')).toBe(
    '«\u202fTout à fait d’accord\u202f» ou «\u202fPlutôt d’accord\u202f»',
  );
});

test('places', () => {
  expect(placeValue('department', '22', 'fr')).toBe('dans les Côtes-d’Armor');
  expect(placeValue('size', '0', 'fr')).toBe('parmi les entreprises sans salarié');
  expect(placeValue('sector', 'agriculture', 'fr')).toBe('dans l’agriculture');
  expect(placeValue('size', '1-9', 'en')).toBe('among enterprises with 1 to 9 employees');
  expect(nameValue('region', '93+94', 'fr')).toBe('Provence-Alpes-Côte d’Azur et Corse');
});

test('the source names the survey, or says that there was none', () => {
  expect(describeSource(survey, [2023], 'fr')).toBe(
    'Source\u202f: Baromètre France Num 2023, Licence Ouverte 2.0. Calculs\u202f: Numoscope, données du 23\u00a0novembre 2026.',
  );
  expect(describeNotice(survey, 'fr')).toBeNull();
  expect(describeSource(demonstration, [2021, 2022, 2023], 'en')).toBe(
    'Source: synthetic imitation of the Baromètre France Num 2021–2023. Computed by Numoscope, data of 23\u00a0November 2026.',
  );
  expect(describeNotice(demonstration, 'fr')).toContain('synthétiques');
});
