import { describe, expect, it } from 'vitest';
import { optionTable, tableTest } from '../../../core/stats/association.ts';
import { type Comparison, cellSums, disagreements, FIXTURES, levels } from './survey-fixture.ts';

describe.each(FIXTURES)('the test of a whole table under $name', ({ rows, expected }) => {
  const sample = { respondents: expected.base.n_respondents };

  it('is R’s second-order Rao–Scott with its guard', () => {
    const comparisons = expected.chisq.flatMap((wanted): Comparison[] => {
      const columns = levels(rows, wanted.col);
      const column = (variable: string, level: string) =>
        cellSums(rows, variable, (row) => row[wanted.col] === level);
      const table =
        wanted.row === 'answer'
          ? ['yA', 'yB', 'yC', 'yD'].map(
              (answer) => optionTable(columns.map((level) => column(answer, level)))[0]!,
            )
          : optionTable(columns.map((level) => column(wanted.row, level)));
      const test = tableTest(table, sample)!;
      const label = `${wanted.row} × ${wanted.col}`;
      return [
        [`${label} X2`, test.raoScott!.x2, wanted.X2],
        [`${label} df`, test.raoScott!.df, wanted.df],
        [`${label} F`, test.raoScott!.f, wanted.F],
        [`${label} ndf`, test.raoScott!.ndf, wanted.ndf],
        [`${label} ddf`, test.raoScott!.ddf, wanted.ddf],
        [`${label} p_F`, test.raoScott!.p, wanted.p_F],
        [`${label} p_Chisq`, test.raoScott!.pChisq, wanted.p_Chisq],
        [`${label} kish_x2`, test.kish.x2, wanted.ns.kish_x2],
        [`${label} kish_df`, test.kish.df, wanted.ns.kish_df],
        [`${label} kish_p`, test.kish.p, wanted.ns.kish_p],
        [`${label} p_shown`, test.p, wanted.ns.p_shown],
      ];
    });
    expect(disagreements(comparisons)).toEqual([]);
  });
});

describe('a table that cannot be tested as it stands', () => {
  const cell = (n: number) => ({ n, sumW: n, sumW2: n });

  it('drops empty rows and columns before it counts them', () => {
    const table = [
      [cell(10), cell(0), cell(30)],
      [cell(0), cell(0), cell(0)],
      [cell(20), cell(0), cell(40)],
    ];
    expect(tableTest(table, { respondents: 100 })!.kish.df).toBe(1);
    expect(tableTest(table.slice(0, 2), { respondents: 100 })).toBeNull();
  });

  it('falls back on the guard where empty cells leave a contrast unseen', () => {
    const table = [
      [cell(0), cell(0), cell(30)],
      [cell(0), cell(0), cell(20)],
      [cell(15), cell(20), cell(5)],
    ];
    const test = tableTest(table, { respondents: 100 })!;
    expect(test.raoScott).toBeNull();
    expect(test.p).toBe(test.kish.p);
  });
});
