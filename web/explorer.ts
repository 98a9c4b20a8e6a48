import { computed } from '@preact/signals';
import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import { type Call, crosstabCall, trendsCall } from './api.ts';
import { canLetter } from './letters.ts';
import { resource } from './resource.ts';
import {
  chosen,
  cross,
  edition,
  filters,
  knownAnswers,
  page,
  questionDetail,
  suggestedAnswers,
  view,
} from './store.ts';
import { isOverEditions } from './view.ts';

/**
 * The answers that the Explorer counts together, none when each is on its own. Where there is room for one figure
 * only (two dimensions, lines by value), those the producer counts, or the first.
 */
export const counted = computed<readonly string[]>(() => {
  if (knownAnswers.value.length > 0 || questionDetail.value === null) return knownAnswers.value;
  const { by, show: how } = view.value;
  const one =
    cross.value !== null || (isOverEditions(how) && by !== null) || page.value === 'question';
  return one ? suggestedAnswers(questionDetail.value) : [];
});

const showsTrend = computed(
  () =>
    page.value === 'explore' &&
    isOverEditions(view.value.show) &&
    (chosen.value?.editions.length ?? 0) > 1,
);

/** The Explorer's table broken down by `by`; null when none is on show. */
function tableCall(by: readonly Dimension[], letters = false): Call<CrosstabAnswer> | null {
  if (page.value !== 'explore' || questionDetail.value === null || edition.value === null)
    return null;
  if (showsTrend.value) return null;
  const { basis, totals } = view.value;
  return crosstabCall({
    question: questionDetail.value.code,
    edition: edition.value,
    ...(by.length === 0 ? {} : { by: [...by] }),
    ...(counted.value.length === 0 ? {} : { answer: [...counted.value] }),
    ...(basis === null ? {} : { basis }),
    ...(letters && canLetter(by, view.value) ? { letters } : {}),
    ...(totals ? { totals } : {}),
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
  if (questionDetail.value === null || !(own || showsTrend.value)) return null;
  const { by, basis } = view.value;
  return trendsCall({
    question: questionDetail.value.code,
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
