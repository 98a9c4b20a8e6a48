/** Round steps an axis may have, per power of ten. */
const steps = [1, 2, 2.5, 5, 10];

/** Round values from `low` to at least `high`, about `count` of them; they hold `low` only when it is round. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = Math.max(high - low, Number.EPSILON);
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((each) => each * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
