import { useMemo } from 'preact/hooks';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { Choice, Ticks } from '../parts/fields.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { Notices } from '../parts/notices.tsx';
import { QuestionBox } from '../parts/question-box.tsx';
import { RankTable } from '../parts/rank-table.tsx';
import { Readout } from '../parts/readout.tsx';
import { Empty, Failure, Skeleton } from '../parts/states.tsx';
import type { Loadable } from '../resource.ts';
import { emptyView, exerciseView, formatView, sorts, type View } from '../url-state.ts';

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

type SettingsProps = Props & { questions: readonly QuestionSummary[] };

function Settings(props: SettingsProps) {
  const { view, questions, question, editions, ranking, onChoose, onChange } = props;
  const { t, f } = useLanguage();
  const chosen = questions.find(({ code }) => code === view.question) ?? null;
  const given = ranking.value?.rows ?? [];
  const offered = sorts.filter(
    (sort) =>
      sort === 'count' ||
      sort === 'share' ||
      sort === view.sort ||
      given.some((row) => row[sort] !== null),
  );
  return (
    <section class="settings" aria-label={f.text(t.prospectPage.settings)}>
      <QuestionBox questions={questions} chosen={chosen} onChoose={onChoose} />
      {question !== null && (
        <Ticks
          legend={t.answers}
          options={question.answers
            .filter(({ missing }) => !missing)
            .map(({ label }) => ({ value: label, label }))}
          ticked={view.answers}
          lang="fr"
          onChange={(answers) => onChange({ answers })}
        />
      )}
      {question !== null && (
        <div class="field-row">
          <Choice
            label={t.editionLabel}
            value={String(view.edition ?? '')}
            options={editions.map((edition) => ({
              value: String(edition),
              label: String(edition),
            }))}
            onChoose={(value) => onChange({ edition: Number(value) })}
          />
          <Choice
            label={t.breakdown}
            value={view.by ?? 'department'}
            options={dimensions.map((value) => ({ value, label: t.dimensions[value] }))}
            onChoose={(value) => onChange({ by: value as Dimension })}
          />
          <Choice
            label={t.sortLabel}
            value={view.sort}
            options={offered.map((value) => ({ value, label: t.sorts[value] }))}
            onChoose={(value) => onChange({ sort: value as View['sort'] })}
          />
        </div>
      )}
      {question !== null && <FilterBar view={view} onChange={onChange} />}
    </section>
  );
}

function Result(props: Props & { answer: RankingsAnswer; by: Dimension; busy: boolean }) {
  const { t, f } = useLanguage();
  const { answer, by, view, pointed, onPoint } = props;
  const all = view.rows === 'all';
  const rows = all ? answer.rows : answer.rows.slice(0, firstRows);
  const hrefOf = (key: string) =>
    formatView({ ...view, page: 'explore', by: null, sort: 'count', [by]: [key] });
  const linked = { pointed, onPoint };
  const bars = useMemo(
    () => ({ kind: 'ranking' as const, answer: { ...answer, rows: [...rows] } }),
    [answer, all],
  );
  const map = useMemo(
    () => (by === 'department' || by === 'region' ? { kind: 'map' as const, answer } : null),
    [answer, by],
  );
  if (answer.rows.length === 0) {
    return (
      <Empty title={t.noRows}>
        <p>{f.text(t.noRowsHelp)}</p>
      </Empty>
    );
  }
  return (
    <div class={props.busy ? 'result busy' : 'result'} aria-busy={props.busy}>
      <header class="result-header">
        <h2 class="question-title" lang="fr">
          {f.rankingTitle(answer)}
        </h2>
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(t.sortNotes[answer.sort])}</p>
      </header>
      <div class="ranking-grid">
        <section aria-label={f.text(t.prospectPage.bars)}>
          <Chart request={bars} expected={46 + 30 * rows.length} {...linked} />
          <p class="reading">{f.rankingReading(answer)}</p>
        </section>
        {map !== null && (
          <section class="map" aria-label={f.text(t.prospectPage.map)}>
            <Chart request={map} expected={480} {...linked} />
            <Readout answer={answer} pointed={pointed} />
          </section>
        )}
        <section class="twin" aria-label={f.text(t.prospectPage.table)}>
          <RankTable
            answer={answer}
            by={by}
            rows={rows}
            caption={`${f.text(t.by[by])}, ${answer.edition}`}
            pointed={pointed}
            onPoint={onPoint}
            hrefOf={hrefOf}
          />
          {answer.rows.length > firstRows && (
            <p class="actions">
              <button
                type="button"
                class="button quiet"
                onClick={() => props.onChange({ rows: all ? 'first' : 'all' })}
              >
                {f.text(
                  all
                    ? t.prospectPage.showFew(firstRows)
                    : t.prospectPage.showAll(answer.rows.length),
                )}
              </button>
            </p>
          )}
        </section>
      </div>
      <Notices
        notices={answer.notices}
        flags={answer.rows.map(({ flag }) => flag)}
        basis={answer.basis}
      />
      <p class="visually-hidden" role="status">
        {props.busy ? f.text(t.loading) : f.rankingSubtitle(answer)}
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
            <Settings {...props} questions={questions} />
          </Foldable>
          <Body {...props} />
        </>
      )}
    </>
  );
}
