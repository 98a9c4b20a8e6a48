import { describe, expect, test } from 'vitest';
import { answerColours } from '../../../core/charts/answer-colours.ts';
import { classify, classOf } from '../../../core/charts/classes.ts';
import { spreadLabels } from '../../../core/charts/spread.ts';
import { balanceText, measureText, wrapText } from '../../../core/charts/text.ts';
import { contrast, inkOn, luminance, themeNames, themes } from '../../../core/charts/theme.ts';
import { niceTicks } from '../../../core/charts/ticks.ts';

describe('text', () => {
  test('is measured by the font’s own widths', () => {
    // Source Sans 3 Regular: figures are 497 thousandths wide, the space 200.
    expect(measureText('0000', 10)).toBeCloseTo(19.88, 6);
    expect(measureText('0 0', 10)).toBeCloseTo(11.94, 6);
    expect(measureText('m', 10, 600)).toBeGreaterThan(measureText('m', 10));
  });

  test.each([
    'Le numérique représente un bénéfice réel pour l’entreprise',
    'Provence-Alpes-Côte d’Azur et Corse',
    'anticonstitutionnellement',
    '',
  ])('wraps « %s » within its width and loses nothing', (text) => {
    for (const width of [60, 100, 200]) {
      const lines = wrapText(text, width, 14);
      for (const line of lines) expect(measureText(line, 14)).toBeLessThanOrEqual(width);
      const letters = (words: string) => words.replace(/[\s\u00a0-]/g, '');
      expect(letters(lines.join(''))).toBe(letters(text));
    }
  });

  test('no-break spaces hold, no line begins with a dash, lines are balanced', () => {
    expect(wrapText('part de 76,4\u202f%', 60, 14)).toEqual(['part de', '76,4\u202f%']);
    expect(wrapText('la moitié des TPE-PME', 120, 14)).toEqual(['la moitié des', 'TPE-PME']);
    expect(wrapText('en Seine-Maritime', 60, 14)).toEqual(['en Seine-', 'Maritime']);
    expect(wrapText('Technologies - Information', 90, 14)).toEqual([
      'Technologies\u00a0-',
      'Information',
    ]);
    expect(balanceText('un deux trois quatre cinq', 120, 14)).toEqual([
      'un deux trois',
      'quatre cinq',
    ]);
  });
});

test.each([
  [0.375, 0.497, 5, 0.01, [0.35, 0.4, 0.45, 0.5]],
  [0, 0.94, 4, 0.01, [0, 0.25, 0.5, 0.75, 1]],
  [0.436, 0.4362, 5, 0.01, [0.43, 0.44]],
  [0, 3, 6, 1, [0, 1, 2, 3]],
  [0, 9, 4, 1, [0, 5, 10]],
])('ticks from %d to %d are written without rounding', (low, high, count, unit, ticks) => {
  expect(niceTicks(low, high, count, unit)).toEqual(ticks);
});

test.each([
  [0, 0.784, 4, [0, 0.2, 0.4, 0.6, 0.8]],
  [0, 146, 6, [0, 25, 50, 75, 100, 125, 150]],
  [-0.2, 0.19, 4, [-0.2, -0.1, 0, 0.1, 0.2]],
  [0.43, 0.43, 3, [0.43]],
])('ticks from %d to %d', (low, high, count, ticks) => {
  expect(niceTicks(low, high, count)).toEqual(ticks);
});

describe('classes', () => {
  const colours = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('are round, equal and hold every value', () => {
    const values = [0.23, 0.31, 0.52, 0.78];
    const classes = classify(values, colours);
    expect(classes.map(({ low, high }) => [low, high])).toEqual([
      [0.2, 0.3],
      [0.3, 0.4],
      [0.4, 0.5],
      [0.5, 0.6],
      [0.6, 0.7],
      [0.7, 0.8],
    ]);
    expect(values.map((value) => classOf(value, classes)?.colour)).toEqual(['a', 'b', 'd', 'f']);
  });

  test('the last class holds its upper limit, one value has one class, none has none', () => {
    const classes = classify([0, 10], colours);
    expect(classOf(10, classes)).toBe(classes.at(-1));
    const alike = classify([4, 4], colours);
    expect(alike.map(({ low, high }) => [low, high])).toEqual([[4, 4]]);
    expect(classOf(4, alike)).toEqual(alike[0]);
    expect(classify([], colours)).toEqual([]);
  });
});

test('labels are pushed apart and stay between their limits', () => {
  const sizes = [10, 10, 10, 10];
  const places = spreadLabels(
    [50, 50, 49, 95].map((at, index) => ({ at, size: sizes[index] ?? 0 })),
    0,
    100,
  );
  const sorted = [...places].sort((a, b) => a - b);
  for (const [index, place] of sorted.slice(1).entries())
    expect(place - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(10);
  expect(sorted.at(-1)).toBeLessThanOrEqual(90);
  expect(places[2]).toBeLessThan(places[0] ?? 0);
});

/** The answers of the survey's single-choice questions, by what they are. */
const answersOf: readonly (readonly [string, readonly string[]])[] = [
  ['yes or no', ['Oui', 'Non']],
  ['three opinions', ["Tout à fait d'accord", "Plutôt d'accord", "Pas d'accord"]],
  ['plans', ['Oui, en interne', 'Oui, par un prestataire', 'Non, mais projet', 'Non']],
  ['opinions around neither', ['Plutôt utile', 'Ni utile ni inutile', 'Plutôt pas utile']],
  ['amounts', ['Aucun budget', 'Moins de 500 €', 'De 500 à 1 000 €', 'Plus de 1 000 €']],
  ['kinds', ['BtoB', 'BtoC', 'Mixte']],
];

describe('the colours of a scale of answers', () => {
  const { diverging, sequential, categorical, blank } = themes.light;
  const [strongFor, mildFor, neutral, mildAgainst, strongAgainst] = diverging;

  test.each([
    ['yes or no', [strongFor, strongAgainst]],
    ['three opinions', [strongFor, mildFor, strongAgainst]],
    ['plans', [strongFor, mildFor, mildAgainst, strongAgainst]],
    ['opinions around neither', [strongFor, neutral, strongAgainst]],
    ['kinds', categorical.slice(0, 3)],
  ])('say what the answers are: %s', (name, colours) => {
    const answers = new Map(answersOf).get(name) ?? [];
    expect(answerColours(answers, themes.light)).toEqual(colours);
    expect(answerColours([...answers, 'Ne sait pas'], themes.light)).toEqual([...colours, blank]);
  });

  test('amounts go from pale to full', () => {
    const colours = answerColours(new Map(answersOf).get('amounts') ?? [], themes.light);
    expect([colours[0], colours.at(-1)]).toEqual([sequential[1], sequential.at(-1)]);
    const lights = colours.map(luminance);
    expect(lights).toEqual([...lights].sort((a, b) => b - a));
  });
});

describe.each(themeNames)('the %s theme', (name) => {
  const theme = themes[name];

  test('text reads: 4.5:1 at least', () => {
    for (const colour of [theme.ink, theme.soft, theme.counter]) {
      expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('marks and lines stand out: 3:1 at least', () => {
    for (const colour of [theme.accent, ...theme.categorical]) {
      expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(answersOf)('figures read on every segment: %s', (_, answers) => {
    for (const fill of answerColours(answers, theme)) {
      expect(contrast(inkOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the map’s classes go steadily from near the ground to far from it', () => {
    const steps = theme.sequential.map(luminance);
    const sorted = [...steps].sort((a, b) => (name === 'light' ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
});
