import { signal } from '@preact/signals';
import { page, show, view } from './store.ts';
import { emptyView } from './url-state.ts';

const storageKey = 'numoscope-shortcuts';

function remembered(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single keys do anything; the reader's choice is kept. */
export const shortcutsOn = signal(remembered());

/** Whether the list of shortcuts is on show. */
export const shortcutsListed = signal(false);

export function turnShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  try {
    window.localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

let searchAwaited = false;

/** Takes the focus to the search box as soon as it is there, when the shortcut has led to its page. */
export function offerSearch(box: HTMLElement): void {
  if (!searchAwaited) return;
  searchAwaited = false;
  // After the heading of the new page has had it.
  setTimeout(() => focusSearch(box));
}

function focusSearch(box: HTMLElement): void {
  const folded = box.closest('details');
  if (folded !== null) folded.open = true;
  box.focus();
}

function search(): void {
  const box = document.querySelector<HTMLElement>('[aria-keyshortcuts="/"]');
  if (box !== null) {
    focusSearch(box);
  } else if (page.value !== 'explore') {
    searchAwaited = true;
    show(emptyView('explore', view.value.lang));
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type="checkbox"], [type="radio"]), textarea, select, dialog, [contenteditable]',
  ) !== null;

/** Follows single keys, anywhere but where one writes. */
export function followShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const modified = event.metaKey || event.ctrlKey || event.altKey;
    if (!shortcutsOn.value || modified || event.defaultPrevented) return;
    if (isWriting(event.target)) return;
    if (event.key === '/') search();
    else if (event.key === '?') shortcutsListed.value = true;
    else return;
    event.preventDefault();
  });
}

/** ↓ and ↑ walk through what can be reached inside `list`; elsewhere they scroll as usual. */
export function walkWithArrows(list: HTMLElement): () => void {
  const follow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !shortcutsOn.value) return;
    const stops = [...list.querySelectorAll<HTMLElement>('input, summary, details[open] a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  list.addEventListener('keydown', follow);
  return () => list.removeEventListener('keydown', follow);
}
