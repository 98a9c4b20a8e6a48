import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import type { Option } from './measure.ts';
import {
  type PublishedDimension,
  type PublishedRequest,
  type PublishedRow,
  publishedDimensions,
  selectPublished,
} from './select-published.ts';
import { publishedTotal } from './tables.ts';

/** Official figures of one group: the weight it stands for, and each option's share and weight. */
export interface PublishedSegment {
  readonly edition: number;
  readonly ids: readonly number[];
  readonly weight: number | null;
  readonly nonResponse: number | null;
  readonly cells: readonly { readonly share: number | null; readonly weight: number | null }[];
}

/** The groups of a request, their total, and the values that the aggregates have. */
export interface PublishedTable {
  readonly segments: readonly PublishedSegment[];
  readonly totals: readonly PublishedSegment[];
  readonly present: Readonly<Record<Dimension, ReadonlySet<number>>>;
}

const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 || known.length < values.length
    ? null
    : known.reduce((total, value) => total + value, 0);
};

const groupRows = (
  rows: readonly PublishedRow[],
  keyOf: (row: PublishedRow) => string,
): PublishedRow[][] => {
  const groups = new Map<string, PublishedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
};

const profileKey = ({ region, sector, size }: PublishedRow) => `${region} ${sector} ${size}`;

/** The share of an option in one profile: official, or the sum of its answers' official shares. */
const profileCell = (rows: readonly PublishedRow[], { ids }: Option) => {
  const own = rows.filter(({ answer }) => ids.includes(answer));
  return {
    share: sum(own.map(({ share }) => share)),
    weight: sum(own.map(({ weight }) => weight)),
    base: rows.find(({ baseWeight }) => baseWeight !== null)?.baseWeight ?? null,
  };
};

type ProfileCell = ReturnType<typeof profileCell>;

/** Profiles put together: their shares averaged by the weight each stands for. */
function joinProfiles(cells: readonly ProfileCell[]): ProfileCell {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return only;
  const base = sum(cells.map((cell) => cell.base));
  const scaled = sum(
    cells.map(({ share, base: own }) => (share === null || own === null ? null : share * own)),
  );
  return {
    share: base === null || scaled === null || base === 0 ? null : scaled / base,
    weight: sum(cells.map(({ weight }) => weight)),
    base,
  };
}

function segmentOf(
  rows: readonly PublishedRow[],
  ids: readonly number[],
  options: readonly Option[],
  missing: ReadonlySet<number>,
): PublishedSegment {
  const profiles = groupRows(rows, profileKey);
  const cells = options.map((option) =>
    joinProfiles(profiles.map((profile) => profileCell(profile, option))),
  );
  const absent = rows.filter(({ answer }) => missing.has(answer));
  return {
    edition: rows[0]?.edition ?? 0,
    ids,
    weight: sum(profiles.map((profile) => profileCell(profile, { label: '', ids: [] }).base)),
    nonResponse: absent.length === 0 ? null : sum(absent.map(({ weight }) => weight)),
    cells: cells.map(({ share, weight }) => ({ share, weight })),
  };
}

const isPublished = (dimension: Dimension): dimension is PublishedDimension =>
  dimension !== 'department';

/** Reads the official aggregates of a request, laid out by group and edition. */
export async function readPublished(
  database: Database,
  request: PublishedRequest,
  options: readonly Option[],
  missing: ReadonlySet<number>,
): Promise<PublishedTable> {
  const rows = await selectPublished(database, request);
  const by = request.by.filter(isPublished);
  const idsOf = (row: PublishedRow) => by.map((dimension) => row[dimension]);
  const free = by.filter((dimension) => request.selection.ids[dimension] === null);
  const inGroups = rows.filter((row) =>
    idsOf(row).every((id) => id !== publishedTotal && id !== 0),
  );
  const inTotal = rows.filter((row) =>
    free.every((dimension) => row[dimension] === publishedTotal),
  );
  const present = (dimension: PublishedDimension) =>
    new Set(inGroups.map((row) => row[dimension]).filter((id) => id !== publishedTotal));
  const [region, sector, size] = publishedDimensions.map(present);
  return {
    segments: groupRows(inGroups, (row) => `${row.edition} ${idsOf(row).join(' ')}`).map((group) =>
      segmentOf(group, idsOf(group[0]!), options, missing),
    ),
    totals: groupRows(inTotal, ({ edition }) => String(edition)).map((group) =>
      segmentOf(group, [], options, missing),
    ),
    present: {
      department: new Set(),
      region: region ?? new Set(),
      sector: sector ?? new Set(),
      size: size ?? new Set(),
    },
  };
}
