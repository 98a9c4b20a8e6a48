import type { ComponentChildren } from 'preact';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { useLanguage } from '../context.ts';
import type { CrossTables } from '../parts/cross-table.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { QuestionList } from '../parts/question-list.tsx';
import { Empty, Failure, Skeleton } from '../parts/states.tsx';
import { ViewSwitch } from '../parts/view-switch.tsx';
import { VisibleGap } from '../parts/visible-gap.tsx';
import type { Loadable } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import { isOverEditions, type Show, type View } from '../view.ts';
import type { Populations } from '../visible-gap.ts';
import { ExploreResult } from './explore-result.tsx';
import { ExploreSettings } from './explore-settings.tsx';
import { ExploreTrend } from './explore-trend.tsx';
import { chosenShow, needsWidth, offeredShows } from './explore-views.ts';

interface Props {
  view: View;
  /** Null until the catalogue has come. */
  questions: readonly QuestionSummary[] | null;
  question: QuestionAnswer | null;
  editions: readonly number[];
  crosstab: Loadable<CrosstabAnswer>;
  rowTotals: Loadable<CrosstabAnswer>;
  columnTotals: Loadable<CrosstabAnswer>;
  trends: Loadable<TrendsAnswer>;
  populations: Populations;
  foundElsewhere: readonly number[];
  /** The answers counted together; none when each is on its own. */
  counted: readonly string[];
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
  onRetry(): void;
  onRetryTrends(): void;
  /** What takes the figures away, near them. */
  away: ComponentChildren;
}

const startingPoints = [501, 601, 802, 926, 1423];

function Start({ questions, view }: { questions: readonly QuestionSummary[]; view: View }) {
  const { t, f } = useLanguage();
  const picks = questions.filter(({ code }) => startingPoints.includes(code));
  return (
    <Empty title={t.explorePage.chooseTitle}>
      <p>{f.text(t.explorePage.chooseText)}</p>
      <h3>{f.text(t.explorePage.pick)}</h3>
      <ul lang="fr">
        {picks.map(({ code, label }) => (
          <li key={code}>
            <a href={formatView({ ...view, question: code, answers: [] })}>{f.text(label)}</a>
          </li>
        ))}
      </ul>
    </Empty>
  );
}

/** The tables of two dimensions once all three have come; the totals are asked for at the same time. */
function tablesOf({ crosstab, rowTotals, columnTotals }: Props): CrossTables | null {
  const [cells, rows, columns] = [crosstab.value, rowTotals.value, columnTotals.value];
  if (cells === null || rows === null || columns === null) return null;
  return { cells, rowTotals: rows, columnTotals: columns };
}

function Body(props: Props & { question: QuestionAnswer; show: Show }) {
  const { lang } = useLanguage();
  const { view } = props;
  const crossed = view.cross !== null;
  const needed = crossed ? [props.crosstab, props.rowTotals, props.columnTotals] : [props.crosstab];
  const failed = needed.find(({ status }) => status === 'failed');
  if (failed?.status === 'failed') {
    return (
      <Failure
        problem={failed.problem}
        retry={props.onRetry}
        startAgain={formatView(emptyView('explore', lang))}
      />
    );
  }
  const answer = props.crosstab.value;
  const tables = crossed ? tablesOf(props) : null;
  if (answer === null || (answer.by.length === 2 && tables === null))
    return <Skeleton lines={14} />;
  const busy = needed.some(({ status }) => status === 'loading');
  return <ExploreResult {...props} answer={answer} tables={tables} busy={busy} />;
}

function Trend(props: Props & { question: QuestionAnswer }) {
  const { lang } = useLanguage();
  const { trends } = props;
  if (trends.status === 'failed') {
    return (
      <Failure
        problem={trends.problem}
        retry={props.onRetryTrends}
        startAgain={formatView(emptyView('explore', lang))}
      />
    );
  }
  if (trends.value === null) return <Skeleton lines={14} />;
  return <ExploreTrend {...props} trends={trends.value} busy={trends.status === 'loading'} />;
}

/** The open question: its settings, the ways to show it, its figures. */
function Open(props: Props & { question: QuestionAnswer }) {
  const { view, question, counted } = props;
  const offered = offeredShows(view, question, counted);
  const show = chosenShow(view, offered);
  return (
    <>
      <ExploreSettings {...props}>
        <VisibleGap {...props} />
      </ExploreSettings>
      <ViewSwitch
        shown={show}
        offered={offered}
        hrefOf={(way) => formatView({ ...view, show: way, rows: 'first' })}
      />
      {isOverEditions(show) ? <Trend {...props} /> : <Body {...props} show={show} />}
    </>
  );
}

/** The questions, to search and to choose from. */
function Browse({ view, questions, foundElsewhere, onChange }: Props) {
  if (questions === null) return <Skeleton lines={12} />;
  return (
    <QuestionList
      questions={questions}
      chosen={view.question}
      search={view.search}
      also={foundElsewhere}
      onSearch={(search) => onChange({ search }, 'replace')}
      hrefOf={(code) => formatView({ ...view, question: code, answers: [], edition: null })}
    />
  );
}

/** The question that is open, under its chapter; where to begin while none is. */
function Chosen(props: Props) {
  const { f } = useLanguage();
  const { view, questions, question } = props;
  const summary = questions?.find(({ code }) => code === view.question) ?? null;
  if (questions === null) return <Skeleton lines={14} />;
  if (summary === null) return <Start view={view} questions={questions} />;
  const chapter = { ...emptyView('chapter', view.lang), chapter: summary.chapter.code };
  return (
    <>
      <p class="kicker">
        <a lang="fr" href={formatView(chapter)}>
          {f.text(summary.chapter.label)}
        </a>
      </p>
      <h2 id="question-title" class="question-title" lang="fr" tabIndex={-1}>
        {f.text(summary.label)}
      </h2>
      {question === null ? <Skeleton lines={14} /> : <Open {...props} question={question} />}
    </>
  );
}

/** The Explorer page: the questions beside the one that is open. */
export function Explore(props: Props) {
  const { t, f } = useLanguage();
  const { view, question } = props;
  const whole = question !== null && needsWidth(view, question, props.counted);
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.explore)}</h1>
        <p>{f.text(t.explorePage.lead)}</p>
      </header>
      <div class={whole ? 'explorer full-width' : 'explorer'}>
        <nav aria-label={f.text(t.explorePage.questions)}>
          <Foldable
            name={t.explorePage.browse}
            open={view.question === null}
            subject={view.question}
            always={whole}
          >
            <Browse {...props} />
          </Foldable>
        </nav>
        <article aria-labelledby="question-title">
          <Chosen {...props} />
        </article>
      </div>
    </>
  );
}
