import { describe, expect, test } from 'vitest';
import type { CrosstabAnswer } from '../../../core/contract/crosstab.ts';
import type { Filters } from '../../../core/contract/filters.ts';
import type { RankingsAnswer } from '../../../core/contract/rankings.ts';
import type { TrendsAnswer } from '../../../core/contract/trends.ts';
import { describeAsked } from '../../../core/format/asked.ts';
import { headlineCrosstab } from '../../../core/format/crosstab-headline.ts';
import { readCrosstab, subtitleCrosstab } from '../../../core/format/crosstab-words.ts';
import { headGaps, headlineGaps } from '../../../core/format/gap-headline.ts';
import { namePopulation } from '../../../core/format/populations.ts';
import { headlineRanking } from '../../../core/format/ranking-headline.ts';
import { sayFinding } from '../../../core/format/statements.ts';
import { headlineTrends } from '../../../core/format/trend-headline.ts';
import { compareSample, moversSample, trendSample } from '../charts/course-samples.ts';
import { crosstabSample, rankingSample } from '../charts/samples.ts';

const n = '\u202f';
const nb = '\u00a0';

describe('populations', () => {
  test.each([
    [{}, {}, 'TPE-PME', 'SMEs'],
    [{ region: ['53'] }, {}, 'TPE-PME de Bretagne', 'SMEs in Bretagne'],
    [{ region: ['11'] }, {}, 'TPE-PME de l’Île-de-France', 'SMEs in Île-de-France'],
    [{ department: ['59'] }, {}, 'TPE-PME du Nord', 'SMEs in Nord'],
    [{ department: ['01'] }, {}, 'TPE-PME de l’Ain', 'SMEs in Ain'],
    [{ department: ['22'] }, {}, 'TPE-PME des Côtes-d’Armor', 'SMEs in Côtes-d’Armor'],
    [{ department: ['34'] }, {}, 'TPE-PME de l’Hérault', 'SMEs in Hérault'],
    [{ sector: ['commerce'] }, {}, 'TPE-PME du commerce', 'SMEs in retail and wholesale trade'],
    [{ sector: ['industrie'] }, {}, 'TPE-PME de l’industrie', 'SMEs in manufacturing'],
    [
      { sector: ['hebergement-restauration'] },
      {},
      'TPE-PME de l’hébergement et de la restauration',
      'SMEs in hotels and restaurants',
    ],
    [
      { sector: ['ntic'], region: ['53'] },
      {},
      'TPE-PME des technologies de l’information et de la communication en Bretagne',
      'SMEs in information and communication technology in Bretagne',
    ],
    [{ sector: ['autre'] }, {}, 'TPE-PME des autres secteurs', 'SMEs in other sectors'],
    [{ size: ['0'] }, {}, 'entreprises sans salarié', 'enterprises with no employee'],
    [
      { size: ['10-49'], sector: ['commerce'], department: ['29'] },
      {},
      'entreprises de 10 à 49 salariés du commerce dans le Finistère',
      'enterprises with 10 to 49 employees in retail and wholesale trade in Finistère',
    ],
    [{ region: ['53', '28'] }, {}, 'TPE-PME de la sélection', 'SMEs of the selection'],
    [{ region: ['53', '28'] }, { region: '28' }, 'TPE-PME de Normandie', 'SMEs in Normandie'],
  ] as const)('%j %j: %s', (filters, row, french, english) => {
    const asked: Filters = JSON.parse(JSON.stringify(filters));
    expect(namePopulation(asked, row, 'fr')).toBe(french);
    expect(namePopulation(asked, row, 'en')).toBe(english);
  });
});

describe('findings', () => {
  const ai = "Intelligence artificielle : taux d'utilisation global";
  const agree = "Tout à fait d'accord + Plutôt d'accord";
  const long =
    'Une réponse si longue que nul titre ne la porterait tout entière sans perdre son lecteur';
  test.each([
    [801, ai, 'Oui', 0.25, 'Un quart des TPE-PME utilisent l’IA', 'A quarter of SMEs use AI'],
    [801, ai, "J'en ai + Oui", 0.13, `13${n}% des TPE-PME utilisent l’IA`, '13% of SMEs use AI'],
    [
      801,
      ai,
      'Oui',
      0,
      `0${n}% des TPE-PME interrogées utilisent l’IA`,
      '0% of SMEs interviewed use AI',
    ],
    [
      801,
      ai,
      'Oui',
      1,
      'Toutes les TPE-PME interrogées utilisent l’IA',
      'All SMEs interviewed use AI',
    ],
    [
      801,
      ai,
      'Non',
      0.75,
      `Intelligence artificielle${n}: trois quarts des TPE-PME n’y ont pas recours`,
      'Intelligence artificielle: three quarters of SMEs do not use it',
    ],
    [
      501,
      "Le numérique représente un bénéfice réel pour l'entreprise",
      agree,
      0.779,
      `78${n}% des TPE-PME jugent que le numérique leur apporte un bénéfice réel`,
      '78% of SMEs say digital tools bring them a real benefit',
    ],
    [
      501,
      "Le numérique représente un bénéfice réel pour l'entreprise",
      "Plutôt d'accord",
      0.4,
      `Le numérique représente un bénéfice réel pour l’entreprise${n}: 40${n}% des TPE-PME ont répondu «${n}Plutôt d’accord${n}»`,
      'Le numérique représente un bénéfice réel pour l’entreprise: 40% of SMEs answered “Plutôt d’accord”',
    ],
    [
      731,
      'Vente en ligne : autre question sous ce code',
      'Oui',
      0.4,
      `«${n}Vente en ligne${n}: autre question sous ce code${n}»${n}: 40${n}% des TPE-PME ont répondu «${n}Oui${n}»`,
      '“Vente en ligne\u202f: autre question sous ce code”: 40% of SMEs answered “Oui”',
    ],
    [
      714,
      "Caisse enregistreuse connectée : taux d'équipement",
      'Oui',
      0.12,
      `Caisse enregistreuse connectée${n}: 12${n}% des TPE-PME en sont équipées`,
      'Caisse enregistreuse connectée: 12% of SMEs have it',
    ],
    [
      1006,
      'Débit internet (descendant et montant) : taux de satisfaction',
      'Très satisfaisant + Plutôt satisfaisant',
      0.752,
      `Débit internet (descendant et montant)${n}: trois quarts des TPE-PME s’en disent satisfaites`,
      'Débit internet (descendant et montant): three quarters of SMEs are satisfied',
    ],
    [
      9999,
      'Avez-vous un projet ?',
      'Oui, un ou plusieurs',
      0.5,
      `Avez-vous un projet${n}? La moitié des TPE-PME ont répondu «${n}Oui, un ou plusieurs${n}»`,
      'Avez-vous un projet\u202f? Half of SMEs answered “Oui, un ou plusieurs”',
    ],
    [
      9999,
      'Question '.repeat(20).trim(),
      long,
      0.5,
      `La moitié des TPE-PME ont répondu «${n}Une réponse si longue que nul titre ne la porterait tout entière sans…${n}»`,
      'Half of SMEs answered “Une réponse si longue que nul titre ne la porterait tout entière sans…”',
    ],
    [
      9999,
      'Réseaux utilisés',
      'X + Y + Z',
      0.333,
      `Réseaux utilisés${n}: un tiers des TPE-PME ont répondu par l’une de 3 réponses`,
      'Réseaux utilisés: a third of SMEs answered with one of 3 answers',
    ],
  ])('%d %s, %s: %d', (code, label, answer, share, french, english) => {
    const counted = { code, label, answer, asked: 1 };
    expect(sayFinding(counted, share, null, 'TPE-PME', 'fr')).toBe(french);
    expect(sayFinding(counted, share, null, 'SMEs', 'en')).toBe(english);
  });
});

describe('questions put to some enterprises only', () => {
  const antivirus = { code: 921, label: 'Antivirus : taux de mise en œuvre', answer: 'Oui' };
  test.each([
    [
      0.82,
      0.96,
      `96${n}% des TPE-PME interrogées sur ce point ont un antivirus`,
      '96% of SMEs asked this question have antivirus software',
    ],
    [
      0.82,
      1,
      'Toutes les TPE-PME interrogées sur ce point ont un antivirus',
      'All SMEs asked this question have antivirus software',
    ],
    [
      0.82,
      0,
      `0${n}% des TPE-PME interrogées sur ce point ont un antivirus`,
      '0% of SMEs asked this question have antivirus software',
    ],
    [0.96, 0.9, `90${n}% des TPE-PME ont un antivirus`, '90% of SMEs have antivirus software'],
    [null, 0.9, `90${n}% des TPE-PME ont un antivirus`, '90% of SMEs have antivirus software'],
  ])('asked of %s, share %d', (asked, share, french, english) => {
    const counted = { ...antivirus, asked };
    expect(sayFinding(counted, share, null, 'TPE-PME', 'fr')).toBe(french);
    expect(sayFinding(counted, share, null, 'SMEs', 'en')).toBe(english);
  });

  test.each([
    [{}, 1, 'Ensemble des TPE et PME', 'All small and medium enterprises'],
    [
      {},
      0.64,
      `TPE et PME interrogées sur ce point (64${n}% de l’ensemble)`,
      'Small and medium enterprises asked this question (64% of all)',
    ],
    [
      { region: ['53'] },
      0.64,
      `Bretagne, entreprises interrogées sur ce point (64${n}% en France entière)`,
      'Bretagne, enterprises asked this question (64% across France)',
    ],
  ])('%j, %d: %s', (filters, asked, french, english) => {
    expect(describeAsked(filters, asked, 'fr')).toBe(french);
    expect(describeAsked(filters, asked, 'en')).toBe(english);
  });

  test('a subtitle and a reading sentence name them too', () => {
    const answer = crosstabSample({ answers: ['Oui'] });
    const some = { ...answer, filters: {}, question: { ...answer.question, asked: 0.64 } };
    expect(subtitleCrosstab(some, 'fr')).toMatch(/TPE et PME interrogées sur ce point \(64/);
    expect(readCrosstab(some, 'fr')).toMatch(
      / des entreprises interrogées sur ce point ont répondu/,
    );
    expect(readCrosstab(some, 'en')).toMatch(/ of enterprises asked this question answered/);
  });
});

type Change = TrendsAnswer['series'][number]['changes'][number];

function aiTrend(from: number, to: number, change: Partial<Change> = {}): TrendsAnswer {
  const sample = trendSample({ editions: [2024, 2025] });
  const [series] = sample.series;
  if (series === undefined) throw new Error('no series');
  const difference = to - from;
  const points = series.points.map((point, index) => ({
    ...point,
    share: [from, to][index] ?? null,
    ci: null,
  }));
  const changes = series.changes.map((each) => ({
    ...each,
    difference,
    ci: [difference - 0.01, difference + 0.01] as [number, number],
    ...change,
  }));
  return {
    ...sample,
    question: {
      code: 801,
      label: "Intelligence artificielle : taux d'utilisation",
      type: 'single',
      asked: 1,
    },
    series: [{ ...series, points, changes }],
  };
}

describe('courses', () => {
  test.each([
    [
      aiTrend(0.125, 0.25),
      'Un quart des TPE-PME utilisent l’IA en 2025, deux fois plus qu’en 2024',
      'A quarter of SMEs use AI in 2025, twice as many as in 2024',
    ],
    [
      aiTrend(0.3, 0.38),
      `38${n}% des TPE-PME utilisent l’IA en 2025, 8${nb}points de plus qu’en 2024`,
      `38% of SMEs use AI in 2025, 8${nb}points more than in 2024`,
    ],
    [
      aiTrend(0.37, 0.38, { significant: false, p: 0.4 }),
      `38${n}% des TPE-PME utilisent l’IA en 2025, sans évolution décelable depuis 2024`,
      '38% of SMEs use AI in 2025, with no detectable change since 2024',
    ],
    [
      aiTrend(0.3, 0.38, { significant: null, p: null, ci: null }),
      `38${n}% des TPE-PME utilisent l’IA en 2025, contre 30${n}% en 2024 (écart non testé)`,
      '38% of SMEs use AI in 2025, against 30% in 2024 (difference not tested)',
    ],
    [
      aiTrend(0.05, 0.38, { comparability: 'reworded', difference: null, significant: null }),
      `38${n}% des TPE-PME utilisent l’IA en 2025, sans comparaison possible avec 2024`,
      '38% of SMEs use AI in 2025, not comparable with 2024',
    ],
  ])('one line', (answer, french, english) => {
    expect(headlineTrends(answer, 'fr')).toBe(french);
    expect(headlineTrends(answer, 'en')).toBe(english);
  });

  test('a single edition claims no change, and none at all falls back on the question', () => {
    expect(headlineTrends(trendSample({ editions: [2025] }), 'fr')).toMatch(/ en 2025$/);
    const empty = { ...trendSample(), series: [] };
    expect(headlineTrends(empty, 'fr')).toBe('L’entreprise a un site internet');
  });

  test('several lines are tested together', () => {
    const answer = trendSample({ lines: 3 });
    expect(headlineTrends(answer, 'fr')).toBe(
      `L’entreprise a un site internet${n}: depuis 2024, 3 hausses décelables, sur 3 secteurs`,
    );
    const weak = { ...answer, series: answer.series.map((each) => withoutMark(each)) };
    expect(headlineTrends(weak, 'fr')).toBe(
      `L’entreprise a un site internet${n}: aucune évolution décelable depuis 2024, sur 3 courbes testées`,
    );
    const asked = { ...weak.question, label: 'Avez-vous un site ?' };
    expect(headlineTrends({ ...weak, question: asked }, 'en')).toBe(
      `Avez-vous un site${n}? No detectable change since 2024, across 3 lines tested`,
    );
    const one = {
      ...answer,
      series: answer.series.map((each, index) => (index === 0 ? each : withoutMark(each))),
    };
    expect(headlineTrends(one, 'fr')).toMatch(
      /^L’entreprise a un site internet\u202f: TPE-PME d.*, [\d,]+\u00a0points de plus qu’en 2024, seule évolution décelable$/,
    );
  });
});

function withoutMark(series: TrendsAnswer['series'][number]): TrendsAnswer['series'][number] {
  const changes = series.changes.map((change) => ({ ...change, p: 0.3, significant: false }));
  return { ...series, changes };
}

function tested(answer: CrosstabAnswer, strong: readonly number[]): CrosstabAnswer {
  const rows = answer.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      share: cell.share === null ? null : 0.34,
      flag: null,
      ci: [0.32, 0.36] as [number, number],
      vsRest: {
        difference: 0.09,
        se: 0.01,
        ci: [0.05, 0.13] as [number, number],
        p: 0.001,
        significant: strong.includes(index),
      },
    })),
  }));
  return { ...answer, filters: {}, rows };
}

const site = (answer: CrosstabAnswer): CrosstabAnswer => {
  const total = { ...answer.total, cells: answer.total.cells.slice(0, 1) };
  return {
    ...answer,
    question: { code: 601, label: "L'entreprise a un site internet", type: 'single', asked: 1 },
    total: { ...total, cells: total.cells.map((cell) => ({ ...cell, share: 0.25, ci: null })) },
  };
};

describe('cross-tabs', () => {
  const bySector = site(crosstabSample({ answers: ['Oui'] }));
  test('the row that stands out, against the others', () => {
    const [first] = bySector.rows;
    expect(first?.key).toEqual({ sector: 'agriculture' });
    expect(headlineCrosstab(tested(bySector, [0]), 'fr')).toBe(
      `Un tiers des TPE-PME de l’agriculture ont un site internet, contre 25${n}% des autres`,
    );
    const brittany = { ...tested(bySector, [0]), filters: { region: ['53'] } };
    expect(headlineCrosstab(brittany, 'fr')).toBe(
      `Un tiers des TPE-PME de l’agriculture en Bretagne ont un site internet, contre 25${n}% dans le reste de la sélection`,
    );
  });

  test('of yes and no, as sure as each other but for the last bit, the first is told', () => {
    const both = tested(site(crosstabSample({ answers: ['Oui', 'Non'] })), [0]);
    const rows = both.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.answer === 'Oui' || cell.vsRest === null
          ? cell
          : { ...cell, vsRest: { ...cell.vsRest, ci: [0.05 + 1e-16, 0.13] as [number, number] } },
      ),
    }));
    expect(headlineCrosstab({ ...both, rows }, 'fr')).toBe(
      `Un tiers des TPE-PME de l’agriculture ont un site internet, contre 25${n}% des autres`,
    );
  });

  test('nothing beyond noise is said to be so; what the table shows as a whole, too', () => {
    expect(headlineCrosstab(tested(bySector, []), 'fr')).toBe(
      'Un quart des TPE-PME ont un site internet, sans écart décelable selon le secteur',
    );
    const uneven = { ...tested(bySector, []), test: { statistic: 4, ddf: 10, p: 0.01 } };
    expect(headlineCrosstab(uneven, 'en')).toBe(
      'A quarter of SMEs have a website, unevenly by sector',
    );
  });

  test('published figures are not tested', () => {
    const published = site(crosstabSample({ answers: ['Oui'], published: true }));
    expect(headlineCrosstab(published, 'fr')).toMatch(
      /^Un quart des TPE-PME de Bretagne ont un site internet, de \d+\u202f% à \d+\u202f% selon le secteur \(écarts non testés\)$/,
    );
  });

  test('nothing to state: the question', () => {
    expect(headlineCrosstab(crosstabSample({ suppressed: true }), 'fr')).toBe(
      'Le numérique représente un bénéfice réel pour l’entreprise',
    );
  });
});

describe('rankings', () => {
  const real = 'Le numérique représente un bénéfice réel pour l’entreprise';

  test('what is ranked, who is first, when, and how sure its place is', () => {
    const answer = rankingSample({ by: 'region', sort: 'smoothed' });
    const place = (rankInterval: [number, number] | null, language: 'fr' | 'en'): string => {
      const rows = answer.rows.map((row, index) => (index === 0 ? { ...row, rankInterval } : row));
      return headlineRanking({ ...answer, filters: {}, rows }, language);
    };
    expect(place([1, 1], 'fr')).toMatch(
      /^TPE-PME qui .*\u202f: \S.* en tête en 2023 avec .*% \(part lissée\), nettement devant les autres$/,
    );
    expect(place([1, 7], 'fr')).toMatch(/, sans se détacher \(rang possible jusqu’au 7e\)$/);
    expect(place([1, 12.4], 'en')).toMatch(/its rank may be as low as 13th\)$/);
  });

  const leader = (change: Partial<RankingsAnswer>, language: 'fr' | 'en'): string =>
    headlineRanking(
      { ...rankingSample({ by: 'sector', sort: 'share', rows: 3 }), filters: {}, ...change },
      language,
    ).replace(/(en tête|first) (en|in) 2023 .*$/, '$1');

  test.each<[string, number, string, string[], string, string]>([
    [
      'a known phrase',
      801,
      "Intelligence artificielle : taux d'utilisation global",
      ['Oui'],
      'TPE-PME qui utilisent l’IA',
      'SMEs that use AI',
    ],
    [
      'a rate of equipment',
      733,
      "Échange de données informatisé : taux d'équipement",
      ['Oui'],
      'Échange de données informatisé\u00a0– TPE-PME qui en sont équipées',
      'Échange de données informatisé\u00a0– SMEs that have it',
    ],
    [
      'agreeing',
      509,
      'Le numérique permet de se démarquer',
      ["Tout à fait d'accord", "Plutôt d'accord"],
      `TPE-PME d’accord avec «${n}Le numérique permet de se démarquer${n}»`,
      'SMEs that agree with “Le numérique permet de se démarquer”',
    ],
    [
      'another answer',
      1311,
      'Priorités à deux ans',
      ['Aucune'],
      `TPE-PME qui ont répondu «${n}Aucune${n}» à «${n}Priorités à deux ans${n}»`,
      'SMEs that answered “Aucune” to “Priorités à deux ans”',
    ],
  ])('name those counted: %s', (_, code, label, answers, fr, en) => {
    const question = { code, label, type: 'single' as const, asked: 1 };
    expect(leader({ question, answers }, 'fr')).toMatch(
      new RegExp(`^${fr.replace(/[()]/g, '\\$&')}${n}: .* en tête$`),
    );
    expect(leader({ question, answers }, 'en')).toMatch(
      new RegExp(`^${en.replace(/[()]/g, '\\$&')}: .* first$`),
    );
  });

  test('what reads alike is not told apart', () => {
    const answer = rankingSample({ by: 'region', sort: 'smoothed' });
    const rows = answer.rows.map((row, index) => ({
      ...row,
      smoothed: { share: index < 2 ? 0.5 + index / 1e6 : 0.4, ci: null },
    }));
    expect(headlineRanking({ ...answer, rows }, 'fr')).toMatch(
      new RegExp(`${n}: 2 régions à égalité en tête en 2023 \\(50,0${n}%\\)$`),
    );
  });

  test('a raw count is the sample’s', () => {
    expect(headlineRanking(rankingSample({ by: 'region', sort: 'count' }), 'fr')).toMatch(
      /\u202f: le plus grand nombre de répondants \S.* en 2023 \(\d+\)$/,
    );
  });

  test('ties are said, and an empty ranking keeps its question', () => {
    const answer = rankingSample({ by: 'size', sort: 'share' });
    const tied = { ...answer, rows: answer.rows.map((row) => ({ ...row, rank: 1 })) };
    expect(headlineRanking(tied, 'fr')).toMatch(/\u202f: 4 tailles à égalité en tête/);
    expect(headlineRanking({ ...answer, rows: [] }, 'fr')).toBe(real);
  });
});

describe('differences', () => {
  test('the surest one is the title', () => {
    const answer = moversSample();
    expect(headlineGaps(answer, answer.movers, 'fr')).toMatch(/ qu’en 2024$/);
    const compared = compareSample();
    expect(headlineGaps(compared, compared.gaps, 'fr')).toMatch(
      /des TPE-PME du commerce en Bretagne .*, contre \d+\u202f% dans le reste de la France$/,
    );
  });

  test('none beyond noise, none tested', () => {
    const answer = { ...moversSample(), significant: 0 };
    const none = answer.movers.map((gap) => ({ ...gap, significant: false }));
    expect(headlineGaps(answer, none, 'fr')).toBe('Aucune évolution décelable de 2024 à 2025');
    expect(headlineGaps({ ...compareSample(), significant: 0 }, none, 'en')).toBe(
      'SMEs in retail and wholesale trade in Bretagne: no detectable difference from the rest of France in 2025',
    );
    const untested = answer.movers.map((gap) => ({ ...gap, significant: null }));
    expect(headlineGaps(answer, untested, 'fr')).toBe('Ce qui a le plus changé de 2024 à 2025');
    expect(headGaps({ ...compareSample(), significant: 0, tested: 0 }, [], 'fr')).toEqual({
      title: `TPE-PME du commerce en Bretagne${n}: aucun écart avec le reste de la France ne peut être testé en 2025`,
      subtitle: 'Écarts avec le reste de la France, 2025.',
      reading: '',
    });
  });
});
