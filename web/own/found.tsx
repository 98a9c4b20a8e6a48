import { useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { download } from '../prospect/download.ts';
import { listAsCsv } from '../prospect/target-list.ts';
import type { OwnData } from './count.ts';
import { type Cell, cellOf, left, leftList } from './left.ts';
import { ownWords } from './words.ts';

const shownCells = 20;
const shownValues = 5;
const shownTowns = 8;

function Cells({ answer, cells }: { answer: RankingsAnswer; cells: readonly Cell[] }) {
  const { t, f, lang } = useLanguage();
  const words = ownWords(lang);
  return (
    <ScrollBox>
      <table class="figures own">
        <caption>{f.text(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}</th>
            {[words.customers, words.potential, words.penetration, words.left].map((heading) => (
              <th key={heading} scope="col" class="number">
                {f.text(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map(({ row, customers, potential, limits }) => (
            <tr key={keyText(row.key)}>
              <th scope="row">{nameKey(row.key, answer.by, row.label, lang)}</th>
              <td class="number">{f.count(customers)}</td>
              <td class="number">
                <span class="figure">{f.volume(potential)}</span>
                <span class="interval">{f.volumes(limits)}</span>
              </td>
              <td class="number">{potential > 0 ? f.share(customers / potential) : '–'}</td>
              <td class="number strong">
                <span class="figure">{f.volume(left(potential, customers))}</span>
                {limits !== null && (
                  <span class="interval">
                    {f.volumes([left(limits[0], customers), left(limits[1], customers)])}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface Props {
  answer: RankingsAnswer;
  rows: readonly RankingRow[];
  own: OwnData;
  onTown(name: string, department: string): void;
}

/** The towns that only the vendor can place, each with the departments it may be in. */
function Ambiguous({ own, onTown }: Props) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const { lines, towns: open } = own.ambiguous;
  if (open.length === 0) return null;
  return (
    <>
      <p>{f.text(words.ambiguous(f.count(lines)))}</p>
      <div class="field-row">
        {open.slice(0, shownTowns).map(({ name, value, lines: count, departments }) => (
          <Choice
            key={name}
            label={words.where(value, f.count(count))}
            value=""
            options={[
              { value: '', label: words.unsettled },
              ...departments.map((code) => ({
                value: code,
                label: `${f.name('department', code)} (${code})`,
              })),
            ]}
            onChoose={(code) => onTown(name, code)}
          />
        ))}
      </div>
    </>
  );
}

function Unread({ own }: { own: OwnData }) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const { lines, values } = own.unread;
  if (lines === 0) return null;
  const list = values
    .slice(0, shownValues)
    .map(({ value, lines: count }) => `${value === '' ? words.empty : value} (${f.count(count)})`);
  const more = values.length > shownValues ? ['…'] : [];
  return <p class="note">{f.text(words.unread(f.count(lines), [...list, ...more].join(', ')))}</p>;
}

/** What was understood of the vendor's file, and what it leaves of each row's potential. */
export function Found(props: Props) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const { answer, rows, own } = props;
  const [whole, setWhole] = useState(false);
  const cells = rows
    .flatMap((row) => cellOf(row, own.counts.get(keyText(row.key)) ?? 0) ?? [])
    .sort((a, b) => left(b.potential, b.customers) - left(a.potential, a.customers));
  const placed = cells.reduce((sum, { customers }) => sum + customers, 0);
  const outside = own.lines - placed - own.unread.lines - own.ambiguous.lines;
  const columns = own.columns.map(
    ({ index, name, kind }) => `${name ?? words.column(index + 1)} (${words.kinds[kind]})`,
  );
  const base = rows.some(({ potential }) => potential !== null) ? 'potential' : 'weight';
  return (
    <>
      <p role="status">
        {f.text(words.columns(columns.join(', ')))}{' '}
        {f.text(words.read(f.count(own.lines), f.count(placed)))}{' '}
        {outside > 0 && f.text(words.outside(f.count(outside)))}
      </p>
      <Unread own={own} />
      <Ambiguous {...props} />
      <Cells answer={answer} cells={whole ? cells : cells.slice(0, shownCells)} />
      {cells.length > shownCells && !whole && (
        <p>
          {f.text(words.first(f.count(shownCells), f.count(cells.length)))}{' '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {f.text(words.whole)}
          </button>
        </p>
      )}
      <p>
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            void listAsCsv(leftList(answer, cells, lang), 'excel').then((file) =>
              download(file, `numoscope-${words.fileName}-${answer.edition}.csv`),
            )
          }
        >
          {f.text(words.take)}
        </button>
      </p>
      <p class="note">{f.text(words.base[base])}</p>
    </>
  );
}
