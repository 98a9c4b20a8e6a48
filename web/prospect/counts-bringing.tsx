import { useEffect, useState } from 'preact/hooks';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { largestCounts } from '../../core/format/counts-words.ts';
import { useLanguage } from '../context.ts';
import { DropZone } from '../own/drop-zone.tsx';
import type { Loadable } from '../resource.ts';
import { countsBringingWords } from './counts-bringing-words.ts';
import { countsFile, dropCounts, takeCounts } from './counts-file.ts';
import { countsWords } from './counts-words.ts';

/** Where a file of official numbers of enterprises is brought, used or refused, and dropped again. */
export function CountsBringing({ ranking }: { ranking: Loadable<RankingsAnswer> }) {
  const { f, lang } = useLanguage();
  const words = countsBringingWords(lang);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chosen = countsFile.value;
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
    <div class="territory-body">
      <p>{f.text(words.text)}</p>
      <p>
        <strong>{f.text(words.sent)}</strong>
      </p>
      <DropZone words={{ ...words, title: countsWords(lang).title }} onFile={take} />
      {refusal !== null && (
        <p role="alert">
          {f.text(words.refused)} {f.text(refusal)}
        </p>
      )}
      {chosen !== null && (
        <>
          <p role="status">
            {f.text(ranking.status === 'ready' ? words.used(chosen.content.name) : words.reading)}{' '}
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
  );
}
