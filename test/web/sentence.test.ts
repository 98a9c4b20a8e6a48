import { expect, test } from 'vitest';
import { partsOf, partsOfLine } from '../../core/format/french-parts.ts';

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
  ['Quoi (1/2)\u202f? 3% of SMEs', ['Quoi (1/2) ?'], ['Quoi (1/2)\u202f?']],
  ['A quarter of SMEs use AI', ['Intelligence artificielle : taux'], []],
  ['In 2025, 0 %: 32.1%', ['0 %'], []],
])('in « %s » with %j, French is %j', (text, labels, expected) => {
  expect(french(text, labels)).toEqual(expected);
  expect(partsOf(text, labels).join('')).toBe(text);
});

const real = "Dans l'ensemble, je trouve que le numérique représente un bénéfice réel";

test.each([
  ['a line of a label', 'je trouve que le numérique', ['je trouve que le numérique']],
  [
    'the end of one, then English',
    'représente un bénéfice réel. Answers, by sector.',
    ['représente un bénéfice réel.'],
  ],
  ['English, then the start of one', 'Bars. Dans l’ensemble, je', ['Dans l’ensemble, je']],
  ['English', 'Answers, as shares of enterprises', []],
  ['a quotation', '(“Tout à fait d’accord”), against 43%', ['Tout à fait d’accord']],
])('of a wrapped text, in %s', (_, line, expected) => {
  const parts = partsOfLine(line, [real]);
  expect(parts.filter((__, place) => place % 2 === 1)).toEqual(expected);
  expect(parts.join('')).toBe(line);
});
