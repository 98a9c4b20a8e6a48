import type { Static } from 'typebox';
import type { CautionFields } from '../../core/contract/cautions.ts';
import type {
  Cell,
  CrosstabAnswer,
  CrosstabQuery,
  Row,
  TableTest,
} from '../../core/contract/crosstab.ts';
import { cautioned } from '../../core/format/cautions.ts';
import { optionTable, tableTest } from '../../core/stats/association.ts';
import { describeRow } from '../../core/stats/cells.ts';
import { type Marked, markFamily } from '../../core/stats/multiplicity.ts';
import { vsRest } from '../../core/stats/significance.ts';
import { DEFAULT_CONFIDENCE, type Sample } from '../../core/stats/weights.ts';
import { type Selection, selectionOf } from '../filter-clause.ts';
import { layRows, nameRow } from '../layout.ts';
import {
  cellOf,
  chosenOf,
  measure,
  type Option,
  type Segment,
  segmentAt,
  segmentIndex,
  sumSegments,
} from '../measure.ts';

import { readPublished } from '../published.ts';
import type { Warehouse } from '../warehouse.ts';
import { tableCautions } from './cautions.ts';
import { withLetters } from './letters.ts';
import { publishedRow } from './published-row.ts';
import { resolveOptions } from './resolve.ts';
import { isWithheld, shownCell } from './shown-cell.ts';
import { resolveStudy, type Study } from './study.ts';
import { withTotals } from './totals.ts';

interface Table {
  readonly study: Study;
  readonly by: NonNullable<CrosstabQuery['by']>;
  readonly selection: Selection;
  readonly options: readonly Option[];
  readonly sample: Sample;
  readonly letters: boolean;
  readonly totals: boolean;
}

/**
 * One question of one edition, broken down by none, one or two dimensions: weighted shares with
 * their intervals, each against the rest of the table, and a test of the whole. Shares in [0, 1],
 * weights in enterprises. Throws `ProblemError` for what cannot be asked.
 */
export async function crosstab(
  warehouse: Warehouse,
  query: CrosstabQuery,
): Promise<CrosstabAnswer> {
  const by = query.by ?? [];
  const selection = selectionOf(query);
  const study = resolveStudy(warehouse.catalogue, query.question, {
    edition: query.edition,
    basis: query.basis,
    by,
    filters: selection.filters,
  });
  const options = resolveOptions(study, query.answer);
  const confidence = query.confidence ?? DEFAULT_CONFIDENCE;
  const sample = { respondents: study.edition.sample, confidence };
  const { letters = false, totals = false } = query;
  const table = { study, by, selection, options, sample, letters, totals };
  const { question, edition, basis } = study;
  return {
    question: {
      code: question.question,
      label: question.label,
      type: study.multiple ? 'multiple' : 'single',
      asked: question.editions.get(edition.edition)?.asked ?? null,
    },
    edition: edition.edition,
    basis,
    confidence,
    by,
    filters: selection.filters,
    answers: options.map(({ label }) => label),
    ...(basis === 'microdata'
      ? await fromMicrodata(warehouse, table)
      : await fromPublished(warehouse, table)),
  };
}

type Figures = Pick<CrosstabAnswer, 'total' | 'rows' | 'test' | keyof CautionFields>;

async function fromMicrodata(warehouse: Warehouse, table: Table): Promise<Figures> {
  const { study, by, selection, options, sample } = table;
  const { question, edition, multiple } = study;
  const segments = await measure(
    warehouse.database,
    { question: question.question, edition: edition.edition, by, selection },
    options,
    { multiple, respondentIds: edition.respondentIds },
  );
  const total = sumSegments(segments, options.length);
  const index = segmentIndex(segments);
  const shown = layRows(by, edition, selection).map((ids) => segmentAt(index, ids));
  const marks = by.length === 0 ? null : marksOf(shown, total, table);
  const rowOf = (segment: Segment, rowMarks?: readonly (Marked | null)[]): Row =>
    describeSegment(
      by,
      segment,
      options.map(({ label }, option) =>
        cellFigures(label, segment, option, sample, rowMarks?.[option] ?? null),
      ),
    );
  const rows = shown.map((segment) => rowOf(segment, marks?.get(segment)));
  const lettered = table.letters ? withLetters(rows, shown, by, sample) : rows;
  const whole = rowOf(total);
  return {
    total: table.totals ? withTotals([whole], [total], table)[0]! : whole,
    rows: table.totals ? withTotals(lettered, shown, table) : lettered,
    test: testOf(shown, table),
    ...cautioned(tableCautions(warehouse, { study, by, selection }, segments, total)),
  };
}

function describeSegment(by: Table['by'], { ids, base, nonResponse }: Segment, cells: Cell[]): Row {
  const { key, label } = nameRow(ids.length === 0 ? [] : by, ids);
  const { n, weight, nEff, deff } = describeRow(base);
  const { n: missing, weight: missingWeight } = nonResponse;
  return {
    key,
    label,
    n,
    weight,
    nEff,
    deff,
    nonResponse: { n: missing, weight: missingWeight },
    cells,
  };
}

function cellFigures(
  answer: string,
  segment: Segment,
  option: number,
  sample: Sample,
  mark: Marked | null,
): Cell {
  const { n, weight, share, se, ci, flag } = shownCell(segment, option, sample);
  return {
    answer,
    n,
    weight,
    share,
    se,
    ci: ci === null ? null : [...ci],
    vsRest: mark === null ? null : differenceOf(mark),
    flag,
  };
}

const differenceOf = ({ difference, se, ci, p, significant }: Marked) => ({
  difference,
  se,
  ci: [...ci] as [number, number],
  p,
  significant,
});

/** Every cell that is given against the rest of the table, row by row; all of them are one family. */
function marksOf(
  rows: readonly Segment[],
  total: Segment,
  { options, sample }: Table,
): ReadonlyMap<Segment, readonly (Marked | null)[]> {
  const wholes = options.map((_, option) => cellOf(total, option));
  const given = rows.filter((segment) => !isWithheld(segment));
  const marks = markFamily(
    given.flatMap((segment) =>
      wholes.map((whole, option) => vsRest(cellOf(segment, option), whole, sample)),
    ),
  );
  return new Map(
    given.map((segment, row) => [
      segment,
      marks.slice(row * options.length, (row + 1) * options.length),
    ]),
  );
}

/** A multiple-answer question has no single table to test: only one option against the groups has. */
function testOf(
  rows: readonly Segment[],
  { study, options, sample }: Table,
): Static<typeof TableTest> | null {
  const whole = !study.multiple && options.length > 1;
  if (rows.length < 2 || (!whole && options.length !== 1)) return null;
  const table = whole
    ? options.map((_, option) => rows.map((segment) => chosenOf(segment, option)))
    : optionTable(rows.map((segment) => cellOf(segment, 0)));
  const test = tableTest(table, sample);
  if (test === null) return null;
  return { statistic: test.raoScott?.f ?? null, ddf: test.raoScott?.ddf ?? null, p: test.p };
}

async function fromPublished(warehouse: Warehouse, table: Table): Promise<Figures> {
  const { study, by, selection, options, letters } = table;
  const { question, edition } = study;
  const published = await readPublished(
    warehouse.database,
    { question: question.question, editions: [edition.edition], by, selection },
    options,
    new Set(question.answers.filter(({ missing }) => missing).map(({ id }) => id)),
  );
  const rowOf = (ids: readonly number[]) =>
    published.segments.find((segment) => segment.ids.every((id, axis) => id === ids[axis]));
  const rows = layRows(by, published, selection).map((ids) =>
    publishedRow(by, ids, rowOf(ids), options),
  );
  return {
    total: publishedRow([], [], published.totals[0], options),
    rows,
    test: null,
    ...cautioned([
      ...tableCautions(warehouse, { study, by, selection }, [], null),
      ...(rows.length === 0 ? [{ code: 'published-breakdown' } as const] : []),
      ...(letters ? [{ code: 'published-letters' } as const] : []),
    ]),
  };
}
