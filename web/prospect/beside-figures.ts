import { useEffect, useState } from 'preact/hooks';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { type Call, crosstabCall, fetchAnswer } from '../api.ts';
import type { Target } from './beside.ts';

/** A table asked for: there, not yet, or refused. */
export type Table = CrosstabAnswer | 'loading' | 'failed';

/** The criteria of a ranking: those of its score, or its one question. */
export function criteriaOf(answer: RankingsAnswer) {
  if (answer.criteria !== undefined) return answer.criteria;
  return answer.question === null ? [] : [{ question: answer.question, answers: answer.answers }];
}

/** For each criterion, the cross-tab that has the targets among its rows. */
export function besideCalls(
  answer: RankingsAnswer,
  targets: readonly Target[],
): Call<CrosstabAnswer>[] {
  const own = Object.fromEntries(
    dimensions.flatMap((dimension: Dimension) => {
      const values = answer.by.includes(dimension)
        ? [...new Set(targets.flatMap((target) => target[dimension] ?? []))]
        : answer.filters[dimension];
      return values === undefined ? [] : [[dimension, values]];
    }),
  );
  return criteriaOf(answer).map(({ question, answers }) =>
    crosstabCall({
      question: question.code,
      answer: answers,
      edition: answer.edition,
      by: answer.by,
      basis: 'microdata',
      ...own,
    }),
  );
}

/** The tables of these calls, as they come; those already there stay while others are asked. */
export function useTables(calls: readonly Call<CrosstabAnswer>[]): readonly Table[] {
  const [tables, setTables] = useState<ReadonlyMap<string, Table>>(new Map());
  const urls = calls.map(({ url }) => url);
  useEffect(() => {
    const stop = new AbortController();
    const keep = (url: string, table: Table) => {
      if (!stop.signal.aborted) setTables((known) => new Map([...known, [url, table]]));
    };
    for (const call of calls) {
      if (typeof tables.get(call.url) === 'object') continue;
      fetchAnswer(call, stop.signal).then(
        (table) => keep(call.url, table),
        () => keep(call.url, 'failed'),
      );
    }
    return () => stop.abort();
  }, [urls.join('\n')]);
  return urls.map((url) => tables.get(url) ?? 'loading');
}
