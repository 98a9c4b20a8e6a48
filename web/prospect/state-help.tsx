import { useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import { download } from './download.ts';
import { listBuilder, stateRequest } from './state-files.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** The files that the State's list builder takes, for one target or the first of them. */
export function StateHelp({ answer, rows }: Props) {
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
