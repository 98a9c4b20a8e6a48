import { editionOf, fold, kindOf } from './identity.ts';
import type { PortalDataset, Provenance } from './types.ts';

const SAME_COLUMNS = 0.8;

/**
 * The data set that took the place of one whose id is gone: same title or same columns as when it was
 * last read, else the only one of the same kind and edition. Undefined when that is not clear.
 */
export function findSuccessor(
  goneId: string,
  lastRead: Provenance | null,
  candidates: readonly PortalDataset[],
): PortalDataset | undefined {
  if (lastRead !== null) {
    const title = fold(lastRead.title);
    const byTitle = only(candidates.filter((candidate) => fold(candidate.title) === title));
    if (byTitle !== undefined) return byTitle;
  }
  const kind = kindOf(goneId);
  const edition = editionOf(goneId);
  const alike = candidates.filter(
    (candidate) =>
      kindOf(candidate.id, candidate.title, candidate.fields) === kind &&
      (kind !== 'microdata' || editionOf(candidate.id, candidate.title) === edition),
  );
  if (kind === 'other') return byColumns(lastRead, candidates);
  return only(alike) ?? byColumns(lastRead, alike);
}

function byColumns(
  lastRead: Provenance | null,
  candidates: readonly PortalDataset[],
): PortalDataset | undefined {
  // A partial download says nothing of the other columns.
  if (lastRead === null || lastRead.requestedColumns !== null) return undefined;
  const columns = new Set(lastRead.columns);
  return only(
    candidates.filter((candidate) => {
      const names = candidate.fields.map((field) => field.name);
      const shared = names.filter((name) => columns.has(name)).length;
      return shared / Math.max(columns.size, names.length, 1) >= SAME_COLUMNS;
    }),
  );
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
