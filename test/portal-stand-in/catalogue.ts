import { describe, type Served } from './dataset.ts';

/**
 * The catalogue's answer to `where`, `order_by`, `limit` and `offset`; undefined when the condition is
 * none of the few understood: `dataset_id like "x"`, `search("words")`, joined by `or`.
 */
export function searchAnswer(
  datasets: readonly Served[],
  query: URLSearchParams,
  largestPage = 100,
): Record<string, unknown> | undefined {
  const condition = parseWhere(query.get('where'));
  if (condition === undefined) return undefined;
  const selected = datasets.filter(condition);
  if (query.get('order_by') === 'dataset_id') {
    selected.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 10), largestPage);
  const results = selected.slice(offset, offset + limit).map(describe);
  return { total_count: selected.length, results };
}

type Condition = (dataset: Served) => boolean;

function parseWhere(where: string | null): Condition | undefined {
  if (where === null) return () => true;
  const conditions: Condition[] = [];
  for (const part of where.split(/\s+or\s+/i)) {
    const like = /^dataset_id like "([^"]*)"$/.exec(part.trim())?.[1];
    const search = /^search\("([^"]*)"\)$/.exec(part.trim())?.[1];
    if (like !== undefined) conditions.push((dataset) => dataset.id.includes(like));
    else if (search !== undefined) conditions.push((dataset) => matches(dataset, search));
    else return undefined;
  }
  return (dataset) => conditions.some((condition) => condition(dataset));
}

function matches(dataset: Served, search: string): boolean {
  const haystack = plain(`${dataset.id} ${dataset.title}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
