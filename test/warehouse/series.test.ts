import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../warehouse/answers/compare.ts';
import { movers } from '../../warehouse/answers/movers.ts';
import { trends } from '../../warehouse/answers/trends.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { longerList, twelve } from './twelve.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

describe('a series', () => {
  it('takes each edition in its best basis and tests only microdata', async () => {
    const { series, notices } = await trends(warehouse, {
      question: 501,
      answer: ["Tout à fait d'accord", "Plutôt d'accord"],
    });
    expect(series).toHaveLength(1);
    const [one] = series;
    expect(one).toMatchObject({ key: {}, label: 'Ensemble' });
    expect(one?.points.map(({ edition, basis }) => [edition, basis])).toEqual([
      [2021, 'published'],
      [2022, 'microdata'],
      [2024, 'microdata'],
    ]);
    expect(one?.points[0]).toMatchObject({ n: null, share: 0.75, se: null, ci: null, flag: null });
    expect(one?.points[1]).toMatchObject({ n: 110, share: 11 / 18 });
    const [first, second] = one?.changes ?? [];
    expect(first).toMatchObject({ from: 2021, to: 2022, p: null, significant: null });
    expect(first?.difference).toBeCloseTo(11 / 18 - 0.75, 12);
    expect(second).toMatchObject({ difference: 0, p: 1, significant: false, reason: null });
    expect(notices.some((notice) => notice.includes('2021'))).toBe(true);
  });

  it('compares the editions asked for, each with the one before it', async () => {
    const asked = { question: 501, answer: ["Tout à fait d'accord", "Plutôt d'accord"] };
    const { series } = await trends(warehouse, { ...asked, edition: [2024, 2021] });
    expect(series[0]?.points.map(({ edition }) => edition)).toEqual([2021, 2024]);
    expect(series[0]?.changes).toMatchObject([{ from: 2021, to: 2024, significant: null }]);
    expect(series[0]?.changes[0]?.difference).toBeCloseTo(11 / 18 - 0.75, 12);
    await expect(trends(warehouse, { ...asked, edition: [2023] })).rejects.toMatchObject({
      status: 400,
      fields: { parameter: 'edition', allowed: [2021, 2022, 2024] },
    });
  });

  it('gives no difference across a break, and says what broke', async () => {
    const { series } = await trends(warehouse, {
      question: 605,
      answer: ['LinkedIn'],
      basis: 'microdata',
    });
    expect(series[0]?.points.map(({ share }) => share)).toEqual([8 / 17, 8 / 15]);
    expect(series[0]?.changes).toEqual([
      {
        from: 2022,
        to: 2024,
        difference: null,
        se: null,
        ci: null,
        p: null,
        significant: null,
        comparability: 'answers-changed',
        reason: longerList.fr,
        causes: [longerList],
      },
    ]);
  });

  it('carries the current wording in every edition', async () => {
    const { answers, series } = await trends(warehouse, { question: 802, answer: ["J'en ai"] });
    expect(answers).toEqual(['Oui']);
    expect(series[0]?.points.map(({ share }) => share)).toEqual([8 / 20, 8 / 20]);
  });

  it('shows PACA and Corse together in every edition, and tests no region before 2023', async () => {
    const { series } = await trends(warehouse, {
      question: 802,
      answer: ['Oui'],
      by: ['region'],
    });
    expect(series.map(({ key }) => key.region)).toEqual(['11', '53', '93+94']);
    expect(series[2]?.points.map(({ n }) => n)).toEqual([20, 20]);
    expect(series[0]?.changes[0]).toMatchObject({ difference: null, comparability: 'comparable' });
    expect(series[0]?.changes[0]?.reason).toContain('2023');
  });

  it('withholds a merged answer where respondents cannot be told apart', async () => {
    const { series } = await trends(warehouse, { question: 605, answer: ['LinkedIn', 'Facebook'] });
    expect(series[0]?.points.map(({ share, flag }) => [share, flag])).toEqual([
      [null, 'suppressed'],
      [null, 'suppressed'],
      [13 / 15, null],
    ]);
  });

  it('has a series for each answer when none is named', async () => {
    const { series } = await trends(warehouse, {
      question: 501,
      by: ['sector'],
      basis: 'microdata',
    });
    expect(series.map(({ key, answer }) => `${key.sector} ${answer}`)).toHaveLength(6);
  });
});

describe('movers', () => {
  it('look only at what both editions asked alike', async () => {
    const answer = await movers(warehouse, {});
    expect(answer).toMatchObject({ from: 2022, to: 2024, basis: 'microdata', significant: 0 });
    expect(answer.tested).toBe(4);
    expect(answer.excluded).toEqual([
      { question: 605, status: 'answers-changed', reason: longerList.fr, causes: [longerList] },
    ]);
    expect(
      answer.movers.map(({ question, answer: label }) => `${question} ${label}`).sort(),
    ).toEqual(["501 Pas d'accord", "501 Plutôt d'accord", "501 Tout à fait d'accord", '802 Oui']);
    expect(answer.movers[0]).toMatchObject({ difference: 0, p: 1, q: 1, nFrom: 110, nTo: 110 });
  });

  it('compare no region with an edition before 2023', async () => {
    const answer = await movers(warehouse, { region: ['53'] });
    expect(answer).toMatchObject({ tested: 0, movers: [] });
    expect(answer.excluded.map(({ question }) => question)).toEqual([501, 605, 802]);
  });

  it('need two editions that share a basis', async () => {
    await expect(movers(warehouse, { from: 2021, to: 2022 })).rejects.toMatchObject({
      status: 400,
      fields: { parameter: 'from' },
    });
    await expect(movers(warehouse, { from: 2024, to: 2022 })).rejects.toMatchObject({
      status: 400,
    });
    await expect(movers(warehouse, { from: 1999 })).rejects.toMatchObject({
      status: 400,
      fields: { parameter: 'from', allowed: [2021, 2022, 2024] },
    });
  });
});

describe('a profile', () => {
  it('is set against the rest of France on every answer', async () => {
    const answer = await compare(warehouse, { sector: ['industrie'] });
    expect(answer).toMatchObject({ edition: 2024, profile: { n: 60, weight: 100 }, tested: 7 });
    const benefit = answer.gaps.find(
      ({ question, answer: label }) => question === 501 && /^Tout/.test(label),
    );
    expect(benefit).toMatchObject({ from: 4 / 10, to: 4 / 8, nFrom: 60, nTo: 50 });
    expect(benefit?.difference).toBeCloseTo(0.1, 12);
  });

  it('needs a filter, and microdata', async () => {
    await expect(compare(warehouse, {})).rejects.toMatchObject({ status: 400 });
    await expect(compare(warehouse, { edition: 2021, sector: ['commerce'] })).rejects.toMatchObject(
      { fields: { parameter: 'edition', allowed: [2022, 2024] } },
    );
  });

  it('too small says so', async () => {
    const answer = await compare(warehouse, { department: ['13'] });
    expect(answer).toMatchObject({ tested: 0, gaps: [], profile: { n: 10 } });
    expect(answer.cautions).toContainEqual({ code: 'small-sides' });
    const moved = await movers(warehouse, { sector: ['agriculture'] });
    expect(moved).toMatchObject({ tested: 0, movers: [] });
    expect(moved.cautions).toContainEqual({ code: 'small-sides' });
  });
});
