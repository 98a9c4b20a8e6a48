import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import type { HeatScale } from '../heat.ts';
import { Enterprises, LetterName, Letters, Mark, Share } from './figure.tsx';
import { roles } from './scroll-box.tsx';

/** A table of two dimensions and its margins, each of them an answer of the API. */
export interface CrossTables {
  cells: CrosstabAnswer;
  rowTotals: CrosstabAnswer;
  columnTotals: CrosstabAnswer;
}

interface Props {
  tables: CrossTables;
  caption: string;
  intervals: boolean;
  /** Colours the cells by their share; null leaves them plain. */
  heat: HeatScale | null;
  /** Where a value of a dimension leads. */
  hrefOf(dimension: Dimension, value: string): string;
}

interface CellProps extends Pick<Props, 'intervals' | 'heat'> {
  row: Row | undefined;
  /** What the cell's column is called: printed where columns cannot stand side by side. */
  column: string;
  total: boolean;
}

function FigureCell({ row, column, intervals, heat, total }: CellProps) {
  const { t, f } = useLanguage();
  const cell = row?.cells[0];
  if (row === undefined || cell === undefined) return <td {...roles.cell} data-column={column} />;
  const counted = f.base(row.n, cell.flag);
  const base = row.n === null ? counted && `n ${counted}` : t.analyst.base(counted);
  const coloured = heat !== null && !total && cell.share !== null;
  return (
    <td
      {...roles.cell}
      class={coloured ? `number heat-${heat.stepOf(cell.share ?? 0)}` : 'number'}
      data-column={column}
    >
      <Share {...cell} ci={intervals ? cell.ci : null} />
      <Enterprises of={cell} intervals={intervals} />
      <Mark vsRest={cell.vsRest} />
      <Letters higherThan={cell.higherThan} />
      {base !== '' && <span class="cell-base">{base}</span>}
    </td>
  );
}

const valuesOf = ({ rows }: CrosstabAnswer, dimension: Dimension): string[] => [
  ...new Set(rows.flatMap(({ key }) => key[dimension] ?? [])),
];

const rowOf = ({ rows }: CrosstabAnswer, key: Row['key']): Row | undefined =>
  rows.find((row) => keyText(row.key) === keyText(key));

const letterOf = ({ rows }: CrosstabAnswer, across: Dimension, value: string) =>
  rows.find(({ key }) => key[across] === value)?.letter;

/**
 * Whether a phone lays the columns under their rows: a few stand side by side, and beyond a score no reading is short:
 * those scroll, or change places with the rows.
 */
const stacks = (columns: number): boolean => columns > 5 && columns <= 20;

/** How a table of so many columns is set: marks on a line where few leave room, closer where regions would leave a large screen. */
const layout = (columns: number): string =>
  [
    stacks(columns) ? 'stacks' : '',
    columns > 12 ? 'close-set' : columns < 5 ? 'wide-set' : '',
  ].join(' ');

/** The names of the columns, each leading to its own table. */
function Head({ tables, columns, hrefOf }: Props & { columns: readonly string[] }) {
  const { t, f } = useLanguage();
  const [down, across] = tables.cells.by;
  if (down === undefined || across === undefined) return null;
  return (
    <thead {...roles.group}>
      <tr {...roles.row}>
        <th {...roles.column} scope="col">
          {f.text(t.dimensions[down])} <span class="note">× {f.text(t.dimensions[across])}</span>
        </th>
        {columns.map((value) => (
          <th {...roles.column} key={value} scope="col" class="number">
            <a href={hrefOf(across, value)}>{f.name(across, value)}</a>
            <LetterName letter={letterOf(tables.cells, across, value)} />
          </th>
        ))}
        <th {...roles.column} scope="col" class="number">
          {f.text(t.explorePage.total)}
        </th>
      </tr>
    </thead>
  );
}

/** One share for each pair of values, with the true totals of rows, of columns and of the whole. */
export function CrossTable(props: Props) {
  const { t, f } = useLanguage();
  const { cells, rowTotals, columnTotals } = props.tables;
  const [down, across] = cells.by;
  if (down === undefined || across === undefined) return null;
  const columns = valuesOf(cells, across);
  const all = f.text(t.explorePage.total);
  const cell = (row: Row | undefined, column: string | null, total: boolean) => (
    <FigureCell
      key={column}
      row={row}
      column={column === null ? all : f.name(across, column)}
      intervals={props.intervals}
      heat={props.heat}
      total={total}
    />
  );
  return (
    <table {...roles.table} class={`figures breakdown cross ${layout(columns.length + 1)}`}>
      <caption>{props.caption}</caption>
      <Head {...props} columns={columns} />
      <tbody {...roles.group}>
        {valuesOf(cells, down).map((value) => (
          <tr {...roles.row} key={value}>
            <th {...roles.heading} scope="row">
              <a href={props.hrefOf(down, value)}>{f.name(down, value)}</a>
            </th>
            {columns.map((column) =>
              cell(rowOf(cells, { [down]: value, [across]: column }), column, false),
            )}
            {cell(rowOf(rowTotals, { [down]: value }), null, true)}
          </tr>
        ))}
      </tbody>
      <tfoot {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.heading} scope="row">
            {all}
          </th>
          {columns.map((column) => cell(rowOf(columnTotals, { [across]: column }), column, true))}
          {cell(cells.total, null, true)}
        </tr>
      </tfoot>
    </table>
  );
}
