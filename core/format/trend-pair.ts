import type { TrendsAnswer } from '../contract/trends.ts';

export type Pair = readonly [number, number];

/** The latest two editions that hold a figure; null when there are not two. */
export function latestPair(answer: TrendsAnswer): Pair | null {
  const known = answer.series.flatMap(({ points }) =>
    points.filter(({ share }) => share !== null).map(({ edition }) => edition),
  );
  const [from, to] = [...new Set(known)].sort((a, b) => a - b).slice(-2);
  return from === undefined || to === undefined ? null : [from, to];
}

/** The answer as if those two editions alone had been asked. */
export function between(answer: TrendsAnswer, pair: Pair): TrendsAnswer {
  const series = answer.series.map((each) => ({
    ...each,
    points: each.points.filter(({ edition }) => pair.includes(edition)),
    changes: each.changes.filter(({ from, to }) => from === pair[0] && to === pair[1]),
  }));
  return { ...answer, series };
}

/** What a slope tells of an answer: its latest two editions; the whole answer when there are not two. */
export function latestTwo(answer: TrendsAnswer): TrendsAnswer {
  const pair = latestPair(answer);
  return pair === null ? answer : between(answer, pair);
}
