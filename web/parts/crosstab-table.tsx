import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import type { HeatScale } from '../heat.ts';
import { Base, Count, Enterprises, LetterName, Letters, Mark, Share } from './figure.tsx';
import { roles } from './scroll-box.tsx';

interface Props {
  answer: CrosstabAnswer;
  caption: string;
  intervals: boolean;
  /** Colours the cells of a breakdown by their share; null leaves them plain. */
  heat: HeatScale | null;
  hrefOf(value: string): string;
  pointed: string | null;
  onPoint(key: string | null): void;
}

const hasBase = (answer: CrosstabAnswer): boolean => answer.basis === 'microdata';

function AnswersTable({ answer, caption, intervals, pointed, onPoint }: Props) {
  const { t, f } = useLanguage();
  const { total } = answer;
  return (
    <table class="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(t.explorePage.answer)}</th>
          <th scope="col" class="number">
            {f.text(t.explorePage.share)}
          </th>
          {hasBase(answer) && (
            <th scope="col" class="number">
              {f.text(t.explorePage.respondents)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {total.cells.map((cell) => (
          <tr
            key={cell.answer}
            class={pointed === cell.answer ? 'pointed' : undefined}
            onPointerEnter={() => onPoint(cell.answer)}
            onPointerLeave={() => onPoint(null)}
          >
            <th scope="row" lang="fr">
              {f.text(cell.answer)}
            </th>
            <td class="number">
              <Share {...cell} ci={intervals ? cell.ci : null} />
              <Enterprises of={cell} intervals={intervals} />
            </td>
            {hasBase(answer) && (
              <td class="number">
                <Count value={cell.n} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {hasBase(answer) && (
        <tfoot>
          <tr>
            <th scope="row">{f.text(t.explorePage.base)}</th>
            <td />
            <td class="number">
              <Count value={total.n} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface CellsProps {
  row: Row;
  withBase: boolean;
  intervals: boolean;
  heat: HeatScale | null;
}

function Cells({ row, withBase, intervals, heat }: CellsProps) {
  const { t, f } = useLanguage();
  return (
    <>
      {withBase && (
        <td {...roles.cell} class="number" data-column={f.text(t.explorePage.base)}>
          <Base n={row.n} flag={row.cells[0]?.flag ?? null} />
        </td>
      )}
      {row.cells.map((cell) => (
        <td
          {...roles.cell}
          key={cell.answer}
          data-column={f.text(cell.answer)}
          class={
            heat === null || cell.share === null
              ? 'number'
              : `number heat-${heat.stepOf(cell.share)}`
          }
        >
          <Share {...cell} ci={intervals ? cell.ci : null} />
          <Enterprises of={cell} intervals={intervals} />
          <Mark vsRest={cell.vsRest} />
          <Letters higherThan={cell.higherThan} />
        </td>
      ))}
    </>
  );
}

function BreakdownRow({ row, by, ...props }: Props & { row: Row; by: Dimension }) {
  const { f } = useLanguage();
  const key = keyText(row.key);
  const value = row.key[by] ?? '';
  const point = () => props.onPoint(key);
  const leave = () => props.onPoint(null);
  return (
    <tr
      {...roles.row}
      class={props.pointed === key ? 'pointed' : undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
    >
      <th {...roles.heading} scope="row">
        <a href={props.hrefOf(value)} onFocus={point} onBlur={leave}>
          {f.name(by, value)}
        </a>
        <LetterName letter={row.letter} />
      </th>
      <Cells
        row={row}
        withBase={hasBase(props.answer)}
        intervals={props.intervals}
        heat={props.heat}
      />
    </tr>
  );
}

/** Whether a phone lays the answers under their group, a line each: they are many, or long. */
const stacks = (answers: readonly string[]): boolean =>
  answers.length > 3 || answers.some((label) => label.length > 14);

function BreakdownTable(props: Props & { by: Dimension }) {
  const { t, f } = useLanguage();
  const { answer, caption, by } = props;
  return (
    <table
      {...roles.table}
      class={`figures breakdown ${stacks(answer.answers) ? 'stacks lines' : ''}`}
    >
      <caption>{caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.column} scope="col">
            {f.text(t.dimensions[by])}
          </th>
          {hasBase(answer) && (
            <th {...roles.column} scope="col" class="number">
              {f.text(t.explorePage.base)}
            </th>
          )}
          {answer.answers.map((label) => (
            <th {...roles.column} key={label} scope="col" class="number" lang="fr">
              {f.text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {answer.rows.map((row) => (
          <BreakdownRow key={keyText(row.key)} {...props} row={row} />
        ))}
      </tbody>
      <tfoot {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.heading} scope="row">
            {f.text(t.explorePage.total)}
          </th>
          <Cells
            row={answer.total}
            withBase={hasBase(answer)}
            intervals={props.intervals}
            heat={null}
          />
        </tr>
      </tfoot>
    </table>
  );
}

/** The table twin of a question's chart: complete, whatever the chart leaves out. */
export function CrosstabTable(props: Props) {
  const [by] = props.answer.by;
  return by === undefined ? <AnswersTable {...props} /> : <BreakdownTable {...props} by={by} />;
}
