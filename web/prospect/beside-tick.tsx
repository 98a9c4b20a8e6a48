import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { change, view } from '../store.ts';
import { besideRows, mostBeside, toggled } from './beside.ts';
import { besideTickWords } from './beside-tick-words.ts';

/** Where the comparison is on the page. */
export const besidePanel = 'cote-a-cote';

/** The box that takes a row into the comparison. */
export function BesideTick({ row, answer }: { row: RankingRow; answer: RankingsAnswer }) {
  const { f, lang } = useLanguage();
  const { beside } = view.value;
  const chosen = besideRows(answer.rows, beside);
  const ticked = chosen.some(({ label }) => label === row.label);
  return (
    <label class="beside-tick">
      <input
        type="checkbox"
        checked={ticked}
        disabled={!ticked && chosen.length >= mostBeside}
        aria-label={f.text(
          besideTickWords(lang).tick(nameKey(row.key, answer.by, row.label, lang)),
        )}
        onChange={() => change({ beside: toggled(answer.rows, beside, row) })}
      />
    </label>
  );
}

const goToPanel = () => {
  const title = document.getElementById(besidePanel);
  title?.scrollIntoView();
  title?.focus({ preventScroll: true });
};

/** What ticking is for, and the way to the comparison, always in sight of the table. */
export function BesideBar({ answer }: { answer: RankingsAnswer }) {
  const { f, lang } = useLanguage();
  const words = besideTickWords(lang);
  const chosen = besideRows(answer.rows, view.value.beside);
  const [first] = chosen;
  return (
    <div class="beside-bar" role="status">
      {first === undefined && <span class="note">{f.text(words.hint)}</span>}
      {first !== undefined && chosen.length === 1 && (
        <span class="note">
          {f.text(words.one(nameKey(first.key, answer.by, first.label, lang)))}
        </span>
      )}
      {chosen.length > 1 && (
        <button type="button" class="button" onClick={goToPanel}>
          {f.text(words.see(chosen.length))}
        </button>
      )}
      {chosen.length >= mostBeside && <span class="note">{f.text(words.most)}</span>}
      {chosen.length > 0 && (
        <button type="button" class="link" onClick={() => change({ beside: [] })}>
          {f.text(words.clear)}
        </button>
      )}
    </div>
  );
}
