import type { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { regions } from '../../core/contract/territories.ts';
import type { VerificationCause } from '../../core/contract/verification-causes.ts';
import { sectors, sizeDetails, sizes } from '../../core/contract/vocabulary.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { findAnswer } from '../../warehouse/answers/resolve.ts';
import { oneOf, type Sql, sql } from '../../warehouse/sql.ts';
import { publishedTotal } from '../../warehouse/tables.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { PublishedFigure } from './figures.ts';

/** Why the warehouse cannot give a figure: not an error, the figure is then skipped. */
export class NotHeld extends Error {
  readonly reason: VerificationCause;

  constructor(reason: VerificationCause) {
    super(reason.code);
    this.reason = reason;
  }
}

type Cell = { n: number | null; weight: number | null; share: number | null };

/**
 * A published figure as the warehouse gives it, in the figure's own unit (per cent, points, respondents,
 * enterprises). Throws `NotHeld`, or the answers' own `ProblemError`, when the warehouse cannot.
 */
export async function computeFigure(
  warehouse: Warehouse,
  figure: PublishedFigure,
): Promise<number> {
  switch (figure.statistic) {
    case 'share_pct':
      return 100 * (await shareOf(warehouse, figure, figure.edition));
    case 'difference_pt': {
      const later = await shareOf(warehouse, figure, figure.edition);
      return 100 * (later - (await shareOf(warehouse, figure, figure.fromEdition!)));
    }
    case 'count':
      return required((await cellOf(warehouse, figure, figure.edition, figure.answers)).n);
    case 'respondents':
      return countRespondents(warehouse, figure);
    case 'weight':
      return weightOf(warehouse, figure);
  }
}

function required(value: number | null): number {
  if (value === null) throw new NotHeld({ code: 'small-base' });
  return value;
}

function requireMicrodata(warehouse: Warehouse, edition: number): void {
  if (!warehouse.catalogue.editions.get(edition)?.microdata)
    throw new NotHeld({ code: 'no-microdata', edition });
}

const filterOf = (figure: PublishedFigure): Partial<CrosstabQuery> =>
  figure.dimension === null ? {} : { [figure.dimension]: figure.keys };

async function cellOf(
  warehouse: Warehouse,
  figure: PublishedFigure,
  edition: number,
  answers: string[],
): Promise<Cell> {
  const { total } = await crosstab(warehouse, {
    question: figure.question!,
    edition,
    answer: answers,
    ...filterOf(figure),
  });
  return total.cells[0]!;
}

async function shareOf(
  warehouse: Warehouse,
  figure: PublishedFigure,
  edition: number,
): Promise<number> {
  if (figure.dimension === 'size_detail') return shareOfDetail(warehouse, figure, edition);
  const cell = await cellOf(warehouse, figure, edition, figure.answers);
  if (figure.among.length === 0) return required(cell.share);
  const base = await cellOf(warehouse, figure, edition, figure.among);
  return required(cell.weight) / required(base.weight);
}

const idsIn = (keys: readonly string[], wanted: readonly string[]) =>
  wanted.map((key) => keys.indexOf(key) + 1);

/** The answers of the API stop at the four published sizes: finer classes are read from the tables. */
async function shareOfDetail(
  warehouse: Warehouse,
  figure: PublishedFigure,
  edition: number,
): Promise<number> {
  requireMicrodata(warehouse, edition);
  const question = warehouse.catalogue.questions.get(figure.question!);
  const ids = figure.answers.map((label) => findAnswer(question?.answers ?? [], label)?.id);
  if (ids.some((id) => id === undefined)) throw new NotHeld({ code: 'no-answer' });
  const details = idsIn(
    sizeDetails.map(({ key }) => key),
    figure.keys,
  );
  const [row] = await warehouse.database.rows<{ number: number | null; base: number | null }>(sql`
    select sum(weight) filter (${oneOf(sql`answer`, ids as number[])}) as number,
      sum(weight) filter (first) as base
    from responses
    where question = ${figure.question!} and edition = ${edition}
      and ${oneOf(sql`size_detail`, details)}`);
  if (!row?.base) throw new NotHeld({ code: 'no-class' });
  return (row.number ?? 0) / row.base;
}

/** The condition, on `respondents`, that a figure's dimension sets. */
function conditionOf(figure: PublishedFigure): Sql {
  switch (figure.dimension) {
    case null:
      return sql`true`;
    case 'region':
      return oneOf(
        sql`region`,
        idsIn(
          regions.map(({ code }) => code),
          figure.keys,
        ),
      );
    case 'sector':
      return oneOf(
        sql`sector`,
        idsIn(
          sectors.map(({ key }) => key),
          figure.keys,
        ),
      );
    case 'size':
      return oneOf(
        sql`size`,
        idsIn(
          sizes.map(({ key }) => key),
          figure.keys,
        ),
      );
    case 'size_detail':
      return oneOf(
        sql`size_detail`,
        idsIn(
          sizeDetails.map(({ key }) => key),
          figure.keys,
        ),
      );
    case 'department':
      throw new NotHeld({ code: 'no-department-count' });
  }
}

async function countRespondents(warehouse: Warehouse, figure: PublishedFigure): Promise<number> {
  requireMicrodata(warehouse, figure.edition);
  if (figure.question !== null) {
    const { total } = await crosstab(warehouse, {
      question: figure.question,
      edition: figure.edition,
    });
    return required(total.n) + required(total.nonResponse.n);
  }
  const [row] = await warehouse.database.rows<{ n: number }>(sql`
    select count(*)::integer as n from respondents
    where edition = ${figure.edition} and ${conditionOf(figure)}`);
  if (!row?.n) throw new NotHeld({ code: 'no-class' });
  return row.n;
}

/** The population represented: the respondents' weights, else the largest base of the aggregates. */
async function weightOf(warehouse: Warehouse, figure: PublishedFigure): Promise<number> {
  const edition = warehouse.catalogue.editions.get(figure.edition);
  const statement = edition?.microdata
    ? sql`select sum(weight) as weight from respondents
        where edition = ${figure.edition} and ${conditionOf(figure)}`
    : sql`select max(base_weight) as weight from published
        where edition = ${figure.edition} and ${publishedCondition(figure)}`;
  const [row] = await warehouse.database.rows<{ weight: number | null }>(statement);
  if (row?.weight == null) throw new NotHeld({ code: 'no-edition', edition: figure.edition });
  return row.weight;
}

const publishedCondition = (figure: PublishedFigure): Sql => {
  const total = publishedTotal;
  const region = figure.dimension === 'region' ? conditionOf(figure) : sql`region = ${total}`;
  const sector = figure.dimension === 'sector' ? conditionOf(figure) : sql`sector = ${total}`;
  const size = figure.dimension === 'size' ? conditionOf(figure) : sql`size = ${total}`;
  return sql`${region} and ${sector} and ${size}`;
};
