import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem } from '../core/contract/problem.ts';
import type { Language } from '../core/format/language.ts';
import { nameValue } from '../core/format/names.ts';
import * as comparisons from './comparisons.ts';
import { SurroundingsContext, useLanguage } from './context.ts';
import * as explorer from './explorer.ts';
import { formatOf } from './format.ts';
import { onDemand } from './on-demand.tsx';
import { Missing } from './pages/missing.tsx';
import { Shell } from './parts/shell.tsx';
import { Failure, Faults } from './parts/states.tsx';
import { TakeAway } from './parts/take-away.tsx';
import { populations } from './populations.ts';
import { countsFile } from './prospect/counts-file.ts';
import type { Resource } from './resource.ts';
import * as store from './store.ts';
import { chapterQuestions, stories } from './stories/resources.ts';
import type { PictureShape } from './take-away/pictures.tsx';
import { darkTheme } from './theme.ts';
import { portraitOf } from './url-paths.ts';
import { emptyView, formatView } from './url-state.ts';
import type { Page as PageName, View } from './view.ts';
import { wordsOf } from './words.ts';

const Chapter = onDemand(() => import('./pages/chapter.tsx').then((page) => page.Chapter));
const Accessibility = onDemand(() =>
  import('./pages/accessibility.tsx').then((page) => page.Accessibility),
);
const Compare = onDemand(() => import('./pages/compare.tsx').then((page) => page.Compare));
const Explore = onDemand(() => import('./pages/explore.tsx').then((page) => page.Explore));
const Home = onDemand(() => import('./pages/home.tsx').then((page) => page.Home));
const Movers = onDemand(() => import('./pages/movers.tsx').then((page) => page.Movers));
const Portrait = onDemand(() => import('./pages/portrait.tsx').then((page) => page.Portrait));
const Prospect = onDemand(() => import('./pages/prospect.tsx').then((page) => page.Prospect));
const Question = onDemand(() => import('./pages/question.tsx').then((page) => page.Question));
const Verification = onDemand(() =>
  import('./pages/verification.tsx').then((page) => page.Verification),
);

function Broken(props: {
  page: Exclude<PageName, 'missing'>;
  lang: Language;
  problem: Problem;
  retry(): void;
}) {
  const { t, f } = useLanguage();
  return (
    <>
      <h1 tabIndex={-1}>{f.text(t.titles[props.page])}</h1>
      <Failure
        problem={props.problem}
        retry={props.retry}
        startAgain={formatView(emptyView(props.page, props.lang))}
      />
    </>
  );
}

/** Takes away the answer that a page shows, once it is there. */
function Away({ of, shapes }: { of: Resource<unknown>; shapes: readonly PictureShape[] }) {
  const url = of.url.value;
  return of.state.value.status === 'ready' && url !== null ? (
    <TakeAway url={url} shapes={shapes} />
  ) : null;
}

/** The shapes of a question over the editions, the one on show first. */
const trendShapes = ({ show }: View): readonly PictureShape[] =>
  show === 'slope' ? ['slope', 'lines'] : ['lines', 'slope'];

function Page() {
  const view = store.shown.value;
  if (view.page === 'missing') return <Missing />;
  const meta = store.meta.state.value.value;
  const failed = store.needed.value.find(({ state }) => state.value.status === 'failed');
  if (failed?.state.value.status === 'failed') {
    const { problem } = failed.state.value;
    return <Broken page={view.page} lang={view.lang} problem={problem} retry={failed.retry} />;
  }
  // No figure is shown before it is known whose it is: the banner comes with `meta`.
  const questions = meta === null ? null : (store.catalogue.state.value.value?.questions ?? null);
  const words = wordsOf(view.lang);
  if (view.page === 'home') {
    return <Home heading={words.home.title} page={{ meta, questions, stories }} />;
  }
  const heading = words.titles[view.page];
  if (view.page === 'accessibility') return <Accessibility heading={heading} page={{}} />;
  const aside = { view, meta, questions, onChange: store.change };
  const linked = { pointed: store.pointed.value, onPoint: store.point };
  if (view.page === 'movers') {
    const page = { ...aside, ...linked, resource: comparisons.movers };
    return <Movers heading={heading} page={page} />;
  }
  if (view.page === 'compare') {
    const page = { ...aside, ...linked, resource: comparisons.compare };
    return <Compare heading={heading} page={page} />;
  }
  if (view.page === 'portrait') {
    const page = { ...aside, ...linked, resource: comparisons.portrait };
    return <Portrait heading={heading} page={page} />;
  }
  if (view.page === 'chapter') {
    const page = { view, questions, stories, listed: chapterQuestions };
    return <Chapter heading={heading} page={page} />;
  }
  if (view.page === 'verification') {
    const page = { ...aside, resource: comparisons.verification };
    return <Verification heading={heading} page={page} />;
  }
  const common = {
    view,
    questions,
    question: store.questionDetail.value,
    editions: store.editions.value,
    pointed: store.pointed.value,
    onPoint: store.point,
    onChange: store.change,
  };
  if (view.page === 'prospect') {
    const mapped = ['department', 'region'].includes(store.prospectBy.value) && view.cross === null;
    return (
      <>
        <Prospect
          heading={heading}
          page={{
            ...common,
            ranking: store.rankings.state.value,
            onChoose: store.chooseToRank,
            onRetry: store.rankings.retry,
          }}
        />
        {countsFile.value === null && (
          <Away of={store.rankings} shapes={mapped ? ['bars', 'map'] : ['bars']} />
        )}
      </>
    );
  }
  if (view.page === 'question') {
    return (
      <Question
        heading={heading}
        page={{
          ...common,
          trends: explorer.trends.state.value,
          onRetry: explorer.trends.retry,
          away: <Away of={explorer.trends} shapes={trendShapes(view)} />,
        }}
      />
    );
  }
  return (
    <Explore
      heading={heading}
      page={{
        ...common,
        crosstab: explorer.crosstab.state.value,
        rowTotals: explorer.rowTotals.state.value,
        columnTotals: explorer.columnTotals.state.value,
        counted: explorer.counted.value,
        populations: populations.value,
        foundElsewhere: store.foundElsewhere.value,
        trends: explorer.trends.state.value,
        onRetry: explorer.retryTables,
        onRetryTrends: explorer.trends.retry,
        away: (
          <>
            <Away of={explorer.crosstab} shapes={['bars']} />
            <Away of={explorer.trends} shapes={trendShapes(view)} />
          </>
        ),
      }}
    />
  );
}

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
        <Page />
      </Shell>
    </SurroundingsContext.Provider>
  );
}
