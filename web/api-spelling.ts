/**
 * The API repeats `by` for its second dimension, which the site calls `cross`, and some write both at once, with a comma:
 * parameters pasted from a call open the page of its figures.
 */
export function readApiSpelling(given: URLSearchParams): URLSearchParams {
  const named = new Set(given.getAll('by').flatMap((text) => text.split(',')));
  const [by, cross] = named;
  if (named.size !== 2 || by === undefined || cross === undefined || given.has('cross')) {
    return given;
  }
  const query = new URLSearchParams(given);
  query.set('by', by);
  query.set('cross', cross);
  return query;
}
