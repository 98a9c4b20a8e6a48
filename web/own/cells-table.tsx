import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { roles, ScrollBox } from '../parts/scroll-box.tsx';
import { type Cell, left } from './left.ts';
import { ownWords } from './words.ts';

/** What part of a potential one has; where a figure of no decimal would say none, that it is less than what shows. */
const least = 0.0005;

function Row({ answer, cell }: { answer: RankingsAnswer; cell: Cell }) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const { row, customers, potential, limits } = cell;
  const share = potential > 0 ? customers / potential : null;
  const small = share !== null && share > 0 && share < least;
  return (
    <tr {...roles.row}>
      <th {...roles.heading} scope="row">
        {nameKey(row.key, answer.by, row.label, lang)}
      </th>
      <td {...roles.cell} class="number slim">
        {f.count(customers)}
      </td>
      <td {...roles.cell} class="number minor" data-name={f.text(words.potential)}>
        <span class="figure">{f.volume(potential)}</span>
        <span class="interval">{f.volumes(limits)}</span>
      </td>
      <td {...roles.cell} class="number minor" data-name={f.text(words.penetration)}>
        {share === null ? '–' : small ? `< ${f.share(2 * least)}` : f.share(share)}
      </td>
      <td {...roles.cell} class="number strong">
        <span class="figure">{f.volume(left(potential, customers))}</span>
        {limits !== null && (
          <span class="interval">
            {f.volumes([left(limits[0], customers), left(limits[1], customers)])}
          </span>
        )}
      </td>
    </tr>
  );
}

/** What the vendor has of each row's potential, and what is left of it. */
export function Cells({ answer, cells }: { answer: RankingsAnswer; cells: readonly Cell[] }) {
  const { t, f, lang } = useLanguage();
  const words = ownWords(lang);
  const headings = [
    ['number slim', words.customers],
    ['number minor', words.potential],
    ['number minor', words.penetration],
    ['number', words.left],
  ] as const;
  return (
    <ScrollBox>
      <table {...roles.table} class="figures own narrowing">
        <caption>{f.text(words.caption)}</caption>
        <thead {...roles.group}>
          <tr {...roles.row}>
            <th {...roles.column} scope="col">
              {f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}
            </th>
            {headings.map(([look, heading]) => (
              <th {...roles.column} key={heading} scope="col" class={look}>
                {f.text(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {cells.map((cell) => (
            <Row key={keyText(cell.row.key)} answer={answer} cell={cell} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
