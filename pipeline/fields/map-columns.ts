import type { ColumnMapping, DatasetKind } from '../types.ts';
import { knownHeader } from './aliases.ts';
import { inCanonicalOrder, isCanonical, missingFields } from './canonical.ts';
import { foldHeader } from './fold.ts';

/** A canonical field and the position of its column in the file. */
export interface FieldColumn {
  field: string;
  index: number;
}

/** What the headers of a file hold, read as one kind of data set. */
export interface ColumnMap {
  kind: DatasetKind;
  /** One entry a header, in the file's order. */
  columns: ColumnMapping[];
  /** In the order of the kind. */
  fields: FieldColumn[];
  /** What the kind cannot do without and no header holds, in words. */
  missing: string[];
  /** One sentence each. */
  warnings: string[];
}

type Overrides = Readonly<Record<string, string>>;

interface Claim {
  header: string;
  index: number;
  field: string | null;
  priority: number;
  how: ColumnMapping['how'];
}

/** A technical name is lower case, digits and underscores; a portal's label is not. */
const isTechnical = (header: string): boolean => /^[a-z0-9_]+$/u.test(header);

function claimOf(kind: DatasetKind, header: string, index: number, overrides: Overrides): Claim {
  const folded = foldHeader(header);
  const override =
    overrides[header] ??
    Object.entries(overrides).find(([name]) => folded !== '' && foldHeader(name) === folded)?.[1];
  if (override !== undefined && isCanonical(kind, override)) {
    return { header, index, field: override, priority: -1, how: 'override' };
  }
  const known = folded === '' ? null : knownHeader(kind, header);
  if (known === null) return { header, index, field: null, priority: 0, how: 'unknown' };
  return { header, index, ...known, how: isTechnical(header) ? 'alias' : 'label' };
}

/** Of the headers that claim a field: the override, else the earliest alias, else the first in the file. */
function winnersOf(claims: readonly Claim[]): Map<string, Claim> {
  const winners = new Map<string, Claim>();
  for (const claim of claims) {
    if (claim.field === null) continue;
    const holder = winners.get(claim.field);
    if (holder === undefined || claim.priority < holder.priority) winners.set(claim.field, claim);
  }
  return winners;
}

/**
 * Maps headers to the canonical fields of a kind. A header that holds a field another one already holds is
 * known and unused: it keeps its `how` and has no field.
 */
export function mapColumns(
  kind: DatasetKind,
  headers: readonly string[],
  overrides: Overrides = {},
): ColumnMap {
  const claims = headers.map((header, index) => claimOf(kind, header.trim(), index, overrides));
  const winners = winnersOf(claims);
  const names = inCanonicalOrder(kind, [...winners.keys()]);
  return {
    kind,
    columns: claims.map((claim) => ({
      source: claim.header,
      field: claim.field !== null && winners.get(claim.field) === claim ? claim.field : null,
      how: claim.how,
    })),
    fields: names.map((field) => ({ field, index: winners.get(field)!.index })),
    missing: missingFields(kind, names),
    warnings: warningsOf(claims, winners),
  };
}

function warningsOf(claims: readonly Claim[], winners: ReadonlyMap<string, Claim>): string[] {
  const seen = new Map<string, number>();
  return claims.flatMap((claim) => {
    const { header, index } = claim;
    if (header === '') return [`Column ${index + 1} has no header and is left out.`];
    const first = seen.get(header);
    if (first !== undefined) {
      return [`« ${header} » heads columns ${first + 1} and ${index + 1}; the first is used.`];
    }
    seen.set(header, index);
    if (claim.how === 'unknown') return [`« ${header} » is not a known column and is left out.`];
    const winner = claim.field === null ? claim : winners.get(claim.field)!;
    if (winner === claim) return [];
    return [`« ${header} » is left out: « ${winner.header} » holds ${claim.field}.`];
  });
}
