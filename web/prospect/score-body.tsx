import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { capitalise } from '../../core/format/typography.ts';
import { describeBy } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { Foldable } from '../parts/foldable.tsx';
import { Failure, Nobody, Skeleton } from '../parts/states.tsx';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { ExclusionNote } from './exclusion-note.tsx';
import { keptRows } from './exclusions.ts';
import { OrderNote } from './order-note.tsx';
import { Pictures, rowsShown } from './pictures.tsx';
import { ProfileList } from './profile-list.tsx';
import { profileOf } from './profiles.ts';
import { asked, ranking, settledRanking } from './score.ts';
import { ScoreTable } from './score-table.tsx';
import { Summary } from './summary-box.tsx';
import { Targeting } from './targeting.tsx';
import { TerritoryPanel } from './territory-panel.tsx';
import { Twin } from './twin.tsx';
import { Uses } from './uses.tsx';
import { prospectWords } from './words.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[];
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>): void;
}

/** What the score is, of whom, and how sure its order. */
function Heading({
  answer,
  drawn,
  view,
}: {
  answer: RankingsAnswer;
  drawn: RankingsAnswer;
  view: View;
}) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const profile = profileOf(view.criteria, lang);
  return (
    <>
      <header class="result-header">
        <h2 class="question-title">
          {profile === null ? f.rankingTitle(answer) : f.text(profile.name)}
        </h2>
        {profile !== null && <p>{f.text(profile.reasoning)}</p>}
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(words.readings.score)}</p>
        <ExclusionNote without={view.without} />
      </header>
      {answer.rows.every(({ score }) => score === null) ? (
        <p class="order-note indicative">{f.text(words.noWeight)}</p>
      ) : (
        <>
          <OrderNote answer={answer} />
          <Summary answer={drawn} rows={keptRows(drawn.rows, view.without)} />
        </>
      )}
    </>
  );
}

function Result({ view, pointed, onPoint, onChange }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const state = asked.state.value;
  const answer = ranking.value;
  if (state.status === 'failed') {
    return (
      <Failure
        problem={state.problem}
        retry={asked.retry}
        startAgain={formatView(emptyView('prospect', lang))}
      />
    );
  }
  if (answer === null) return <Skeleton lines={24} />;
  if (answer.total === 0) return <Nobody />;
  const busy = state.status === 'loading';
  const drawn = settledRanking.value ?? answer;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <Heading answer={answer} drawn={drawn} view={view} />
      <div class="ranking-grid">
        <Twin answer={answer} view={view} note={words.scoreNote} onChange={onChange}>
          <ScoreTable
            answer={answer}
            rows={rowsShown(answer, view)}
            caption={f.text(
              words.scoreCaption(capitalise(describeBy(answer.by, lang)), answer.edition),
            )}
            pointed={pointed}
            onPoint={onPoint}
          />
        </Twin>
        <Pictures answer={drawn} view={view} pointed={pointed} onPoint={onPoint} />
      </div>
      <Uses answer={answer} settled={drawn} without={view.without} />
    </div>
  );
}

/** The Prospecter page on several criteria: what counts and how much, then the ranking it makes. */
export function ScoreBody(props: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const fitted = ranking.value?.criteria ?? null;
  const edition = ranking.value?.edition ?? null;
  return (
    <>
      <Foldable name={words.criteriaTitle} open={false}>
        <Targeting {...props} fitted={fitted} edition={edition} />
      </Foldable>
      <TerritoryPanel view={props.view} onChange={props.onChange} />
      <Result {...props} />
      <details class="method">
        <summary>{f.text(words.profilesTitle)}</summary>
        <ProfileList view={props.view} questions={props.questions} />
      </details>
    </>
  );
}
