import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from './build-warehouse.ts';
import { twelve } from './twelve.ts';

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(`${await publishedFolder(twelve)}/current`);
});
afterAll(() => warehouse.close());

const ask = (query: CrosstabQuery) => crosstab(warehouse, query);
const shares = (cells: readonly { share: number | null }[]) => cells.map(({ share }) => share);

describe('one question', () => {
  it('without a dimension has one row, the total', async () => {
    const answer = await ask({ question: 501 });
    expect(answer).toMatchObject({
      edition: 2024,
      basis: 'microdata',
      by: [],
      filters: {},
      test: null,
    });
    expect(answer.answers).toEqual(["Tout à fait d'accord", "Plutôt d'accord", "Pas d'accord"]);
    expect(answer.total).toMatchObject({ key: {}, label: 'Ensemble', n: 110, weight: 180 });
    expect(answer.total.nonResponse).toEqual({ n: 10, weight: 20 });
    expect(shares(answer.total.cells)).toEqual([8 / 18, 3 / 18, 7 / 18]);
    expect(answer.rows).toEqual([answer.total]);
    expect(answer.notices).toContain('Données de démonstration.');
  });

  it('gives the base its effective size and its design effect', async () => {
    const { rows } = await ask({ question: 501, by: ['department'] });
    expect(rows[1]).toMatchObject({ label: 'Finistère', n: 40, weight: 60, nEff: 36 });
    expect(rows[1]?.deff).toBeCloseTo(40 / 36, 12);
  });

  it('by department has a row for each department that answered, in the order of the codes', async () => {
    const { rows } = await ask({ question: 501, by: ['department'] });
    expect(rows.map(({ key }) => key.department)).toEqual(['13', '29', '2A', '35', '75']);
    const [thirteen, finistere, , vilaine, paris] = rows;
    expect(shares(finistere!.cells)).toEqual([0.5, 1 / 6, 2 / 6]);
    expect(vilaine).toMatchObject({ n: 30, nonResponse: { n: 10, weight: 20 } });
    expect(paris!.cells[0]).toMatchObject({ n: 10, weight: 30, share: 0.5, flag: 'low-base' });
    expect(thirteen!.cells[2]).toEqual({
      answer: "Pas d'accord",
      n: 10,
      weight: 10,
      share: null,
      se: null,
      ci: null,
      vsRest: null,
      flag: 'suppressed',
    });
  });

  it('names the rows where more than one in five did not answer', async () => {
    const { cautions } = await ask({ question: 501, by: ['department'] });
    expect(cautions).toContainEqual({
      code: 'rows-non-response',
      rows: [{ department: '35' }],
      withheld: false,
    });
    const whole = await ask({ question: 501 });
    expect(whole.cautions.map(({ code }) => code)).not.toContain('rows-non-response');
  });

  it('compares each row with the rest of the table, not with the whole', async () => {
    const { rows } = await ask({ question: 501, by: ['sector'], answer: ["Tout à fait d'accord"] });
    const [industry, commerce] = rows;
    expect(industry?.cells[0]?.share).toBe(4 / 8);
    expect(commerce?.cells[0]?.share).toBe(4 / 10);
    expect(industry?.cells[0]?.vsRest?.difference).toBeCloseTo(0.1, 12);
    expect(commerce?.cells[0]?.vsRest?.difference).toBeCloseTo(-0.1, 12);
    expect(industry?.cells[0]?.vsRest?.significant).toBe(false);
  });

  it('tests the whole table of a single-choice question', async () => {
    const { test } = await ask({ question: 501, by: ['size'] });
    expect(test?.p).toBeGreaterThan(0);
    expect(test?.p).toBeLessThan(1);
    expect((await ask({ question: 605, by: ['size'] })).test).toBeNull();
    expect((await ask({ question: 605, by: ['size'], answer: ['LinkedIn'] })).test).not.toBeNull();
  });
});

describe('answers counted together', () => {
  it('add up where each respondent gave one', async () => {
    const answer = await ask({
      question: 501,
      answer: ['TOUT À FAIT D’ACCORD', "plutôt  d'accord"],
    });
    expect(answer.answers).toEqual(["Tout à fait d'accord + Plutôt d'accord"]);
    expect(answer.total.cells).toHaveLength(1);
    expect(answer.total.cells[0]).toMatchObject({ n: 70, weight: 110, share: 11 / 18 });
  });

  it('count a respondent who gave several of them once', async () => {
    const alone = await ask({ question: 605 });
    expect(alone.total).toMatchObject({ n: 100, weight: 150, nonResponse: { n: 10, weight: 30 } });
    expect(shares(alone.total.cells)).toEqual([8 / 15, 8 / 15, 2 / 15]);
    const together = await ask({ question: 605, answer: ['LinkedIn', 'Facebook'] });
    expect(together.total).toMatchObject({
      n: 100,
      weight: 150,
      nonResponse: { n: 10, weight: 30 },
    });
    expect(together.total.cells[0]).toMatchObject({ n: 90, weight: 130, share: 13 / 15 });
  });

  it('are found by an older wording', async () => {
    const { answers, total } = await ask({ question: 802, edition: 2024, answer: ['j’en ai'] });
    expect(answers).toEqual(['Oui']);
    expect(total.cells[0]?.share).toBe(8 / 20);
  });
});

describe('two dimensions', () => {
  it('cross every value of one with every value of the other', async () => {
    const { rows } = await ask({ question: 501, by: ['sector', 'size'] });
    expect(rows.map(({ key }) => key)).toEqual([
      { sector: 'industrie', size: '0' },
      { sector: 'industrie', size: '1-9' },
      { sector: 'commerce', size: '0' },
      { sector: 'commerce', size: '1-9' },
    ]);
    expect(rows[3]).toMatchObject({ label: 'Commerce (détail et gros) · 1 à 9 salariés', n: 30 });
    expect(shares(rows[3]!.cells)).toEqual([0, 1 / 5, 4 / 5]);
    expect(rows[3]!.cells[0]).toMatchObject({ n: 0, se: null });
    expect(rows[3]!.cells[0]?.ci?.[0]).toBe(0);
  });

  it('pair a department with its own region only', async () => {
    const { rows } = await ask({ question: 501, by: ['department', 'region'] });
    expect(rows.map(({ key }) => `${key.department} ${key.region}`)).toEqual([
      '13 93+94',
      '29 53',
      '2A 93+94',
      '35 53',
      '75 11',
    ]);
  });
});

describe('filters', () => {
  it('select within each dimension named, and cut the rows to what they reach', async () => {
    const answer = await ask({
      question: 501,
      by: ['department'],
      region: ['53'],
      sector: ['commerce'],
    });
    expect(answer.filters).toEqual({ region: ['53'], sector: ['commerce'] });
    expect(answer.rows.map(({ key }) => key.department)).toEqual(['29', '35']);
    expect(answer.total).toMatchObject({ n: 40, weight: 40 });
    expect(shares(answer.total.cells)).toEqual([1 / 4, 2 / 4, 1 / 4]);
  });

  it('that select nobody say so in their rows', async () => {
    const { total, rows } = await ask({ question: 501, by: ['department'], department: ['976'] });
    expect(rows).toHaveLength(1);
    for (const row of [total, ...rows]) {
      expect(row).toMatchObject({ n: 0, weight: 0, nEff: null, deff: null });
      expect(row.cells[0]).toMatchObject({ share: null, ci: null, flag: 'suppressed' });
    }
  });

  it('on PACA and Corse together take both where the edition has them apart', async () => {
    const apart = await ask({ question: 501, edition: 2022, by: ['region'] });
    expect(apart.rows.map(({ key }) => key.region)).toEqual(['11', '53', '93', '94']);
    const together = await ask({ question: 501, edition: 2022, by: ['region'], region: ['93+94'] });
    expect(together.rows).toHaveLength(1);
    expect(together.rows[0]).toMatchObject({ key: { region: '93+94' }, n: 20, weight: 20 });
  });

  it('on a region that the edition groups find nobody, and say why', async () => {
    const { total, notices } = await ask({ question: 501, edition: 2024, region: ['93'] });
    expect(total.n).toBe(0);
    expect(notices.some((notice) => notice.includes('93+94'))).toBe(true);
  });
});

describe('without respondent ids', () => {
  it('a multiple-answer question rests on everybody but those who gave no answer', async () => {
    const { total, notices } = await ask({ question: 605, edition: 2022 });
    expect(total).toMatchObject({ n: 110, weight: 170, nonResponse: { n: 10, weight: 30 } });
    expect(shares(total.cells)).toEqual([8 / 17, 8 / 17, 2 / 17]);
    expect(notices.some((notice) => notice.includes('ne numérote pas'))).toBe(true);
  });

  it('its answers cannot be counted together', async () => {
    await expect(
      ask({ question: 605, edition: 2022, answer: ['LinkedIn', 'Facebook'] }),
    ).rejects.toMatchObject({ status: 400, fields: { parameter: 'answer' } });
  });
});

describe('on published figures', () => {
  it('gives official shares and weights, and nothing that needs respondents', async () => {
    const answer = await ask({ question: 501, edition: 2021 });
    expect(answer).toMatchObject({ basis: 'published', test: null });
    expect(answer.total).toMatchObject({ n: null, weight: 1000, nEff: null, deff: null });
    expect(answer.total.cells[0]).toEqual({
      answer: "Tout à fait d'accord",
      n: null,
      weight: 400,
      share: 0.4,
      se: null,
      ci: null,
      vsRest: null,
      flag: null,
    });
  });

  it('keeps the totals apart from the rows', async () => {
    const { total, rows } = await ask({ question: 501, edition: 2021, by: ['region'] });
    expect(rows.map(({ key }) => key.region)).toEqual(['28', '53']);
    expect(shares(rows[1]!.cells)).toEqual([0.5, 0.3, 0.2]);
    expect(total.weight).toBe(1000);
  });

  it('averages several profiles by the enterprises they stand for', async () => {
    const { total } = await ask({ question: 501, edition: 2021, region: ['53', '28'] });
    expect(total.weight).toBe(400);
    expect(total.cells[0]?.share).toBeCloseTo(175 / 400, 12);
  });

  it('adds the shares of answers that exclude each other', async () => {
    const { total } = await ask({
      question: 501,
      edition: 2021,
      answer: ["Tout à fait d'accord", "Plutôt d'accord"],
    });
    expect(total.cells[0]?.share).toBeCloseTo(0.75, 12);
  });

  it('flags what was not published', async () => {
    const { rows } = await ask({ question: 501, edition: 2021, by: ['region', 'sector'] });
    expect(rows.map(({ key }) => key)).toEqual([{ region: '53', sector: 'commerce' }]);
    expect(rows[0]?.cells[0]).toMatchObject({ share: 0.6, flag: null });
    expect(rows[0]?.cells[1]).toMatchObject({ share: null, flag: 'suppressed' });
  });

  it('says so when it has no row to show', async () => {
    const { rows, notices } = await ask({ question: 501, edition: 2021, by: ['size'] });
    expect(rows).toEqual([]);
    expect(notices).toContainEqual(expect.stringContaining("seul l'ensemble est connu"));
  });

  it('refuses by its own name when only the other basis has the dimensions', async () => {
    await expect(
      ask({ question: 501, by: ['department'], basis: 'published' }),
    ).rejects.toMatchObject({
      status: 400,
      fields: { parameter: 'basis', allowed: ['microdata'] },
    });
  });
});

describe('an edition without departments', () => {
  it('is passed over for one that has them, and refused by name', async () => {
    const blind = { ...twelve };
    for (const [table, column] of [
      ['respondents', 2],
      ['responses', 5],
    ] as const) {
      const year = table === 'respondents' ? 0 : 1;
      blind[table] = (twelve[table] ?? []).map((row) =>
        row[year] === 2024 ? row.with(column, 0) : row,
      );
    }
    const other = await openWarehouse(`${await publishedFolder(blind)}/current`);
    const { edition } = await crosstab(other, { question: 501, by: ['department'] });
    expect(edition).toBe(2022);
    await expect(
      crosstab(other, { question: 501, edition: 2024, by: ['department'] }),
    ).rejects.toMatchObject({
      status: 400,
      fields: { parameter: 'by', allowed: ['region', 'sector', 'size'] },
    });
    other.close();
  });
});
