import { signal } from '@preact/signals';

const query = window.matchMedia('(min-width: 64rem)');

/** Whether there is room for columns side by side; the same width as in style/media.css. */
export const wideScreen = signal(query.matches);

query.addEventListener('change', ({ matches }) => {
  wideScreen.value = matches;
});
