/** A row, or a group of rows, that a picture may have to leave out; `told` where the picture's title is about it. */
export interface Told {
  readonly told?: boolean;
}

/**
 * The first rows that a picture has room for, in their order. The one that its title tells is among them: in place of the
 * last, where it comes later.
 */
export function firstRows<Row extends Told>(rows: readonly Row[], count: number): readonly Row[] {
  const first = rows.slice(0, count);
  const later = rows.slice(count).find(({ told }) => told === true);
  if (later === undefined || count === 0 || first.some(({ told }) => told === true)) return first;
  return [...first.slice(0, -1), later];
}

/** The same of rows under headings: one that is taken from another group brings its heading. */
export function firstUnderHeadings<Row extends Told & { readonly heading?: string }>(
  rows: readonly Row[],
  count: number,
): readonly Row[] {
  const kept = firstRows(rows, count);
  const [last, before] = [kept.at(-1), kept.at(-2)];
  if (last === undefined || last === rows[count - 1]) return kept;
  const headingOf = (row: Row | undefined): string | undefined =>
    row &&
    rows.slice(0, rows.indexOf(row) + 1).findLast(({ heading }) => heading !== undefined)?.heading;
  const heading = headingOf(last);
  return heading === undefined || heading === headingOf(before)
    ? kept
    : [...kept.slice(0, -1), { ...last, heading }];
}
