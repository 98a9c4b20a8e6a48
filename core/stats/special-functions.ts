// Bernoulli terms B2k / (2k(2k−1)) of Stirling's series; from x = 10 on, nine terms reach full precision.
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;
const TINY = 1e-300;
const EPSILON = 1e-16;
const MOST_TERMS = 100_000;

/**
 * Natural logarithm of Γ(x), x > 0, by Stirling's series after raising x above 10.
 * Relative error about 1e-15. Source: Abramowitz & Stegun 6.1.41.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  let correction = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) {
    correction = correction * inverseSquare + STIRLING[k]!;
  }
  const stirling =
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + correction / shifted;
  return stirling - Math.log(product);
}

/** Logarithm of the beta function B(a, b), a and b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && Math.abs(term) > Math.abs(sum) * EPSILON; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return h * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * Upper regularised incomplete gamma Q(a, x) = Γ(a, x)/Γ(a), a > 0, x ≥ 0: the tail of a gamma
 * variable of shape a. Series below a + 1, continued fraction (modified Lentz) above, so that
 * small tails keep their relative precision.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

/** Lower regularised incomplete gamma P(a, x) = 1 − Q(a, x), precise for small values. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let h = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    h *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return h;
}

/**
 * Regularised incomplete beta I_x(a, b), a and b > 0, 0 ≤ x ≤ 1: the distribution function of a
 * Beta(a, b) variable. `complement` is 1 − x, to be given when the caller knows it more precisely,
 * `constant` log B(a, b), when it is known.
 * Continued fraction by modified Lentz, on the side of the mean where it converges fast.
 */
export function regularizedBeta(
  x: number,
  a: number,
  b: number,
  complement = 1 - x,
  constant = logBeta(a, b),
): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(complement) - constant);
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(complement, b, a)) / b;
}

const ASYMPTOTIC_FROM = 10;

/** ψ(x), the derivative of log Γ, for x > 0: recurrence up to 10, then Abramowitz & Stegun 6.3.18 (to 1e-11). */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < ASYMPTOTIC_FROM; at += 1) shift -= 1 / at;
  const inverse = 1 / (at * at);
  return (
    shift +
    Math.log(at) -
    0.5 / at -
    inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse / 240)))
  );
}

/** ψ′(x), for x > 0: recurrence up to 10, then Abramowitz & Stegun 6.4.12 (to 1e-11). */
export function trigamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < ASYMPTOTIC_FROM; at += 1) shift += 1 / (at * at);
  const inverse = 1 / (at * at);
  return (
    shift +
    1 / at +
    inverse / 2 +
    (inverse / at) * (1 / 6 - inverse * (1 / 30 - inverse * (1 / 42 - inverse / 30)))
  );
}
