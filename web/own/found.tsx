import { useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { download } from '../prospect/download.ts';
import { listAsCsv } from '../prospect/target-list.ts';
import { Cells } from './cells-table.tsx';
import type { OwnData } from './count.ts';
import { type Cell, cellOf, left, leftList } from './left.ts';
import { SeveralTowns } from './several-towns.tsx';
import { ownWords } from './words.ts';

const shownCells = 20;
const shownValues = 5;

interface Props {
  answer: RankingsAnswer;
  rows: readonly RankingRow[];
  own: OwnData;
  onTown(name: string, department: string): void;
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

/** Which columns were used, how many lines were placed, how many are elsewhere. */
function Read({ own, cells }: { own: OwnData; cells: readonly Cell[] }) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const placed = cells.reduce((sum, { customers }) => sum + customers, 0);
  const outside = own.lines - placed - own.unread.lines - own.ambiguous.lines;
  const columns = own.columns.map(
    ({ index, name, kind }) => `${name ?? words.column(index + 1)} (${words.kinds[kind]})`,
  );
  return (
    <p role="status">
      {f.text(words.columns(columns.join(', ')))}{' '}
      {f.text(words.read(f.count(own.lines), f.count(placed)))}{' '}
      {outside > 0 && f.text(words.outside(f.count(outside)))}
    </p>
  );
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
  const base = rows.some(({ potential }) => potential !== null) ? 'potential' : 'weight';
  const take = async () => {
    const file = await listAsCsv(leftList(answer, cells, lang), 'excel');
    download(file, `numoscope-${words.fileName}-${answer.edition}.csv`);
  };
  return (
    <>
      <Read own={own} cells={cells} />
      <Unread own={own} />
      <SeveralTowns {...props} />
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
        <button type="button" class="button quiet" onClick={() => void take()}>
          {f.text(words.take)}
        </button>
      </p>
      <p class="note">{f.text(words.base[base])}</p>
    </>
  );
}
