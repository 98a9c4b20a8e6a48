import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import type { Ambiguous, OwnData } from './count.ts';
import { ownWords } from './words.ts';

const shownTowns = 8;

interface Props {
  own: OwnData;
  onTown(name: string, department: string): void;
}

/** Where each of these towns is, as it was placed or not, to be chosen. */
function Places({ towns, onTown }: Pick<Props, 'onTown'> & { towns: readonly Ambiguous[] }) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  return (
    <div class="field-row">
      {towns.slice(0, shownTowns).map(({ name, value, lines, departments, settled }) => (
        <Choice
          key={name}
          label={words.where(value, f.count(lines))}
          value={settled ?? ''}
          options={[
            { value: '', label: words.unsettled },
            ...departments.map((code) => ({
              value: code,
              label: `${f.name('department', code)} (${code})`,
            })),
          ]}
          onChoose={(code) => onTown(name, code)}
        />
      ))}
    </div>
  );
}

/** The towns that several departments have: those that only the vendor can place, then those placed, which may move. */
export function SeveralTowns({ own, onTown }: Props) {
  const { f, lang } = useLanguage();
  const words = ownWords(lang);
  const { lines, towns } = own.ambiguous;
  const open = towns.filter(({ settled }) => settled === null);
  const placed = towns.filter(({ settled }) => settled !== null);
  const named = placed.slice(0, shownTowns).map(({ value, settled }) => `${value} (${settled})`);
  const more = placed.length > shownTowns ? ['…'] : [];
  return (
    <>
      {open.length > 0 && (
        <>
          <p>{f.text(words.ambiguous(f.count(lines)))}</p>
          <Places towns={open} onTown={onTown} />
        </>
      )}
      {placed.length > 0 && (
        <details class="placed-towns">
          <summary>{f.text(words.presumed(f.count(placed.length)))}</summary>
          <p class="note">{f.text(words.presumedText([...named, ...more].join(', ')))}</p>
          <Places towns={placed} onTown={onTown} />
        </details>
      )}
    </>
  );
}
