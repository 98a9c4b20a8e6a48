import { useId } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { sourceLine, targetList } from '../../core/format/target-list.ts';
import { useLanguage, useSurroundings } from '../context.ts';
import { view } from '../store.ts';
import { download } from './download.ts';
import { listNotes } from './list-notes.ts';
import { resultAddress } from './result-address.ts';
import { StateHelp } from './state-help.tsx';
import { listAsCsv, listAsWorkbook } from './target-list.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** The list as files, as paper, and as a request to the State's list builder. */
export function ListPanel(props: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const { answer, rows } = props;
  const name = `numoscope-${words.listFile}-${answer.edition}`;
  const { provenance } = useSurroundings();
  const source = provenance === null ? '' : sourceLine(provenance, answer.edition, lang);
  const list = () => targetList(answer, rows, source, lang);
  const notes = () =>
    listNotes(answer, rows, {
      provenance,
      without: view.value.without,
      address: resultAddress(answer),
      date: new Date().toISOString(),
      language: lang,
    });
  const csv = async (dialect: 'excel' | 'crm') =>
    download(await listAsCsv(list(), dialect), `${name}.csv`);
  return (
    <section class="target-list" aria-labelledby={id}>
      <h3 id={id}>{f.text(words.listTitle)}</h3>
      <p>{f.text(words.listText(rows.length, f.count(rows.length)))}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => void csv('excel')}>
          {f.text(words.listExcel)}
        </button>
        <button type="button" class="button quiet" onClick={() => void csv('crm')}>
          {f.text(words.listCrm)}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            void listAsWorkbook(list(), notes(), words.listSheet).then((file) =>
              download(file, `${name}.xlsx`),
            )
          }
        >
          {f.text(words.listWorkbook)}
        </button>
        <button type="button" class="button quiet" onClick={() => window.print()}>
          {f.text(words.print)}
        </button>
      </p>
      <StateHelp {...props} />
    </section>
  );
}
