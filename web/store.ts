import { computed, effect, signal } from '@preact/signals';
import type { QuestionAnswer, QuestionSummary } from '../core/contract/catalogue.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import { countedRankingsCall, metaCall, questionCall, questionsCall, rankingsCall } from './api.ts';
import { fold } from './fold.ts';
import { countsFile } from './prospect/counts-file.ts';
import { resource } from './resource.ts';
import { type Fault, formatView, parseView } from './url-state.ts';
import type { View } from './view.ts';

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

export const knownAnswers = computed<readonly string[]>(() => [
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

export const edition = computed<number | null>(() => {
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
export const suggestedAnswers = ({ favourable, answers }: QuestionAnswer): readonly string[] =>
  favourable.length > 0 ? favourable : answers.slice(0, 1).map(({ label }) => label);

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
