import { useId, useMemo, useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { countOwn, type OwnData, readOwn } from './own-data.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

interface Cell {
  row: RankingRow;
  customers: number;
  potential: number;
  limits: readonly [number, number] | null;
}

const shownCells = 20;

const cellOf = (row: RankingRow, customers: number): Cell[] => {
  const potential = row.potential === null ? row.weight : row.potential.enterprises;
  if (potential === null) return [];
  const limits = row.potential?.ci ?? null;
  return [{ row, customers, potential, limits: limits === null ? null : [limits[0]!, limits[1]!] }];
};

const left = (potential: number, customers: number): number => Math.max(0, potential - customers);

function Cells({ answer, cells }: { answer: RankingsAnswer; cells: readonly Cell[] }) {
  const { t, f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <ScrollBox>
      <table class="figures own">
        <caption>{f.text(words.ownCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}</th>
            {[words.ownCustomers, words.ownPotential, words.ownPenetration, words.ownLeft].map(
              (heading) => (
                <th key={heading} scope="col" class="number">
                  {f.text(heading)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shownCells).map(({ row, customers, potential, limits }) => (
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

function Found({ answer, rows, own }: Props & { own: OwnData }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const cells = rows
    .flatMap((row) => cellOf(row, own.counts.get(keyText(row.key)) ?? 0))
    .sort((a, b) => left(b.potential, b.customers) - left(a.potential, a.customers));
  const placed = cells.reduce((sum, { customers }) => sum + customers, 0);
  const columns = own.columns.map(({ name, kind }) => `${name} (${words.ownKinds[kind]})`);
  const base = rows.some(({ potential }) => potential !== null) ? 'potential' : 'weight';
  return (
    <>
      <p role="status">
        {f.text(words.ownColumns(columns.join(', ')))}{' '}
        {f.text(words.ownRead(f.count(own.lines), f.count(own.lines - placed)))}
      </p>
      <Cells answer={answer} cells={cells} />
      <p class="note">{f.text(words.ownBase[base])}</p>
    </>
  );
}

/** The vendor's own customers set against the potential, read in the browser and never sent. */
export function OwnPanel(props: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const [table, setTable] = useState<readonly (readonly string[])[] | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { by } = props.answer;
  const own = useMemo(() => (table === null ? null : countOwn(table, by)), [table, by]);
  const read = (file: File | undefined) => {
    if (file === undefined) return;
    setUnreadable(false);
    readOwn(file).then(setTable, () => setUnreadable(true));
  };
  return (
    <details class="method own-data">
      <summary>{f.text(words.ownTitle)}</summary>
      <p>{f.text(words.ownText)}</p>
      <div class="drop">
        <label for={id}>{f.text(words.ownFile)}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv"
          onChange={(event) => read(event.currentTarget.files?.[0])}
        />
        <span class="note">{f.text(words.ownDrop)}</span>
      </div>
      {unreadable && <p role="alert">{f.text(words.ownUnreadable)}</p>}
      {table !== null && own === null && <p role="alert">{f.text(words.ownUnknown)}</p>}
      {own !== null && <Found {...props} own={own} />}
    </details>
  );
}
