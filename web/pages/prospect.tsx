import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { headlineRanking } from '../../core/format/ranking-headline.ts';
import { capitalise } from '../../core/format/typography.ts';
import { describeBy } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { onDemandPart } from '../on-demand.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { RankTable } from '../parts/rank-table.tsx';
import { Empty, Failure, Nobody, Skeleton } from '../parts/states.tsx';
import { CountsPanel } from '../prospect/counts-panel.tsx';
import { ExclusionNote } from '../prospect/exclusion-note.tsx';
import { keptRows } from '../prospect/exclusions.ts';
import { OrderNote } from '../prospect/order-note.tsx';
import { Pictures, rowsShown } from '../prospect/pictures.tsx';
import { Summary } from '../prospect/summary-box.tsx';
import { TerritoryPanel } from '../prospect/territory-panel.tsx';
import { Twin } from '../prospect/twin.tsx';
import { prospectWords } from '../prospect/words.ts';
import type { Loadable } from '../resource.ts';
import { emptyView, exerciseView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { ProspectSettings } from './prospect-settings.tsx';

// Only what the first ranking needs comes with the page.
const Uses = onDemandPart(12, () => import('../prospect/uses.tsx').then((part) => part.Uses));
const ScoreBody = onDemandPart(24, () =>
  import('../prospect/score-body.tsx').then((part) => part.ScoreBody),
);
const ProfileList = onDemandPart(12, () =>
  import('../prospect/profile-list.tsx').then((part) => part.ProfileList),
);

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

function ExerciseLinks() {
  const { t, f, lang } = useLanguage();
  return (
    <>
      <a class="button" href={formatView(exerciseView('department', lang))}>
        {f.text(t.prospectPage.exercise)}
      </a>
      <a class="button quiet" href={formatView(exerciseView('sector', lang))}>
        {f.text(t.prospectPage.exerciseSector)}
      </a>
    </>
  );
}

interface ResultProps extends Props {
  answer: RankingsAnswer;
  busy: boolean;
}

/** A row's figures in the Explorer. */
const explored = (view: View, { key }: RankingRow): View => ({
  ...view,
  page: 'explore',
  by: null,
  cross: null,
  sort: 'count',
  rows: 'first',
  without: [],
  beside: [],
  plan: null,
  ...Object.fromEntries(Object.entries(key).map(([name, value]) => [name, [value]])),
});

function Table({ answer, view, pointed, onPoint }: ResultProps) {
  const { f, lang } = useLanguage();
  return (
    <RankTable
      answer={answer}
      rows={rowsShown(answer, view)}
      caption={`${f.text(capitalise(describeBy(answer.by, lang)))}, ${answer.edition}`}
      pointed={pointed}
      onPoint={onPoint}
      hrefOf={(row) => formatView(explored(view, row))}
    />
  );
}

function Result(props: ResultProps) {
  const { t, f, lang } = useLanguage();
  const { answer, busy, view } = props;
  const kept = keptRows(answer.rows, view.without);
  if (answer.total === 0) return <Nobody />;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title">{headlineRanking({ ...answer, rows: [...kept] }, lang)}</h2>
        <p class="asked" lang="fr">
          {f.rankingTitle(answer)}
        </p>
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(prospectWords(lang).readings[answer.sort])}</p>
        <ExclusionNote without={view.without} />
      </header>
      <OrderNote answer={answer} />
      <Summary answer={answer} rows={kept} />
      <div class="ranking-grid">
        <Pictures {...props} />
        <Twin answer={answer} view={view} onChange={props.onChange}>
          <Table {...props} />
        </Twin>
      </div>
      <Uses answer={answer} settled={answer} without={view.without} />
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
        <p class="actions">
          <ExerciseLinks />
        </p>
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

/** From a question to several criteria, and back; to the exercise, from another question. */
function Ways({ view }: { view: View }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const scored = view.criteria.length > 0;
  if (view.question === null && !scored) return null;
  return (
    <nav class="actions" aria-label={f.text(words.ways)}>
      {!scored && <ExerciseLinks />}
      <a
        class="button quiet"
        href={formatView(
          scored ? { ...view, criteria: [], edition: null } : emptyView('prospect', lang),
        )}
      >
        {f.text(scored ? words.oneQuestion : words.manyCriteria)}
      </a>
    </nav>
  );
}

/** The Prospecter page: what to rank, then its bars, its map and its table, linked. */
export function Prospect(props: Props) {
  const { t, f } = useLanguage();
  const { questions, view } = props;
  const scored = view.criteria.length > 0;
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.prospect)}</h1>
        <p>{f.text(t.prospectPage.lead)}</p>
        <Ways view={view} />
      </header>
      {questions === null ? (
        <Skeleton lines={18} />
      ) : scored ? (
        <ScoreBody {...props} questions={questions} />
      ) : (
        <>
          <Foldable name={t.prospectPage.settings} open={props.view.question === null}>
            <ProspectSettings {...props} questions={questions} ranking={props.ranking.value} />
          </Foldable>
          {view.question !== null && (
            <>
              <TerritoryPanel view={view} onChange={props.onChange} />
              <CountsPanel ranking={props.ranking} />
            </>
          )}
          <Body {...props} />
          {view.question === null && <ProfileList view={view} questions={questions} />}
        </>
      )}
    </>
  );
}
