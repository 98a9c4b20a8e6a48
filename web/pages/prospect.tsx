import { useMemo } from 'preact/hooks';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { Notices } from '../parts/notices.tsx';
import { RankTable } from '../parts/rank-table.tsx';
import { Readout } from '../parts/readout.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Empty, Failure, Nobody, Skeleton } from '../parts/states.tsx';
import type { Loadable } from '../resource.ts';
import { emptyView, exerciseView, formatView, type View } from '../url-state.ts';
import { ProspectSettings } from './prospect-settings.tsx';

interface Props {
  view: View;
  /** Null until the catalogue has come. */
  questions: readonly QuestionSummary[] | null;
  question: QuestionAnswer | null;
  editions: readonly number[];
  ranking: Loadable<RankingsAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  onChoose(question: QuestionSummary): void;
  onChange(part: Partial<View>): void;
  onRetry(): void;
}

const firstRows = 20;

const rowsShown = ({ rows }: RankingsAnswer, { rows: shown }: View) =>
  shown === 'all' ? rows : rows.slice(0, firstRows);

function ExerciseLinks() {
  const { t, f, lang } = useLanguage();
  return (
    <p class="actions">
      <a class="button" href={formatView(exerciseView('department', lang))}>
        {f.text(t.prospectPage.exercise)}
      </a>
      <a class="button quiet" href={formatView(exerciseView('sector', lang))}>
        {f.text(t.prospectPage.exerciseSector)}
      </a>
    </p>
  );
}

interface ResultProps extends Props {
  answer: RankingsAnswer;
  by: Dimension;
  busy: boolean;
}

function Pictures({ answer, by, view, pointed, onPoint }: ResultProps) {
  const { t, f } = useLanguage();
  const bars = useMemo(
    () => ({ kind: 'ranking' as const, answer: { ...answer, rows: [...rowsShown(answer, view)] } }),
    [answer, view.rows],
  );
  const map = useMemo(
    () => (by === 'department' || by === 'region' ? { kind: 'map' as const, answer } : null),
    [answer, by],
  );
  const linked = { pointed, onPoint };
  return (
    <>
      <section aria-label={f.text(t.prospectPage.bars)}>
        <Chart request={bars} expected={46 + 30 * bars.answer.rows.length} {...linked} />
        <p class="reading">{f.rankingReading(answer)}</p>
      </section>
      {map !== null && (
        <section class="map" aria-label={f.text(t.prospectPage.map)}>
          <Chart request={map} expected={480} {...linked} />
          <Readout answer={answer} pointed={pointed} />
        </section>
      )}
    </>
  );
}

function Twin({ answer, by, view, pointed, onPoint, onChange }: ResultProps) {
  const { t, f } = useLanguage();
  const all = view.rows === 'all';
  const words = t.prospectPage;
  return (
    <section class="twin" aria-label={f.text(words.table)}>
      <ScrollBox>
        <RankTable
          answer={answer}
          by={by}
          rows={rowsShown(answer, view)}
          caption={`${f.text(t.by[by])}, ${answer.edition}`}
          pointed={pointed}
          onPoint={onPoint}
          hrefOf={(key) =>
            formatView({
              ...view,
              page: 'explore',
              by: null,
              sort: 'count',
              rows: 'first',
              [by]: [key],
            })
          }
        />
      </ScrollBox>
      {answer.rows.length > firstRows && (
        <p class="actions">
          <button
            type="button"
            class="button quiet"
            onClick={() => onChange({ rows: all ? 'first' : 'all' })}
          >
            {f.text(all ? words.showFew(firstRows) : words.showAll(answer.rows.length))}
          </button>
        </p>
      )}
    </section>
  );
}

function Result(props: ResultProps) {
  const { t, f } = useLanguage();
  const { answer, busy } = props;
  if (answer.total === 0) return <Nobody />;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title" lang="fr">
          {f.rankingTitle(answer)}
        </h2>
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(t.sortNotes[answer.sort])}</p>
      </header>
      <div class="ranking-grid">
        <Pictures {...props} />
        <Twin {...props} />
      </div>
      <Notices
        notices={answer.notices}
        flags={answer.rows.map(({ flag }) => flag)}
        basis={answer.basis}
      />
      <p class="visually-hidden" role="status">
        {busy ? f.text(t.loading) : f.rankingSubtitle(answer)}
      </p>
    </div>
  );
}

function Body(props: Props) {
  const { t, f, lang } = useLanguage();
  const { view, question, ranking } = props;
  if (view.question === null) {
    return (
      <Empty title={t.prospectPage.chooseTitle}>
        <p>{f.text(t.prospectPage.chooseText)}</p>
        <ExerciseLinks />
      </Empty>
    );
  }
  if (question === null) return <Skeleton lines={12} />;
  if (props.editions.length === 0) {
    return (
      <Empty title={t.noEdition}>
        <p>
          <a href={formatView({ ...view, page: 'explore', by: null, department: [] })}>
            {f.text(t.noEditionHelp)}
          </a>
        </p>
      </Empty>
    );
  }
  if (view.answers.length === 0) {
    return (
      <Empty title={t.prospectPage.answersTitle}>
        <p>{f.text(t.prospectPage.answersText)}</p>
      </Empty>
    );
  }
  if (ranking.status === 'failed') {
    return (
      <Failure
        problem={ranking.problem}
        retry={props.onRetry}
        startAgain={formatView(emptyView('prospect', lang))}
      />
    );
  }
  if (ranking.value === null) return <Skeleton lines={24} />;
  const [by] = ranking.value.by;
  if (by === undefined) return null;
  return <Result {...props} answer={ranking.value} by={by} busy={ranking.status === 'loading'} />;
}

/** The Prospecter page: what to rank, then its bars, its map and its table, linked. */
export function Prospect(props: Props) {
  const { t, f } = useLanguage();
  const { questions } = props;
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.prospect)}</h1>
        <p>{f.text(t.prospectPage.lead)}</p>
        {props.view.question !== null && <ExerciseLinks />}
      </header>
      {questions === null ? (
        <Skeleton lines={18} />
      ) : (
        <>
          <Foldable name={t.prospectPage.settings} open={props.view.question === null}>
            <ProspectSettings {...props} questions={questions} ranking={props.ranking.value} />
          </Foldable>
          <Body {...props} />
        </>
      )}
    </>
  );
}
