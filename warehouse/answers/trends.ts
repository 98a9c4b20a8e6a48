import type { Cause } from '../../core/contract/causes.ts';
import { badParameter } from '../../core/contract/problem.ts';
import type {
  TrendChange,
  TrendPoint,
  TrendsAnswer,
  TrendsQuery,
} from '../../core/contract/trends.ts';
import { explained } from '../../core/format/causes.ts';
import { cautioned } from '../../core/format/cautions.ts';
import { lacking } from '../../core/format/refusals.ts';
import { type Marked, markFamily } from '../../core/stats/multiplicity.ts';
import { compareEditions, type Difference } from '../../core/stats/significance.ts';
import { DEFAULT_CONFIDENCE } from '../../core/stats/weights.ts';
import { comparabilityOf, territorialBreak } from '../comparability.ts';
import { selectionOf } from '../filter-clause.ts';
import { layRows, nameRow } from '../layout.ts';
import type { Warehouse } from '../warehouse.ts';
import { isTerritorial, trendCautions } from './cautions.ts';
import { requireQuestion } from './study.ts';
import { type EditionTable, readEditions, type TrendPlan } from './trend-editions.ts';
import { trendOptions } from './trend-options.ts';

interface Series {
  readonly ids: readonly number[];
  readonly option: number;
}

/** A change before its family is judged: what it may say depends on the two editions. */
interface RawChange {
  readonly from: EditionTable;
  readonly to: EditionTable;
  readonly difference: number | null;
  readonly test: Difference | null;
  readonly comparability: TrendChange['comparability'];
  readonly causes: readonly Cause[];
}

/**
 * The shares of a question's answers, edition after edition: a series for each value of the dimension
 * and each answer (one, when answers are given: they count together). A change is given only between
 * editions that asked the same thing; tested, only between microdata. All the tests are one family.
 */
export async function trends(warehouse: Warehouse, query: TrendsQuery): Promise<TrendsAnswer> {
  const by = query.by ?? [];
  const selection = selectionOf(query, { fold: true });
  const question = requireQuestion(warehouse.catalogue, query.question);
  const options = trendOptions(question, query.answer);
  const confidence = query.confidence ?? DEFAULT_CONFIDENCE;
  const { basis, edition: editions } = query;
  const plan: TrendPlan = { question, by, selection, options, confidence, basis, editions };
  const tables = await readEditions(warehouse, plan);
  if (tables.length === 0) throw noEdition(plan);
  const rows = layRows(by, { present: presentIn(tables) }, selection);
  const series = rows.flatMap((ids) => options.map((_, option): Series => ({ ids, option })));
  const changes = series.map((one) => changesOf(plan, tables, one));
  const marks = markFamily(changes.flat().map(({ test }) => test));
  let judged = 0;
  return {
    question: {
      code: question.question,
      label: question.label,
      type: tables.at(-1)?.multiple ? 'multiple' : 'single',
      asked: question.editions.get(tables.at(-1)?.edition ?? 0)?.asked ?? null,
    },
    answers: options.map(({ label }) => label),
    confidence,
    by,
    filters: selection.filters,
    series: series.map((one, index) => {
      const own = changes[index] ?? [];
      judged += own.length;
      return {
        ...nameRow(by, one.ids),
        answer: options[one.option]?.label ?? '',
        points: tables.map((table) => pointOf(table, one)),
        changes: own.map((change, place) =>
          describeChange(change, marks[judged - own.length + place] ?? null),
        ),
      };
    }),
    ...cautioned(trendCautions(warehouse, plan, tables)),
  };
}

const noEdition = ({ question, basis }: TrendPlan) => {
  const possible = (['microdata', 'published'] as const).filter((each) =>
    [...question.editions.values()].some((edition) => edition[each]),
  );
  return badParameter(
    'basis',
    basis === undefined
      ? lacking.trendDepartments(question.question)
      : lacking.trendBasis(basis, question.question),
    possible.filter((each) => each !== basis),
  );
};

function presentIn(tables: readonly EditionTable[]) {
  const union = (dimension: keyof EditionTable['present']) =>
    new Set(tables.flatMap(({ present }) => [...present[dimension]]));
  return {
    department: union('department'),
    region: union('region'),
    sector: union('sector'),
    size: union('size'),
  };
}

const pointOf = (table: EditionTable, { ids, option }: Series): TrendPoint => ({
  edition: table.edition,
  ...table.figures(ids, option),
  basis: table.basis,
});

function changesOf(plan: TrendPlan, tables: readonly EditionTable[], series: Series): RawChange[] {
  return tables.slice(1).map((to, index) => changeOf(plan, tables[index]!, to, series));
}

function changeOf(
  { question, by, selection }: TrendPlan,
  from: EditionTable,
  to: EditionTable,
  { ids, option }: Series,
): RawChange {
  const { status, causes } = comparabilityOf(question, from.edition, to.edition);
  const why =
    causes.length > 0 ? causes : territorialBreak(isTerritorial(by, selection), from.edition);
  const before = from.figures(ids, option);
  const after = to.figures(ids, option);
  const change = { from, to, comparability: status, causes: why, difference: null, test: null };
  if (status !== 'comparable' || why.length > 0) return change;
  if (before.share === null || after.share === null) return change;
  const earlier = from.sums(ids, option);
  const later = to.sums(ids, option);
  return {
    ...change,
    difference: after.share - before.share,
    test:
      earlier === null || later === null
        ? null
        : compareEditions(later.cell, later.sample, earlier.cell, earlier.sample),
  };
}

const describeChange = (change: RawChange, mark: Marked | null): TrendChange => ({
  from: change.from.edition,
  to: change.to.edition,
  difference: change.difference,
  se: mark?.se ?? null,
  ci: mark === null ? null : [...mark.ci],
  p: mark?.p ?? null,
  significant: mark?.significant ?? null,
  comparability: change.comparability,
  ...explained(change.causes),
});
