import { useEffect, useMemo, useRef } from 'preact/hooks';
import { nameValue } from '../core/format/names.ts';
import { SurroundingsContext } from './context.ts';
import { formatOf } from './format.ts';
import { Shell } from './parts/shell.tsx';
import { Faults } from './parts/states.tsx';
import { SitePage } from './site-page.tsx';
import * as store from './store.ts';
import { darkTheme } from './theme.ts';
import { portraitOf } from './url-paths.ts';
import { wordsOf } from './words.ts';

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
  const portrayed = view.page === 'portrait' ? portraitOf(view) : null;
  const title =
    view.page === 'chapter'
      ? store.chapterLabel.value
      : portrayed === null
        ? (store.chosen.value?.label ?? null)
        : nameValue(portrayed.dimension, portrayed.key, lang);
  const words = wordsOf(lang);
  useEffect(() => {
    const f = formatOf(lang);
    const page = words.titles[view.page];
    const parts =
      view.page === 'home' ? [page] : [...(title === null ? [] : [title]), page, words.product];
    document.title = f.text(parts.join(' – '));
    document.documentElement.lang = lang;
  }, [lang, view.page, title, words]);
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
