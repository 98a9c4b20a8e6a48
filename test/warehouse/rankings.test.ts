import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankingsQuery } from '../../core/contract/rankings.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

const rank = (query: RankingsQuery) => rankings(warehouse, query);

describe('a ranking', () => {
  it('by count orders respondents, shares the rank of ties and orders them by label', async () => {
    const answer = await rank({
      by: ['department'],
      question: 501,
      answer: ["Tout à fait d'accord"],
      sort: 'count',
    });
    expect(answer).toMatchObject({ edition: 2024, total: 5, sort: 'count' });
    expect(answer.overall).toMatchObject({ n: 110, count: 40, share: 8 / 18 });
    expect(answer.rows.map(({ rank: place, label, count }) => [place, label, count])).toEqual([
      [1, 'Finistère', 20],
      [2, 'Ille-et-Vilaine', 10],
      [2, 'Paris', 10],
      [4, 'Bouches-du-Rhône', 0],
      [4, 'Corse-du-Sud', 0],
    ]);
    expect(answer.rows[3]).toMatchObject({ n: 10, count: 0, share: null, flag: 'suppressed' });
    expect(answer.rows[0]).toMatchObject({ rankInterval: null, topProbability: null });
  });

  it('by share leaves what is withheld without a rank, last', async () => {
    const { rows } = await rank({
      by: ['department'],
      question: 501,
      answer: ["Plutôt d'accord"],
      sort: 'share',
    });
    expect(rows.map(({ rank: place, label }) => [place, label])).toEqual([
      [1, 'Ille-et-Vilaine'],
      [2, 'Finistère'],
      [3, 'Paris'],
      [null, 'Bouches-du-Rhône'],
      [null, 'Corse-du-Sud'],
    ]);
  });

  it('keeps every segment in its total whatever the limit', async () => {
    const { rows, total } = await rank({
      by: ['department'],
      question: 501,
      sort: 'count',
      limit: 2,
    });
    expect([rows.length, total]).toEqual([2, 5]);
  });

  it('counts the favourable answers when none is named', async () => {
    const { answers, overall } = await rank({ by: ['sector'], question: 501, sort: 'share' });
    expect(answers).toEqual(["Tout à fait d'accord + Plutôt d'accord"]);
    expect(overall.share).toBe(11 / 18);
  });

  it('smooths by default, with ranks that chance allows', async () => {
    const { rows, sort, notices } = await rank({ by: ['sector'], question: 501 });
    expect(sort).toBe('smoothed');
    expect(rows.map(({ rank: place }) => place)).toEqual([1, 2]);
    for (const row of rows) {
      expect(row.smoothed?.share).toBeGreaterThan(0);
      expect(row.rankInterval).not.toBeNull();
      expect(row.topProbability).toBe(1);
    }
    expect(notices.some((notice) => notice.startsWith('Ordre indicatif'))).toBe(true);
  });

  it('turns a fixed number of enterprises into a potential', async () => {
    const { rows } = await rank({ by: ['sector'], question: 501, sort: 'potential' });
    for (const { potential, smoothed, key } of rows) {
      expect(key.sector).toMatch(/commerce|industrie/);
      expect(potential?.enterprises).toBeCloseTo(100 * smoothed!.share!, 9);
    }
  });

  it('of two dimensions crosses them', async () => {
    const { rows, total } = await rank({ by: ['sector', 'size'], question: 501, sort: 'count' });
    expect(total).toBe(4);
    expect(rows[0]?.key).toEqual({ sector: 'commerce', size: '0' });
  });

  it('with too few on one side gives no smoothing and says so', async () => {
    const { rows, sort, notices } = await rank({
      by: ['sector'],
      question: 605,
      answer: ['Aucun'],
    });
    expect(sort).toBe('count');
    expect(rows[0]?.smoothed).toBeNull();
    expect(notices.some((notice) => notice.includes('Moins de 30'))).toBe(true);
  });
});

describe('a score', () => {
  const criteria = ["501:Tout à fait d'accord|Plutôt d'accord:+:3", '802:Oui:-:1'];

  it('names its criteria, what they weigh and what each adds', async () => {
    const answer = await rank({ by: ['department'], criteria });
    expect(answer).toMatchObject({ question: null, sort: 'score', edition: 2024, total: 5 });
    expect(answer.criteria?.map(({ question, direction }) => [question.code, direction])).toEqual([
      [501, '+'],
      [802, '-'],
    ]);
    const kept = answer.criteria?.reduce((sum, { weight }) => sum + weight, 0);
    expect(kept).toBeCloseTo(1, 12);
    for (const row of answer.rows) {
      expect(row.parts).toHaveLength(2);
      expect(row.score).not.toBeNull();
    }
    expect(answer.rows.map(({ rank: place }) => place)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is computed without respondent ids too', async () => {
    const { rows } = await rank({ by: ['department'], criteria, edition: 2022 });
    expect(rows.map(({ rank: place }) => place)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    [{ criteria: ['501'] }, 'criteria'],
    [{ criteria: ['9999:Oui:+:1'] }, 'criteria'],
    [{ criteria: ['501:Oui:+:1'] }, 'criteria'],
    [{ criteria: ['802:Oui:+:0'] }, 'criteria'],
    [{ criteria, edition: 2021 }, 'edition'],
    [{ criteria, sort: 'count' as const }, 'sort'],
    [{ criteria, question: 501 }, 'criteria'],
    [{ question: 501, sort: 'score' as const }, 'sort'],
    [{}, 'question'],
    [{ question: 605 }, 'answer'],
    [{ criteria: ['605:LinkedIn|Facebook:+:1'], edition: 2022 }, 'criteria'],
  ])('refuses %j by naming %s', async (query, parameter) => {
    await expect(rank({ by: ['department'], ...query })).rejects.toMatchObject({
      status: 400,
      fields: { parameter },
    });
  });
});
