/** A square matrix, row by row. */
export type Matrix = Float64Array[];

/**
 * A symmetric matrix that is diagonal but for its last rows and columns: `diagonal` holds entry (j, j) of
 * the first ones, `border[k][j]` what stands between the k-th of the last and the j-th of the first,
 * `corner` the last among themselves. A vector beside it holds the first ones, then the last.
 */
export interface Bordered {
  readonly diagonal: Float64Array;
  readonly border: Matrix;
  readonly corner: Matrix;
}

/** Zeros: `first` diagonal rows, `last` full ones. */
export function borderedZeros(first: number, last: number): Bordered {
  return { diagonal: new Float64Array(first), border: zeros(last, first), corner: zeros(last) };
}

/**
 * Lower Cholesky factor L of a positive definite matrix, itself diagonal but for its last rows; null
 * when the matrix is singular. Linear in the diagonal's length.
 */
export function choleskyFactor({ diagonal, border, corner }: Bordered): Bordered | null {
  if (diagonal.some((entry) => entry <= 0)) return null;
  const roots = diagonal.map(Math.sqrt);
  const edges = border.map((row) => row.map((entry, j) => entry / roots[j]!));
  const factor = zeros(corner.length);
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const other = factor[j]!;
      const rest = corner[i]![j]! - dot(edges[i]!, edges[j]!) - dot(row, other, j);
      if (i > j) row[j] = rest / other[j]!;
      else if (rest > 1e-12 * corner[i]![i]!) row[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return { diagonal: roots, border: edges, corner: factor };
}

/** L⁻¹ · S · L⁻ᵀ for such a factor and a symmetric S of the same form: the same traces as (LLᵀ)⁻¹S. */
export function whiten(factor: Bordered, { diagonal, border, corner }: Bordered): Bordered {
  const roots = factor.diagonal;
  const scaled = diagonal.map((entry, j) => entry / roots[j]! ** 2);
  const edges = border.map((row, k) => {
    const own = factor.border[k]!;
    return row.map((entry, j) => entry / roots[j]! - own[j]! * scaled[j]!);
  });
  const rest = corner.map((row, i) =>
    row.map((entry, k) => {
      const [one, other] = [factor.border[i]!, factor.border[k]!];
      let taken = dot(one, edges[k]!) + dot(edges[i]!, other);
      for (let j = 0; j < scaled.length; j += 1) taken += one[j]! * scaled[j]! * other[j]!;
      return entry - taken;
    }),
  );
  const half = rest.map((column) => solveLower(factor.corner, column));
  return {
    diagonal: scaled,
    border: solveColumns(factor.corner, edges),
    corner: solveColumns(factor.corner, half),
  };
}

/** L⁻¹ · v. */
export function solve(factor: Bordered, vector: Float64Array): Float64Array {
  const size = factor.diagonal.length;
  const solution = vector.map((value, j) => (j < size ? value / factor.diagonal[j]! : value));
  const last = factor.border.map((row, k) => vector[size + k]! - dot(row, solution, size));
  solution.set(solveLower(factor.corner, Float64Array.from(last)), size);
  return solution;
}

/** Sum of the diagonal. */
export function trace({ diagonal, corner }: Bordered): number {
  let sum = 0;
  for (const entry of diagonal) sum += entry;
  return corner.reduce((total, row, index) => total + row[index]!, sum);
}

/** Sum of squared entries: the trace of the square. */
export function sumOfSquares({ diagonal, border, corner }: Bordered): number {
  const squares = (rows: Matrix) => rows.reduce((sum, row) => sum + dot(row, row), 0);
  return dot(diagonal, diagonal) + 2 * squares(border) + squares(corner);
}

/** uᵀ · S · v. */
export function bilinear(
  { diagonal, border, corner }: Bordered,
  u: Float64Array,
  v: Float64Array,
): number {
  const size = diagonal.length;
  let sum = 0;
  for (let j = 0; j < size; j += 1) sum += u[j]! * diagonal[j]! * v[j]!;
  for (const [k, row] of border.entries()) {
    sum += u[size + k]! * (dot(row, v, size) + dot(corner[k]!, v.subarray(size)));
    sum += v[size + k]! * dot(row, u, size);
  }
  return sum;
}

/** Sum of the products of the first `length` entries. */
export function dot(one: Float64Array, other: Float64Array, length = one.length): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += one[k]! * other[k]!;
  return sum;
}

function zeros(height: number, width = height): Matrix {
  return Array.from({ length: height }, () => new Float64Array(width));
}

function solveLower(factor: Matrix, right: Float64Array): Float64Array {
  const solution = Float64Array.from(right);
  for (const [i, row] of factor.entries()) {
    solution[i] = (solution[i]! - dot(row, solution, i)) / row[i]!;
  }
  return solution;
}

/** L⁻¹ · M for a full lower factor: every column of M solved, row by row. */
function solveColumns(factor: Matrix, rows: Matrix): Matrix {
  const solved = rows.map((row) => Float64Array.from(row));
  for (const [i, row] of solved.entries()) {
    const own = factor[i]!;
    for (let k = 0; k < i; k += 1) {
      const before = solved[k]!;
      for (let j = 0; j < row.length; j += 1) row[j] = row[j]! - own[k]! * before[j]!;
    }
    for (let j = 0; j < row.length; j += 1) row[j] = row[j]! / own[i]!;
  }
  return solved;
}
