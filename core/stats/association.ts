import { designTraces } from './design-traces.ts';
import { chiSquareTail, fTail } from './distributions.ts';
import { type BaseSums, type CellSums, effectiveSize, type Sample } from './weights.ts';

/** Rows (answers) × columns (groups) of a single-choice table, one respondent in one cell. */
export type Table = readonly (readonly BaseSums[])[];

/** Pearson's test corrected for the design (Rao & Scott 1984; R: `svychisq`). */
export interface RaoScott {
  readonly x2: number;
  readonly df: number;
  /** First order (`"Chisq"`): the unadjusted X² scaled by the mean of the eigenvalues. */
  readonly pChisq: number;
  /** Second order (`"F"`). */
  readonly f: number;
  readonly ndf: number;
  readonly ddf: number;
  readonly p: number;
}

export interface TableTest {
  readonly raoScott: RaoScott | null;
  /** Guard on each column's Kish size: Rao–Scott alone rejects far too often on sparse tables. */
  readonly kish: { readonly x2: number; readonly df: number; readonly p: number };
  /** The p-value to show: the larger of the two, or the guard's alone if Rao–Scott is singular. */
  readonly p: number;
}

/**
 * Whether answers and groups are independent, over the whole table. Empty rows and columns are
 * dropped; null when fewer than two of either remain. Display F, its second degrees of freedom and
 * `p`. For a multi-response question, test each option by itself with `optionTable`.
 */
export function tableTest(table: Table, sample: Sample): TableTest | null {
  const filled = withoutEmpty(table);
  if (filled.length < 2 || filled[0]!.length < 2) return null;
  const raoScott = raoScottTest(filled, sample);
  const kish = kishTest(filled);
  return { raoScott, kish, p: raoScott === null ? kish.p : Math.max(raoScott.p, kish.p) };
}

/** The 2 × C table of one option: those who chose it, those who did not, in each group. */
export function optionTable(groups: readonly CellSums[]): Table {
  return [
    groups.map(({ nYes, sumWYes, sumW2Yes }) => ({ n: nYes, sumW: sumWYes, sumW2: sumW2Yes })),
    groups.map((group) => ({
      n: group.n - group.nYes,
      sumW: group.sumW - group.sumWYes,
      sumW2: group.sumW2 - group.sumW2Yes,
    })),
  ];
}

function withoutEmpty(table: Table): Table {
  const rows = table.filter((row) => row.some((cell) => cell.n > 0));
  const isFilled = (column: number) => rows.some((row) => row[column]!.n > 0);
  return rows.map((row) => row.filter((_, column) => isFilled(column)));
}

function sumBy(cells: readonly BaseSums[], key: keyof BaseSums): number {
  return cells.reduce((sum, cell) => sum + cell[key], 0);
}

function columnsOf(table: Table): BaseSums[][] {
  return table[0]!.map((_, column) => table.map((row) => row[column]!));
}

function degreesOfFreedom(table: Table): number {
  return (table.length - 1) * (table[0]!.length - 1);
}

function kishTest(table: Table): TableTest['kish'] {
  const columns = columnsOf(table).map((cells) => {
    const sumW = sumBy(cells, 'sumW');
    const base = { n: sumBy(cells, 'n'), sumW, sumW2: sumBy(cells, 'sumW2') };
    return { size: effectiveSize(base) ?? 0, shares: cells.map((cell) => cell.sumW / sumW) };
  });
  const size = columns.reduce((sum, column) => sum + column.size, 0);
  let x2 = 0;
  for (const row of table.keys()) {
    const pooled = columns.reduce((sum, c) => sum + c.size * c.shares[row]!, 0) / size;
    for (const column of columns) {
      x2 += (column.size * (column.shares[row]! - pooled) ** 2) / pooled;
    }
  }
  const df = degreesOfFreedom(table);
  return { x2, df, p: chiSquareTail(x2, df) };
}

function raoScottTest(table: Table, sample: Sample): RaoScott | null {
  const traces = designTraces(table, sample);
  if (traces === null) return null;
  const cells = table.flat();
  const n = sumBy(cells, 'n');
  const sumW = sumBy(cells, 'sumW');
  const rowShares = table.map((row) => sumBy(row, 'sumW') / sumW);
  const columnShares = columnsOf(table).map((column) => sumBy(column, 'sumW') / sumW);
  let x2 = 0;
  for (const [r, row] of table.entries()) {
    for (const [c, cell] of row.entries()) {
      const independent = rowShares[r]! * columnShares[c]!;
      x2 += (n * (cell.sumW / sumW - independent) ** 2) / independent;
    }
  }
  const { first, second } = traces;
  const df = degreesOfFreedom(table);
  const f = x2 / first;
  const ndf = first ** 2 / second;
  const ddf = ndf * (n - 1);
  const pChisq = chiSquareTail((x2 * df) / first, df);
  return { x2, df, pChisq, f, ndf, ddf, p: fTail(f, ndf, ddf) };
}
