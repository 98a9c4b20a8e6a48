import { computed } from '@preact/signals';
import { view } from '../store.ts';
import { type Criterion, parseCriterion } from './criteria.ts';

/** The criteria of the address. */
export const criteria = computed<readonly Criterion[]>(() =>
  view.value.page === 'prospect'
    ? view.value.criteria.flatMap((text) => parseCriterion(text) ?? [])
    : [],
);
