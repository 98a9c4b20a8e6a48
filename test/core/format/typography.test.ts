import { expect, test } from 'vitest';
import {
  capitalise,
  decapitalise,
  display,
  displayFrench,
} from '../../../core/format/typography.ts';

const n = '\u202f';

test.each([
  ["Tout à fait d'accord", 'Tout à fait d’accord'],
  ['Pourquoi ?', `Pourquoi${n}?`],
  ['Pourquoi?', `Pourquoi${n}?`],
  ['Vraiment ?!', `Vraiment${n}?!`],
  ['Oui : un site', `Oui${n}: un site`],
  ['Oui: un site', `Oui${n}: un site`],
  ['Un ; deux', `Un${n}; deux`],
  ['20 %', `20${n}%`],
  ['De 500 à 1 000 €', `De 500 à 1${n}000${n}€`],
  ['En 2025 120 000', `En 2025 120${n}000`],
  ['dire "oui"', `dire «${n}oui${n}»`],
  ['dire « oui »', `dire «${n}oui${n}»`],
  ['https://exemple.fr à 10:30', 'https://exemple.fr à 10:30'],
  ['etc...', 'etc…'],
  ['Bâtiment - Construction', 'Bâtiment\u00a0- Construction'],
])('%s', (plain, shown) => {
  expect(displayFrench(plain)).toBe(shown);
  expect(displayFrench(shown)).toBe(shown);
});

test('English has its own quotation marks, and no line begins with a dash either', () => {
  expect(display('Dire « oui » à "tout"', 'en')).toBe('Dire ‘oui’ à ‘tout’');
  expect(display('Connaissez-vous France Num ? Oui : à 5 %', 'en')).toBe(
    `Connaissez-vous France Num${n}? Oui${n}: à 5${n}%`,
  );
  expect(display("L'avis - court", 'en')).toBe('L’avis\u00a0- court');
});

test('capitals', () => {
  expect(capitalise('île-de-France')).toBe('Île-de-France');
  expect(decapitalise('Hébergement')).toBe('hébergement');
  expect(decapitalise('TVA')).toBe('TVA');
});
