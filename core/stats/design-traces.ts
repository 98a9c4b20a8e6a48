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
import type { Sample } from './weights.ts';

/** A cell that holds someone: its share P, its Σw² over its share, the sets of its row and column. */
interface FilledCell {
  readonly share: number;
  readonly ratio: number;
  readonly row: number;
  readonly column: number;
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
 * Δ is singular.
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
  const factor = choleskyFactor(gramOf(cells, sets, 0));
  if (factor === null) return null;
  const along = powers((power) => solve(factor, alongRoots(cells, sets.size, power)));
  const moments = powers((power) => momentOf(cells, power));
  const projected = onBasis(whiten(factor, gramOf(cells, sets, 1)), along, sumW2);
  const images = onImages(whiten(factor, gramOf(cells, sets, 2)), along, moments, sumW2);
  const whole = wholeTraces(cells, moments, sumW2);
  const scale = (n * oneStageFactor(sample.respondents)) / sumW ** 2;
  return {
    first: scale * (whole.trace - projected.trace),
    second: scale * scale * (whole.squares - 2 * images + projected.squares),
  };
}

type Powers<Value> = readonly [Value, Value, Value];

/** The powers that are asked for, without what a general one costs in every cell. */
const raised = (ratio: number, power: number): number =>
  power === 0 ? 1 : power === 1 ? ratio : ratio * ratio;

const powers = <Value>(of: (power: number) => Value): Powers<Value> => [of(0), of(1), of(2)];

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
  for (const [r, row] of table.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell.n > 0) continue;
      const [rowRoot, columnRoot] = [rootOf(r), rootOf(height + c)];
      if (rowRoot === columnRoot) return null;
      parent[columnRoot] = rowRoot;
    }
  }
  const roots = parent.map((_, node) => rootOf(node));
  const withRow = [...new Set(roots.slice(0, height))];
  const alone = roots.slice(height).filter((root) => root >= height);
  const [left, ...others] = withRow;
  const number = new Map([...alone, ...others].map((root, index) => [root, index]));
  const numbers = roots.map((root) => (root === left ? -1 : number.get(root)!));
  return {
    rows: numbers.slice(0, height),
    columns: numbers.slice(height),
    lone: alone.length,
    size: number.size,
  };
}

function filledCells(table: Table, sets: TiedSets, sumW: number): FilledCell[] {
  return table.flatMap((cells, r) =>
    cells.flatMap((cell, c): FilledCell[] => {
      if (cell.n === 0) return [];
      const [row, column] = [sets.rows[r]!, sets.columns[c]!];
      return [{ share: cell.sumW / sumW, ratio: (cell.sumW2 * sumW) / cell.sumW, row, column }];
    }),
  );
}

/** Σ P·ratio^power over cells, of the products of two additive tables. */
function gramOf(cells: readonly FilledCell[], { lone, size }: TiedSets, power: number): Bordered {
  const gram = borderedZeros(lone, size - lone);
  const { diagonal, border, corner } = gram;
  for (const { share, ratio, row, column } of cells) {
    if (row === column) continue;
    const part = share * raised(ratio, power);
    const [r, c] = [row - lone, column - lone];
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

/** Σ P·ratio^power over cells, of each additive table. */
function alongRoots(cells: readonly FilledCell[], size: number, power: number): Float64Array {
  const sums = new Float64Array(size);
  for (const { share, ratio, row, column } of cells) {
    if (row === column) continue;
    const part = share * raised(ratio, power);
    if (row >= 0) sums[row]! += part;
    if (column >= 0) sums[column]! -= part;
  }
  return sums;
}

const momentOf = (cells: readonly FilledCell[], power: number): number =>
  cells.reduce((sum, { share, ratio }) => sum + share * raised(ratio, power), 0);

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
