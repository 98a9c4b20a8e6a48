import type { Table } from './association.ts';
import {
  type Bordered,
  bilinear,
  borderedZeros,
  choleskyFactor,
  dot,
  solve,
  sumOfSquares,
  trace,
  whiten,
} from './linear-algebra.ts';
import { oneStageFactor } from './proportion.ts';
import type { BaseSums, Sample } from './weights.ts';

/**
 * The cells that hold someone, column by column: share P, Σw² over the share, the sets of row and column.
 * Numbers side by side: a table of departments has thousands, gone through a dozen times.
 */
interface FilledCells {
  readonly share: Float64Array;
  readonly ratio: Float64Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
}

/** The set of each row and column (−1: the one left out): first those of one column, then the rest. */
interface TiedSets {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** How many hold one column and nothing else. */
  readonly lone: number;
  readonly size: number;
}

/**
 * Traces of Δ and Δ², the design effects' matrix of the interaction contrasts H. With D = diag(P),
 * the eigenvalues of Δ are those of nΠSΠ, where S = D^(−½)VD^(−½) and Π projects off D^(½)U, U being
 * the additive tables (row effect + column effect) that vanish on empty cells. So a 12 × 96 table
 * needs a system of some 100 unknowns and not one of 1,045; and as two columns never share a cell,
 * that system is diagonal but for the rows'. As S is a diagonal plus a matrix of rank two, and an
 * additive table is ±1 on one row's and one column's set, every product is a sum over cells. Null when
 * Δ is singular. `whole` sums the table.
 */
export function designTraces(
  table: Table,
  { n, sumW, sumW2 }: BaseSums,
  sample: Sample,
): { first: number; second: number } | null {
  const sets = tiedSets(table);
  if (sets === null) return null;
  const cells = filledCells(table, sets, sumW);
  const parts = powers((power) => weighted(cells, power));
  const grams = powers((power) => gramOf(cells, parts[power], sets));
  const factor = choleskyFactor(grams[0]);
  if (factor === null) return null;
  const along = powers((power) => solve(factor, alongRoots(cells, parts[power], sets.size)));
  const moments = powers((power) => sumOf(parts[power]));
  const projected = onBasis(whiten(factor, grams[1]), along, sumW2);
  const images = onImages(whiten(factor, grams[2]), along, moments, sumW2);
  const whole = wholeTraces(cells, moments, sumW2);
  const scale = (n * oneStageFactor(sample.respondents)) / sumW ** 2;
  return {
    first: scale * (whole.trace - projected.trace),
    second: scale * scale * (whole.squares - 2 * images + projected.squares),
  };
}

type Powers<Value> = readonly [Value, Value, Value];

const powers = <Value>(of: (power: 0 | 1 | 2) => Value): Powers<Value> => [of(0), of(1), of(2)];

/**
 * Empty cells tie their row to their column; each tied set K gives the additive table [row ∈ K] −
 * [column ∈ K], and together they sum to zero, so the first row's is left out. Null when the ties
 * close a loop: some contrast is then seen by no respondent.
 */
function tiedSets(table: Table): TiedSets | null {
  const [height, width] = [table.length, table[0]!.length];
  const parent = Array.from({ length: height + width }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  for (let r = 0; r < height; r += 1) {
    const row = table[r]!;
    for (let c = 0; c < width; c += 1) {
      if (row[c]!.n > 0) continue;
      const rowRoot = rootOf(r);
      const columnRoot = rootOf(height + c);
      if (rowRoot === columnRoot) return null;
      parent[columnRoot] = rowRoot;
    }
  }
  const roots = parent.map((_, node) => rootOf(node));
  const withRow = [...new Set(roots.slice(0, height))];
  const alone = roots.slice(height).filter((root) => root >= height);
  const [, ...others] = withRow;
  const numbered = [...alone, ...others];
  const number = new Int32Array(height + width).fill(-1);
  for (let index = 0; index < numbered.length; index += 1) number[numbered[index]!] = index;
  const numbers = roots.map((root) => number[root]!);
  return {
    rows: numbers.slice(0, height),
    columns: numbers.slice(height),
    lone: alone.length,
    size: numbered.length,
  };
}

function filledCells(table: Table, sets: TiedSets, sumW: number): FilledCells {
  const count = table.reduce((sum, cells) => sum + cells.filter(({ n }) => n > 0).length, 0);
  const filled = {
    share: new Float64Array(count),
    ratio: new Float64Array(count),
    row: new Int32Array(count),
    column: new Int32Array(count),
  };
  let place = 0;
  for (const [r, cells] of table.entries()) {
    for (let c = 0; c < cells.length; c += 1) {
      const cell = cells[c]!;
      if (cell.n === 0) continue;
      filled.share[place] = cell.sumW / sumW;
      filled.ratio[place] = (cell.sumW2 * sumW) / cell.sumW;
      filled.row[place] = sets.rows[r]!;
      filled.column[place] = sets.columns[c]!;
      place += 1;
    }
  }
  return filled;
}

/** P·ratio^power of every cell. */
const weighted = ({ share, ratio }: FilledCells, power: number): Float64Array => {
  const parts = Float64Array.from(share);
  for (let times = 0; times < power; times += 1)
    for (let place = 0; place < parts.length; place += 1) parts[place]! *= ratio[place]!;
  return parts;
};

/** Σ of such parts over cells, of the products of two additive tables. */
function gramOf(
  { row: rows, column: columns }: FilledCells,
  parts: Float64Array,
  { lone, size }: TiedSets,
): Bordered {
  const gram = borderedZeros(lone, size - lone);
  const { diagonal, border, corner } = gram;
  for (let place = 0; place < parts.length; place += 1) {
    const row = rows[place]!;
    const column = columns[place]!;
    if (row === column) continue;
    const part = parts[place]!;
    const r = row - lone;
    const c = column - lone;
    if (row >= 0) corner[r]![r]! += part;
    if (c >= 0) corner[c]![c]! += part;
    else if (column >= 0) diagonal[column]! += part;
    if (row < 0 || column < 0) continue;
    if (c < 0) border[r]![column]! -= part;
    else {
      corner[r]![c]! -= part;
      corner[c]![r]! -= part;
    }
  }
  return gram;
}

/** Σ of such parts over cells, of each additive table. */
function alongRoots(
  { row: rows, column: columns }: FilledCells,
  parts: Float64Array,
  size: number,
): Float64Array {
  const sums = new Float64Array(size);
  for (let place = 0; place < parts.length; place += 1) {
    const row = rows[place]!;
    const column = columns[place]!;
    if (row === column) continue;
    if (row >= 0) sums[row]! += parts[place]!;
    if (column >= 0) sums[column]! -= parts[place]!;
  }
  return sums;
}

const sumOf = (parts: Float64Array): number => parts.reduce((sum, part) => sum + part, 0);

/**
 * The basis against its images by S, S b = ratio·b − (…) of rank two, whitened: trace, and trace of the
 * square, of W − u₀u₁ᵀ − u₁u₀ᵀ + Σw²·u₀u₀ᵀ.
 */
function onBasis(whitened: Bordered, [u0, u1]: Powers<Float64Array>, sumW2: number) {
  const [plain, mixed, scaled] = [dot(u0, u0), dot(u0, u1), dot(u1, u1)];
  const low = 2 * (plain * scaled + mixed * mixed) + sumW2 * plain * (sumW2 * plain - 4 * mixed);
  const across = sumW2 * bilinear(whitened, u0, u0) - 2 * bilinear(whitened, u0, u1);
  return {
    trace: trace(whitened) - 2 * mixed + sumW2 * plain,
    squares: sumOfSquares(whitened) + 2 * across + low,
  };
}

/** The images against each other, whitened: the trace. */
function onImages(
  whitened: Bordered,
  [u0, u1, u2]: Powers<Float64Array>,
  [zeroth, once, second]: Powers<number>,
  sumW2: number,
): number {
  const x = u0.map((value) => -value);
  const y = u0.map((value, i) => sumW2 * value - u1[i]!);
  return (
    trace(whitened) +
    2 * (dot(u2, x) + dot(u1, y) + once * dot(x, y)) +
    second * dot(x, x) +
    zeroth * dot(y, y)
  );
}

/** Traces of S and of its square, over all the cells. */
function wholeTraces(
  { share: shares, ratio: ratios }: FilledCells,
  [zeroth, once, second]: Powers<number>,
  sumW2: number,
): { trace: number; squares: number } {
  let diagonal = 0;
  let squares =
    zeroth * zeroth * sumW2 ** 2 +
    2 * zeroth * second -
    4 * sumW2 * zeroth * once +
    2 * once * once;
  for (let place = 0; place < shares.length; place += 1) {
    const share = shares[place]!;
    const ratio = ratios[place]!;
    diagonal += share * (sumW2 - 2 * ratio) + ratio;
    squares += 2 * share * (sumW2 - 2 * ratio) * ratio + ratio * ratio;
  }
  return { trace: diagonal, squares };
}
