import { useEffect, useState } from 'preact/hooks';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { largestCounts } from '../../core/format/counts-words.ts';
import { useLanguage } from '../context.ts';
import { DropZone } from '../own/drop-zone.tsx';
import type { Loadable } from '../resource.ts';
import { countsFile, dropCounts, takeCounts } from './counts-file.ts';
import { countsWords } from './counts-words.ts';

/** Official numbers of enterprises, brought as a file that volumes are then calibrated to. */
export function CountsPanel({ ranking }: { ranking: Loadable<RankingsAnswer> }) {
  const { f, lang } = useLanguage();
  const words = countsWords(lang);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chosen = countsFile.value;
  const name = chosen?.content.name ?? '';
  const fault =
    chosen !== null && ranking.status === 'failed' && ranking.problem.parameter === 'counts'
      ? ranking.problem.detail
      : null;
  useEffect(() => {
    if (fault === null) return;
    // The ranking goes on with the survey's volumes; the panel still says what was wrong.
    setRefusal(fault);
    dropCounts();
  }, [fault]);
  const take = (file: File) => {
    setRefusal(file.size > largestCounts ? words.heavy : null);
    if (file.size <= largestCounts) takeCounts(file);
  };
  return (
    <details class="counts">
      <summary>
        {f.text(words.title)}{' '}
        <span class="note">{f.text(chosen === null ? words.none : words.now(name))}</span>
      </summary>
      <div class="territory-body">
        <p>{f.text(words.text)}</p>
        <p>
          <strong>{f.text(words.sent)}</strong>
        </p>
        <DropZone words={words} onFile={take} />
        {refusal !== null && (
          <p role="alert">
            {f.text(words.refused)} {f.text(refusal)}
          </p>
        )}
        {chosen !== null && (
          <>
            <p role="status">
              {f.text(ranking.status === 'ready' ? words.used(name) : words.reading)}{' '}
              {f.text(words.link)}
            </p>
            <p class="actions">
              <button type="button" class="button quiet" onClick={dropCounts}>
                {f.text(words.forget)}
              </button>
            </p>
          </>
        )}
      </div>
    </details>
  );
}
