import { logBeta, regularizedBeta, upperGamma } from './special-functions.ts';

const SQRT_TWO_PI = 2.5066282746310002;

/** Upper tail of the standard normal, P(Z > z); full relative precision for large z. */
export function normalTail(z: number): number {
  const tail = upperGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** Standard normal distribution function, P(Z ≤ z). */
export function normalCdf(z: number): number {
  return normalTail(-z);
}

/** Two-sided normal p-value, 2·P(Z > |z|). */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/**
 * Standard normal quantile for a probability in (0, 1); ±∞ at the ends.
 * Start: Abramowitz & Stegun 26.2.23; then Halley steps on the exact tail.
 */
export function normalQuantile(probability: number): number {
  if (probability <= 0) return Number.NEGATIVE_INFINITY;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let pass = 0; pass < 4; pass += 1) {
    const step = (normalTail(z) - probability) / (Math.exp((-z * z) / 2) / SQRT_TWO_PI);
    z += step / (1 - (z * step) / 2);
  }
  return -z;
}

/** The z of a two-sided interval at a confidence level: 0.95 gives 1.959963984540054. */
export function criticalValue(confidence: number): number {
  if (confidence !== latest.confidence) {
    latest = { confidence, value: -normalQuantile((1 - confidence) / 2) };
  }
  return latest.value;
}

// One level serves thousands of cells in a row: the latest is kept.
let latest = { confidence: Number.NaN, value: Number.NaN };

/** Two-sided p-value of Student's t with `df` degrees of freedom (df > 0, need not be whole). */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t;
  return regularizedBeta(df / (df + square), df / 2, 0.5, square / (df + square));
}

/** The t of a two-sided interval at a confidence level, with `df` degrees of freedom. */
export function studentCriticalValue(confidence: number, df: number): number {
  const x = betaQuantile(confidence, 0.5, df / 2);
  return Math.sqrt((df * x) / (1 - x));
}

/** Upper tail of Fisher's F with `numeratorDf` and `denominatorDf` degrees of freedom. */
export function fTail(f: number, numeratorDf: number, denominatorDf: number): number {
  if (f <= 0) return 1;
  const scale = denominatorDf + numeratorDf * f;
  return regularizedBeta(
    denominatorDf / scale,
    denominatorDf / 2,
    numeratorDf / 2,
    (numeratorDf * f) / scale,
  );
}

/** Upper tail of the chi-square with `df` degrees of freedom. */
export function chiSquareTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/**
 * Quantile of Beta(a, b), a and b > 0, by Newton steps kept inside a shrinking bracket.
 * Relative error below 1e-12 for the shapes that surveys give (a, b from 0.01 to 1e5).
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const constant = logBeta(a, b);
  const leftTail = Math.exp((Math.log(probability * a) + constant) / a);
  let x = leftTail < a / (a + b) / 4 ? leftTail : a / (a + b);
  let low = 0;
  let high = 1;
  for (let pass = 0; pass < 200; pass += 1) {
    const excess = regularizedBeta(x, a, b, 1 - x, constant) - probability;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - constant);
    const next = x - excess / density;
    const previous = x;
    x = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(x - previous) <= 1e-15 * x) return x;
  }
  return x;
}
