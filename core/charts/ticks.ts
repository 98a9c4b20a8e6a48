/** Round steps an axis may have, per power of ten. */
const steps = [1, 2, 2.5, 5, 10];

/** The unit that shares are written in on an axis: whole percents. */
export const wholePercents = 0.01;

const isMultiple = (value: number, unit: number): boolean =>
  Math.abs(value / unit - Math.round(value / unit)) < 1e-9;

/**
 * Round values from `low` to at least `high`, about `count` of them; they hold `low` only when it is round. All are
 * multiples of `unit`, the one they are written in: 2.5 points are no step where « 38 % » would be written for 37.5.
 */
export function niceTicks(low: number, high: number, count: number, unit = 0): number[] {
  const span = Math.max(high - low, Number.EPSILON);
  const rough = Math.max(span / Math.max(1, count), unit);
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const fits = (step: number) => step >= rough * 0.999 && (unit === 0 || isMultiple(step, unit));
  const step = power * (steps.find((each) => fits(each * power)) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
