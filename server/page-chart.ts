import { cutOf, isCoverable, isPanelled } from '../core/charts/cut.ts';
import type { RawQuery } from '../core/contract/parse-query.ts';
import { readSitePath, type SitePage, sitePaths } from '../core/contract/site-paths.ts';
import { dimensions } from '../core/contract/vocabulary.ts';
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

/** Shapes that pages know by the same name, in `show`. */
const shownBy = ['slope', 'dumbbell', 'multiples', 'heat'] as const;

/** How a page shows its figures, where that is a shape of its chart; nothing for the chart's own. */
const shapeOf = (query: RawQuery): { shape?: string } =>
  query.show === 'slope' || query.show === 'dumbbell' ? { shape: query.show } : {};

/** Small charts or a coloured table, where what is asked can be drawn so. */
function cutShapeOf(query: RawQuery, by: readonly string[]): { shape?: string } {
  const answer = [query.answer].flatMap((label) => label ?? []);
  const cut = cutOf({ by: dimensions.filter((dimension) => by.includes(dimension)), answer });
  if (query.show === 'multiples' && isPanelled(cut)) return { shape: 'multiples' };
  return query.show === 'heat' && isCoverable(cut) ? { shape: 'heat' } : {};
}

const overEditions = (query: RawQuery, names: readonly string[]): PageChart => ({
  view: 'trends',
  raw: { ...pick(query, ['question', 'answer', ...names]), ...shapeOf(query) },
});

const differences =
  (view: string, names: readonly string[]) =>
  (query: RawQuery): PageChart => ({
    view,
    raw: { ...pick(query, [...names, ...filters]), ...shapeOf(query) },
  });

/** What each page of the site draws, from the parameters of its address. */
const readers: Readonly<Partial<Record<SitePage, (query: RawQuery) => PageChart>>> = {
  explore: (query) => {
    if (query.show === 'trend' || query.show === 'slope') {
      return overEditions(query, ['by', 'basis', ...filters]);
    }
    const by = [query.by, query.cross].flatMap((dimension) => dimension ?? []);
    return { view: 'crosstab', raw: { ...pick(query, explored), by, ...cutShapeOf(query, by) } };
  },
  prospect: (query) => ({
    view: 'rankings',
    raw: {
      by: 'department',
      ...pick(query, ['by', 'question', 'edition', 'answer', 'sort', 'criteria', ...filters]),
    },
  }),
  question: (query) => overEditions(query, filters),
  movers: differences('movers', ['from', 'to']),
  compare: differences('compare', ['edition']),
};

/** The chart that a page of the site is about, by its address; null for a page about none. */
export function chartOfPage(address: string): PageChart | null {
  const { path, query } = readSearch(address);
  const site = readSitePath(path);
  if (site === null) return null;
  const { page, portrait, chapter, question } = site;
  if (portrait !== undefined) {
    const profile = { [portrait.dimension]: portrait.key };
    return { view: 'compare', raw: { ...pick(query, ['edition']), limit: '12', ...profile } };
  }
  if (chapter !== undefined) return { view: 'stories', raw: { chapter: String(chapter) } };
  const told = question === undefined ? query : { ...query, question: String(question) };
  const asked = readers[page]?.(told) ?? null;
  const needs = asked !== null && ['crosstab', 'trends', 'rankings'].includes(asked.view);
  const named = asked?.raw.question !== undefined || asked?.raw.criteria !== undefined;
  const profiled = filters.some((name) => asked?.raw[name] !== undefined);
  if (asked?.view === 'compare' && !profiled) return null;
  return needs && !named ? null : asked;
}

type Query = Readonly<Record<string, unknown>>;

/** A question's own page, or, of a part of its enterprises, the Explorer over the editions. */
function pageOfTrends({ question, answer, by, shape, ...rest }: Query): [string, Query] {
  const narrowed = by !== undefined || Object.values(rest).some((value) => value !== undefined);
  return narrowed
    ? [sitePaths.explore, { ...rest, question, answer, by, show: shape ?? 'trend' }]
    : [`${sitePaths.question}/${question}`, { answer, show: shape }];
}

/** The page of the site where a chart's figures can be explored, shown in its shape where the page has it. */
export function pageOfChart(view: string, query: Query, language: string): string {
  const { limit: _, confidence: __, detail: ___, chapter, shape, edition, ...asked } = query;
  const show = shownBy.find((own) => own === shape);
  const [by, cross] = Array.isArray(query.by) ? query.by : [];
  const path = {
    rankings: sitePaths.prospect,
    movers: sitePaths.movers,
    compare: sitePaths.compare,
    stories: chapter === undefined ? sitePaths.home : `${sitePaths.chapter}/${chapter}`,
  }[view];
  const [base, parameters] =
    view === 'trends'
      ? pageOfTrends({ ...asked, by, shape: show })
      : [path ?? sitePaths.explore, { ...asked, edition, by, cross, show }];
  const search = searchOf({ ...parameters, lang: language === 'fr' ? undefined : language });
  return `${base}${search === '' ? '' : `?${search}`}`;
}
