import { render } from 'preact';
import { App } from './app.tsx';
import { followLinks } from './links.ts';
import { followShortcuts } from './shortcuts.ts';

const root = document.getElementById('app');
if (root !== null) {
  followLinks();
  followShortcuts();
  root.replaceChildren();
  render(<App />, root);
}
