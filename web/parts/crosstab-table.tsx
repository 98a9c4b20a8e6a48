import type { Cell, CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { Count, Share } from './figure.tsx';

interface Props {
  answer: CrosstabAnswer;
  caption: string;
  hrefOf(key: string): string;
}

const hasBase = (answer: CrosstabAnswer): boolean => answer.basis === 'microdata';

function AnswersTable({ answer, caption }: Props) {
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
          <tr key={cell.answer}>
            <th scope="row" lang="fr">
              {f.text(cell.answer)}
            </th>
            <td class="number">
              <Share {...cell} />
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

function BreakdownRow(props: { row: Row; name: string; href?: string; withBase: boolean }) {
  return (
    <tr>
      <th scope="row">
        {props.href === undefined ? props.name : <a href={props.href}>{props.name}</a>}
      </th>
      {props.withBase && (
        <td class="number">
          <Count value={props.row.n} />
        </td>
      )}
      {props.row.cells.map((cell: Cell) => (
        <td key={cell.answer} class="number">
          <Share {...cell} />
        </td>
      ))}
    </tr>
  );
}

function BreakdownTable({ answer, caption, hrefOf, by }: Props & { by: Dimension }) {
  const { t, f } = useLanguage();
  return (
    <table class="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(t.dimensions[by])}</th>
          {hasBase(answer) && (
            <th scope="col" class="number">
              {f.text(t.explorePage.base)}
            </th>
          )}
          {answer.answers.map((label) => (
            <th key={label} scope="col" class="number" lang="fr">
              {f.text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <BreakdownRow
            key={row.key[by]}
            row={row}
            name={f.name(by, row.key[by] ?? '')}
            href={hrefOf(row.key[by] ?? '')}
            withBase={hasBase(answer)}
          />
        ))}
      </tbody>
      <tfoot>
        <BreakdownRow
          row={answer.total}
          name={f.text(t.explorePage.total)}
          withBase={hasBase(answer)}
        />
      </tfoot>
    </table>
  );
}

/** The table twin of a question's chart: complete, whatever the chart leaves out. */
export function CrosstabTable(props: Props) {
  const [by] = props.answer.by;
  return by === undefined ? <AnswersTable {...props} /> : <BreakdownTable {...props} by={by} />;
}
