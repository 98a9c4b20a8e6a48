import type { JSX } from 'preact';
import { cutOf, isCoverable, isPanelled } from '../core/charts/cut.ts';
import type { MetaAnswer, QuestionSummary } from '../core/contract/catalogue.ts';
import type { Problem } from '../core/contract/problem.ts';
import type { Language } from '../core/format/language.ts';
import * as comparisons from './comparisons.ts';
import { useLanguage } from './context.ts';
import * as explorer from './explorer.ts';
import { onDemand } from './on-demand.tsx';
import { Missing } from './pages/missing.tsx';
import { Failure } from './parts/states.tsx';
import { TakeAway } from './parts/take-away.tsx';
import { populations } from './populations.ts';
import { countsFile } from './prospect/counts-file.ts';
import type { Resource } from './resource.ts';
import * as store from './store.ts';
import { chapterQuestions, stories } from './stories/resources.ts';
import type { PictureShape } from './take-away/pictures.tsx';
import { emptyView, formatView } from './url-state.ts';
import type { Page as PageName, View } from './view.ts';
import { wordsOf } from './words.ts';

type Questions = readonly QuestionSummary[] | null;

/** What every page is given: its heading, and what is known of the survey. */
interface Place {
  heading: string;
  meta: MetaAnswer | null;
  /** Null until the catalogue has come. */
  questions: Questions;
}

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

/** The shapes of a cross-tab: the one on show first where it can be drawn for these dimensions and answers, then bars. */
function crosstabShapes({ by, cross, show }: View, counted: readonly string[]): PictureShape[] {
  const cut = cutOf({ by: [by, cross].flatMap((dimension) => dimension ?? []), answer: counted });
  if (show === 'multiples' && isPanelled(cut)) return ['multiples', 'bars'];
  if (show === 'heat' && isCoverable(cut)) return ['heat', 'bars'];
  return ['bars'];
}

/** What pages of a question are given: the view, the question, and what lights and changes it. */
const asked = (questions: Questions) => ({
  view: store.shown.value,
  questions,
  question: store.questionDetail.value,
  editions: store.editions.value,
  pointed: store.pointed.value,
  onPoint: store.point,
  onChange: store.change,
});

function ProspectPage({ heading, questions }: Place) {
  const page = asked(questions);
  const { cross } = page.view;
  const mapped = ['department', 'region'].includes(store.prospectBy.value) && cross === null;
  return (
    <>
      <Prospect
        heading={heading}
        page={{
          ...page,
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

function QuestionPage({ heading, questions }: Place) {
  const page = asked(questions);
  return (
    <Question
      heading={heading}
      page={{
        ...page,
        trends: explorer.trends.state.value,
        onRetry: explorer.trends.retry,
        away: <Away of={explorer.trends} shapes={trendShapes(page.view)} />,
      }}
    />
  );
}

function ExplorePage({ heading, questions }: Place) {
  const page = asked(questions);
  return (
    <Explore
      heading={heading}
      page={{
        ...page,
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
            <Away
              of={explorer.crosstab}
              shapes={crosstabShapes(page.view, explorer.counted.value)}
            />
            <Away of={explorer.trends} shapes={trendShapes(page.view)} />
          </>
        ),
      }}
    />
  );
}

/** What pages of several questions are given. */
const beside = ({ meta, questions }: Place) => ({
  view: store.shown.value,
  meta,
  questions,
  onChange: store.change,
  pointed: store.pointed.value,
  onPoint: store.point,
});

const pages: Record<Exclude<PageName, 'missing'>, (place: Place) => JSX.Element> = {
  home: ({ heading, meta, questions }) => (
    <Home heading={heading} page={{ meta, questions, stories }} />
  ),
  prospect: ProspectPage,
  explore: ExplorePage,
  question: QuestionPage,
  movers: (place) => (
    <Movers heading={place.heading} page={{ ...beside(place), resource: comparisons.movers }} />
  ),
  compare: (place) => (
    <Compare heading={place.heading} page={{ ...beside(place), resource: comparisons.compare }} />
  ),
  portrait: (place) => (
    <Portrait heading={place.heading} page={{ ...beside(place), resource: comparisons.portrait }} />
  ),
  chapter: ({ heading, questions }) => (
    <Chapter
      heading={heading}
      page={{ view: store.shown.value, questions, stories, listed: chapterQuestions }}
    />
  ),
  verification: (place) => (
    <Verification
      heading={place.heading}
      page={{ ...beside(place), resource: comparisons.verification }}
    />
  ),
  accessibility: ({ heading }) => <Accessibility heading={heading} page={{}} />,
};

/** The page that the address names, or why it cannot be shown. */
export function SitePage() {
  const { page, lang } = store.shown.value;
  if (page === 'missing') return <Missing />;
  const failed = store.needed.value.find(({ state }) => state.value.status === 'failed');
  if (failed?.state.value.status === 'failed') {
    const { problem } = failed.state.value;
    return <Broken page={page} lang={lang} problem={problem} retry={failed.retry} />;
  }
  const meta = store.meta.state.value.value;
  // No figure is shown before it is known whose it is: the banner comes with `meta`.
  const questions = meta === null ? null : (store.catalogue.state.value.value?.questions ?? null);
  const words = wordsOf(lang);
  const Shown = pages[page];
  return (
    <Shown
      heading={page === 'home' ? words.home.title : words.titles[page]}
      meta={meta}
      questions={questions}
    />
  );
}
