import { computed, effect, signal } from '@preact/signals';
import type { QuestionAnswer, QuestionSummary } from '../core/contract/catalogue.ts';
import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import {
  type Call,
  countedRankingsCall,
  crosstabCall,
  metaCall,
  questionCall,
  questionsCall,
  rankingsCall,
  trendsCall,
} from './api.ts';
import { fold } from './fold.ts';
import { canLetter } from './letters.ts';
import { countsFile } from './prospect/counts-file.ts';
import { resource } from './resource.ts';
import { type Fault, formatView, isOverEditions, parseView, type View } from './url-state.ts';

const here = (): string => window.location.pathname + window.location.search;

/** How the present address was reached: the browser restores the scroll of its own history. */
let travel: 'link' | 'history' = 'history';
export const cameByLink = (): boolean => travel === 'link';

const address = signal(here());
window.addEventListener('popstate', () => {
  travel = 'history';
  address.value = here();
});

const parsed = computed(() => parseView(address.value));

/** The view the address asks for, before the catalogue has had its say. */
export const view = computed(() => parsed.value.view);
export const language = computed(() => view.value.lang);
export const page = computed(() => view.value.page);

/** Shows a view: a new entry of the history, or the present one rewritten. */
export function show(next: View, mode: 'push' | 'replace' = 'push'): void {
  const target = formatView(next);
  if (target === here()) return;
  travel = 'link';
  window.history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', target);
  address.value = target;
}

/** Changes part of the present view. */
export const change = (part: Partial<View>, mode: 'push' | 'replace' = 'push'): void =>
  show({ ...view.value, ...part }, mode);

export const meta = resource(metaCall);
export const catalogue = resource(() => questionsCall());

const usesQuestions = computed(
  () => page.value === 'prospect' || page.value === 'explore' || page.value === 'question',
);

/** The chosen question in the catalogue: null while none is chosen, loaded or known. */
export const chosen = computed<QuestionSummary | null>(
  () =>
    catalogue.state.value.value?.questions.find(({ code }) => code === view.value.question) ?? null,
);

export const question = resource(() =>
  usesQuestions.value && chosen.value !== null ? questionCall(chosen.value.code) : null,
);

/** What a page cannot be shown without. */
export const needed = computed(() => {
  if (page.value === 'chapter') return [meta, catalogue];
  return usesQuestions.value ? [meta, catalogue, question] : [meta];
});

/** The name of the chapter of the address; null while none is chosen, loaded or known. */
export const chapterLabel = computed<string | null>(
  () =>
    catalogue.state.value.value?.chapters.find(({ code }) => code === view.value.chapter)?.label ??
    null,
);

const detail = computed<QuestionAnswer | null>(() => {
  const { value } = question.state.value;
  return value !== null && value.code === view.value.question ? value : null;
});

export { detail as questionDetail };

/** Each answer that the address names, with the question's own label for it: null when it has none. */
const askedAnswers = computed(() =>
  view.value.answers.map((asked) => ({
    asked,
    label:
      (detail.value?.answers ?? []).find(({ label, missing, sourceLabels }) =>
        missing
          ? false
          : [label, ...sourceLabels.map((source) => source.label)].some(
              (known) => fold(known) === fold(asked),
            ),
      )?.label ?? null,
  })),
);

const knownAnswers = computed<readonly string[]>(() => [
  ...new Set(askedAnswers.value.flatMap(({ label }) => label ?? [])),
]);

const searched = resource(() => {
  const search = view.value.search.trim();
  return page.value === 'explore' && search !== '' ? questionsCall({ search }) : null;
});

/** Questions whose descriptions or answers have the words sought: what the catalogue's labels cannot tell. */
export const foundElsewhere = computed<readonly number[]>(() => {
  const { status, value } = searched.state.value;
  return status === 'ready' ? value.questions.map(({ code }) => code) : [];
});

/** The second dimension, which needs a first and differs from it. */
export const cross = computed<Dimension | null>(() => {
  const { by, cross: asked } = view.value;
  return by === null || asked === by ? null : asked;
});

/** Editions that can be shown, latest first: only those with microdata when departments are in play. */
export const editions = computed<readonly number[]>(() => {
  if (chosen.value === null) return [];
  const { by, department } = view.value;
  const departments = by === 'department' || cross.value === 'department' || department.length > 0;
  const needsMicrodata = page.value === 'prospect' || departments;
  const list = needsMicrodata ? chosen.value.microdataEditions : chosen.value.editions;
  return [...list].sort((a, b) => b - a);
});

const edition = computed<number | null>(() => {
  const asked = view.value.edition;
  if (asked !== null && editions.value.includes(asked)) return asked;
  return editions.value[0] ?? null;
});

/** How the Prospecter view breaks down when the address does not say. */
export const prospectBy = computed<Dimension>(() => view.value.by ?? 'department');

/** What is shown: the address's view with what the catalogue does not know taken out. */
export const shown = computed(() => ({
  ...view.value,
  question:
    catalogue.state.value.status === 'ready' ? (chosen.value?.code ?? null) : view.value.question,
  answers: knownAnswers.value,
  cross: cross.value,
  edition: usesQuestions.value ? edition.value : view.value.edition,
}));

const given = <T>(list: readonly T[]): T[] | undefined =>
  list.length === 0 ? undefined : [...list];

/** The filters of the address, as the API takes them. */
export const filters = computed(() => {
  const { region, department, sector, size } = view.value;
  const all = {
    region: given(region),
    department: given(department),
    sector: given(sector),
    size: given(size),
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list !== undefined));
});

export const rankings = resource(() => {
  if (page.value !== 'prospect' || detail.value === null || edition.value === null) return null;
  if (knownAnswers.value.length === 0) return null;
  const query = {
    question: detail.value.code,
    answer: [...knownAnswers.value],
    edition: edition.value,
    by: [prospectBy.value, ...(cross.value === null ? [] : [cross.value])],
    sort: view.value.sort,
    ...filters.value,
  };
  return countsFile.value === null
    ? rankingsCall(query)
    : countedRankingsCall(query, countsFile.value);
});

/** The answers that a question is read by unless others are ticked. */
const suggestedAnswers = ({ favourable, answers }: QuestionAnswer): readonly string[] =>
  favourable.length > 0 ? favourable : answers.slice(0, 1).map(({ label }) => label);

/**
 * The answers that the Explorer counts together, none when each is on its own. Where there is room for one figure
 * only (two dimensions, lines by value), those the producer counts, or the first.
 */
export const counted = computed<readonly string[]>(() => {
  if (knownAnswers.value.length > 0 || detail.value === null) return knownAnswers.value;
  const { by, show: how } = view.value;
  const one =
    cross.value !== null || (isOverEditions(how) && by !== null) || page.value === 'question';
  return one ? suggestedAnswers(detail.value) : [];
});

const showsTrend = computed(
  () =>
    page.value === 'explore' &&
    isOverEditions(view.value.show) &&
    (chosen.value?.editions.length ?? 0) > 1,
);

/** The Explorer's table broken down by `by`; null when none is on show. */
function tableCall(by: readonly Dimension[], letters = false): Call<CrosstabAnswer> | null {
  if (page.value !== 'explore' || detail.value === null || edition.value === null) return null;
  if (showsTrend.value) return null;
  const { basis } = view.value;
  return crosstabCall({
    question: detail.value.code,
    edition: edition.value,
    ...(by.length === 0 ? {} : { by: [...by] }),
    ...(counted.value.length === 0 ? {} : { answer: [...counted.value] }),
    ...(basis === null ? {} : { basis }),
    ...(letters && canLetter(by, view.value) ? { letters } : {}),
    ...filters.value,
  });
}

export const crosstab = resource(() =>
  tableCall(
    [view.value.by, cross.value].flatMap((dimension) => dimension ?? []),
    view.value.letters,
  ),
);

/** The totals of each row and of each column of a table of two dimensions: answers of their own, not sums. */
export const rowTotals = resource(() =>
  view.value.by === null || cross.value === null ? null : tableCall([view.value.by]),
);
export const columnTotals = resource(() =>
  cross.value === null ? null : tableCall([cross.value]),
);

/** The two editions that the address sets side by side; null shows every edition. */
const pairAsked = computed<readonly number[] | null>(() => {
  const { show, from, to } = view.value;
  const asked = [from, to].filter((year) => year !== null);
  const known = asked.every((year) => chosen.value?.editions.includes(year));
  return show === 'slope' && asked.length === 2 && from !== to && known ? asked : null;
});

/** The Explorer's figures over the editions, by one dimension at most; a question's own page shows all enterprises. */
export const trends = resource(() => {
  const own = page.value === 'question';
  if (detail.value === null || !(own || showsTrend.value)) return null;
  const { by, basis } = view.value;
  return trendsCall({
    question: detail.value.code,
    ...(counted.value.length === 0 ? {} : { answer: [...counted.value] }),
    ...(pairAsked.value === null ? {} : { edition: [...pairAsked.value] }),
    ...(own || by === null ? {} : { by: [by] }),
    ...(own || basis === null ? {} : { basis }),
    ...(own ? {} : filters.value),
  });
});

/** Asks again for whatever of the Explorer's tables did not come. */
export function retryTables(): void {
  for (const table of [crosstab, rowTotals, columnTotals]) {
    if (table.state.value.status === 'failed') table.retry();
  }
}

/** What of the address could not be used, once the catalogue is known. */
export const faults = computed<readonly Fault[]>(() => {
  const found: Fault[] = [...parsed.value.faults];
  const { question: code, edition: asked } = view.value;
  const unknown = (parameter: string, raw: string) =>
    found.push({ parameter, raw, reason: 'unknown-value' });
  if (!usesQuestions.value || catalogue.state.value.status !== 'ready') return found;
  if (code !== null && chosen.value === null) unknown('question', String(code));
  if (chosen.value === null) return found;
  if (asked !== null && !editions.value.includes(asked)) {
    if (chosen.value.editions.includes(asked)) {
      found.push({ parameter: 'edition', raw: String(asked), reason: 'no-microdata' });
    } else unknown('edition', String(asked));
  }
  if (detail.value === null) return found;
  for (const { asked: raw, label } of askedAnswers.value)
    if (label === null) unknown('answer', raw);
  return found;
});

/** The row pointed at or focused, in every chart and table of the page. */
export const pointed = signal<string | null>(null);

export const point = (key: string | null): void => {
  pointed.value = key;
};

const awaitingAnswers = signal<number | null>(null);

/** Chooses a question to rank by, and the answers its producer counts once they are known. */
export function chooseToRank({ code }: QuestionSummary): void {
  awaitingAnswers.value = code;
  change({ question: code, answers: [] });
}

effect(() => {
  if (detail.value === null || detail.value.code !== awaitingAnswers.value) return;
  awaitingAnswers.value = null;
  change({ answers: suggestedAnswers(detail.value) }, 'replace');
});

effect(() => {
  address.value;
  pointed.value = null;
});
