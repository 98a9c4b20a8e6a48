import { show } from './store.ts';
import { parseView } from './url-state.ts';

/** Links between pages change the view instead of loading the document again. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || modified) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.origin !== window.location.origin || link.hash !== '') return;
    const { view } = parseView(link.pathname + link.search);
    if (link.target !== '' || view.page === 'missing') return;
    event.preventDefault();
    show(view);
  });
}
