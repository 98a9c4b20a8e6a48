import { computed } from '@preact/signals';
import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import { type Call, crosstabCall } from './api.ts';
import { resource } from './resource.ts';
import { filters, page, questionDetail, shown, view } from './store.ts';
import { filterNames } from './view.ts';
import type { Populations } from './visible-gap.ts';

/** Those who could answer the question on show: all that the filters select, or all but for those filters. */
function populationCall(without: readonly Dimension[]): Call<CrosstabAnswer> | null {
  if (page.value !== 'explore' || questionDetail.value === null) return null;
  const { basis, edition } = shown.value;
  if (edition === null) return null;
  const kept = Object.entries(filters.value).filter(
    ([name]) => !without.some((dimension) => dimension === name),
  );
  return crosstabCall({
    question: questionDetail.value.code,
    edition,
    ...(basis === null ? {} : { basis }),
    ...Object.fromEntries(kept),
  });
}

const filtered = (): boolean => filterNames.some((name) => view.value[name].length > 0);

const chosenPopulation = resource(() => populationCall([]));
const wholePopulation = resource(() => (filtered() ? populationCall(filterNames) : null));
const relaxedPopulations = filterNames.map((dimension) => ({
  dimension,
  resource: resource(() => (view.value[dimension].length > 0 ? populationCall([dimension]) : null)),
}));

/** How many there are to look at, and how many there would be without each filter. */
export const populations = computed<Populations>(() => ({
  chosen: chosenPopulation.state.value.value,
  whole: wholePopulation.state.value.value,
  relaxed: relaxedPopulations.flatMap(({ dimension, resource: { state } }) =>
    state.value.value === null ? [] : [{ dimension, answer: state.value.value }],
  ),
}));
