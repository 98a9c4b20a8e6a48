import { useLanguage } from '../context.ts';

/** Something chosen that a press takes back. */
export interface Chip {
  id: string;
  label: string;
  /** What the press does, in words. */
  action: string;
  onRemove(): void;
}

/** What is chosen, each with a cross that takes it back. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  const { f } = useLanguage();
  return (
    <ul class="chips">
      {chips.map(({ id, label, action, onRemove }) => (
        <li key={id}>
          <button type="button" class="chip" aria-label={f.text(action)} onClick={onRemove}>
            {label} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
