import { compareCall, moversCall, verificationCall } from './api.ts';
import { resource } from './resource.ts';
import { filters, page, view } from './store.ts';
import { portraitOf } from './url-paths.ts';

/** As many differences as the API gives at once: all of them. */
const everyGap = 500;

const limitOf = () => (view.value.rows === 'all' ? { limit: everyGap } : {});

/** What moved between the two editions of the address. */
export const movers = resource(() => {
  if (page.value !== 'movers') return null;
  const { from, to } = view.value;
  return moversCall({
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...limitOf(),
    ...filters.value,
  });
});

/** The profile of the address against the rest of France; none without a filter. */
export const compare = resource(() => {
  if (page.value !== 'compare' || Object.keys(filters.value).length === 0) return null;
  const { edition } = view.value;
  return compareCall({
    ...(edition === null ? {} : { edition }),
    ...limitOf(),
    ...filters.value,
  });
});

/** As many differences as a portrait shows: what fits a printed page. */
const portraitGaps = 12;

/** The portrait of the address against the rest of France; none on the list of portraits. */
export const portrait = resource(() => {
  const subject = page.value === 'portrait' ? portraitOf(view.value) : null;
  if (subject === null) return null;
  const { edition } = view.value;
  return compareCall({
    ...(edition === null ? {} : { edition }),
    limit: portraitGaps,
    [subject.dimension]: [subject.key],
  });
});

/** The published figures recomputed from the warehouse that is served. */
export const verification = resource(() =>
  page.value === 'verification' ? verificationCall() : null,
);
