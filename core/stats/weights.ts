/** Who answered: respondents, their weight Σw (enterprises) and Σw². */
export interface BaseSums {
  readonly n: number;
  readonly sumW: number;
  readonly sumW2: number;
}

/**
 * Sufficient statistics of one share: its base, and the same three sums over those who chose the
 * option (n1, W1 and Q1 of the literature). Every figure of this folder comes from such sums.
 */
export interface CellSums extends BaseSums {
  readonly nYes: number;
  readonly sumWYes: number;
  readonly sumW2Yes: number;
}

/** The sample a domain is part of: `respondents` is the edition's whole sample n_e. */
export interface Sample {
  readonly respondents: number;
  /** Two-sided level of intervals, 0.95 unless said. */
  readonly confidence?: number;
}

export const DEFAULT_CONFIDENCE = 0.95;

/**
 * Effective size of a weighted base, (Σw)²/Σw²: the number of equally weighted respondents that
 * would be as informative (Kish 1965). Equal weights give n; an empty base gives null.
 */
export function effectiveSize(base: BaseSums): number | null {
  return base.n === 0 || base.sumW2 === 0 ? null : (base.sumW * base.sumW) / base.sumW2;
}

/** Design effect of weighting, n over the effective size (Kish 1965); null for an empty base. */
export function designEffect(base: BaseSums): number | null {
  const effective = effectiveSize(base);
  return effective === null ? null : base.n / effective;
}

/**
 * A multi-response option in a file that does not tell respondents apart: its own rows give those who
 * chose it, a single-choice question put to everybody gives the base. Null when the option outweighs
 * its base, which is then the wrong one. Never for merged options: some respondents chose both.
 */
export function cellFromSeparateBase(base: BaseSums, chosen: BaseSums): CellSums | null {
  if (chosen.sumW > base.sumW || chosen.n > base.n) return null;
  return { ...base, nYes: chosen.n, sumWYes: chosen.sumW, sumW2Yes: chosen.sumW2 };
}

/** Sums of two disjoint domains put together. */
export function addCells(a: CellSums, b: CellSums): CellSums {
  return combine(a, b, 1);
}

/**
 * Sums of what is left of `whole` once `part`, inside it, is taken away. Counts decide the empty
 * cases, so that rounding never leaves a residue of weight without respondents.
 */
export function restOf(whole: CellSums, part: CellSums): CellSums {
  const rest = combine(whole, part, -1);
  if (rest.n === 0) return NOBODY;
  if (rest.nYes === 0) return { ...rest, sumWYes: 0, sumW2Yes: 0 };
  return rest.nYes === rest.n ? { ...rest, sumWYes: rest.sumW, sumW2Yes: rest.sumW2 } : rest;
}

const NOBODY: CellSums = { n: 0, nYes: 0, sumW: 0, sumW2: 0, sumWYes: 0, sumW2Yes: 0 };

function combine(a: CellSums, b: CellSums, sign: 1 | -1): CellSums {
  return {
    n: a.n + sign * b.n,
    nYes: a.nYes + sign * b.nYes,
    sumW: a.sumW + sign * b.sumW,
    sumW2: a.sumW2 + sign * b.sumW2,
    sumWYes: a.sumWYes + sign * b.sumWYes,
    sumW2Yes: a.sumW2Yes + sign * b.sumW2Yes,
  };
}
