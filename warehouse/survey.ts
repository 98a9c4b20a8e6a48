import type { CellSums } from '../core/stats/weights.ts';
import type { Catalogue } from './catalogue.ts';
import type { Database } from './connection.ts';
import { emptySegment, type Segment } from './measure.ts';
import {
  type SurveyColumns,
  type SurveyRequest,
  selectPeople,
  selectSurvey,
} from './select-survey.ts';

interface Group {
  readonly ids: readonly number[];
  readonly base: { n: number; sumW: number; sumW2: number };
  readonly nonResponse: { n: number; weight: number; sumW2: number };
  readonly yes: { n: number; w: number; q: number }[];
}

/** The sums of a whole survey: a segment for each question, edition and side, its options being answers. */
export interface Survey {
  segment(question: number, edition: number, inside: boolean): Segment;
  cell(question: number, edition: number, inside: boolean, answer: number): CellSums;
}

const keyOf = (question: number, edition: number, inside: boolean): string =>
  `${question} ${edition} ${inside}`;

function gatherSurvey(columns: SurveyColumns): Map<string, Group> {
  const groups = new Map<string, Group>();
  columns.question.forEach((question, row) => {
    const key = keyOf(question, columns.edition[row]!, columns.inside[row]!);
    const group = groups.get(key) ?? { ...emptyGroup(), ids: [] };
    groups.set(key, group);
    const [n, w, q] = [columns.n[row]!, columns.w[row]!, columns.q[row]!];
    if (columns.first[row]) {
      group.base.n += n;
      group.base.sumW += w;
      group.base.sumW2 += q;
    }
    if (columns.missing[row]) {
      group.nonResponse.n += n;
      group.nonResponse.weight += w;
      group.nonResponse.sumW2 += q;
    } else {
      const answer = columns.answer[row]!;
      const yes = group.yes[answer] ?? { n: 0, w: 0, q: 0 };
      group.yes[answer] = { n: yes.n + n, w: yes.w + w, q: yes.q + q };
    }
  });
  return groups;
}

const emptyGroup = (): Group => ({
  ids: [],
  base: { n: 0, sumW: 0, sumW2: 0 },
  nonResponse: { n: 0, weight: 0, sumW2: 0 },
  yes: [],
});

/** Reads every answer to every question of some editions, in one scan. */
export async function readSurvey(
  database: Database,
  { editions, questions }: Catalogue,
  request: SurveyRequest,
): Promise<Survey> {
  const unnumbered = request.editions.filter((year) => !editions.get(year)?.respondentIds);
  const [columns, people] = await Promise.all([
    selectSurvey(database, request),
    unnumbered.length === 0 ? [] : selectPeople(database, { ...request, editions: unnumbered }),
  ]);
  const groups = gatherSurvey(columns);
  for (const { edition, inside, n, sumW, sumW2 } of people) {
    for (const question of questions.values()) {
      if (question.editions.get(edition)?.type !== 'multiple') continue;
      const group = groups.get(keyOf(question.question, edition, inside));
      if (group === undefined) continue;
      group.base.n = n - group.nonResponse.n;
      group.base.sumW = sumW - group.nonResponse.weight;
      group.base.sumW2 = sumW2 - group.nonResponse.sumW2;
    }
  }
  const segment = (question: number, edition: number, inside: boolean): Segment =>
    groups.get(keyOf(question, edition, inside)) ?? emptySegment([]);
  return {
    segment,
    cell: (question, edition, inside, answer) => {
      const { base, yes } = segment(question, edition, inside);
      const { n, w, q } = yes[answer] ?? { n: 0, w: 0, q: 0 };
      return { ...base, nYes: n, sumWYes: w, sumW2Yes: q };
    },
  };
}
