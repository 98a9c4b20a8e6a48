import type { BaseSums, CellSums } from '../core/stats/weights.ts';
import type { Catalogue, Question } from './catalogue.ts';
import type { Database } from './connection.ts';
import type { GroupBase } from './measure.ts';
import {
  type ProfilesRequest,
  type SurveyColumns,
  type SurveyRequest,
  selectPeople,
  selectProfilePeople,
  selectProfiles,
  selectSurvey,
} from './select-survey.ts';

interface Group {
  readonly base: { n: number; sumW: number; sumW2: number };
  readonly nonResponse: { n: number; weight: number; sumW2: number };
  readonly yes: { n: number; w: number; q: number }[];
}

/** The sums of a whole survey: a group for each question, edition and side, and a cell for each of its answers. */
export interface Survey {
  group(question: number, edition: number, inside: boolean): GroupBase;
  cell(question: number, edition: number, inside: boolean, answer: number): CellSums;
}

type Sums = Omit<SurveyColumns, 'edition' | 'inside'>;

/** Gathers rows of sums into groups, each row into that of its key. */
function gather(columns: Sums, keyOf: (row: number) => number): Map<number, Group> {
  const groups = new Map<number, Group>();
  for (let row = 0; row < columns.question.length; row += 1) {
    const key = keyOf(row);
    const group = groups.get(key) ?? emptyGroup();
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
  }
  return groups;
}

const emptyGroup = (): Group => ({
  base: { n: 0, sumW: 0, sumW2: 0 },
  nonResponse: { n: 0, weight: 0, sumW2: 0 },
  yes: [],
});

/** Where nobody is numbered, a question of several answers rests on everybody less those who gave none. */
function assumeBase(group: Group, { n, sumW, sumW2 }: BaseSums): void {
  group.base.n = n - group.nonResponse.n;
  group.base.sumW = sumW - group.nonResponse.weight;
  group.base.sumW2 = sumW2 - group.nonResponse.sumW2;
}

const multipleOf = ({ questions }: Catalogue, edition: number): Question[] =>
  [...questions.values()].filter(({ editions }) => editions.get(edition)?.type === 'multiple');

const nobody = { n: 0, w: 0, q: 0 };

function cellOf({ base: { n, sumW, sumW2 }, yes }: Group, answer: number): CellSums {
  const own = yes[answer] ?? nobody;
  return { n, sumW, sumW2, nYes: own.n, sumWYes: own.w, sumW2Yes: own.q };
}

/** A number for a question and an edition or a value: looked up by the thousand, where text is slow. */
const placeOf = (question: number, other: number): number => question * 10_000 + other;

const keyOf = (question: number, edition: number, inside: boolean): number =>
  (inside ? 1 : -1) * placeOf(question, edition);

/** Reads every answer to every question of some editions, in one scan. */
export async function readSurvey(
  database: Database,
  catalogue: Catalogue,
  request: SurveyRequest,
): Promise<Survey> {
  const { editions } = catalogue;
  const unnumbered = request.editions.filter((year) => !editions.get(year)?.respondentIds);
  const [columns, people] = await Promise.all([
    selectSurvey(database, request),
    unnumbered.length === 0 ? [] : selectPeople(database, { ...request, editions: unnumbered }),
  ]);
  const { question, edition, inside } = columns;
  const groups = gather(columns, (row) => keyOf(question[row]!, edition[row]!, inside[row]!));
  for (const everybody of people) {
    for (const each of multipleOf(catalogue, everybody.edition)) {
      const asked = groups.get(keyOf(each.question, everybody.edition, everybody.inside));
      if (asked !== undefined) assumeBase(asked, everybody);
    }
  }
  const group = (code: number, year: number, within: boolean): Group =>
    groups.get(keyOf(code, year, within)) ?? emptyGroup();
  return {
    group,
    cell: (code, year, within, answer) => cellOf(group(code, year, within), answer),
  };
}

/** The sums of an edition's whole survey for every value (id) of a dimension. */
export interface Profiles {
  /** The values that respondents have, 0 (« not given ») left out, in order. */
  readonly values: readonly number[];
  group(question: number, value: number): GroupBase;
  cell(question: number, value: number, answer: number): CellSums;
}

/** Reads every answer to every question of an edition by the values of a dimension, in one scan. */
export async function readProfiles(
  database: Database,
  catalogue: Catalogue,
  request: ProfilesRequest,
): Promise<Profiles> {
  const numbered = catalogue.editions.get(request.edition)?.respondentIds === true;
  const [columns, people] = await Promise.all([
    selectProfiles(database, request),
    numbered ? [] : selectProfilePeople(database, request),
  ]);
  const { question, value } = columns;
  const groups = gather(columns, (row) => placeOf(question[row]!, value[row]!));
  for (const everybody of people) {
    for (const each of multipleOf(catalogue, request.edition)) {
      const asked = groups.get(placeOf(each.question, everybody.value));
      if (asked !== undefined) assumeBase(asked, everybody);
    }
  }
  const group = (code: number, id: number): Group => groups.get(placeOf(code, id)) ?? emptyGroup();
  const values = [...new Set(value)].filter((id) => id !== 0).sort((a, b) => a - b);
  return { values, group, cell: (code, id, answer) => cellOf(group(code, id), answer) };
}
