import { niceTicks } from './ticks.ts';

/** Values between two round limits, the lower included. */
export interface ValueClass {
  low: number;
  high: number;
  colour: string;
}

/**
 * Classes of equal and round width over the values, from pale to full: as many as the values need, at most as many as
 * there are colours; their limits are multiples of `unit`, the one these are written in. No value: no class; all alike: one, of that value.
 */
export function classify(
  values: readonly number[],
  colours: readonly string[],
  unit = 0,
): ValueClass[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high - low < 1e-9) return [{ low, high: low, colour: colours.at(-2) ?? '' }];
  let limits = [low, high];
  for (let count = colours.length; count > 0; count -= 1) {
    limits = niceTicks(low, high, count, unit);
    if (limits.length - 1 <= colours.length) break;
  }
  const count = limits.length - 1;
  return limits.slice(0, -1).map((limit, index) => ({
    low: limit,
    high: limits[index + 1] ?? limit,
    colour:
      colours[
        count === 1 ? colours.length - 2 : Math.round((index * (colours.length - 1)) / (count - 1))
      ] ?? '',
  }));
}

/** The class a value falls in; the last one holds its upper limit. */
export function classOf(value: number, classes: readonly ValueClass[]): ValueClass | undefined {
  return classes.find(({ high }) => value < high) ?? classes.at(-1);
}
