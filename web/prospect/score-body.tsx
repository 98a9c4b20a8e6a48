import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import { capitalise } from '../../core/format/typography.ts';
import { describeBy } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { Foldable } from '../parts/foldable.tsx';
import { Notices } from '../parts/notices.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Failure, Nobody, Skeleton } from '../parts/states.tsx';
import { emptyView, formatView, type View } from '../url-state.ts';
import { CallPlanPanel } from './call-plan-panel.tsx';
import { keptRows } from './exclusions.ts';
import { Exclusions, ListPanel, Summary } from './list-panel.tsx';
import { OrderNote } from './order-note.tsx';
import { OwnPanel } from './own-panel.tsx';
import { firstRows, Pictures, rowsShown } from './pictures.tsx';
import { asked, ranking, settledRanking } from './score.ts';
import { ScoreTable } from './score-table.tsx';
import { Profiles, Targeting } from './targeting.tsx';
import { TerritoryPanel } from './territory-panel.tsx';
import { prospectWords } from './words.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[];
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>): void;
}

function Result({ view, pointed, onPoint, onChange }: Props) {
  const { t, f, lang } = useLanguage();
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
  const all = view.rows === 'all';
  const kept = keptRows(answer.rows, view.without);
  const drawn = settledRanking.value ?? answer;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title">{f.rankingTitle(answer)}</h2>
        <p class="subtitle">{f.rankingSubtitle(answer)}</p>
        <p class="note">{f.text(words.readings.score)}</p>
      </header>
      {answer.rows.every(({ score }) => score === null) ? (
        <p class="order-note indicative">{f.text(words.noWeight)}</p>
      ) : (
        <>
          <OrderNote answer={answer} />
          <Summary answer={drawn} rows={keptRows(drawn.rows, view.without)} />
        </>
      )}
      <div class="ranking-grid">
        <section class="twin" aria-label={f.text(t.prospectPage.table)}>
          <Exclusions
            answer={answer}
            without={view.without}
            hidden={answer.rows.length - kept.length}
            onChange={(without) => onChange({ without })}
          />
          <ScrollBox>
            <ScoreTable
              answer={answer}
              rows={rowsShown(answer, view)}
              caption={f.text(
                words.scoreCaption(capitalise(describeBy(answer.by, lang)), answer.edition),
              )}
              pointed={pointed}
              onPoint={onPoint}
            />
          </ScrollBox>
          <p class="note">{f.text(words.scoreNote)}</p>
          {kept.length > firstRows && (
            <p class="actions">
              <button
                type="button"
                class="button quiet"
                onClick={() => onChange({ rows: all ? 'first' : 'all' })}
              >
                {f.text(
                  all ? t.prospectPage.showFew(firstRows) : t.prospectPage.showAll(kept.length),
                )}
              </button>
            </p>
          )}
        </section>
        <Pictures answer={drawn} view={view} pointed={pointed} onPoint={onPoint} />
      </div>
      <ListPanel answer={answer} rows={kept} />
      <CallPlanPanel answer={drawn} rows={keptRows(drawn.rows, view.without)} />
      <OwnPanel answer={answer} rows={kept} />
      <Notices
        notices={answer.notices}
        flags={answer.rows.map(({ flag }) => flag)}
        basis={answer.basis}
      />
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
        <Profiles view={props.view} />
      </details>
    </>
  );
}
