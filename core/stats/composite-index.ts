import type { DirectScore } from './fay-herriot.ts';
import { shareOf } from './proportion.ts';
import { fitHeterogeneity, type Heterogeneity, residualSquares } from './smoothing.ts';
import { type BaseSums, type CellSums, effectiveSize } from './weights.ts';

/** One criterion as the user weighs it; weights need not sum to one. */
export interface Criterion {
  readonly direction: 1 | -1;
  readonly weight: number;
}

/**
 * Respondents of one group who answered every criterion alike, a single one included. `chosen` holds
 * one entry per criterion: favourable, not, or null without an answer.
 */
export interface AnswerPattern extends BaseSums {
  readonly group: number;
  readonly chosen: readonly (boolean | null)[];
}

/** A criterion after the fit. Dropped ones tell groups apart no better than chance would. */
export interface FittedCriterion extends Criterion {
  readonly isDropped: boolean;
  /** National share. */
  readonly share: number;
  /** Standard deviation between groups: the unit of the score. */
  readonly unit: number;
  /** Its part of the score, criteria kept summing to one; 0 once dropped. */
  readonly weight: number;
  readonly fit: Heterogeneity;
}

/** A group's direct score, and what each criterion adds to it. */
export interface DirectGroup extends DirectScore {
  readonly nEff: number;
  readonly contributions: readonly number[];
}

const LEAST_OBSERVED_WEIGHT = 0.5;

/**
 * Puts every criterion on one scale, its standard deviation between groups, and drops those that tell
 * groups apart no better than chance. `cells[j][group]`. Null when none is left, or when one is
 * answered alike by everybody.
 */
export function fitCriteria(
  cells: readonly (readonly CellSums[])[],
  criteria: readonly Criterion[],
): FittedCriterion[] | null {
  const fits = criteria.flatMap((criterion, j) => {
    const national = sumOf(cells[j]!);
    const fit = fitHeterogeneity(cells[j]!, national);
    const share = shareOf(national);
    if (fit === null || share === null) return [];
    const unit = Math.sqrt(fit.mu * (1 - fit.mu) * fit.rhoUsed);
    return [{ ...criterion, fit, share, unit, isDropped: fit.rho === 0 || criterion.weight <= 0 }];
  });
  const total = fits.reduce((sum, { isDropped, weight }) => sum + (isDropped ? 0 : weight), 0);
  if (fits.length < criteria.length || total <= 0) return null;
  return fits.map((one) => ({ ...one, weight: one.isDropped ? 0 : one.weight / total }));
}

/** Respondents seen on at least half of the weight: the others would stand for what they never said. */
export function observedPatterns(
  patterns: readonly AnswerPattern[],
  criteria: readonly FittedCriterion[],
): AnswerPattern[] {
  return patterns.filter(({ chosen }) => observedWeight(chosen, criteria) >= LEAST_OBSERVED_WEIGHT);
}

/** Direct scores as weighted means of the respondents' index; null for a group without any. */
export function directFromPatterns(
  patterns: readonly AnswerPattern[],
  criteria: readonly FittedCriterion[],
  groups: number,
): (DirectGroup | null)[] {
  const parts = patterns.map(({ chosen }) =>
    criteria.map((criterion, j) => {
      const answer = chosen[j];
      return answer === null || answer === undefined ? 0 : standardised(criterion, answer ? 1 : 0);
    }),
  );
  const indices = parts.map((part) => part.reduce((sum, value) => sum + value, 0));
  const bases = Array.from({ length: groups }, () => ({ n: 0, sumW: 0, sumW2: 0 }));
  const sums = Array.from({ length: groups }, () => criteria.map(() => 0));
  const all = { sumW: 0, sumW2: 0, weighted: 0 };
  for (const [k, { group, n, sumW, sumW2 }] of patterns.entries()) {
    const base = bases[group]!;
    base.n += n;
    base.sumW += sumW;
    base.sumW2 += sumW2;
    for (const j of criteria.keys()) sums[group]![j]! += sumW * parts[k]![j]!;
    all.sumW += sumW;
    all.sumW2 += sumW2;
    all.weighted += sumW * indices[k]!;
  }
  const mean = all.weighted / all.sumW;
  const squares = patterns.reduce(
    (sum, { sumW2 }, k) => sum + sumW2 * (indices[k]! - mean) ** 2,
    0,
  );
  return bases.map((base, group) => {
    const nEff = effectiveSize(base);
    if (nEff === null) return null;
    const contributions = sums[group]!.map((sum) => sum / base.sumW);
    const score = contributions.reduce((sum, part) => sum + part, 0);
    return { score, variance: squares / all.sumW2 / nEff, nEff, contributions };
  });
}

/** Direct scores as sums of standardised shares, variances as if criteria were one and the same. */
export function directFromCells(
  cells: readonly (readonly CellSums[])[],
  criteria: readonly FittedCriterion[],
): (DirectGroup | null)[] {
  const deviation = criteria.reduce((sum, { weight, unit, share }, j) => {
    const national = sumOf(cells[j]!);
    return sum + (weight / unit) * Math.sqrt(residualSquares(national, share) / national.sumW2);
  }, 0);
  return cells[0]!.map((_, group) => {
    const sizes = criteria.flatMap(({ isDropped }, j) => {
      const size = effectiveSize(cells[j]![group]!);
      return isDropped || size === null ? [] : [size];
    });
    if (sizes.length === 0) return null;
    const contributions = criteria.map((criterion, j) => {
      const share = shareOf(cells[j]![group]!);
      return share === null ? 0 : standardised(criterion, share);
    });
    const nEff = Math.min(...sizes);
    const score = contributions.reduce((sum, part) => sum + part, 0);
    return { score, variance: deviation ** 2 / nEff, nEff, contributions };
  });
}

/** Sums of criterion `j` in every group; who did not answer it leaves its base. */
export function cellsOf(patterns: readonly AnswerPattern[], j: number, groups: number): CellSums[] {
  const cells = Array.from({ length: groups }, emptyCell);
  for (const { group, chosen, n, sumW, sumW2 } of patterns) {
    const answer = chosen[j];
    if (answer === null || answer === undefined) continue;
    const yes = answer ? 1 : 0;
    const cell = cells[group]!;
    cell.n += n;
    cell.sumW += sumW;
    cell.sumW2 += sumW2;
    cell.nYes += yes * n;
    cell.sumWYes += yes * sumW;
    cell.sumW2Yes += yes * sumW2;
  }
  return cells;
}

function emptyCell() {
  return { n: 0, nYes: 0, sumW: 0, sumW2: 0, sumWYes: 0, sumW2Yes: 0 };
}

function sumOf(cells: readonly CellSums[]): CellSums {
  const total = emptyCell();
  for (const cell of cells) {
    for (const key of Object.keys(total) as (keyof CellSums)[]) total[key] += cell[key];
  }
  return total;
}

function standardised({ weight, direction, share, unit }: FittedCriterion, value: number): number {
  return weight === 0 ? 0 : (weight * direction * (value - share)) / unit;
}

function observedWeight(
  chosen: readonly (boolean | null)[],
  criteria: readonly FittedCriterion[],
): number {
  return criteria.reduce((sum, { weight }, j) => sum + (chosen[j] === null ? 0 : weight), 0);
}
