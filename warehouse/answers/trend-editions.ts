import { badParameter } from '../../core/contract/problem.ts';
import type { TrendPoint } from '../../core/contract/trends.ts';
import type { Basis, Dimension } from '../../core/contract/vocabulary.ts';
import { noSuch } from '../../core/format/refusals.ts';
import { describeRow } from '../../core/stats/cells.ts';
import type { CellSums, Sample } from '../../core/stats/weights.ts';
import type { Edition, Question } from '../catalogue.ts';
import { groupedRegion } from '../dimensions.ts';
import type { Selection } from '../filter-clause.ts';
import { cellOf, measure, type Option, segmentAt, segmentIndex } from '../measure.ts';
import { readPublished } from '../published.ts';
import type { Warehouse } from '../warehouse.ts';
import { isHidden, shownCell } from './shown-cell.ts';
import { ableBases } from './study.ts';

/** What a series over editions asks. */
export interface TrendPlan {
  readonly question: Question;
  readonly by: readonly Dimension[];
  readonly selection: Selection;
  readonly options: readonly Option[];
  readonly confidence: number;
  readonly basis: Basis | undefined;
  /** The editions asked for; all without it. */
  readonly editions: readonly number[] | undefined;
}

type Figures = Omit<TrendPoint, 'edition' | 'basis'>;

/** One edition of a series: its figures by group and option, and the sums that tests need. */
export interface EditionTable {
  readonly edition: number;
  readonly basis: Basis;
  readonly multiple: boolean;
  /** Whether answers asked together cannot be counted together here. */
  readonly unmergeable: boolean;
  readonly present: Readonly<Record<Dimension, ReadonlySet<number>>>;
  figures(ids: readonly number[], option: number): Figures;
  sums(ids: readonly number[], option: number): { cell: CellSums; sample: Sample } | null;
}

const withheld: Figures = {
  n: null,
  weight: null,
  share: null,
  se: null,
  ci: null,
  flag: 'suppressed',
};

/**
 * The editions that can answer, each in the basis asked for, else in its best.
 * @throws ProblemError when the question is not in an edition asked for.
 */
export async function readEditions(warehouse: Warehouse, plan: TrendPlan): Promise<EditionTable[]> {
  const { question, by, selection, basis, editions } = plan;
  const known = [...question.editions.values()].map(({ edition }) => edition);
  const unknown = editions?.find((edition) => !known.includes(edition));
  if (unknown !== undefined) {
    throw badParameter('edition', noSuch.asking(question.question, unknown), known);
  }
  const request = { by, filters: selection.filters };
  const tables = [...question.editions.values()].map((facts) => {
    if (editions?.includes(facts.edition) === false) return null;
    const edition = warehouse.catalogue.editions.get(facts.edition);
    const able = ableBases(warehouse.catalogue, question, facts.edition, request);
    const chosen = basis === undefined ? able[0] : able.find((each) => each === basis);
    if (edition === undefined || chosen === undefined) return null;
    const read = chosen === 'microdata' ? readMicrodata : readAggregates;
    return read(warehouse, plan, edition, facts.type === 'multiple');
  });
  return (await Promise.all(tables)).filter((table) => table !== null);
}

const offers = (
  { question, options }: TrendPlan,
  option: number,
  edition: number,
  basis: Basis,
): boolean => {
  const ids = options[option]?.ids ?? [];
  return question.answers.some(
    ({ id, editions }) => ids.includes(id) && editions[basis].has(edition),
  );
};

const isMerged = ({ options }: TrendPlan): boolean => options.some(({ ids }) => ids.length > 1);

/** Regions as series show them: folded into the survey's grouping, unless a part was asked for. */
const foldPresent = (present: Edition['present'], { fold }: Selection): Edition['present'] =>
  !fold
    ? present
    : {
        ...present,
        region: new Set(
          [...present.region].map((id) =>
            groupedRegion.parts.includes(id) ? groupedRegion.id : id,
          ),
        ),
      };

async function readMicrodata(
  { database }: Warehouse,
  plan: TrendPlan,
  edition: Edition,
  multiple: boolean,
): Promise<EditionTable> {
  const { question, by, selection, options, confidence } = plan;
  const year = edition.edition;
  const unmergeable = multiple && !edition.respondentIds && isMerged(plan);
  const index = segmentIndex(
    await measure(
      database,
      { question: question.question, edition: year, by, selection },
      options,
      { multiple, respondentIds: edition.respondentIds },
    ),
  );
  const sample = { respondents: edition.sample, confidence };
  const canSay = (option: number) => !unmergeable && offers(plan, option, year, 'microdata');
  return {
    edition: year,
    basis: 'microdata',
    multiple,
    unmergeable,
    present: foldPresent(edition.present, selection),
    figures: (ids, option) => {
      const segment = segmentAt(index, ids);
      const { n } = describeRow(segment.base);
      if (!canSay(option)) return { ...withheld, n };
      const { weight, share, se, ci, flag } = shownCell(segment, option, sample);
      return { n, weight, share, se, ci: ci === null ? null : [...ci], flag };
    },
    sums: (ids, option) => {
      const segment = segmentAt(index, ids);
      return canSay(option) && !isHidden(segment)
        ? { cell: cellOf(segment, option), sample }
        : null;
    },
  };
}

async function readAggregates(
  { database }: Warehouse,
  plan: TrendPlan,
  edition: Edition,
  multiple: boolean,
): Promise<EditionTable> {
  const { question, by, selection, options } = plan;
  const published = await readPublished(
    database,
    { question: question.question, editions: [edition.edition], by, selection },
    options,
    new Set(),
  );
  const groups = by.length === 0 ? published.totals : published.segments;
  return {
    edition: edition.edition,
    basis: 'published',
    multiple,
    unmergeable: multiple && isMerged(plan),
    present: foldPresent(published.present, selection),
    figures: (ids, option) => {
      const group = groups.find((each) => each.ids.every((id, axis) => id === ids[axis]));
      const { share = null, weight = null } = group?.cells[option] ?? {};
      if (share === null || (multiple && isMerged(plan))) return withheld;
      return { ...withheld, weight, share, flag: null };
    },
    sums: () => null,
  };
}
