import { describe, expect, test } from 'vitest';
import { quoteShort, sayChange, sayPoints, sayShare } from '../../../core/format/quantities.ts';

const n = '\u202f';
const nb = '\u00a0';

test.each([
  [0.25, null, 'un quart', 'a quarter'],
  [0.26, [0.25, 0.27], 'un quart', 'a quarter'],
  [0.27, [0.26, 0.28], 'plus d’un quart', 'more than a quarter'],
  [0.27, [0.24, 0.3], 'environ un quart', 'about a quarter'],
  [0.23, [0.22, 0.24], 'près d’un quart', 'nearly a quarter'],
  [0.25, [0.17, 0.35], 'environ un quart', 'about a quarter'],
  [0.33, null, 'un tiers', 'a third'],
  [0.315, [0.31, 0.32], 'près d’un tiers', 'nearly a third'],
  [0.5, [0.48, 0.52], 'la moitié', 'half'],
  [0.48, [0.47, 0.49], 'près de la moitié', 'nearly half'],
  [0.48, [0.45, 0.51], 'environ la moitié', 'about half'],
  [0.52, [0.505, 0.535], 'plus de la moitié', 'more than half'],
  [0.66, null, 'deux tiers', 'two thirds'],
  [0.69, [0.68, 0.7], 'plus des deux tiers', 'more than two thirds'],
  [0.645, null, 'près des deux tiers', 'nearly two thirds'],
  [0.75, null, 'trois quarts', 'three quarters'],
  [0.774, [0.76, 0.788], 'plus des trois quarts', 'more than three quarters'],
  [0.38, [0.36, 0.4], `38${n}%`, '38%'],
  [0.38, [0.25, 0.5], `environ 38${n}%`, 'about 38%'],
  [0.125, null, `13${n}%`, '13%'],
  [0, [0, 0.3], `0${n}%`, '0%'],
  [0.003, null, `moins de 1${n}%`, 'less than 1%'],
  [0.997, null, `plus de 99${n}%`, 'more than 99%'],
] as const)('%d in %j is %s, %s', (share, ci, french, english) => {
  expect(sayShare(share, ci, 'fr')).toBe(french);
  expect(sayShare(share, ci, 'en')).toBe(english);
});

test.each([
  [0.13, 0.26, [0.11, 0.15], 'deux fois plus', 'twice as many as'],
  [0.13, 0.26, [0.03, 0.23], `13${nb}points de plus`, `13${nb}points more than`],
  [0.26, 0.13, [-0.15, -0.11], 'deux fois moins', 'half as many as'],
  [0.1, 0.3, [0.18, 0.22], 'trois fois plus', 'three times as many as'],
  [0.02, 0.04, [0.015, 0.025], `2${nb}points de plus`, `2${nb}points more than`],
  [0.4, 0.52, [0.1, 0.14], `12${nb}points de plus`, `12${nb}points more than`],
  [0.5, 0.475, [-0.03, -0.02], `2,5${nb}points de moins`, `2.5${nb}points less than`],
  [0.5, 0.486, [-0.02, -0.01], `1,4${nb}point de moins`, `1.4${nb}points less than`],
  [0, 0.2, [0.18, 0.22], `20${nb}points de plus`, `20${nb}points more than`],
] as const)('from %d to %d (%j): %s', (from, to, ci, french, english) => {
  expect(sayChange(from, to, ci, 'fr')).toBe(french);
  expect(sayChange(from, to, ci, 'en')).toBe(english);
});

describe('small words', () => {
  test('one point is singular in French below two, in English at one alone', () => {
    expect(sayPoints(0.0199, 'fr')).toBe(`2${nb}points`);
    expect(sayPoints(0.01, 'en')).toBe(`1${nb}point`);
  });

  test('a long label is cut at a word', () => {
    expect(quoteShort('un deux trois', 'fr', 9)).toBe(`«${n}un deux…${n}»`);
    expect(quoteShort('short', 'en')).toBe('“short”');
  });
});
