import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../core/charts/chart.ts';
import { crosstabHeat } from '../../../core/charts/heat-table.ts';
import { crosstabMultiples } from '../../../core/charts/multiples.ts';
import { themes } from '../../../core/charts/theme.ts';
import { drawn } from './inspect.ts';
import { crosstabSample, optionsOf } from './samples.ts';

type Datum = Record<string, string | number | boolean | null>;

/** What the rectangles of a chart that hold a figure carry. */
const rectangles = ({ spec }: Chart, field: string): Datum[] =>
  ('layer' in spec ? spec.layer : [])
    .flatMap((layer) => (layer.data as { values?: Datum[] } | undefined)?.values ?? [])
    .filter((datum) => field in datum && 'y2' in datum);

const two = crosstabSample({ by: ['size', 'sector'], answers: ['Oui'] });

describe('a coloured table', () => {
  const chart = crosstabHeat(two, optionsOf({ width: 900 }));
  const cells = rectangles(chart, 'column');

  test('has a cell for each row of the answer, its share and base in it', () => {
    expect(cells).toHaveLength(two.rows.length);
    expect(cells.map(({ share }) => share).sort()).toEqual(
      two.rows.map(({ cells: [cell] }) => cell?.share ?? null).sort(),
    );
    expect(cells.map(({ base }) => base).sort()).toEqual(two.rows.map(({ n }) => n).sort());
  });

  test('has the dimension of fewer values across', () => {
    expect(new Set(cells.map(({ column }) => column)).size).toBe(4);
    expect(new Set(cells.map(({ row }) => row)).size).toBe(11);
  });

  test('is no paler where a share is higher', () => {
    const ramp = themes.light.sequential;
    const told = cells
      .filter(({ share }) => share !== null)
      .sort((a, b) => Number(a.share) - Number(b.share))
      .map(({ fill }) => ramp.indexOf(String(fill)));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told).size).toBeGreaterThan(2);
  });

  test('has all its rows in a picture of fixed size, share and base side by side', async () => {
    const picture = crosstabHeat(two, optionsOf({ width: 1200, height: 628 }));
    expect([picture.whole, picture.height]).toEqual([true, 628]);
    const { texts } = await drawn(picture);
    const bases = texts.filter(({ text }) => text.startsWith('n\u00a0'));
    const beside = bases.filter((base) =>
      texts.some(({ text, bottom }) => text.endsWith('%') && Math.abs(bottom - base.bottom) < 3),
    );
    expect(beside.length).toBe(bases.length);
  });

  test('prints « < 3 » in a cell of one or two respondents, nothing where no base is published', async () => {
    const [tiny, ...others] = two.rows;
    if (tiny === undefined) throw new Error('no row');
    const cells = tiny.cells.map((cell) => ({ ...cell, share: null, flag: 'suppressed' as const }));
    const rows = [{ ...tiny, n: null, cells }, ...others.map((row) => ({ ...row, n: 50 }))];
    const { texts } = await drawn(crosstabHeat({ ...two, rows }, optionsOf({ width: 900 })));
    const bases = texts.map(({ text }) => text).filter((text) => text.startsWith('n\u00a0'));
    expect(bases.filter((text) => text === 'n\u00a0<\u202f3')).toHaveLength(1);
    const published = crosstabSample({ by: ['size', 'sector'], answers: ['Oui'], published: true });
    const none = await drawn(crosstabHeat(published, optionsOf({ width: 900 })));
    expect(none.texts.filter(({ text }) => text.startsWith('n\u00a0'))).toEqual([]);
  });

  test('says how many columns a phone has no room for', () => {
    const phone = crosstabHeat(
      crosstabSample({ by: ['region', 'sector'], answers: ['Oui'] }),
      optionsOf({ width: 390 }),
    );
    expect(phone.whole).toBe(false);
    expect(phone.notes.join(' ')).toMatch(/\d premières colonnes sur 11/);
  });
});

describe('small charts', () => {
  const chart = crosstabMultiples(two, optionsOf({ width: 900 }));
  const bars = rectangles(chart, 'panel').filter(({ x2, lowX }) => x2 !== null && lowX !== null);

  test('have one scale: a bar is as long as its share', () => {
    const lengths = bars.map(({ x, x2, value }) => (Number(x2) - Number(x)) / Number(value));
    expect(lengths.length).toBeGreaterThan(20);
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0, 6);
  });

  test.each([
    [1200, 675],
    [1200, 628],
    [1080, 1080],
  ])('are all in a picture of %i × %i, their text 11 pixels or more', async (width, height) => {
    for (const answer of [two, crosstabSample({ by: ['sector'] })]) {
      const picture = crosstabMultiples(answer, optionsOf({ width, height }));
      expect([picture.whole, picture.height]).toEqual([true, height]);
      const { texts } = await drawn(picture);
      expect(Math.min(...texts.map(({ top, bottom }) => bottom - top))).toBeGreaterThan(11);
    }
  });

  test('have the base that a chart’s bars share beside its name, not in each bar', async () => {
    const one = crosstabSample({ by: ['sector'] });
    const words = (await drawn(crosstabMultiples(one, optionsOf({ width: 900 })))).texts;
    expect(words.filter(({ text }) => text.startsWith('n\u00a0'))).toHaveLength(one.rows.length);
  });

  test('are named after the values of the second dimension, and say the whole’s share', async () => {
    const words = (await drawn(chart)).texts.map(({ text }) => text);
    expect(words).toContain('Agriculture');
    expect(words.join(' ')).toMatch(/Trait pointillé\u202f: ensemble, [\d,]+\u202f%/);
  });

  test('past two dozen, say how many are left to the table', () => {
    const many = crosstabMultiples(
      crosstabSample({ by: ['size', 'department'], answers: ['Oui'] }),
      optionsOf({ width: 900 }),
    );
    expect(many.notes.join(' ')).toContain('24 graphiques sur 101');
  });
});
