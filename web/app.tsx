import { useEffect, useMemo, useRef } from 'preact/hooks';
import { SurroundingsContext } from './context.ts';
import { pageTitle } from './page-title.ts';
import { Shell } from './parts/shell.tsx';
import { Faults } from './parts/states.tsx';
import { SitePage } from './site-page.tsx';
import * as store from './store.ts';
import { darkTheme } from './theme.ts';

/** Takes the focus to the heading of what has just replaced the rest: a page, or a question of the Explorer. */
function useArrival(page: string, question: number | null): void {
  const before = useRef({ page, question });
  useEffect(() => {
    const left = before.current;
    before.current = { page, question };
    if (
      left.page !== page ||
      (left.question !== question && ['question', 'chapter'].includes(page))
    ) {
      if (store.cameByLink()) window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    } else if (left.question !== question && page === 'explore') {
      document.getElementById('question-title')?.focus();
    }
  }, [page, question]);
}

/** The whole site, from the store. */
export function App() {
  const lang = store.language.value;
  const view = store.shown.value;
  const title = pageTitle(view, lang);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = lang;
  }, [lang, title]);
  useArrival(view.page, view.page === 'chapter' ? view.chapter : view.question);
  const dark = darkTheme.value;
  const provenance = store.meta.state.value.value;
  const surroundings = useMemo(() => ({ lang, dark, provenance }), [lang, dark, provenance]);
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <Shell view={view} meta={provenance}>
        <Faults faults={store.faults.value} />
        <SitePage />
      </Shell>
    </SurroundingsContext.Provider>
  );
}
