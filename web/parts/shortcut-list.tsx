import { useEffect, useId, useRef } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { shortcutsListed, shortcutsOn, turnShortcuts } from '../shortcuts.ts';

/** The keys that do something, in a window of their own, and the box that turns them off. */
export function ShortcutList() {
  const { t, f } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const listed = shortcutsListed.value;
  useEffect(() => {
    if (listed) dialog.current?.showModal();
  }, [listed]);
  const words = t.analyst;
  return (
    <dialog
      ref={dialog}
      class="shortcuts"
      aria-labelledby={id}
      onClose={() => {
        shortcutsListed.value = false;
      }}
    >
      <h2 id={id}>{f.text(words.shortcuts)}</h2>
      <dl>
        {words.shortcutList.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{f.text(what)}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input
          type="checkbox"
          checked={shortcutsOn.value}
          onChange={(event) => turnShortcuts(event.currentTarget.checked)}
        />
        <span>{f.text(words.shortcutsOn)}</span>
      </label>
      <form method="dialog">
        <button type="submit" class="button">
          {f.text(words.close)}
        </button>
      </form>
    </dialog>
  );
}

/** Opens the list of shortcuts without a key. */
export function ShortcutButton() {
  const { t, f } = useLanguage();
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        shortcutsListed.value = true;
      }}
    >
      {f.text(t.analyst.shortcuts)}
    </button>
  );
}
