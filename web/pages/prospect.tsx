import { useMemo } from 'preact/hooks';
import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { capitalise } from '../../core/format/typography.ts';
import { describeBy } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { Notices } from '../parts/notices.tsx';
import { RankTable } from '../parts/rank-table.tsx';
import { Readout } from '../parts/readout.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Empty, Failure, Nobody, Skeleton } from '../parts/states.tsx';
import { isIndicative } from '../prospect/tiers.ts';
import { prospectWords } from '../prospect/words.ts';
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

const isMappable = (by: readonly Dimension[]): boolean =>
  by.length === 1 && (by[0] === 'department' || by[0] === 'region');

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
  busy: boolean;
}

function Pictures({ answer, view, pointed, onPoint }: ResultProps) {
  const { t, f } = useLanguage();
  const bars = useMemo(
    () => ({ kind: 'ranking' as const, answer: { ...answer, rows: [...rowsShown(answer, view)] } }),
    [answer, view.rows],
  );
  const map = useMemo(
    () => (isMappable(answer.by) ? { kind: 'map' as const, answer } : null),
    [answer],
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

function Twin({ answer, view, pointed, onPoint, onChange }: ResultProps) {
  const { t, f, lang } = useLanguage();
  const all = view.rows === 'all';
  const words = t.prospectPage;
  return (
    <section class="twin" aria-label={f.text(words.table)}>
      <ScrollBox>
        <RankTable
          answer={answer}
          rows={rowsShown(answer, view)}
          caption={`${f.text(capitalise(describeBy(answer.by, lang)))}, ${answer.edition}`}
          pointed={pointed}
          onPoint={onPoint}
          hrefOf={({ key }) =>
            formatView({
              ...view,
              page: 'explore',
              by: null,
              cross: null,
              sort: 'count',
              rows: 'first',
              ...Object.fromEntries(Object.entries(key).map(([name, value]) => [name, [value]])),
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

/** What the order may be read for: tiers, or nothing but an indication. */
function OrderNote({ answer }: { answer: RankingsAnswer }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const modelled = answer.rows.some(
    ({ flag, smoothed }) => flag === 'suppressed' && smoothed !== null,
  );
  if (isIndicative(answer)) {
    return (
      <p class="order-note indicative">
        <strong>{f.text(words.indicativeTitle)}</strong> {f.text(words.indicative)}
      </p>
    );
  }
  if (!answer.rows.some(({ tier }) => tier != null)) return null;
  if (answer.sort === 'count' || answer.sort === 'share') return null;
  return (
    <p class="order-note note">
      {f.text(words.tierNote)} {modelled && f.text(words.modelledNote)}
    </p>
  );
}

function Result(props: ResultProps) {
  const { t, f, lang } = useLanguage();
  const { answer, busy } = props;
  if (answer.total === 0) return <Nobody />;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title" lang="fr">
          {f.rankingTitle(answer)}
        </h2>
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(prospectWords(lang).readings[answer.sort])}</p>
      </header>
      <OrderNote answer={answer} />
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
          <a href={formatView({ ...view, page: 'explore', by: null, cross: null, department: [] })}>
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
  return <Result {...props} answer={ranking.value} busy={ranking.status === 'loading'} />;
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
