import type { RawQuery } from '../../core/contract/parse-query.ts';

/** A query as the end of an address, its names in order, so that the same query has the same address. */
export function searchOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((each): [string, string] => [
        name,
        String(each),
      ]),
    );
  return new URLSearchParams(pairs).toString();
}

/** The parameters of an address, each one text or several. */
export function readSearch(address: string): { path: string; query: RawQuery } {
  const { pathname, searchParams } = new URL(address, 'http://numoscope.invalid');
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return { path: pathname, query };
}
