import { badParameter } from '../../core/contract/problem.ts';
import type { RankingsAnswer, RankingsQuery } from '../../core/contract/rankings.ts';
import { describeRow } from '../../core/stats/cells.ts';
import { DEFAULT_CONFIDENCE, type Sample } from '../../core/stats/weights.ts';
import { type Selection, selectionOf } from '../filter-clause.ts';
import { nameRow } from '../layout.ts';
import { measure, type Option, type Segment, sumSegments } from '../measure.ts';
import type { Warehouse } from '../warehouse.ts';
import { tableNotices } from './cautions.ts';
import { offeredAnswers, resolveOptions, resolveStudy, type Study } from './resolve.ts';
import { shownCell } from './shown-cell.ts';

type RankingRow = RankingsAnswer['rows'][number];

/**
 * Segments in order: by the number of respondents who gave the answers (`count`, the published
 * exercise) or by their weighted share. Equal values share the smallest of their ranks (1, 2, 2, 4)
 * and are ordered by label; a value that cannot be given has no rank and comes last.
 */
export async function rankings(
  warehouse: Warehouse,
  query: RankingsQuery,
): Promise<RankingsAnswer> {
  const { by } = query;
  const selection = selectionOf(query);
  const study = resolveRankedStudy(warehouse, query, selection);
  const option = resolveRankedOption(study, query.answer);
  const { question, edition, multiple } = study;
  const confidence = query.confidence ?? DEFAULT_CONFIDENCE;
  const sort = query.sort ?? 'count';
  const sample = { respondents: edition.sample, confidence };
  const segments = await measure(
    warehouse.database,
    { question: question.question, edition: edition.edition, by, selection },
    [option],
    { multiple, respondentIds: edition.respondentIds },
  );
  const total = sumSegments(segments, 1);
  const based = segments.filter(({ base, ids }) => base.n > 0 && !ids.includes(0));
  const rows = rank(
    based.map((segment) => rowOf(by, segment, sample)),
    sort === 'share' ? ({ share }) => share : ({ count }) => count,
  );
  const overall = shownCell(total, 0, sample);
  return {
    question: {
      code: question.question,
      label: question.label,
      type: multiple ? 'multiple' : 'single',
    },
    answers: [option.label],
    edition: edition.edition,
    basis: 'microdata',
    by,
    sort,
    confidence,
    filters: selection.filters,
    total: rows.length,
    overall: {
      n: describeRow(total.base).n,
      weight: describeRow(total.base).weight,
      count: overall.n,
      share: overall.share,
      ci: overall.ci === null ? null : [...overall.ci],
    },
    rows: rows.slice(0, query.limit),
    notices: tableNotices(warehouse, { study, by, selection }, segments, total),
  };
}

function resolveRankedStudy(
  { catalogue }: Warehouse,
  query: RankingsQuery,
  selection: Selection,
): Study {
  if (query.question === undefined) {
    throw badParameter('question', 'Un classement demande une question, ou des critères.', [
      ...catalogue.questions.keys(),
    ]);
  }
  return resolveStudy(catalogue, query.question, {
    edition: query.edition,
    basis: 'microdata',
    by: query.by,
    filters: selection.filters,
  });
}

/** The answers to rank by: those given, else the question's favourable ones that the edition offers. */
function resolveRankedOption(study: Study, asked: readonly string[] | undefined): Option {
  const { question, edition, basis } = study;
  const offered = offeredAnswers(question, edition.edition, basis);
  const labels =
    asked ?? offered.filter(({ label }) => question.favourable.includes(label)).map(labelOf);
  const [option] = resolveOptions(study, labels);
  if (option !== undefined && labels.length > 0) return option;
  throw badParameter(
    'answer',
    `La question ${question.question} n'a pas de réponse dite favorable : il faut en nommer une.`,
    offered.map(labelOf),
  );
}

const labelOf = ({ label }: { label: string }): string => label;

function rowOf(by: RankingsQuery['by'], segment: Segment, sample: Sample): RankingRow {
  const { n, weight } = describeRow(segment.base);
  const { n: count, share, se, ci, flag } = shownCell(segment, 0, sample);
  return {
    rank: null,
    ...nameRow(by, segment.ids),
    n,
    weight,
    count,
    share,
    se,
    ci: ci === null ? null : [...ci],
    smoothed: null,
    potential: null,
    rankInterval: null,
    topProbability: null,
    score: null,
    flag,
  };
}

function rank(
  rows: readonly RankingRow[],
  figureOf: (row: RankingRow) => number | null,
): RankingRow[] {
  const collator = new Intl.Collator('fr');
  const ordered = [...rows].sort((a, b) => {
    const [first, second] = [figureOf(a), figureOf(b)];
    if (first === second) return collator.compare(a.label, b.label);
    if (first === null) return 1;
    return second === null ? -1 : second - first;
  });
  let shared = 0;
  return ordered.map((row, index) => {
    const value = figureOf(row);
    if (value === null) return row;
    const before = ordered[index - 1];
    if (before === undefined || figureOf(before) !== value) shared = index + 1;
    return { ...row, rank: shared };
  });
}
