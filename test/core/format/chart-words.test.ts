import { describe, expect, test } from 'vitest';
import { rankingBars } from '../../../core/charts/ranking-bars.ts';
import type { Caution } from '../../../core/contract/cautions.ts';
import { readCrosstab, subtitleCrosstab } from '../../../core/format/crosstab-words.ts';
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

  test('nothing is read out of nothing', () => {
    expect(readCrosstab(crosstabSample({ suppressed: true }), 'fr')).toBe('');
  });
});

describe('courses', () => {
  test('a change is told only between comparable editions', () => {
    expect(headTrends(trendSample(), 'fr').subtitle).toContain('2020–2025');
    expect(readTrends(trendSample(), 'fr')).toContain(`+4,0${nb}points depuis 2024`);
    expect(readTrends(trendSample({ brokenAt: 2025 }), 'fr')).not.toContain('depuis');
    expect(describeTrends(trendSample({ brokenAt: 2023 }), 'Courbes', 'fr')).toMatch(
      /\(2023\) › .*\(2025\)/,
    );
    expect(describeTrends(trendSample({ brokenAt: 2025 }), 'Courbes', 'fr')).not.toContain('›');
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
