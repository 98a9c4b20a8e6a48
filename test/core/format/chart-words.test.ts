import { describe, expect, test } from 'vitest';
import { rankingBars } from '../../../core/charts/ranking-bars.ts';
import type { Caution } from '../../../core/contract/cautions.ts';
import {
  describeCrosstab,
  readCrosstab,
  subtitleCrosstab,
} from '../../../core/format/crosstab-words.ts';
import { describeGaps, gapWords, nameSides } from '../../../core/format/gap-words.ts';
import { rankedFigure, rankedFlag, readRanking } from '../../../core/format/ranking-words.ts';
import { describeTrends, headTrends, readTrends } from '../../../core/format/trend-words.ts';
import { describeCautions } from '../../../core/format/wording.ts';
import { compareSample, moversSample, trendSample } from '../charts/course-samples.ts';
import { crosstabSample, demonstration, optionsOf, rankingSample } from '../charts/samples.ts';

const n = '\u202f';
const nb = '\u00a0';

describe('rankings', () => {
  test.each([
    ['count', 'entreprises interrogées ont répondu'],
    ['share', `${n}% des entreprises ont répondu`],
    ['smoothed', 'la part lissée des entreprises qui ont répondu'],
    ['potential', 'environ'],
    ['score', 'celui du segment moyen étant de 50'],
  ] as const)('%s is read in its own words', (sort, words) => {
    expect(readRanking(rankingSample({ by: 'region', sort }), 'fr')).toContain(words);
  });

  test.each([
    ['share', 'intervalle à 95'],
    ['smoothed', 'intervalle à 90'],
    ['potential', 'intervalle à 90'],
    ['score', 'intervalle à 90'],
  ] as const)('%s is read with the level that its interval has', (sort, words) => {
    expect(readRanking(rankingSample({ by: 'region', sort }), 'fr')).toContain(words);
  });

  test('a score, which has no end, is never said or drawn as one of 100', () => {
    const answer = rankingSample({ by: 'region', sort: 'score' });
    for (const language of ['fr', 'en'] as const) {
      const options = optionsOf({ language });
      const { subtitle, reading, description } = rankingBars(answer, options);
      for (const text of [subtitle, reading, description]) expect(text).not.toMatch(/\b100\b/);
      expect(description).toMatch(/^(?:Points avec intervalle|Dots with intervals)\./);
    }
  });

  test('a count that is given carries no flag, a share does', () => {
    const [row] = rankingSample({ by: 'size', suppressed: true }).rows;
    expect(row && rankedFlag(row, 'count')).toBeNull();
    expect(row && rankedFlag(row, 'share')).toBe('suppressed');
    expect(row && rankedFigure(row, 'share', 'fr')).toEqual({
      value: null,
      interval: null,
      text: '–',
    });
  });
});

describe('cross-tabs', () => {
  test('published figures say that they have no base', () => {
    const answer = crosstabSample({ published: true, answers: ['Oui'] });
    expect(subtitleCrosstab(answer, 'fr')).toBe(
      `Part des entreprises qui ont répondu «${n}Oui${n}», par secteur. Bretagne, 2025. Résultats agrégés publiés, sans base.`,
    );
    expect(readCrosstab(answer, 'fr')).toMatch(/ont répondu «\u202fOui\u202f»\.$/);
  });

  test.each([
    [{ department: ['29'] }, 'dans le Finistère', 'in Finistère'],
    [
      { region: ['53'], size: ['10-49'] },
      'en Bretagne, parmi les entreprises de 10 à 49 salariés',
      'in Bretagne, among enterprises with 10 to 49 employees',
    ],
    [{ region: ['53', '28'] }, 'dans la sélection', 'in the selection'],
    [{}, 'dans l’ensemble', 'overall'],
  ])('the figure of %j is read as theirs', (filters, french, english) => {
    const answer = { ...crosstabSample({ answers: ['Oui'] }), by: [], rows: [], filters };
    expect(readCrosstab(answer, 'fr')).toMatch(new RegExp(`^Lecture${n}: en 2025, ${french}, \\d`));
    expect(readCrosstab(answer, 'en')).toMatch(new RegExp(`^Reading: in 2025, ${english}, \\d`));
  });

  test('two figures are both said, without the lower a second time as the lowest', () => {
    const answer = { ...crosstabSample({ answers: ['Oui', 'Non'] }), by: [], rows: [] };
    expect(describeCrosstab(answer, 'Barres', 'fr')).toMatch(
      / «\u202f(?:Oui|Non)\u202f» \([^)]+\) et «\u202f(?:Oui|Non)\u202f» \([^)]+\)\.$/,
    );
  });

  test('nothing is read out of nothing', () => {
    expect(readCrosstab(crosstabSample({ suppressed: true }), 'fr')).toBe('');
  });
});

describe('courses', () => {
  test('a change is told only between comparable editions', () => {
    expect(headTrends(trendSample(), 'fr').subtitle).toContain('2020–2025');
    expect(readTrends(trendSample(), 'fr')).toMatch(
      new RegExp(`répondants\\), soit \\+4,0${nb}points depuis 2024\\.$`),
    );
    expect(readTrends(trendSample({ brokenAt: 2025 }), 'fr')).not.toContain('depuis');
    expect(describeTrends(trendSample({ brokenAt: 2023 }), 'Courbes', 'fr')).toMatch(
      /\(2023\) › .*\(2025\)/,
    );
    expect(describeTrends(trendSample({ brokenAt: 2025 }), 'Courbes', 'fr')).not.toContain('›');
  });

  test('a change within noise is read so, and lines without a figure leave their place to the others', () => {
    const unsure = trendSample({ lines: 4, unsure: true });
    const [, , third, fourth] = unsure.series;
    const withheld = trendSample({ lines: 3, suppressed: true }).series;
    expect(readTrends({ ...unsure, series: [third!] }, 'fr')).toMatch(
      /depuis 2024, ce que le hasard peut expliquer\.$/,
    );
    expect(describeTrends({ ...unsure, series: [...withheld, fourth!] }, 'Courbes', 'fr')).toMatch(
      /\(2020\) › /,
    );
  });
});

describe('gaps', () => {
  test.each([
    [0, 'Aucun écart significatif sur 310 testés.'],
    [1, '1 écart significatif sur 310 testés.'],
    [42, '42 écarts significatifs sur 310 testés.'],
  ])('%d significant', (significant, words) => {
    const answer = { ...moversSample(), significant };
    expect(gapWords(answer, answer.movers, 'fr').subtitle).toContain(words);
  });

  test('a difference within noise is read so, its bases in the order of its shares', () => {
    const [gap] = compareSample().gaps;
    const known = { from: 0.2, to: 0.25, difference: 0.05, ci: [-0.01, 0.11] as [number, number] };
    const unsure = { ...gap!, ...known, nFrom: 9917, nTo: 931, significant: false };
    expect(gapWords(compareSample(), [unsure], 'fr').reading).toMatch(
      new RegExp(
        `25,0${n}% dans ce profil, 20,0${n}% dans le reste, soit \\+5,0${nb}points, ce que le hasard peut expliquer \\(.*bases${n}: 931 et 9${n}917 répondants`,
      ),
    );
  });

  test('both sides are named in order', () => {
    expect(nameSides(moversSample(), 'fr')).toBe('2024 › 2025');
    expect(nameSides(compareSample(), 'en')).toBe('Rest › profile');
    expect(gapWords(compareSample(), compareSample().gaps, 'fr').title).toBe(
      `Ce qui distingue ce profil${n}: Bretagne, commerce (détail et gros)`,
    );
    expect(describeGaps('', [], 'en')).toContain('No difference to show.');
  });
});

test('the notice of the warehouse is not said a second time among cautions', () => {
  const cautions: Caution[] = [
    { code: 'origin', text: demonstration.notice ?? '' },
    { code: 'weighting', edition: 2020 },
  ];
  expect(describeCautions(cautions, 'fr')).toEqual([
    'L’édition 2020 est pondérée autrement que les suivantes\u202f: écarts à lire avec prudence.',
  ]);
});
