/** A square matrix, row by row. */
export type Matrix = Float64Array[];

/** A square matrix of zeros. */
export function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => new Float64Array(size));
}

/** Lower Cholesky factor of a symmetric positive definite matrix; null when it is singular. */
export function choleskyFactor(matrix: Matrix): Matrix | null {
  const factor = zeros(matrix.length);
  for (let i = 0; i < matrix.length; i += 1) {
    const row = factor[i]!;
    for (let j = 0; j <= i; j += 1) {
      const other = factor[j]!;
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k += 1) rest -= row[k]! * other[k]!;
      if (i > j) row[j] = rest / other[j]!;
      else if (rest > 1e-12 * matrix[i]![i]!) row[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/** L⁻¹ · S · L⁻ᵀ for a lower factor L and a symmetric S: the same traces as (LLᵀ)⁻¹S, but symmetric. */
export function whiten(factor: Matrix, symmetric: Matrix): Matrix {
  const half = symmetric.map((column) => solveLower(factor, column));
  const turned = symmetric.map((_, i) => Float64Array.from(half, (column) => column[i]!));
  return turned.map((column) => solveLower(factor, column));
}

/** Sum of the diagonal. */
export function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, index) => sum + row[index]!, 0);
}

/** Sum of squared entries: the trace of the square of a symmetric matrix. */
export function sumOfSquares(matrix: Matrix): number {
  let sum = 0;
  for (const row of matrix) for (const entry of row) sum += entry * entry;
  return sum;
}

function solveLower(factor: Matrix, right: Float64Array): Float64Array {
  const solution = Float64Array.from(right);
  for (let i = 0; i < solution.length; i += 1) {
    const row = factor[i]!;
    let rest = solution[i]!;
    for (let k = 0; k < i; k += 1) rest -= row[k]! * solution[k]!;
    solution[i] = rest / row[i]!;
  }
  return solution;
}
