import type { RankingSort } from '../core/contract/rankings.ts';
import type { VerifiedFigure } from '../core/contract/verification.ts';
import { type Basis, bases, type Dimension, dimensions } from '../core/contract/vocabulary.ts';
import { type Language, languages } from '../core/format/language.ts';
import { keysOf } from './names.ts';
import { parseTarget } from './prospect/beside.ts';
import { parseCriterion } from './prospect/criteria.ts';
import { parsePlan } from './prospect/plan-address.ts';
import { ownAddress, readOwnAddress } from './url-paths.ts';

export type Page =
  | 'home'
  | 'prospect'
  | 'explore'
  | 'question'
  | 'movers'
  | 'compare'
  | 'verification'
  | 'portrait'
  | 'chapter'
  | 'accessibility'
  | 'missing';
export type { Language };

export const shows = ['table', 'chart', 'multiples', 'heat', 'trend', 'slope', 'dumbbell'] as const;
/**
 * The same figures as a table, a chart, a chart for each value, a coloured table, over the editions, from one edition to
 * another, or as the two sides of a difference.
 */
export type Show = (typeof shows)[number];

/** Whether a way of showing is of several editions. */
export const isOverEditions = (show: Show | null): boolean => show === 'trend' || show === 'slope';

/** Everything a page shows, and nothing else: two equal views are the same page. */
export interface View {
  page: Page;
  lang: Language;
  question: number | null;
  chapter: number | null;
  /** The answers counted together; none means each on its own. */
  answers: readonly string[];
  edition: number | null;
  by: Dimension | null;
  /** The second dimension of a table of the Explorer. */
  cross: Dimension | null;
  /** How a page shows its figures; null is what suits them. */
  show: Show | null;
  /** Whether a table of the Explorer prints its intervals; null is what suits it. */
  intervals: 'shown' | 'hidden' | null;
  /** Whether the Explorer's table compares its groups two by two, each named by a letter. */
  letters: boolean;
  sort: RankingSort;
  basis: Basis | null;
  /** How much of a ranking is shown. */
  rows: 'first' | 'all';
  search: string;
  /** Criteria of a score, as the API takes them; with any, the Prospecter page ranks by score. */
  criteria: readonly string[];
  /** What the vendor leaves out of the list: `sector:commerce`. */
  without: readonly string[];
  /** The targets set side by side: `department:29`, `department:29,sector:commerce`. */
  beside: readonly string[];
  /** The call plan's sellers, calls, weeks and targets; null is the usual plan, folded. */
  plan: string | null;
  /** The two editions whose differences are shown; null is the latest pair. */
  from: number | null;
  to: number | null;
  /** Which figures of the verification are listed; null is all of them. */
  verdict: VerifiedFigure['verdict'] | null;
  region: readonly string[];
  department: readonly string[];
  sector: readonly string[];
  size: readonly string[];
}

export type FaultReason =
  | 'unknown-parameter'
  | 'not-a-number'
  | 'unknown-value'
  | 'given-twice'
  | 'no-microdata';

/** A part of the address that could not be used; the rest of the address was. */
export interface Fault {
  parameter: string;
  raw: string;
  reason: FaultReason;
}

/** `value` is what to use: what was understood of the address, or the default. */
export type Parsed<T> =
  | { status: 'valid'; value: T }
  | { status: 'invalid'; value: T; raw: readonly string[]; reason: FaultReason }
  | { status: 'missing'; value: T };

interface Parameter<T> {
  name: string;
  parse(raws: readonly string[]): Parsed<T>;
  format(value: T): readonly string[];
}

const paths: Record<Exclude<Page, 'missing'>, string> = {
  home: '/',
  prospect: '/prospecter',
  explore: '/explorer',
  question: '/question',
  movers: '/bouge',
  compare: '/comparer',
  verification: '/verification',
  portrait: '/portrait',
  chapter: '/chapitre',
  accessibility: '/accessibilite',
};

export const verdicts = ['ok', 'differs', 'skipped'] as const satisfies View['verdict'][];
export const sorts = ['count', 'share', 'smoothed', 'potential'] as const satisfies RankingSort[];

/** One value, read by `read` (undefined when it is not one), written unless it is the default. */
function single<T>(
  name: string,
  fallback: T,
  reason: FaultReason,
  read: (raw: string) => T | undefined,
): Parameter<T> {
  return {
    name,
    parse(raws) {
      const [raw] = raws;
      if (raw === undefined) return { status: 'missing', value: fallback };
      if (raws.length > 1) {
        return { status: 'invalid', value: fallback, raw: raws, reason: 'given-twice' };
      }
      const value = read(raw);
      if (value === undefined) return { status: 'invalid', value: fallback, raw: raws, reason };
      return { status: 'valid', value };
    },
    format: (value) => (value === fallback || value === null ? [] : [String(value)]),
  };
}

const oneOf = <T extends string, D extends T | null>(
  name: string,
  values: readonly T[],
  fallback: D,
): Parameter<T | D> =>
  single<T | D>(name, fallback, 'unknown-value', (raw) => values.find((value) => value === raw));

const integer = (name: string): Parameter<number | null> =>
  single<number | null>(name, null, 'not-a-number', (raw) =>
    /^\d{1,6}$/.test(raw) ? Number(raw) : undefined,
  );

/** A repeated value: those known are kept, those unknown reported. */
function several(name: string, known: (value: string) => boolean): Parameter<readonly string[]> {
  return {
    name,
    parse(raws) {
      if (raws.length === 0) return { status: 'missing', value: [] };
      const value = [...new Set(raws.filter(known))];
      const rejected = raws.filter((raw) => !known(raw));
      return rejected.length === 0
        ? { status: 'valid', value }
        : { status: 'invalid', value, raw: rejected, reason: 'unknown-value' };
    },
    format: (value) => value,
  };
}

const among = (values: readonly string[]) => (value: string) => values.includes(value);

const isExclusion = (text: string): boolean => {
  const [dimension, key] = text.split(':', 2);
  const known = dimensions.find((one) => one === dimension);
  return known !== undefined && keysOf[known].includes(key ?? '');
};

const parameters: { [K in Exclude<keyof View, 'page'>]: Parameter<View[K]> } = {
  lang: oneOf<Language, 'fr'>('lang', languages, 'fr'),
  question: integer('question'),
  chapter: integer('chapter'),
  answers: several('answer', (value) => value.trim() !== ''),
  edition: integer('edition'),
  by: oneOf('by', dimensions, null),
  cross: oneOf('cross', dimensions, null),
  show: oneOf<Show, null>('show', shows, null),
  intervals: oneOf<'shown' | 'hidden', null>('intervals', ['shown', 'hidden'], null),
  letters: single('letters', false, 'unknown-value', (raw) =>
    raw === 'true' ? true : raw === 'false' ? false : undefined,
  ),
  sort: oneOf<RankingSort, 'count'>('sort', sorts, 'count'),
  basis: oneOf('basis', bases, null),
  rows: oneOf<View['rows'], 'first'>('rows', ['first', 'all'], 'first'),
  search: single('search', '', 'unknown-value', (raw) => raw),
  from: integer('from'),
  to: integer('to'),
  verdict: oneOf('verdict', verdicts, null),
  criteria: several('criteria', (text) => parseCriterion(text) !== null),
  without: several('without', isExclusion),
  beside: several('beside', (text) => parseTarget(text) !== null),
  plan: single<string | null>('plan', null, 'unknown-value', (raw) =>
    parsePlan(raw) === null ? undefined : raw,
  ),
  region: several('region', among(keysOf.region)),
  department: several('department', among(keysOf.department)),
  sector: several('sector', among(keysOf.sector)),
  size: several('size', among(keysOf.size)),
};

/** The four parameters that filter every figure. */
export const filterNames = ['region', 'department', 'sector', 'size'] as const;

function pageOf(pathname: string): Page {
  const { page } = readOwnAddress(pathname);
  if (page !== null) return page;
  const trimmed = pathname.replace(/\/+$/, '') || '/';
  const entry = Object.entries(paths).find(([, path]) => path === trimmed);
  return entry === undefined ? 'missing' : (entry[0] as Page);
}

const isCampaignMark = (name: string): boolean => /^(utm_|at_|mtm_)/.test(name);

/** The state of every parameter of an address, by its name in the view. */
export function parseParameters(query: URLSearchParams): {
  [K in keyof typeof parameters]: Parsed<View[K]>;
} {
  const read = <T>(parameter: Parameter<T>) => parameter.parse(query.getAll(parameter.name));
  return {
    lang: read(parameters.lang),
    question: read(parameters.question),
    chapter: read(parameters.chapter),
    answers: read(parameters.answers),
    edition: read(parameters.edition),
    by: read(parameters.by),
    cross: read(parameters.cross),
    show: read(parameters.show),
    intervals: read(parameters.intervals),
    letters: read(parameters.letters),
    sort: read(parameters.sort),
    basis: read(parameters.basis),
    rows: read(parameters.rows),
    search: read(parameters.search),
    criteria: read(parameters.criteria),
    without: read(parameters.without),
    beside: read(parameters.beside),
    plan: read(parameters.plan),
    from: read(parameters.from),
    to: read(parameters.to),
    verdict: read(parameters.verdict),
    region: read(parameters.region),
    department: read(parameters.department),
    sector: read(parameters.sector),
    size: read(parameters.size),
  };
}

/** The view that an address names, and what in the address could not be used. */
export function parseView(address: string): { view: View; faults: readonly Fault[] } {
  const url = new URL(address, 'http://localhost');
  const parsed = parseParameters(url.searchParams);
  const own = readOwnAddress(url.pathname);
  const names = Object.values(parameters).map(({ name }) => name);
  const faults: Fault[] = [];
  for (const [key, state] of Object.entries(parsed)) {
    if (state.status !== 'invalid') continue;
    const { name } = parameters[key as keyof typeof parameters];
    faults.push({ parameter: name, raw: state.raw.join(', '), reason: state.reason });
  }
  for (const name of new Set(url.searchParams.keys())) {
    if (names.includes(name) || isCampaignMark(name)) continue;
    faults.push({ parameter: name, raw: name, reason: 'unknown-parameter' });
  }
  const view: View = {
    page: pageOf(url.pathname),
    lang: parsed.lang.value,
    question: parsed.question.value,
    chapter: parsed.chapter.value,
    answers: parsed.answers.value,
    edition: parsed.edition.value,
    by: parsed.by.value,
    cross: parsed.cross.value,
    show: parsed.show.value,
    intervals: parsed.intervals.value,
    letters: parsed.letters.value,
    sort: parsed.sort.value,
    basis: parsed.basis.value,
    rows: parsed.rows.value,
    search: parsed.search.value,
    criteria: parsed.criteria.value,
    without: parsed.without.value,
    beside: parsed.beside.value,
    plan: parsed.plan.value,
    from: parsed.from.value,
    to: parsed.to.value,
    verdict: parsed.verdict.value,
    region: parsed.region.value,
    department: parsed.department.value,
    sector: parsed.sector.value,
    size: parsed.size.value,
    ...own.part,
  };
  return { view, faults: own.fault === null ? faults : [...faults, own.fault] };
}

/** The shortest address of a view; `parseView` gives the view back. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  const write = <T>(parameter: Parameter<T>, value: T) => {
    for (const text of parameter.format(value)) query.append(parameter.name, text);
  };
  const own = ownAddress(view);
  if (own?.name !== 'question') write(parameters.question, view.question);
  if (own?.name !== 'chapter') write(parameters.chapter, view.chapter);
  write(parameters.answers, view.answers);
  write(parameters.edition, view.edition);
  write(parameters.by, view.by);
  write(parameters.cross, view.cross);
  write(parameters.show, view.show);
  write(parameters.intervals, view.intervals);
  write(parameters.letters, view.letters);
  write(parameters.sort, view.sort);
  write(parameters.basis, view.basis);
  write(parameters.rows, view.rows);
  if (own?.name !== 'region') write(parameters.region, view.region);
  if (own?.name !== 'department') write(parameters.department, view.department);
  if (own?.name !== 'sector') write(parameters.sector, view.sector);
  if (own?.name !== 'size') write(parameters.size, view.size);
  write(parameters.from, view.from);
  write(parameters.to, view.to);
  write(parameters.verdict, view.verdict);
  write(parameters.search, view.search);
  write(parameters.criteria, view.criteria);
  write(parameters.without, view.without);
  write(parameters.beside, view.beside);
  write(parameters.plan, view.plan);
  write(parameters.lang, view.lang);
  const text = query.toString();
  const base = view.page === 'missing' ? '/' : paths[view.page];
  const path = own === null ? base : base + own.path;
  return text === '' ? path : `${path}?${text}`;
}

/** A page with nothing chosen. */
export const emptyView = (page: Page, lang: Language): View => ({
  ...parseView('/').view,
  page,
  lang,
});

/** The 2023 edition's exercise: who fully agrees that digital is of real benefit, counted. */
export const exerciseView = (by: Dimension, lang: Language): View => ({
  ...emptyView('prospect', lang),
  question: 501,
  answers: ["Tout à fait d'accord"],
  edition: 2023,
  by,
});
