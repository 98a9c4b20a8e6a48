import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { Show, View } from '../view.ts';

type Asked = Pick<View, 'by' | 'cross' | 'show'>;

/** The ways in which a view's figures can be shown. */
export function offeredShows(
  { by, cross }: Asked,
  question: QuestionAnswer,
  counted: readonly string[],
): Show[] {
  const severalAnswers = counted.length === 0;
  const ways: readonly (readonly [Show, boolean])[] = [
    ['table', true],
    ['chart', true],
    ['multiples', cross !== null || (by !== null && severalAnswers)],
    ['heat', by !== null],
    ['trend', question.editions.length > 1],
    ['slope', question.editions.length > 1],
  ];
  return ways.flatMap(([show, offered]) => (offered ? [show] : []));
}

/** The way shown: the one asked for where it is offered, else a table of two dimensions or a chart. */
export function chosenShow({ cross, show }: Asked, offered: readonly Show[]): Show {
  if (show !== null && offered.includes(show)) return show;
  return cross === null ? 'chart' : 'table';
}

/** Whether tables print intervals: as asked, else where there is room, with fewer than two dimensions. */
export const printsIntervals = ({
  cross,
  intervals,
}: Pick<View, 'cross' | 'intervals'>): boolean =>
  intervals === null ? cross === null : intervals === 'shown';

/** Columns that stand beside the list of questions. */
const mostBeside = 6;

/** Whether the view is a table of more columns than stand beside the list of questions; sizes are few. */
export function needsWidth(
  view: Asked,
  question: QuestionAnswer,
  counted: readonly string[],
): boolean {
  const show = chosenShow(view, offeredShows(view, question, counted));
  if (view.by === null || (show !== 'table' && show !== 'heat')) return false;
  if (view.cross !== null) return view.cross !== 'size';
  const answers = question.answers.filter(({ missing }) => !missing);
  return counted.length === 0 && answers.length > mostBeside;
}
