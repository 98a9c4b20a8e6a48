import { useState } from 'preact/hooks';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { onDemandPart } from '../on-demand.tsx';
import type { Loadable } from '../resource.ts';
import { countsFile } from './counts-file.ts';
import { countsWords } from './counts-words.ts';

const CountsBringing = onDemandPart(8, () =>
  import('./counts-bringing.tsx').then((part) => part.CountsBringing),
);

/** Official numbers of enterprises, brought as a file that volumes are then calibrated to. */
export function CountsPanel({ ranking }: { ranking: Loadable<RankingsAnswer> }) {
  const { f, lang } = useLanguage();
  const words = countsWords(lang);
  const [wasOpened, setWasOpened] = useState(false);
  const name = countsFile.value?.content.name;
  return (
    <details
      class="counts"
      onToggle={(event) => {
        if (event.currentTarget.open) setWasOpened(true);
      }}
    >
      <summary>
        {f.text(words.title)}{' '}
        <span class="note">{f.text(name === undefined ? words.none : words.now(name))}</span>
      </summary>
      {/* A file brought before may be refused by another question, whoever opens the panel or not. */}
      {(wasOpened || name !== undefined) && <CountsBringing ranking={ranking} />}
    </details>
  );
}
