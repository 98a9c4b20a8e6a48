import { expect, test } from 'vitest';
import { partsOf } from '../../web/parts/sentence.tsx';

const french = (text: string, labels: readonly string[]): string[] =>
  partsOf(text, labels).filter((_, place) => place % 2 === 1);

test.each([
  ['44% of SMEs answered “Tout à fait d’accord”', [], ['Tout à fait d’accord']],
  [
    'Connexion ADSL: 22% of SMEs have it',
    ["Connexion ADSL : taux d'équipement"],
    ['Connexion ADSL'],
  ],
  ['Reading: in 2025, Non: 12%. None of it', ['Oui', 'Non'], ['Non']],
  ['Quoi (1/2) ? 3% of SMEs', ['Quoi (1/2) ?'], ['Quoi (1/2) ?']],
  ['A quarter of SMEs use AI', ['Intelligence artificielle : taux'], []],
  ['In 2025, 0 %: 32.1%', ['0 %'], []],
])('in « %s » with %j, French is %j', (text, labels, expected) => {
  expect(french(text, labels)).toEqual(expected);
  expect(partsOf(text, labels).join('')).toBe(text);
});
