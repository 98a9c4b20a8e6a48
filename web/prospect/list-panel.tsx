import { useId, useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { sayNotice } from '../../core/format/notices.ts';
import { sourceLine, targetList } from '../../core/format/target-list.ts';
import { useLanguage, useSurroundings } from '../context.ts';
import { keysOf } from '../names.ts';
import { Chips } from '../parts/chips.tsx';
import { Choice } from '../parts/fields.tsx';
import { filterNames } from '../view.ts';
import { countsFile } from './counts-file.ts';
import { countsWords } from './counts-words.ts';
import { download } from './download.ts';
import { formatExclusion, parseExclusion } from './exclusions.ts';
import { listBuilder, stateRequest } from './state-files.ts';
import { summarise } from './summary.ts';
import { listAsCsv, listAsWorkbook } from './target-list.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** The result in sentences, and what must be said with it. */
export function Summary({ answer, rows }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const { sentences, cautions } = summarise(answer, rows, lang);
  if (sentences.length === 0) return null;
  return (
    <section class="summary" aria-labelledby={id}>
      <h3 id={id}>{f.text(words.summaryTitle)}</h3>
      <p>{f.text(sentences.join(' '))}</p>
      <p class="note">
        <strong>{f.text(words.cautions)}</strong> {f.text(cautions.join(' '))}
      </p>
    </section>
  );
}

/** What is left out of the list, and how to leave out more. */
export function Exclusions(props: {
  answer: RankingsAnswer;
  without: readonly string[];
  hidden: number;
  onChange(without: readonly string[]): void;
}) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const { answer, without, hidden } = props;
  const list = without.flatMap((text) => parseExclusion(text) ?? []);
  const options = filterNames
    .filter((dimension: Dimension) => answer.by.includes(dimension))
    .flatMap((dimension) =>
      keysOf[dimension].map((key) => ({
        value: formatExclusion({ dimension, key }),
        label: f.name(dimension, key),
      })),
    )
    .filter(({ value }) => !without.includes(value));
  return (
    <section class="exclusions" aria-label={f.text(words.without)}>
      <Choice
        label={words.exclude}
        value=""
        options={[{ value: '', label: words.excludeHint }, ...options]}
        onChoose={(value) => value !== '' && props.onChange([...without, value])}
      />
      {list.length > 0 && (
        <>
          <Chips
            chips={list.map((one) => {
              const label = f.name(one.dimension, one.key);
              const own = formatExclusion(one);
              return {
                id: own,
                label,
                action: words.excludeOf(label),
                onRemove: () => props.onChange(without.filter((text) => text !== own)),
              };
            })}
          />
          <p class="note" role="status">
            {f.text(words.excluded(f.count(hidden)))}
          </p>
        </>
      )}
    </section>
  );
}

function useNotes({ answer, rows }: Props): () => readonly string[] {
  const { f, lang } = useLanguage();
  const { provenance } = useSurroundings();
  const words = prospectWords(lang);
  const { sentences, cautions } = summarise(answer, rows, lang);
  return () => [
    words.notes.list,
    ...(provenance?.notice == null ? [] : [provenance.notice]),
    f.rankingTitle(answer),
    f.rankingSubtitle(answer),
    ...(answer.criteria ?? []).map(
      ({ question, answers, direction, weight }) =>
        `${direction} ${f.share(weight)} ${question.label} (${answers.join(' + ')})`,
    ),
    sentences.join(' '),
    `${words.notes.method}: ${words.readings[answer.sort]} ${words.tierNote}`,
    `${words.notes.cautions}: ${[...cautions, ...answer.notices.map((notice) => sayNotice(notice, lang))].join(' ')}`,
    ...(answer.volumes === undefined ? [] : [words.notes.volumes(answer.volumes.file)]),
    words.notes.columns,
    `${words.notes.address}: ${window.location.href}`,
    ...(countsFile.value === null ? [] : [countsWords(lang).link]),
    `${words.notes.date}: ${f.date(new Date().toISOString())}`,
  ];
}

function StateHelp({ answer, rows }: Props) {
  const { t, f, lang } = useLanguage();
  const words = prospectWords(lang);
  const [chosen, setChosen] = useState('');
  const offered = rows.slice(0, 100);
  const target = offered.filter(({ key }) => chosen === '' || keyText(key) === chosen);
  const asked = stateRequest(answer, target.length > 0 ? target : offered);
  const name = `naf-${chosen.replaceAll(/[^\w-]+/g, '-') || 'cibles'}`;
  return (
    <details class="method state-help">
      <summary>{f.text(words.stateTitle)}</summary>
      <p>{f.text(words.stateText)}</p>
      <Choice
        label={words.stateTarget}
        value={chosen}
        options={[
          { value: '', label: words.stateAll },
          ...offered.map((row) => ({
            value: keyText(row.key),
            label: nameKey(row.key, answer.by, row.label, lang),
          })),
        ]}
        onChoose={setChosen}
      />
      <ul>
        {asked.departments.length > 0 && (
          <li>
            {f.text(words.stateDepartments)}
            {f.text(t.colon)} <code>{asked.departments.join(', ')}</code>
          </li>
        )}
        {asked.byHand.length > 0 && <li>{f.text(words.stateByHand(asked.byHand.join(', ')))}</li>}
        {asked.headcounts.length > 0 && (
          <li>
            {f.text(words.stateHeadcounts)}
            {f.text(t.colon)} <code>{asked.headcounts.join(', ')}</code>.{' '}
            {f.text(words.stateHeadcountsNote)}
          </li>
        )}
        {asked.nafFiles.map((file, index) => (
          <li key={file}>
            <button
              type="button"
              class="link"
              onClick={() => download(`${file}\n`, `${name}-${index + 1}.txt`, 'text/plain')}
            >
              {f.text(words.stateNafFile(index + 1, asked.nafFiles.length))}
            </button>{' '}
            {f.text(words.stateNafOurs)}
          </li>
        ))}
        {asked.withoutNaf.length > 0 && (
          <li>
            {f.text(
              words.stateNafNone(asked.withoutNaf.map((key) => f.name('sector', key)).join(', ')),
            )}
          </li>
        )}
      </ul>
      <p>
        <a href={listBuilder} rel="noreferrer">
          {f.text(words.stateOpen)}
        </a>
      </p>
    </details>
  );
}

/** The list as files, as paper, and as a request to the State's list builder. */
export function ListPanel(props: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const notes = useNotes(props);
  const { answer, rows } = props;
  const name = `numoscope-cibles-${answer.edition}`;
  const { provenance } = useSurroundings();
  const source = provenance === null ? '' : sourceLine(provenance, answer.edition, 'fr');
  const list = () => targetList(answer, rows, source);
  const csv = async (dialect: 'excel' | 'crm') =>
    download(await listAsCsv(list(), dialect), `${name}.csv`);
  return (
    <section class="target-list" aria-labelledby={id}>
      <h3 id={id}>{f.text(words.listTitle)}</h3>
      <p>{f.text(words.listText(f.count(rows.length)))}</p>
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
            void listAsWorkbook(list(), notes()).then((file) => download(file, `${name}.xlsx`))
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
