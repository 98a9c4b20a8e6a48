import { sql } from '../../warehouse/sql.ts';
import { publishedTotal } from '../../warehouse/tables.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';

/** How far the microdata of an edition are from its official aggregates. */
export interface Reconciliation {
  edition: number;
  /** Cells (question, answer, region, sector, size, totals included) that both bases hold. */
  cells: number;
  /** The largest difference between the two shares of a cell, in points. */
  largestGap: number | null;
}

const total = publishedTotal;

/** The largest gap of each edition; totals of the microdata take the id of the official totals. */
const gaps = sql`
    with cells as (
      select edition, question, answer, region, sector, size,
        sum(weight) as weight, coalesce(sum(weight) filter (first), 0) as base
      from responses group by all
    ),
    answered as (
      select edition, question, answer, coalesce(region, ${total}) as region,
        coalesce(sector, ${total}) as sector, coalesce(size, ${total}) as size, sum(weight) as weight
      from cells group by edition, question, answer, cube (region, sector, size)
    ),
    bases as (
      select edition, question, coalesce(region, ${total}) as region,
        coalesce(sector, ${total}) as sector, coalesce(size, ${total}) as size, sum(base) as base
      from cells group by edition, question, cube (region, sector, size)
    ),
    everyone as (
      select edition, coalesce(region, ${total}) as region, coalesce(sector, ${total}) as sector,
        coalesce(size, ${total}) as size, sum(weight) as base
      from respondents group by edition, cube (region, sector, size)
    ),
    both_bases as (
      select p.edition, abs(p.share - a.weight / coalesce(nullif(b.base, 0), e.base)) as gap
      from published p
      join answers as known on known.question = p.question and known.answer = p.answer and not known.missing
      join answered a on a.edition = p.edition and a.question = p.question and a.answer = p.answer
        and a.region = p.region and a.sector = p.sector and a.size = p.size
      join bases b on b.edition = p.edition and b.question = p.question
        and b.region = p.region and b.sector = p.sector and b.size = p.size
      join everyone e on e.edition = p.edition
        and e.region = p.region and e.sector = p.sector and e.size = p.size
      where p.share is not null
    )
    select edition::integer as edition, count(*)::integer as cells, 100 * max(gap) as gap
    from both_bases group by edition order by edition`;

/**
 * Sets the weighted shares of the microdata beside the official ones, cell by cell, for each edition that has
 * both. The base is what the answers of the API use: those who answered, or every respondent of the profile for
 * a multiple-answer question without respondent ids. The grouping of regions is the edition's own.
 */
export async function reconcile(warehouse: Warehouse): Promise<Reconciliation[]> {
  const rows = await warehouse.database.rows<{
    edition: number;
    cells: number;
    gap: number | null;
  }>(gaps);
  return rows.map(({ edition, cells, gap }) => ({ edition, cells, largestGap: gap }));
}
