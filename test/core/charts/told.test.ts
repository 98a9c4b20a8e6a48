import { expect, test } from 'vitest';
import { crosstabMap } from '../../../core/charts/choropleth.ts';
import { crosstabBars } from '../../../core/charts/crosstab-bars.ts';
import { crosstabHeat } from '../../../core/charts/heat-table.ts';
import { crosstabMultiples } from '../../../core/charts/multiples.ts';
import type { CrosstabAnswer } from '../../../core/contract/crosstab.ts';
import { drawn, overlaps } from './inspect.ts';
import { crosstabSample, optionsOf, scale } from './samples.ts';

const told = 'Services à la personne';

/** A cross-tab by sector of which one sector alone, far down the list, surely differs. */
function standing(answers: string[], multiple = false): CrosstabAnswer {
  const answer = crosstabSample({ answers, multiple });
  const rows = answer.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, position) => ({
      ...cell,
      flag: null,
      vsRest: {
        difference: 0.2,
        se: 0.02,
        ci: [0.16, 0.24] as [number, number],
        p: 0.0001,
        significant: row.label === told && position === row.cells.length - 1,
      },
    })),
  }));
  return { ...answer, rows };
}

const small = optionsOf({ width: 800, height: 418 });

test.each([
  ['bars', crosstabBars(standing(['Oui']), small)],
  ['stacks', crosstabBars(standing(scale), small)],
  ['grouped bars', crosstabBars(standing(['Un', 'Deux', 'Trois'], true), small)],
  ['small charts', crosstabMultiples(standing(scale), small)],
  ['a coloured table', crosstabHeat(standing(scale), small)],
])('%s too many for a picture keep the one that the title is about', async (kind, chart) => {
  expect(chart.whole).toBe(false);
  expect(chart.title).toMatch(/ des services à la personne /);
  expect(chart.reading).toMatch(/, dans les services à la personne, /);
  const words = (await drawn(chart)).texts.map(({ text }) => text);
  expect(words.some((text) => text.startsWith(told))).toBe(true);
  if (kind === 'grouped bars') expect(words).toContain('Trois');
  expect(words.join(' ')).toMatch(/ sur \d+\u202f; les autres/);
});

test('a long name beside a map is told on two lines, clear of its figure', async () => {
  const answer = crosstabSample({ by: ['region'], answers: ['Oui'] });
  const rows = answer.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      row.key.region?.startsWith('93') ? { ...cell, share: 0.98, flag: 'low-base' as const } : cell,
    ),
  }));
  const chart = crosstabMap({ ...answer, rows }, optionsOf({ width: 800, height: 600 }));
  const { texts } = await drawn(chart);
  expect(texts.some(({ text }) => text.startsWith('Provence'))).toBe(true);
  expect(overlaps(texts)).toEqual([]);
});
