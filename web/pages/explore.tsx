import { useMemo } from 'preact/hooks';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { CrosstabTable } from '../parts/crosstab-table.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { Method, Wordings } from '../parts/method.tsx';
import { Notices } from '../parts/notices.tsx';
import { QuestionList } from '../parts/question-list.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Empty, Failure, Nobody, Skeleton } from '../parts/states.tsx';
import type { Loadable } from '../resource.ts';
import { emptyView, formatView, type View } from '../url-state.ts';
import { ExploreSettings } from './explore-settings.tsx';

interface Props {
  view: View;
  /** Null until the catalogue has come. */
  questions: readonly QuestionSummary[] | null;
  question: QuestionAnswer | null;
  editions: readonly number[];
  crosstab: Loadable<CrosstabAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
  onRetry(): void;
}

const startingPoints = [501, 601, 802, 926, 1423];

const expectedHeight = ({ rows, answers, question }: CrosstabAnswer): number =>
  60 +
  30 *
    (rows.length === 0 || question.type === 'multiple' ? answers.length : 1) *
    (rows.length || 1);

function Result(
  props: Props & { question: QuestionAnswer; answer: CrosstabAnswer; busy: boolean },
) {
  const { t, f } = useLanguage();
  const { answer, view, question } = props;
  const [by] = answer.by;
  const hrefOf = (key: string) =>
    formatView(by === undefined ? view : { ...view, by: null, [by]: [key] });
  const flags = [answer.total, ...answer.rows].flatMap(({ cells }) =>
    cells.map(({ flag }) => flag),
  );
  const marked = answer.rows.some(({ cells }) => cells.some(({ vsRest }) => vsRest?.significant));
  const subtitle = f.crosstabSubtitle(answer);
  const caption = `${f.text(by === undefined ? t.byNone : t.by[by])}, ${answer.edition}`;
  const linked = { pointed: props.pointed, onPoint: props.onPoint };
  const chart = useMemo(() => ({ kind: 'crosstab' as const, answer }), [answer]);
  if (answer.total.n === 0) return <Nobody />;
  return (
    <div class={props.busy ? 'result busy' : 'result'} aria-busy={props.busy}>
      <p class="subtitle">{subtitle}</p>
      <Chart request={chart} expected={expectedHeight(answer)} {...linked} />
      <p class="reading">{f.crosstabReading(answer)}</p>
      <ScrollBox>
        <CrosstabTable answer={answer} caption={caption} hrefOf={hrefOf} {...linked} />
      </ScrollBox>
      {marked && <p class="note">{f.text(t.method.marks)}</p>}
      <Notices notices={answer.notices} flags={flags} />
      <p class="actions">
        <a
          class="button quiet"
          href={formatView({
            ...view,
            page: 'prospect',
            by: 'department',
            answers: view.answers.length > 0 ? view.answers : question.favourable,
          })}
        >
          {f.text(t.explorePage.toProspect)}
        </a>
      </p>
      <Method answer={answer} question={question} />
      <Wordings question={question} />
      <p class="visually-hidden" role="status">
        {props.busy ? f.text(t.loading) : subtitle}
      </p>
    </div>
  );
}

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

function Body(props: Props) {
  const { lang } = useLanguage();
  const { question, crosstab } = props;
  if (question === null) return <Skeleton lines={14} />;
  if (crosstab.status === 'failed') {
    return (
      <Failure
        problem={crosstab.problem}
        retry={props.onRetry}
        startAgain={formatView(emptyView('explore', lang))}
      />
    );
  }
  if (crosstab.value === null) return <Skeleton lines={14} />;
  return (
    <Result
      {...props}
      question={question}
      answer={crosstab.value}
      busy={crosstab.status === 'loading'}
    />
  );
}

/** The Explorer page: the questions beside the one that is open. */
export function Explore(props: Props) {
  const { t, f } = useLanguage();
  const { view, questions, question, onChange } = props;
  const summary = questions?.find(({ code }) => code === view.question) ?? null;
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.explore)}</h1>
        <p>{f.text(t.explorePage.lead)}</p>
      </header>
      <div class="explorer">
        <nav aria-label={f.text(t.explorePage.questions)}>
          <Foldable
            name={t.explorePage.browse}
            open={view.question === null}
            subject={view.question}
          >
            {questions === null ? (
              <Skeleton lines={12} />
            ) : (
              <QuestionList
                questions={questions}
                chosen={view.question}
                search={view.search}
                onSearch={(search) => onChange({ search }, 'replace')}
                hrefOf={(code) =>
                  formatView({ ...view, question: code, answers: [], edition: null })
                }
              />
            )}
          </Foldable>
        </nav>
        <article aria-labelledby="question-title">
          {questions === null ? (
            <Skeleton lines={14} />
          ) : summary === null ? (
            <Start view={view} questions={questions} />
          ) : (
            <>
              <p class="kicker" lang="fr">
                {f.text(summary.chapter.label)}
              </p>
              <h2 id="question-title" class="question-title" lang="fr" tabIndex={-1}>
                {f.text(summary.label)}
              </h2>
              {question !== null && <ExploreSettings {...props} question={question} />}
              <Body {...props} />
            </>
          )}
        </article>
      </div>
    </>
  );
}
