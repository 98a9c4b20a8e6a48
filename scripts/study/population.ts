import type { RandomStream } from '../../core/stats/random.ts';
import { addCells, type CellSums } from '../../core/stats/weights.ts';

/** What is simulated: how many departments, how large their bases, how unlike their shares. */
export interface Scenario {
  readonly name: string;
  readonly departments: number;
  /** Median respondents of a department. */
  readonly medianBase: number;
  /** National share, and intra-department correlation of the true shares (0: all alike). */
  readonly mean: number;
  readonly correlation: number;
}

/** One drawn survey: what is observed of each department and what is true of it. */
export interface DrawnSurvey {
  readonly cells: readonly CellSums[];
  readonly shares: Float64Array;
  readonly enterprises: Float64Array;
  readonly respondents: number;
}

/** Log-weights of this deviation give a Kish design effect of exp(σ²) ≈ 3, the survey's own. */
const weightDeviation = Math.sqrt(Math.log(3));
/** Departments' bases spread around their median as the survey's do. */
const baseDeviation = 0.7;
const meanWeight = 300;

/**
 * Draws departments, their true shares and a weighted sample of each. Weights are lognormal and the
 * answer does not depend on them; the sample is drawn with replacement, as the methods assume.
 */
export function drawSurvey(scenario: Scenario, random: RandomStream): DrawnSurvey {
  const { departments, medianBase, mean, correlation } = scenario;
  const shares = new Float64Array(departments);
  const enterprises = new Float64Array(departments);
  const cells: CellSums[] = [];
  let respondents = 0;
  for (let d = 0; d < departments; d += 1) {
    shares[d] = drawShare(mean, correlation, random);
    const expected = medianBase * Math.exp(baseDeviation * random.normal());
    const n = Math.max(2, Math.round(expected));
    enterprises[d] = expected * meanWeight;
    cells.push(drawCell(n, shares[d]!, random));
    respondents += n;
  }
  return { cells, shares, enterprises, respondents };
}

function drawShare(mean: number, correlation: number, random: RandomStream): number {
  if (correlation === 0) return mean;
  const size = (1 - correlation) / correlation;
  const gammas = new Float64Array(2);
  random.fillGamma(gammas.subarray(0, 1), mean * size);
  random.fillGamma(gammas.subarray(1), (1 - mean) * size);
  return gammas[0]! / (gammas[0]! + gammas[1]!);
}

function drawCell(n: number, share: number, random: RandomStream): CellSums {
  const sums = { n, nYes: 0, sumW: 0, sumW2: 0, sumWYes: 0, sumW2Yes: 0 };
  const centre = Math.log(meanWeight) - weightDeviation ** 2 / 2;
  for (let k = 0; k < n; k += 1) {
    const weight = Math.exp(centre + weightDeviation * random.normal());
    sums.sumW += weight;
    sums.sumW2 += weight * weight;
    if (random.uniform() >= share) continue;
    sums.nYes += 1;
    sums.sumWYes += weight;
    sums.sumW2Yes += weight * weight;
  }
  return sums;
}

/** Sum of the departments' cells: the nation. */
export const nationOf = (cells: readonly CellSums[]): CellSums => cells.reduce(addCells);
