import { useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import { Copied } from '../take-away/copied.tsx';
import { download } from './download.ts';
import { listBuilder, stateRequest } from './state-files.ts';
import { stateTargets } from './state-targets.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** Codes to paste, and the button that copies them; what was said of the last ones is not said of the next. */
function Codes({ name, codes, note }: { name: string; codes: readonly string[]; note?: string }) {
  const { t, f, lang } = useLanguage();
  const text = codes.join(', ');
  return (
    <li>
      <Copied key={text} text={text} name={prospectWords(lang).stateCopy}>
        {f.text(name)}
        {f.text(t.colon)} <code>{text}</code>
        {note !== undefined && <>. {f.text(note)}</>}
      </Copied>
    </li>
  );
}

/** Files of NAF codes, one a button, and once what is to be known of them. */
function NafFiles({ files, name }: { files: readonly string[]; name: string }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <li>
      {files.map((file, index) => (
        <span key={file}>
          <button
            type="button"
            class="link"
            onClick={() => download(`${file}\n`, `${name}-${index + 1}.txt`, 'text/plain')}
          >
            {f.text(words.stateNafFile(index + 1, files.length))}
          </button>
          {index < files.length - 1 ? ', ' : '. '}
        </span>
      ))}
      {f.text(words.stateNafOurs)}
    </li>
  );
}

/** The files that the State's list builder takes, for one target or the first of them. */
export function StateHelp({ answer, rows }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const [chosen, setChosen] = useState('');
  const offered = stateTargets(answer, rows, lang);
  const target = offered.find(({ value }) => value === chosen) ?? offered[0];
  const asked = stateRequest(answer, target?.rows ?? []);
  const name = `naf-${(target?.value ?? '').replaceAll(/[^\w-]+/g, '-') || 'cibles'}`;
  return (
    <details class="method state-help">
      <summary>{f.text(words.stateTitle)}</summary>
      <p>{f.text(words.stateText)}</p>
      <Choice
        label={words.stateTarget}
        value={target?.value ?? ''}
        options={offered}
        onChoose={setChosen}
      />
      {answer.by.length > 1 && <p class="note">{f.text(words.statePairs)}</p>}
      <ul>
        {asked.departments.length > 0 && (
          <Codes name={words.stateDepartments} codes={asked.departments} />
        )}
        {asked.byHand.length > 0 && <li>{f.text(words.stateByHand(asked.byHand.join(', ')))}</li>}
        {asked.headcounts.length > 0 && (
          <Codes
            name={words.stateHeadcounts}
            codes={asked.headcounts}
            note={words.stateHeadcountsNote}
          />
        )}
        {asked.nafFiles.length > 0 && <NafFiles files={asked.nafFiles} name={name} />}
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
