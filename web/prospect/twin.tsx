import type { ComponentChildren } from 'preact';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import type { View } from '../view.ts';
import { BesideBar } from './beside-tick.tsx';
import { Exclusions } from './exclusion-chips.tsx';
import { keptRows } from './exclusions.ts';
import { firstRows } from './pictures.tsx';

interface Props {
  answer: RankingsAnswer;
  view: View;
  onChange(part: Partial<View>): void;
  /** What is to be said of the table's figures. */
  note?: string;
  /** The table. */
  children: ComponentChildren;
}

/** The table beside the pictures: what is left out of it, what is ticked in it, how much of it is shown. */
export function Twin({ answer, view, onChange, note, children }: Props) {
  const { t, f } = useLanguage();
  const words = t.prospectPage;
  const all = view.rows === 'all';
  const kept = keptRows(answer.rows, view.without);
  return (
    <section class="twin" aria-label={f.text(words.table)}>
      <Exclusions
        answer={answer}
        without={view.without}
        hidden={answer.rows.length - kept.length}
        onChange={(without) => onChange({ without })}
      />
      <div>
        <ScrollBox>{children}</ScrollBox>
        {answer.rows.length > 1 && <BesideBar answer={answer} />}
      </div>
      {note !== undefined && <p class="note">{f.text(note)}</p>}
      {kept.length > firstRows && (
        <p class="actions">
          <button
            type="button"
            class="button quiet"
            onClick={() => onChange({ rows: all ? 'first' : 'all' })}
          >
            {f.text(all ? words.showFew(firstRows) : words.showAll(kept.length))}
          </button>
        </p>
      )}
    </section>
  );
}
