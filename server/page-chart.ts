import type { RawQuery } from '../core/contract/parse-query.ts';
import { readSearch, searchOf } from './seals/address.ts';

/** A view of the charts and its parameters. */
export interface PageChart {
  readonly view: string;
  readonly raw: RawQuery;
}

const filters = ['region', 'department', 'sector', 'size'] as const;

const pick = (
  query: RawQuery,
  names: readonly string[],
): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );

const explored = ['question', 'edition', 'answer', 'basis', ...filters];

/** What each page of the site draws, from the parameters of its address. */
const readers: Readonly<Record<string, (query: RawQuery) => PageChart>> = {
  '/explorer': (query) =>
    query.show === 'trend'
      ? { view: 'trends', raw: pick(query, ['question', 'answer', 'by', 'basis', ...filters]) }
      : {
          view: 'crosstab',
          raw: {
            ...pick(query, explored),
            by: [query.by, query.cross].flatMap((dimension) => dimension ?? []),
          },
        },
  '/prospecter': (query) => ({
    view: 'rankings',
    raw: {
      by: 'department',
      ...pick(query, ['by', 'question', 'edition', 'answer', 'sort', 'criteria', ...filters]),
    },
  }),
  '/question': (query) => ({
    view: 'trends',
    raw: pick(query, ['question', 'answer', ...filters]),
  }),
  '/bouge': (query) => ({ view: 'movers', raw: pick(query, ['from', 'to', ...filters]) }),
  '/comparer': (query) => ({ view: 'compare', raw: pick(query, ['edition', ...filters]) }),
};

/** The filter that a portrait's path names: `/portrait/region/53`; null for another page. */
export function portraitOfPath(path: string): Record<string, string> | null {
  const [, name, raw] = /^\/portrait\/([a-z]+)\/([\w%+-]+)$/.exec(path) ?? [];
  const dimension = filters.find((each) => each === name);
  if (dimension === undefined || raw === undefined) return null;
  const key = raw.replace(/%2B/i, '+');
  return /^[\w+-]+$/.test(key) ? { [dimension]: key } : null;
}

/** The chart that a page of the site is about, by its address; null for a page about none. */
export function chartOfPage(address: string): PageChart | null {
  const { path, query } = readSearch(address);
  const trimmed = path.replace(/\/+$/, '');
  const [, question] = /^\/question\/(\d{1,6})$/.exec(trimmed) ?? [];
  const portrayed = portraitOfPath(trimmed);
  if (portrayed !== null) {
    return { view: 'compare', raw: { ...pick(query, ['edition']), limit: '12', ...portrayed } };
  }
  if (question !== undefined) return readers['/question']?.({ ...query, question }) ?? null;
  const asked = readers[trimmed]?.(query) ?? null;
  const needs = asked !== null && ['crosstab', 'trends', 'rankings'].includes(asked.view);
  const named = asked?.raw.question !== undefined || asked?.raw.criteria !== undefined;
  const profiled = filters.some((name) => asked?.raw[name] !== undefined);
  if (asked?.view === 'compare' && !profiled) return null;
  return needs && !named ? null : asked;
}

/** The page of the site where a chart's figures can be explored. */
export function pageOfChart(
  view: string,
  query: Readonly<Record<string, unknown>>,
  language: string,
): string {
  const lang = language === 'fr' ? undefined : language;
  const path = { rankings: '/prospecter', movers: '/bouge', compare: '/comparer' }[view];
  const [by, cross] = Array.isArray(query.by) ? query.by : [];
  const { limit: _, confidence: __, ...rest } = query;
  const search = view === 'trends' ? searchOf({ lang }) : searchOf({ ...rest, by, cross, lang });
  const base = view === 'trends' ? `/question/${query.question}` : (path ?? '/explorer');
  return `${base}${search === '' ? '' : `?${search}`}`;
}
