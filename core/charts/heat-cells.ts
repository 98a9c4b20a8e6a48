import type { Cell, CrosstabAnswer } from '../contract/crosstab.ts';
import type { Dimension, Flag } from '../contract/vocabulary.ts';
import { toldFigure } from '../format/crosstab-headline.ts';
import type { Language } from '../format/language.ts';
import { nameValue } from '../format/names.ts';
import { display } from '../format/typography.ts';

/** A cell of a coloured table; `base` null where there is none, as for published aggregates. */
export interface HeatCell {
  readonly share: number | null;
  readonly base: number | null;
  readonly flag: Flag;
}

/** The names of rows and columns, and the cells row after row; null where the answer has none. */
export interface HeatCells {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (HeatCell | null)[];
    /** Whether the title is about one of its cells. */
    readonly told: boolean;
  }[];
}

const cellOf = (cell: Cell | undefined, base: number | null): HeatCell | null =>
  cell === undefined ? null : { share: cell.share, base, flag: cell.flag };

const valuesOf = ({ rows }: CrosstabAnswer, dimension: Dimension): string[] => [
  ...new Set(rows.flatMap(({ key }) => key[dimension] ?? [])),
];

/** Two dimensions, the one of fewer values across. */
function cellsOfTwo(answer: CrosstabAnswer, language: Language): HeatCells {
  const [first, second] = answer.by;
  if (first === undefined || second === undefined) return { columns: [], rows: [] };
  const turned = valuesOf(answer, second).length > valuesOf(answer, first).length;
  const [down, across] = turned ? [second, first] : [first, second];
  const columns = valuesOf(answer, across);
  const told = toldFigure(answer)?.row.key[down];
  const found = new Map(answer.rows.map((row) => [`${row.key[down]} ${row.key[across]}`, row]));
  return {
    columns: columns.map((key) => nameValue(across, key, language)),
    rows: valuesOf(answer, down).map((key) => ({
      label: nameValue(down, key, language),
      told: key === told,
      cells: columns.map((column) => {
        const row = found.get(`${key} ${column}`);
        return row === undefined ? null : cellOf(row.cells[0], row.n);
      }),
    })),
  };
}

/** The cells of a cross-tab that `isCoverable`. */
export function heatCells(answer: CrosstabAnswer, language: Language): HeatCells {
  const [by] = answer.by;
  if (answer.by.length !== 1 || by === undefined) return cellsOfTwo(answer, language);
  const figure = toldFigure(answer);
  return {
    columns: answer.answers.map((label) => display(label, language)),
    rows: answer.rows.map((row) => ({
      label: nameValue(by, row.key[by] ?? '', language),
      cells: row.cells.map((cell) => cellOf(cell, row.n)),
      told: row === figure?.row,
    })),
  };
}
