import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { splitAnswers } from '../../core/format/grammar.ts';
import { explainSlopes } from '../../core/format/pair-words.ts';
import { headlineTrends } from '../../core/format/trend-headline.ts';
import { latestTwo } from '../../core/format/trend-pair.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { OneOf } from '../parts/fields.tsx';
import { Finding } from '../parts/finding.tsx';
import { HowToRead } from '../parts/how-to-read.tsx';
import { Notices } from '../parts/notices.tsx';
import { PairChoice } from '../parts/pair-choice.tsx';
import { AnswerMap, Claims, LargestClaim, Steps } from '../parts/question-history.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Empty, Failure, Skeleton } from '../parts/states.tsx';
import { TrendViews } from '../parts/view-switch.tsx';
import type { Loadable } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  /** Null until the catalogue has come. */
  questions: readonly QuestionSummary[] | null;
  question: QuestionAnswer | null;
  trends: Loadable<TrendsAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  /** What takes the figures away. */
  away: ComponentChildren;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
  onRetry(): void;
}

/** Which answers the course is of: those the producer counts together, or one of them. */
function AnswerChoice({ view, question, onChange }: Props & { question: QuestionAnswer }) {
  const { t } = useLanguage();
  const labels = question.answers.filter(({ missing }) => !missing).map(({ label }) => label);
  const rule = question.favourable.join(' + ');
  const chosen = view.answers.join(' + ') || rule || (labels[0] ?? '');
  const offered = [...new Set([...(rule === '' ? [] : [rule]), ...labels, chosen])];
  return (
    <OneOf
      legend={t.history.answer}
      value={chosen}
      options={offered.map((value) => ({ value, label: value }))}
      lang="fr"
      onChoose={(value) => onChange({ answers: value === rule ? [] : splitAnswers(value) })}
    />
  );
}

function Course(props: Props & { question: QuestionAnswer; answer: TrendsAnswer; busy: boolean }) {
  const { t, f, lang } = useLanguage();
  const { answer, pointed, onPoint, busy } = props;
  const kind = props.view.show === 'slope' ? 'slope' : 'trend';
  const told = kind === 'slope' ? latestTwo(answer) : answer;
  const chart = useMemo(() => ({ kind, answer }) as const, [answer, kind]);
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <LargestClaim trends={answer} />
      <Finding text={headlineTrends(told, lang)} question={answer.question.label} />
      <p class="subtitle">
        <Sentence text={f.trendSubtitle(told)} labels={[answer.question.label]} />
      </p>
      <TrendViews view={props.view} />
      {kind === 'slope' && <PairChoice {...props} trends={answer} />}
      <Chart request={chart} expected={400} pointed={pointed} onPoint={onPoint} />
      <p class="reading">
        <Sentence text={f.trendReading(told)} labels={told.series.map((each) => each.answer)} />
      </p>
      {kind === 'slope' && <HowToRead sentences={explainSlopes(told.series, lang)} />}
      {props.away}
      {answer.series.some(({ changes }) => changes.length > 0) && (
        <>
          <ScrollBox>
            <Claims trends={answer} />
          </ScrollBox>
          <p class="note">{f.text(t.analyst.trendTested)}</p>
        </>
      )}
      <Notices
        cautions={answer.cautions}
        flags={answer.series.flatMap(({ points }) => points.map(({ flag }) => flag))}
      />
    </div>
  );
}

function CourseBody(props: Props & { question: QuestionAnswer }) {
  const { lang } = useLanguage();
  const { trends, question } = props;
  if (trends.status === 'failed') {
    return (
      <Failure
        problem={trends.problem}
        retry={props.onRetry}
        startAgain={formatView({ ...emptyView('question', lang), question: question.code })}
      />
    );
  }
  if (trends.value === null || trends.value.question.code !== question.code)
    return <Skeleton lines={10} />;
  return <Course {...props} answer={trends.value} busy={trends.status === 'loading'} />;
}

/** The questions before and after in the questionnaire. */
function Neighbours({ questions, code }: { questions: readonly QuestionSummary[]; code: number }) {
  const { t, f, lang } = useLanguage();
  const at = questions.findIndex((question) => question.code === code);
  const places = [
    { name: t.history.previous, question: questions[at - 1] },
    { name: t.history.next, question: questions[at + 1] },
  ];
  return (
    <nav class="neighbours" aria-label={f.text(t.history.neighbours)}>
      {places.map(
        ({ name, question }) =>
          question !== undefined && (
            <a
              key={name}
              href={formatView({ ...emptyView('question', lang), question: question.code })}
            >
              <span class="note">{f.text(name)}</span>
              <span lang="fr">{f.text(question.label)}</span>
            </a>
          ),
      )}
    </nav>
  );
}

function History(props: Props & { question: QuestionAnswer }) {
  const { t, f, lang } = useLanguage();
  const { question, questions } = props;
  const words = t.history;
  return (
    <>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">{f.text(words.stepsTitle)}</h2>
        <Steps question={question} />
      </section>
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">{f.text(words.answersTitle)}</h2>
        <p>{f.text(words.answersText)}</p>
        <ScrollBox>
          <AnswerMap
            question={question}
            hrefOf={(label) =>
              formatView({
                ...emptyView('question', lang),
                question: question.code,
                answers: [label],
              })
            }
          />
        </ScrollBox>
      </section>
      <section aria-labelledby="course-title">
        <h2 id="course-title">{f.text(words.courseTitle)}</h2>
        <p>{f.text(words.courseText)}</p>
        {question.answers.every(({ missing }) => missing) ? (
          <Empty title={words.unanswered}>
            <p>{f.text(words.unansweredText)}</p>
          </Empty>
        ) : (
          <>
            <AnswerChoice {...props} />
            <CourseBody {...props} />
          </>
        )}
      </section>
      <p class="actions">
        <a
          class="button"
          href={formatView({ ...emptyView('explore', lang), question: question.code })}
        >
          {f.text(words.explore)}
        </a>
      </p>
      {questions !== null && <Neighbours questions={questions} code={question.code} />}
    </>
  );
}

/** A question's own page: its words and its answers edition by edition, and what may be said of its course. */
export function Question(props: Props) {
  const { t, f } = useLanguage();
  const { view, questions, question } = props;
  const summary = questions?.find(({ code }) => code === view.question) ?? null;
  if (questions === null) return <Skeleton lines={14} />;
  if (summary === null) {
    return (
      <>
        <h1 tabIndex={-1}>{f.text(t.titles.question)}</h1>
        <Empty title={t.explorePage.chooseTitle}>
          <p>
            <a href={formatView(emptyView('explore', view.lang))}>{f.text(t.history.choose)}</a>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <article class="history">
      <header class="page-header">
        <p class="kicker">
          {f.text(t.titles.question)} · {summary.code} ·{' '}
          <a
            lang="fr"
            href={formatView({ ...emptyView('chapter', view.lang), chapter: summary.chapter.code })}
          >
            {f.text(summary.chapter.label)}
          </a>
        </p>
        <h1 class="question-title" lang="fr" tabIndex={-1}>
          {f.text(summary.label)}
        </h1>
        <p>{f.text(t.history.asked([...summary.editions].sort((a, b) => a - b).join(', ')))}</p>
        {question?.description != null && (
          <p>
            {f.text(t.explorePage.description)}
            {f.text(t.colon)} <span lang="fr">{f.text(question.description)}</span>
          </p>
        )}
      </header>
      {question === null ? <Skeleton lines={14} /> : <History {...props} question={question} />}
    </article>
  );
}
