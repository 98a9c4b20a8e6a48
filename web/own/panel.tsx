import { useEffect, useState } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { DropZone } from './drop-zone.tsx';
import { Found } from './found.tsx';
import { startReader, stopReader, useOwnFile } from './reader.ts';
import { ownWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** The vendor's own customers set against the potential, read in the browser and never sent. */
export function OwnPanel({ answer, rows }: Props) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const [towns, setTowns] = useState<Readonly<Record<string, string>>>({});
  const grouped = answer.rows.some(({ key }) => key.region === '93+94');
  const { state, read } = useOwnFile({ by: answer.by, grouped, towns });
  useEffect(() => stopReader, []);
  return (
    <details
      class="method own-data"
      onToggle={({ currentTarget }) => currentTarget.open && startReader()}
    >
      <summary>{f.text(words.title)}</summary>
      <p>{f.text(words.text)}</p>
      <DropZone words={words} onFile={read} />
      {state.status === 'reading' && <p role="status">{f.text(words.reading)}</p>}
      {(state.status === 'unknown' ||
        state.status === 'workbook' ||
        state.status === 'unreadable') && <p role="alert">{f.text(words[state.status])}</p>}
      {state.status === 'counted' && (
        <Found
          answer={answer}
          rows={rows}
          own={state.data}
          onTown={(name, department) => setTowns({ ...towns, [name]: department })}
        />
      )}
    </details>
  );
}
