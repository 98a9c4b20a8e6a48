import type { Table } from './association.ts';
import {
  choleskyFactor,
  type Matrix,
  sumOfSquares,
  trace,
  whiten,
  zeros,
} from './linear-algebra.ts';
import { oneStageFactor } from './proportion.ts';
import type { Sample } from './weights.ts';

/** A cell that holds someone: its share P, its Σw² over its share, the sets of its row and column. */
interface FilledCell {
  readonly share: number;
  readonly ratio: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Traces of Δ and Δ², the design effects' matrix of the interaction contrasts H. With D = diag(P),
 * the eigenvalues of Δ are those of nΠSΠ, where S = D^(−½)VD^(−½) and Π projects off D^(½)U, U being
 * the additive tables (row effect + column effect) that vanish on empty cells. So a 12 × 96 table
 * needs a system of some 100 unknowns and not one of 1,045. As S is a diagonal plus a matrix of rank
 * two, and an additive table is ±1 on one row's and one column's set, every product is a sum over
 * cells. Null when Δ is singular.
 */
export function designTraces(
  table: Table,
  sample: Sample,
): { first: number; second: number } | null {
  const sets = tiedSets(table);
  if (sets === null) return null;
  const all = table.flat();
  const sumW = all.reduce((sum, cell) => sum + cell.sumW, 0);
  const sumW2 = all.reduce((sum, cell) => sum + cell.sumW2, 0);
  const n = all.reduce((sum, cell) => sum + cell.n, 0);
  const cells = filledCells(table, sets, sumW);
  const size = Math.max(...sets) + 1;
  const products = powers((power) => gramOf(cells, size, power));
  const factor = choleskyFactor(products[0]);
  if (factor === null) return null;
  const along = powers((power) => alongRoots(cells, size, power));
  const moments = powers((power) => momentOf(cells, power));
  const projected = whiten(factor, imagesOnBasis(products[1], along, sumW2));
  const squared = trace(whiten(factor, imagesOnImages(products[2], along, moments, sumW2)));
  const whole = wholeTraces(cells, moments, sumW2);
  const scale = (n * oneStageFactor(sample.respondents)) / sumW ** 2;
  return {
    first: scale * (whole.trace - trace(projected)),
    second: scale * scale * (whole.squares - 2 * squared + sumOfSquares(projected)),
  };
}

type Powers<Value> = readonly [Value, Value, Value];

const powers = <Value>(of: (power: number) => Value): Powers<Value> => [of(0), of(1), of(2)];

/**
 * Empty cells tie their row to their column; each tied set K gives the additive table [row ∈ K] −
 * [column ∈ K], and together they sum to zero, so the first is left out (−1). One entry per row,
 * then per column. Null when the ties close a loop: some contrast is then seen by no respondent.
 */
function tiedSets(table: Table): number[] | null {
  const [height, width] = [table.length, table[0]!.length];
  const parent = Array.from({ length: height + width }, (_, node) => node);
  const rootOf = (node: number): number => (parent[node] === node ? node : rootOf(parent[node]!));
  for (const [r, row] of table.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell.n > 0) continue;
      const [rowRoot, columnRoot] = [rootOf(r), rootOf(height + c)];
      if (rowRoot === columnRoot) return null;
      parent[rowRoot] = columnRoot;
    }
  }
  const roots = parent.map((_, node) => rootOf(node));
  const order = [...new Set(roots)];
  return roots.map((root) => order.indexOf(root) - 1);
}

function filledCells(table: Table, sets: readonly number[], sumW: number): FilledCell[] {
  return table.flatMap((cells, r) =>
    cells.flatMap((cell, c): FilledCell[] => {
      if (cell.n === 0) return [];
      const [row, column] = [sets[r]!, sets[table.length + c]!];
      return [{ share: cell.sumW / sumW, ratio: (cell.sumW2 * sumW) / cell.sumW, row, column }];
    }),
  );
}

/** Σ P·ratio^power over cells, of the products of two additive tables. */
function gramOf(cells: readonly FilledCell[], size: number, power: number): Matrix {
  const products = zeros(size);
  for (const { share, ratio, row, column } of cells) {
    if (row === column) continue;
    const part = share * ratio ** power;
    if (row >= 0) products[row]![row]! += part;
    if (column >= 0) products[column]![column]! += part;
    if (row < 0 || column < 0) continue;
    products[row]![column]! -= part;
    products[column]![row]! -= part;
  }
  return products;
}

/** Σ P·ratio^power over cells, of each additive table. */
function alongRoots(cells: readonly FilledCell[], size: number, power: number): Float64Array {
  const sums = new Float64Array(size);
  for (const { share, ratio, row, column } of cells) {
    if (row === column) continue;
    const part = share * ratio ** power;
    if (row >= 0) sums[row]! += part;
    if (column >= 0) sums[column]! -= part;
  }
  return sums;
}

const momentOf = (cells: readonly FilledCell[], power: number): number =>
  cells.reduce((sum, { share, ratio }) => sum + share * ratio ** power, 0);

/** Products of the additive tables with their images by S: S b = ratio·b − (…) of rank two. */
function imagesOnBasis(
  diagonal: Matrix,
  [plain, scaled]: Powers<Float64Array>,
  sumW2: number,
): Matrix {
  return diagonal.map((row, i) =>
    row.map(
      (product, j) =>
        product - scaled[j]! * plain[i]! - plain[j]! * scaled[i]! + sumW2 * plain[j]! * plain[i]!,
    ),
  );
}

/** Products of the images by S with each other. */
function imagesOnImages(
  diagonal: Matrix,
  [plain, scaled, twice]: Powers<Float64Array>,
  [zeroth, once, second]: Powers<number>,
  sumW2: number,
): Matrix {
  const x = plain.map((value) => -value);
  const y = plain.map((value, i) => sumW2 * value - scaled[i]!);
  return diagonal.map((row, i) =>
    row.map(
      (product, j) =>
        product +
        twice[j]! * x[i]! +
        scaled[j]! * y[i]! +
        x[j]! * (twice[i]! + x[i]! * second + y[i]! * once) +
        y[j]! * (scaled[i]! + x[i]! * once + y[i]! * zeroth),
    ),
  );
}

/** Traces of S and of its square, over all the cells. */
function wholeTraces(
  cells: readonly FilledCell[],
  [zeroth, once, second]: Powers<number>,
  sumW2: number,
): { trace: number; squares: number } {
  let diagonal = 0;
  let squares =
    zeroth * zeroth * sumW2 ** 2 +
    2 * zeroth * second -
    4 * sumW2 * zeroth * once +
    2 * once * once;
  for (const { share, ratio } of cells) {
    diagonal += share * (sumW2 - 2 * ratio) + ratio;
    squares += 2 * share * (sumW2 - 2 * ratio) * ratio + ratio * ratio;
  }
  return { trace: diagonal, squares };
}
