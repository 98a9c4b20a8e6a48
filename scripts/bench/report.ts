import Table from 'cli-table3';

/** The middle value; of two, the upper. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The value below which a proportion of the values lies. */
export const quantile = (values: readonly number[], proportion: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * proportion))
  ]!;

/** Prints one table of results. */
export function report(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  process.stdout.write(`\n${title}\n${table.toString()}\n`);
}
