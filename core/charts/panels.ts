import type { Cell, CrosstabAnswer, Row } from '../contract/crosstab.ts';
import { toldFigure } from '../format/crosstab-headline.ts';
import { nameValue } from '../format/names.ts';
import { formatShare } from '../format/numbers.ts';
import { display } from '../format/typography.ts';
import { describeBase, describeFlag } from '../format/wording.ts';
import type { ChartOptions } from './chart.ts';
import type { BarRow } from './rows.ts';

/** A bar, and the whole's own figure that it is read against. */
export interface PanelRow extends BarRow {
  readonly whole: number | null;
}

/** One of several small charts: a group's name and its bars. */
export interface Panel {
  readonly heading: string;
  /** The base that all its bars share; empty where each has its own. */
  readonly base: string;
  readonly rows: readonly PanelRow[];
  /** Whether the title is about one of its bars. */
  readonly told: boolean;
}

function sayBase({ n, cells }: Row, { language }: ChartOptions): string {
  const base = describeBase(n, cells[0]?.flag ?? null, language);
  return base === '' ? '' : `n\u00a0${base}`;
}

function panelRow(
  cell: Cell,
  named: Pick<PanelRow, 'label' | 'whole' | 'baseText'>,
  { language }: ChartOptions,
): PanelRow {
  return {
    ...named,
    key: '',
    value: cell.share,
    interval: cell.ci,
    valueText: formatShare(cell.share, language),
    hollow: cell.flag === 'low-base',
    remark: describeFlag(cell.flag, language),
  };
}

/** A panel for each value of the second dimension, a bar for each of the first. */
function panelsOfTwo(answer: CrosstabAnswer, options: ChartOptions): Panel[] {
  const [down, across] = answer.by;
  if (down === undefined || across === undefined) return [];
  const whole = answer.total.cells[0]?.share ?? null;
  const told = toldFigure(answer)?.row.key[across];
  const values = [...new Set(answer.rows.flatMap(({ key }) => key[across] ?? []))];
  return values.map((value) => ({
    heading: nameValue(across, value, options.language),
    base: '',
    told: value === told,
    rows: answer.rows
      .filter(({ key }) => key[across] === value)
      .flatMap((row) => {
        const label = nameValue(down, row.key[down] ?? '', options.language);
        const named = { label, whole, baseText: sayBase(row, options) };
        return row.cells.slice(0, 1).map((cell) => panelRow(cell, named, options));
      }),
  }));
}

/** A panel for each row of the table, a bar for each answer. */
function panelsOfOne(answer: CrosstabAnswer, options: ChartOptions): Panel[] {
  const [by] = answer.by;
  if (by === undefined) return [];
  const figure = toldFigure(answer);
  return answer.rows.map((row) => ({
    told: row === figure?.row,
    heading: nameValue(by, row.key[by] ?? '', options.language),
    base: sayBase(row, options),
    rows: row.cells.map((cell, position) => {
      const label = display(cell.answer, options.language);
      const whole = answer.total.cells[position]?.share ?? null;
      return panelRow(cell, { label, whole, baseText: '' }, options);
    }),
  }));
}

/** The small charts of a cross-tab that `isPanelled`, in the order of its rows. */
export const panelsOf = (answer: CrosstabAnswer, options: ChartOptions): Panel[] =>
  answer.by.length === 2 ? panelsOfTwo(answer, options) : panelsOfOne(answer, options);
