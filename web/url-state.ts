import type { RankingSort } from '../core/contract/rankings.ts';
import { readSitePath, sitePaths } from '../core/contract/site-paths.ts';
import { bases, type Dimension, dimensions } from '../core/contract/vocabulary.ts';
import { type Language, languages } from '../core/format/language.ts';
import { readApiSpelling } from './api-spelling.ts';
import { keysOf } from './names.ts';
import { parseTarget } from './prospect/beside.ts';
import { parseCriterion } from './prospect/criteria.ts';
import { parsePlan } from './prospect/plan-address.ts';
import {
  among,
  type FaultReason,
  integer,
  oneOf,
  type Parameter,
  type Parsed,
  several,
  single,
  yesOrNo,
} from './url-parameters.ts';
import { ownAddress, partOfPath } from './url-paths.ts';
import { type Page, type Show, shows, sorts, type View, verdicts } from './view.ts';

/** A part of the address that could not be used; the rest of the address was. */
export interface Fault {
  parameter: string;
  raw: string;
  reason: FaultReason;
}

const isExclusion = (text: string): boolean => {
  const [dimension, key] = text.split(':', 2);
  const known = dimensions.find((one) => one === dimension);
  return known !== undefined && keysOf[known].includes(key ?? '');
};

type ParameterName = Exclude<keyof View, 'page'>;

/** Every parameter, in the order in which addresses are written. */
const parameters: { [K in ParameterName]: Parameter<View[K]> } = {
  question: integer('question'),
  chapter: integer('chapter'),
  answers: several('answer', (value) => value.trim() !== ''),
  edition: integer('edition'),
  by: oneOf('by', dimensions, null),
  cross: oneOf('cross', dimensions, null),
  show: oneOf<Show, null>('show', shows, null),
  intervals: oneOf<'shown' | 'hidden', null>('intervals', ['shown', 'hidden'], null),
  letters: yesOrNo('letters'),
  totals: yesOrNo('totals'),
  sort: oneOf<RankingSort, 'count'>('sort', sorts, 'count'),
  basis: oneOf('basis', bases, null),
  rows: oneOf<View['rows'], 'first'>('rows', ['first', 'all'], 'first'),
  region: several('region', among(keysOf.region)),
  department: several('department', among(keysOf.department)),
  sector: several('sector', among(keysOf.sector)),
  size: several('size', among(keysOf.size)),
  from: integer('from'),
  to: integer('to'),
  verdict: oneOf('verdict', verdicts, null),
  search: single('search', '', 'unknown-value', (raw) => raw),
  criteria: several('criteria', (text) => parseCriterion(text) !== null),
  without: several('without', isExclusion),
  beside: several('beside', (text) => parseTarget(text) !== null),
  plan: single<string | null>('plan', null, 'unknown-value', (raw) =>
    parsePlan(raw) === null ? undefined : raw,
  ),
  lang: oneOf<Language, 'fr'>('lang', languages, 'fr'),
};

const parameterNames = Object.keys(parameters) as ParameterName[];

const isCampaignMark = (name: string): boolean => /^(utm_|at_|mtm_)/.test(name);

/** The state of every parameter of an address, by its name in the view. */
export function parseParameters(query: URLSearchParams): {
  [K in ParameterName]: Parsed<View[K]>;
} {
  const read = (key: ParameterName) => parameters[key].parse(query.getAll(parameters[key].name));
  return Object.fromEntries(parameterNames.map((key) => [key, read(key)])) as {
    [K in ParameterName]: Parsed<View[K]>;
  };
}

/** The view that an address names, and what in the address could not be used. */
export function parseView(address: string): { view: View; faults: readonly Fault[] } {
  const url = new URL(address, 'http://localhost');
  const query = readApiSpelling(url.searchParams);
  const parsed = parseParameters(query);
  const path = readSitePath(url.pathname);
  const own = partOfPath(path ?? { page: 'home' });
  const names = Object.values(parameters).map(({ name }) => name);
  const faults: Fault[] = [];
  for (const key of parameterNames) {
    const state = parsed[key];
    if (state.status !== 'invalid') continue;
    const { name } = parameters[key];
    faults.push({ parameter: name, raw: state.raw.join(', '), reason: state.reason });
  }
  for (const name of new Set(query.keys())) {
    if (names.includes(name) || isCampaignMark(name)) continue;
    faults.push({ parameter: name, raw: name, reason: 'unknown-parameter' });
  }
  const values = Object.fromEntries(parameterNames.map((key) => [key, parsed[key].value]));
  const view = { page: path?.page ?? 'missing', ...values, ...own.part } as View;
  return { view, faults: own.fault === null ? faults : [...faults, own.fault] };
}

/** The shortest address of a view; `parseView` gives the view back. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  const own = ownAddress(view);
  const textsOf = <K extends ParameterName>(key: K) => parameters[key].format(view[key]);
  for (const key of parameterNames) {
    if (key === own?.name) continue;
    for (const text of textsOf(key)) query.append(parameters[key].name, text);
  }
  const text = query.toString();
  const base = view.page === 'missing' ? '/' : sitePaths[view.page];
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
