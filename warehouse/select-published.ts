import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import { groupedRegion } from './dimensions.ts';
import type { Selection } from './filter-clause.ts';
import { identifier, join, oneOf, type Sql, sql } from './sql.ts';
import { publishedTotal } from './tables.ts';

/** The dimensions that the official aggregates have. */
export const publishedDimensions = ['region', 'sector', 'size'] as const;
export type PublishedDimension = (typeof publishedDimensions)[number];

export interface PublishedRequest {
  readonly question: number;
  readonly editions: readonly number[];
  readonly by: readonly Dimension[];
  readonly selection: Selection;
}

/** An official figure: one answer of one profile. */
export interface PublishedRow {
  edition: number;
  answer: number;
  region: number;
  sector: number;
  size: number;
  share: number | null;
  weight: number | null;
  baseWeight: number | null;
}

const condition = (dimension: PublishedDimension, { by, selection }: PublishedRequest): Sql => {
  const asked = selection.ids[dimension];
  if (asked !== null) return oneOf(identifier(dimension), asked);
  return by.includes(dimension) ? sql`true` : sql`${identifier(dimension)} = ${publishedTotal}`;
};

/** The official aggregates of the profiles that a request shows, and those of its total. */
export async function selectPublished(
  database: Database,
  request: PublishedRequest,
): Promise<PublishedRow[]> {
  const profiles = join(
    publishedDimensions.map((dimension) => condition(dimension, request)),
    ' and ',
    sql`true`,
  );
  const rows = await database.rows<PublishedRow>(sql`
    select edition, answer, region, sector, size, share, weight, base_weight as "baseWeight"
    from published
    where question = ${request.question} and ${oneOf(sql`edition`, request.editions)}
      and ${profiles}`);
  if (!request.selection.fold) return rows;
  return rows.map((row) => ({
    ...row,
    region: groupedRegion.parts.includes(row.region) ? groupedRegion.id : row.region,
  }));
}
