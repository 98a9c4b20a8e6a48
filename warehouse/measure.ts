import type { BaseSums, CellSums } from '../core/stats/weights.ts';
import type { Database } from './connection.ts';
import {
  type CellColumns,
  type CellRequest,
  selectCells,
  selectMergedCells,
  selectRespondents,
} from './select-cells.ts';

/** What a cell counts: one answer, or several counted together. */
export interface Option {
  readonly label: string;
  readonly ids: readonly number[];
}

/** Who is in a group: those who answered, and those who did not. */
export interface GroupBase {
  readonly base: BaseSums;
  readonly nonResponse: { readonly n: number; readonly weight: number; readonly sumW2: number };
}

/** The sums of one group: who is in it and, for each option, those who chose it. */
export interface Segment extends GroupBase {
  readonly ids: readonly number[];
  /** n, Σw and Σw² of each option, one option after the other: a table has thousands of them. */
  readonly chosen: readonly number[];
}

/** How the respondents of a question are told apart. */
export interface Design {
  readonly multiple: boolean;
  readonly respondentIds: boolean;
}

/** A group that nobody is in, as yet. */
const openGroup = (ids: readonly number[], options: number) => ({
  ids,
  base: { n: 0, sumW: 0, sumW2: 0 },
  nonResponse: { n: 0, weight: 0, sumW2: 0 },
  chosen: new Array<number>(3 * options).fill(0),
});

type Group = ReturnType<typeof openGroup>;

function addTo({ chosen }: Group, option: number, n: number, w: number, q: number): void {
  chosen[3 * option]! += n;
  chosen[3 * option + 1]! += w;
  chosen[3 * option + 2]! += q;
}

const groupKey = (first: number, second: number): number => first * 256 + second;

/** Adds the columns' rows to their group; `optionOf` says which option an answer belongs to. */
function gather(
  groups: Map<number, Group>,
  columns: CellColumns,
  dimensions: number,
  options: number,
  optionOf: (answer: number) => number | undefined,
): void {
  const { g1, g2, answer, missing, first: carriesBase, n, w, q } = columns;
  for (let row = 0; row < g1.length; row += 1) {
    const key = groupKey(g1[row]!, g2[row]!);
    let group = groups.get(key);
    if (group === undefined) {
      group = openGroup([g1[row]!, g2[row]!].slice(0, dimensions), options);
      groups.set(key, group);
    }
    if (carriesBase[row]) {
      group.base.n += n[row]!;
      group.base.sumW += w[row]!;
      group.base.sumW2 += q[row]!;
    }
    if (missing[row]) {
      group.nonResponse.n += n[row]!;
      group.nonResponse.weight += w[row]!;
      group.nonResponse.sumW2 += q[row]!;
      continue;
    }
    const option = optionOf(answer[row]!);
    if (option !== undefined) addTo(group, option, n[row]!, w[row]!, q[row]!);
  }
}

/** Where no respondent is numbered, those who gave a missing answer leave the edition's base. */
function leaveOutMissing(group: Group): void {
  group.base.n -= group.nonResponse.n;
  group.base.sumW -= group.nonResponse.weight;
  group.base.sumW2 -= group.nonResponse.sumW2;
}

/** The groups by their ids: sums and random draws must not hang on the order the engine answers in. */
export const inOrder = <Group>(groups: ReadonlyMap<number, Group>): Group[] =>
  Array.from(Float64Array.from(groups.keys()).sort(), (key) => groups.get(key)!);

/**
 * Sums of every group that the request's rows fall in, id 0 (« not given ») included. Several
 * answers of a multiple-answer question count together only where respondents are numbered.
 */
export async function measure(
  database: Database,
  request: CellRequest,
  options: readonly Option[],
  { multiple, respondentIds }: Design,
): Promise<Segment[]> {
  const groups = new Map<number, Group>();
  const width = request.by.length;
  const [only] = options;
  if (
    multiple &&
    respondentIds &&
    options.length === 1 &&
    only !== undefined &&
    only.ids.length > 1
  ) {
    const merged = await selectMergedCells(database, request, only.ids);
    gather(groups, merged, width, 1, (answer) => (answer === 1 ? 0 : undefined));
    return inOrder(groups);
  }
  const optionByAnswer = new Map(
    options.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)),
  );
  const optionOf = (answer: number) => optionByAnswer.get(answer);
  const [cells, respondents] = await Promise.all([
    selectCells(database, request),
    multiple && !respondentIds ? selectRespondents(database, request) : null,
  ]);
  gather(groups, cells, width, options.length, optionOf);
  if (respondents !== null) {
    gather(groups, respondents, width, options.length, () => undefined);
    for (const group of groups.values()) leaveOutMissing(group);
  }
  return inOrder(groups);
}

/** Who chose an option in a group. */
export const chosenOf = ({ chosen }: Segment, option: number): BaseSums => ({
  n: chosen[3 * option] ?? 0,
  sumW: chosen[3 * option + 1] ?? 0,
  sumW2: chosen[3 * option + 2] ?? 0,
});

/** The sums of one option in a group. */
export const cellOf = ({ base, chosen }: Segment, option: number): CellSums => ({
  n: base.n,
  sumW: base.sumW,
  sumW2: base.sumW2,
  nYes: chosen[3 * option] ?? 0,
  sumWYes: chosen[3 * option + 1] ?? 0,
  sumW2Yes: chosen[3 * option + 2] ?? 0,
});

/** Everyone who was asked: the base and those who gave no answer. */
export const universeOf = ({ base, nonResponse }: GroupBase): BaseSums => ({
  n: base.n + nonResponse.n,
  sumW: base.sumW + nonResponse.weight,
  sumW2: base.sumW2 + nonResponse.sumW2,
});

/** A group nobody is in. */
export const emptySegment = (ids: readonly number[]): Segment => openGroup(ids, 0);

/** All the groups together: what the filters select. */
export function sumSegments(segments: readonly Segment[], options: number): Segment {
  const total = openGroup([], options);
  for (const { base, nonResponse, chosen } of segments) {
    total.base.n += base.n;
    total.base.sumW += base.sumW;
    total.base.sumW2 += base.sumW2;
    total.nonResponse.n += nonResponse.n;
    total.nonResponse.weight += nonResponse.weight;
    total.nonResponse.sumW2 += nonResponse.sumW2;
    for (let place = 0; place < chosen.length; place += 1) total.chosen[place]! += chosen[place]!;
  }
  return total;
}

/** The groups by their ids, for those who lay out rows. */
export const segmentIndex = (segments: readonly Segment[]): ReadonlyMap<number, Segment> =>
  new Map(segments.map((segment) => [groupKey(segment.ids[0] ?? 0, segment.ids[1] ?? 0), segment]));

/** The group of these ids, an empty one when nobody is in it. */
export const segmentAt = (index: ReadonlyMap<number, Segment>, ids: readonly number[]): Segment =>
  index.get(groupKey(ids[0] ?? 0, ids[1] ?? 0)) ?? emptySegment(ids);
