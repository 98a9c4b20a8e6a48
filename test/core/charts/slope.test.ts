import { describe, expect, it } from 'vitest';
import { gapDumbbell } from '../../../core/charts/gap-dumbbell.ts';
import { checkPublishable } from '../../../core/charts/publishable.ts';
import { slopeLines } from '../../../core/charts/slope.ts';
import { themes } from '../../../core/charts/theme.ts';
import { compareSample, moversSample, trendSample } from './course-samples.ts';
import { drawn } from './inspect.ts';
import { optionsOf } from './samples.ts';

const options = optionsOf();
const textsOf = async (chart: Parameters<typeof drawn>[0]) =>
  (await drawn(chart)).texts.map(({ text }) => text);

/** The strokes that go from one edition to the other: `[colour, dashed]`. */
async function strokesOf(chart: Parameters<typeof drawn>[0]) {
  const { svg } = await drawn(chart);
  const groups = svg.match(/<g class="mark-line[^>]*>.*?<\/g>/g) ?? [];
  return groups
    .flatMap((group) => group.match(/<path[^>]*>/g) ?? [])
    .filter((path) => /d="M[^"]*L/.test(path))
    .map((path) => [/stroke="([^"]+)"/.exec(path)?.[1], /stroke-dasharray="(?!1,0)/.test(path)]);
}

describe('a slope', () => {
  it('is of the latest two editions, both figures at its ends, the change in brackets', async () => {
    const chart = slopeLines(trendSample(), options);
    expect(chart.table.rows.map(([, edition]) => edition)).toEqual(['2024', '2025']);
    const [before, after] = chart.table.rows.map((row) => row[2] ?? '');
    const texts = await textsOf(chart);
    expect(texts).toContain(before);
    expect(texts).toContain(`Oui ${after} (+4,0)`);
    expect(texts).toEqual(expect.arrayContaining(['2024', '2025']));
  });

  it('joins two editions asked for, however far apart', async () => {
    expect(await strokesOf(slopeLines(trendSample({ editions: [2021, 2025] }), options))).toEqual([
      [themes.light.accent, false],
    ]);
  });

  it('dashes what chance may explain, and says so', async () => {
    const chart = slopeLines(trendSample({ lines: 3, unsure: true }), options);
    expect(await strokesOf(chart)).toEqual([
      [themes.light.accent, false],
      [themes.light.accent, false],
      [themes.light.soft, true],
    ]);
    expect(chart.notes.join(' ')).toContain('tirets');
  });

  it('keeps every clear change solid, however many lines there are', async () => {
    const strokes = await strokesOf(slopeLines(trendSample({ lines: 11 }), options));
    expect(strokes).toHaveLength(11);
    expect(strokes.filter(([, dashed]) => dashed)).toEqual([]);
  });

  it('joins nothing across a change of question, and names it', async () => {
    const chart = slopeLines(trendSample({ lines: 3, brokenAt: 2025 }), options);
    expect(await strokesOf(chart)).toEqual([]);
    expect(await textsOf(chart)).toContain('question reformulée');
  });

  it('may be published', () => {
    for (const chart of [
      slopeLines(trendSample({ lines: 11 }), options),
      gapDumbbell(moversSample(), options),
      gapDumbbell(compareSample(), options),
    ]) {
      expect(checkPublishable(chart, options.provenance, 'fr').reasons).toEqual([]);
    }
  });
});

describe('a dumbbell', () => {
  it('names both sides and gives both shares of every row', async () => {
    const texts = await textsOf(gapDumbbell(compareSample(4), options));
    expect(texts).toEqual(expect.arrayContaining(['Reste de la France', 'Ce profil']));
    const { table } = gapDumbbell(compareSample(4), options);
    for (const row of table.rows) expect(texts).toEqual(expect.arrayContaining([row[2], row[3]]));
  });

  it('sets the interval of the difference on the first side', async () => {
    const { spec } = gapDumbbell(moversSample(1), options);
    const { values } = (spec as unknown as { data: { values: Record<string, number>[] } }).data;
    const [{ from = 0, to = 0, low = 0, high = 0 } = {}] = values;
    const [gap] = moversSample(1).movers;
    const perShare = (to - from) / (gap?.difference ?? 1);
    expect((low - from) / perShare).toBeCloseTo(gap?.ci?.[0] ?? 0);
    expect((high - from) / perShare).toBeCloseTo(gap?.ci?.[1] ?? 0);
  });
});
