import { computed, effect, signal } from '@preact/signals';

type Choice = 'light' | 'dark';

const storageKey = 'numoscope-theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** A browser may refuse storage altogether; the system's preference then stands. */
function stored(): Choice | null {
  try {
    const value = window.localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

const choice = signal<Choice | null>(stored());
const system = signal(systemDark.matches);
systemDark.addEventListener('change', ({ matches }) => {
  system.value = matches;
});

/** Whether the page is dark now: the reader's choice, else the system's. */
export const darkTheme = computed(() =>
  choice.value === null ? system.value : choice.value === 'dark',
);

export function toggleTheme(): void {
  choice.value = darkTheme.value ? 'light' : 'dark';
  try {
    window.localStorage.setItem(storageKey, choice.value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

effect(() => {
  if (choice.value === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice.value;
});
