import { describe, expect, test } from 'vitest';
import { crosstabMap, mapLevel, rankingMap } from '../../../core/charts/choropleth.ts';
import { crosstabBars } from '../../../core/charts/crosstab-bars.ts';
import { gapBars } from '../../../core/charts/gap-bars.ts';
import { rankingBars } from '../../../core/charts/ranking-bars.ts';
import { trendLines } from '../../../core/charts/trend-lines.ts';
import { compareSample, moversSample, trendSample } from './course-samples.ts';
import { drawn } from './inspect.ts';
import { crosstabSample, demonstration, optionsOf, rankingSample } from './samples.ts';

const n = '\u202f';

describe('a ranking', () => {
  const answer = rankingSample({ by: 'sector', sort: 'share' });
  const chart = rankingBars(answer, optionsOf());

  test('says what it shows, on whom, when, from where', () => {
    expect(chart.title).toBe(
      `TPE-PME qui jugent que le numérique leur apporte un bénéfice réel («${n}Tout à fait d’accord${n}»)${n}: Commerce (détail et gros) en tête en 2023 avec 78,4${n}%, sans se détacher (rang possible jusqu’au 8e)`,
    );
    expect(chart.subtitle).toBe(
      `Le numérique représente un bénéfice réel pour l’entreprise. Part des entreprises qui ont répondu «${n}Tout à fait d’accord${n}», par secteur. Ensemble des TPE et PME, 2023.`,
    );
    expect(chart.source).toContain('Baromètre France Num 2023');
    expect(chart.notice).toBeNull();
  });

  test('reads its first row out, and describes itself without the picture', () => {
    expect(chart.reading).toMatch(
      /^Lecture\u202f: en 2023, dans le commerce, 78,4\u202f% des entreprises/,
    );
    expect(chart.reading).toMatch(/base\u202f: 931 répondants\)\.$/);
    expect(chart.description).toMatch(
      /^Barres horizontales\. .*11 lignes.*Commerce \(détail et gros\) \(78,4\u202f%\)/,
    );
  });

  test('has a complete table', () => {
    expect(chart.table.rows).toHaveLength(11);
    expect(chart.table.rows[0]?.slice(0, 3)).toEqual([
      '1',
      'Commerce (détail et gros)',
      `78,4${n}%`,
    ]);
  });

  test('marks carry keys that the page can point at', async () => {
    const { spec } = chart;
    expect(JSON.stringify(spec)).toContain('"key":"sector=commerce"');
    const { svg } = await drawn(chart);
    expect(svg).toContain('opacity="0"');
  });
});

test('a figure that only the model gives is said to be, and so is an order that figures do not follow', async () => {
  const answer = rankingSample({ by: 'region', sort: 'smoothed' });
  const rows = answer.rows.map((row, index) =>
    index === 3
      ? { ...row, n: 16, flag: 'suppressed' as const, smoothed: { share: 0.99, ci: null } }
      : row,
  );
  const chart = rankingBars({ ...answer, rows }, optionsOf({ width: 900 }));
  const words = (await drawn(chart)).texts.map(({ text }) => text);
  expect(words).toContain('estimée par le modèle');
  expect(words).not.toContain('base trop faible');
  expect(chart.notes.join(' ')).toMatch(/^Estimée par le modèle.*Rangées par leur rang moyen/);
  expect(rankingBars(answer, optionsOf()).notes.join(' ')).not.toMatch(/modèle|Rangées/);
});

test('a map that leaves room names the highest with their bases and cautions', async () => {
  const answer = rankingSample({ by: 'region', sort: 'share' });
  const rows = answer.rows.map((row, index) =>
    index === 0 ? { ...row, flag: 'low-base' as const } : row,
  );
  const map = rankingMap({ ...answer, rows }, optionsOf({ width: 1200, height: 628 }));
  const words = (await drawn(map)).texts.map(({ text }) => text);
  expect(words).toContain('Base n');
  expect(words.filter((text) => text.endsWith(' (base faible)'))).toHaveLength(1);
});

describe('differences on a phone', () => {
  const answer = compareSample();
  const gaps = answer.gaps.map((gap) => ({ ...gap, significant: false }));
  const chart = gapBars({ ...answer, gaps, significant: 0 }, optionsOf({ width: 390 }));

  test('say once what an empty bar is, and give both bases in each row', async () => {
    const { texts } = await drawn(chart);
    const words = texts.map(({ text }) => text);
    expect(words.filter((text) => text === 'non significatif')).toEqual([]);
    expect(words.join(' ')).toContain(`Barre vide${n}: écart non significatif`);
    const bases = words.filter((text) =>
      /^\d+\u202f% › \d+\u202f% · [\d\u202f]+ › [\d\u202f]+$/.test(text),
    );
    expect(bases).toHaveLength(gaps.length);
  });

  test('a wide picture says it in the rows that are no finding among those that are', async () => {
    const mixed = answer.gaps.map((gap, index) => ({ ...gap, significant: index > 0 }));
    const wide = gapBars({ ...answer, gaps: mixed }, optionsOf({ width: 1000 }));
    const words = (await drawn(wide)).texts.map(({ text }) => text);
    expect(words.filter((text) => text === 'non significatif')).toHaveLength(1);
  });
});

test('synthetic figures say so inside the picture', async () => {
  const { texts } = await drawn(
    rankingBars(rankingSample({ by: 'size' }), optionsOf({ provenance: demonstration })),
  );
  const words = texts.map(({ text }) => text).join(' ');
  expect(words).toContain('Données de démonstration (synthétiques)');
  expect(words).toContain('(synthétique)');
  expect(words).not.toContain('Licence Ouverte');
});

test('a page’s chart leaves its words to the page', async () => {
  const chart = rankingBars(
    rankingSample({ by: 'size' }),
    optionsOf({ framed: false, width: 600 }),
  );
  const { texts } = await drawn(chart);
  expect(texts.some(({ text }) => text.startsWith('Lecture'))).toBe(false);
  expect(chart.reading).toContain('Lecture');
});

test('withheld and small figures are said in words', async () => {
  const withheld = await drawn(
    crosstabBars(crosstabSample({ by: ['size'], suppressed: true, answers: ['Oui'] }), optionsOf()),
  );
  expect(withheld.texts.filter(({ text }) => text === 'base trop faible')).toHaveLength(4);
  const answer = crosstabSample({ by: ['region'], answers: ['Oui'] });
  const weak = answer.rows.filter(({ cells }) => cells[0]?.flag === 'low-base').length;
  const { texts } = await drawn(crosstabBars(answer, optionsOf()));
  expect(weak).toBeGreaterThan(0);
  expect(texts.filter(({ text }) => text === 'base faible')).toHaveLength(weak);
});

test('a picture of fixed height says how many rows it leaves out', () => {
  const chart = rankingBars(rankingSample(), optionsOf({ width: 1200, height: 628 }));
  expect(chart.notes.at(-1)).toMatch(/^\d+ lignes sur 101/);
  expect(chart.table.rows).toHaveLength(101);
});

describe('maps', () => {
  test('need one geographic dimension', () => {
    expect(mapLevel(['department'])).toBe('department');
    expect(mapLevel(['region'])).toBe('region');
    expect(mapLevel(['sector'])).toBeNull();
    expect(mapLevel(['region', 'size'])).toBeNull();
    expect(() => rankingMap(rankingSample({ by: 'sector' }), optionsOf())).toThrow(RangeError);
  });

  test('a place without a figure is hatched and named in the legend', async () => {
    const { texts } = await drawn(
      crosstabMap(
        crosstabSample({ by: ['region'], answers: ['Oui'], suppressed: true }),
        optionsOf(),
      ),
    );
    expect(texts.map(({ text }) => text)).toContain('base trop faible');
  });
});

describe('courses', () => {
  const segmentsOf = async (sample: Parameters<typeof trendSample>[0]) => {
    const { svg } = await drawn(trendLines(trendSample(sample), optionsOf({ framed: false })));
    return [...svg.matchAll(/mark-line[^>]*>(.*?)<\/g>/g)].flatMap(([, paths = '']) => [
      ...paths.matchAll(/<path/g),
    ]).length;
  };

  test('a comparable question is one line', async () => {
    expect(await segmentsOf({})).toBe(1);
  });

  test('a changed question, or a missing edition, is a gap', async () => {
    expect(await segmentsOf({ brokenAt: 2023 })).toBe(2);
    expect(await segmentsOf({ missing: 2023 })).toBe(2);
  });

  test('the change is named', async () => {
    const { texts } = await drawn(
      trendLines(trendSample({ brokenAt: 2023 }), optionsOf({ width: 900 })),
    );
    expect(texts.map(({ text }) => text).join(' ')).toContain('question reformulée');
  });
});

test('differences are signed points, never per cent, and the unsure ones say so', async () => {
  const { texts } = await drawn(gapBars(moversSample(), optionsOf({ width: 800 })));
  const words = texts.map(({ text }) => text);
  expect(words).toContain('\u221220,0');
  expect(words.filter((word) => word === 'non significatif')).toHaveLength(2);
});
