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
  const margins = marginsOf(filled);
  const raoScott = raoScottTest(filled, margins, sample);
  const kish = kishTest(filled, margins);
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
  const filled = [...(rows[0]?.keys() ?? [])].filter((c) => rows.some((row) => row[c]!.n > 0));
  return filled.length === rows[0]?.length
    ? rows
    : rows.map((row) => filled.map((column) => row[column]!));
}

/** Sums of a table: whole, by row and by column. */
interface Margins {
  readonly whole: BaseSums;
  readonly rows: readonly BaseSums[];
  readonly columns: readonly BaseSums[];
}

function sumOf(cells: readonly BaseSums[]): BaseSums {
  const sums = nothing();
  for (const cell of cells) addTo(sums, cell);
  return sums;
}

const nothing = () => ({ n: 0, sumW: 0, sumW2: 0 });

function addTo(sums: ReturnType<typeof nothing>, { n, sumW, sumW2 }: BaseSums): void {
  sums.n += n;
  sums.sumW += sumW;
  sums.sumW2 += sumW2;
}

function marginsOf(table: Table): Margins {
  const rows = table.map(sumOf);
  const columns = table[0]!.map(nothing);
  for (const row of table) for (let c = 0; c < columns.length; c += 1) addTo(columns[c]!, row[c]!);
  return { whole: sumOf(rows), rows, columns };
}

function degreesOfFreedom(table: Table): number {
  return (table.length - 1) * (table[0]!.length - 1);
}

function kishTest(table: Table, { columns }: Margins): TableTest['kish'] {
  const sizes = columns.map((base) => effectiveSize(base) ?? 0);
  const size = sizes.reduce((sum, each) => sum + each, 0);
  let x2 = 0;
  for (const row of table) {
    const shares = row.map(({ sumW }, column) => sumW / columns[column]!.sumW);
    const pooled = shares.reduce((sum, share, column) => sum + sizes[column]! * share, 0) / size;
    for (let column = 0; column < shares.length; column += 1) {
      x2 += (sizes[column]! * (shares[column]! - pooled) ** 2) / pooled;
    }
  }
  const df = degreesOfFreedom(table);
  return { x2, df, p: chiSquareTail(x2, df) };
}

function raoScottTest(
  table: Table,
  { whole, rows, columns }: Margins,
  sample: Sample,
): RaoScott | null {
  const traces = designTraces(table, whole, sample);
  if (traces === null) return null;
  const { n, sumW } = whole;
  let x2 = 0;
  for (let r = 0; r < rows.length; r += 1) {
    const row = table[r]!;
    const rowShare = rows[r]!.sumW / sumW;
    for (let c = 0; c < columns.length; c += 1) {
      const independent = rowShare * (columns[c]!.sumW / sumW);
      x2 += (n * (row[c]!.sumW / sumW - independent) ** 2) / independent;
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
