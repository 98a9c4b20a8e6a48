import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import { useLanguage } from '../context.ts';
import { canLetter } from '../letters.ts';
import { printsIntervals } from '../pages/explore-views.ts';
import { formatView } from '../url-state.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  answer: CrosstabAnswer;
  onChange(part: Partial<View>): void;
}

function Switch(props: { name: string; on: boolean; onTurn(on: boolean): void }) {
  const { f } = useLanguage();
  return (
    <label class="tick">
      <input type="checkbox" checked={props.on} onChange={() => props.onTurn(!props.on)} />
      <span>{f.text(props.name)}</span>
    </label>
  );
}

/**
 * What a table prints beside its shares, at the reader's choice. Letters where each group can have one; letters and
 * numbers of enterprises of individual answers only, since the aggregates tell no error.
 */
export function TableSwitches({ view, answer, onChange }: Props) {
  const { t, f } = useLanguage();
  const words = t.analyst;
  const individual = answer.basis === 'microdata';
  return (
    <div class="table-switches">
      <Switch
        name={words.intervalsShown}
        on={printsIntervals(view)}
        onTurn={(on) => onChange({ intervals: on ? 'shown' : 'hidden' })}
      />
      {individual && (
        <Switch
          name={words.totalsShown}
          on={view.totals}
          onTurn={(totals) => onChange({ totals })}
        />
      )}
      {individual && canLetter(answer.by, view) && (
        <Switch
          name={words.lettersShown}
          on={view.letters}
          onTurn={(letters) => onChange({ letters })}
        />
      )}
      {answer.by.length > 1 && (
        <a href={formatView({ ...view, by: view.cross, cross: view.by })}>{f.text(words.swap)}</a>
      )}
    </div>
  );
}

/** How the numbers of enterprises and the letters on show read. */
export function TableNotes({ answer }: { answer: CrosstabAnswer }) {
  const { t, f } = useLanguage();
  const { totalsNote, lettersDown, lettersAcross, lettersFamily } = t.analyst;
  return (
    <>
      {answer.total.cells.some(({ enterprises }) => enterprises !== undefined) && (
        <p class="note">{f.text(totalsNote)}</p>
      )}
      {answer.rows.some(({ letter }) => letter !== undefined) && (
        <p class="note">
          {f.text(answer.by.length > 1 ? lettersAcross : lettersDown)} {f.text(lettersFamily)}
        </p>
      )}
    </>
  );
}
