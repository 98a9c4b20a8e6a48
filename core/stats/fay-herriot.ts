import { chiSquareTail, normalQuantile } from './distributions.ts';
import type { ScoreBelief } from './posterior.ts';
import type { Interval } from './proportion.ts';

/** Of a 90 % interval; taken once, as a slider asks for a thousand intervals at each move. */
const z = normalQuantile(0.95);

/** A direct estimate of a group's score and its sampling variance. */
export interface DirectScore {
  readonly score: number;
  readonly variance: number;
}

/** Area-level model with a mean only (Fay & Herriot 1979; R: `sae::eblupFH(method = "FH")`). */
export interface AreaModel {
  /** Variance between groups, and the floor that keeps intervals honest. */
  readonly between: number;
  readonly floor: number;
  readonly used: number;
  /** Mean of groups, at the variance used. */
  readonly mean: number;
  /** Variance of that mean. */
  readonly meanVariance: number;
  /** Test that all groups score alike, against χ²(df). */
  readonly x2: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Fits the variance between groups so that Σ(S−β)²/(A+D) equals m−1, 0 when sampling explains all;
 * the floor is √(2(m−1))/Σ(1/D). Null with fewer than two groups or without sampling variance.
 */
export function fitAreaModel(direct: readonly DirectScore[]): AreaModel | null {
  if (direct.length < 2 || direct.some(({ variance }) => variance <= 0)) return null;
  const df = direct.length - 1;
  const x2 = spreadAt(direct, 0).spread;
  let between = 0;
  if (x2 > df) {
    let low = 0;
    let high = Math.max(...direct.map(({ variance }) => variance));
    while (spreadAt(direct, high).spread > df) {
      low = high;
      high *= 2;
    }
    while (high - low > 1e-15 * high) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) break;
      if (spreadAt(direct, middle).spread > df) low = middle;
      else high = middle;
    }
    between = (low + high) / 2;
  }
  const floor = Math.sqrt(2 * df) / direct.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const used = Math.max(between, floor);
  const { mean, precision } = spreadAt(direct, used);
  return {
    between,
    floor,
    used,
    mean,
    meanVariance: 1 / precision,
    x2,
    df,
    p: chiSquareTail(x2, df),
  };
}

/** Estimate of a group's score under the model, pulled to the mean as far as its noise warrants. */
export function shrunkScore({ score, variance }: DirectScore, model: AreaModel) {
  const trust = model.used / (model.used + variance);
  return {
    mean: model.mean + trust * (score - model.mean),
    variance: trust * variance + (1 - trust) ** 2 * model.meanVariance,
  };
}

/**
 * What is believed of a score on the scale that is shown, 50 + 10 × (estimate − mean)/√A\*: 50 is the average
 * group, ten points one deviation between groups; with the 90 % interval of the same belief, which ranks rest on.
 */
export function scorePoints(
  { mean, variance }: ScoreBelief,
  model: AreaModel,
): { score: number; scoreCi: Interval } {
  const point = 10 / Math.sqrt(model.used);
  const score = 50 + point * (mean - model.mean);
  const half = point * z * Math.sqrt(variance);
  return { score, scoreCi: [score - half, score + half] };
}

function spreadAt(direct: readonly DirectScore[], between: number) {
  let precision = 0;
  let weighted = 0;
  for (const { score, variance } of direct) {
    precision += 1 / (between + variance);
    weighted += score / (between + variance);
  }
  const mean = weighted / precision;
  let spread = 0;
  for (const { score, variance } of direct) spread += (score - mean) ** 2 / (between + variance);
  return { mean, precision, spread };
}
