import { useMemo } from 'preact/hooks';
import type { MetaAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { VerificationAnswer, VerifiedFigure } from '../../core/contract/verification.ts';
import { sayVerification } from '../../core/format/verification.ts';
import { useLanguage } from '../context.ts';
import { matches } from '../fold.ts';
import { Choice } from '../parts/fields.tsx';
import { Quality, Sources } from '../parts/ingestion.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Failure, Skeleton } from '../parts/states.tsx';
import { describeFigure, VerifiedTable } from '../parts/verified-figures.tsx';
import type { Resource } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import { type View, verdicts } from '../view.ts';

interface Props {
  view: View;
  meta: MetaAnswer | null;
  questions: readonly QuestionSummary[] | null;
  resource: Resource<VerificationAnswer>;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
}

const firstFigures = 40;

const isReconciliation = ({ statistic }: VerifiedFigure): boolean => statistic === 'reconciliation';

function Tallies({ answer, meta }: { answer: VerificationAnswer; meta: MetaAnswer }) {
  const { t, f } = useLanguage();
  const words = t.comparison.verificationPage;
  const counts = { ok: answer.passed, differs: answer.failed, skipped: answer.skipped };
  return (
    <>
      <dl class="tallies">
        {verdicts.map((verdict) => (
          <div key={verdict}>
            <dt>{f.text(words.tallies[verdict])}</dt>
            <dd>{f.count(counts[verdict])}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{f.text(words.rule)}</p>
      {meta.origin === 'demonstration' && <p class="note">{f.text(words.demonstration)}</p>}
    </>
  );
}

/** The figures of the chosen verdict whose words are those sought, the ones that differ first. */
function useFound({ view, questions }: Props, answer: VerificationAnswer) {
  const language = useLanguage();
  return useMemo(() => {
    const labels = new Map((questions ?? []).map(({ code, label }) => [code, label]));
    const order = ['differs', 'ok', 'skipped'];
    return answer.figures
      .filter((figure) => !isReconciliation(figure))
      .filter(({ verdict }) => view.verdict === null || verdict === view.verdict)
      .filter((figure) => matches(describeFigure(figure, labels, language), view.search))
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  }, [answer, questions, view.verdict, view.search, language.lang]);
}

function Figures(props: Props & { answer: VerificationAnswer }) {
  const { t, f } = useLanguage();
  const { view, onChange } = props;
  const words = t.comparison.verificationPage;
  const found = useFound(props, props.answer);
  const all = view.rows === 'all';
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{f.text(words.figures)}</h2>
      <div class="field-row finder">
        <Choice
          label={words.show}
          value={view.verdict ?? ''}
          options={[
            { value: '', label: words.all },
            ...verdicts.map((value) => ({ value, label: words.verdicts[value] })),
          ]}
          onChoose={(chosen) =>
            onChange({ verdict: verdicts.find((verdict) => verdict === chosen) ?? null })
          }
        />
        <label class="field">
          <span>{f.text(words.search)}</span>
          <input
            type="search"
            value={view.search}
            onInput={(event) => onChange({ search: event.currentTarget.value }, 'replace')}
          />
        </label>
      </div>
      <p class="note" role="status">
        {f.text(words.found(found.length))}
      </p>
      {found.length > 0 && (
        <ScrollBox>
          <VerifiedTable
            figures={all ? found : found.slice(0, firstFigures)}
            questions={props.questions ?? []}
            caption={words.figures}
          />
        </ScrollBox>
      )}
      {found.length > firstFigures && (
        <p class="actions">
          <button
            type="button"
            class="button quiet"
            onClick={() => onChange({ rows: all ? 'first' : 'all' })}
          >
            {f.text(all ? words.showFew(firstFigures) : words.showAll(found.length))}
          </button>
        </p>
      )}
    </section>
  );
}

function Reconciliation({ figures }: { figures: readonly VerifiedFigure[] }) {
  const { t, f, lang } = useLanguage();
  const words = t.comparison.verificationPage;
  return (
    <section aria-labelledby="reconciliation">
      <h2 id="reconciliation">{f.text(words.reconciliation)}</h2>
      <p>{f.text(words.reconciliationText)}</p>
      {figures.length === 0 ? (
        <p>{f.text(words.noReconciliation)}</p>
      ) : (
        <ScrollBox>
          <table class="figures">
            <caption class="visually-hidden">{f.text(words.reconciliation)}</caption>
            <thead>
              <tr>
                <th scope="col">{f.text(t.editionLabel)}</th>
                <th scope="col" class="number">
                  {f.text(words.largest)}
                </th>
                <th scope="col">{f.text(words.verdict)}</th>
                <th scope="col">{f.text(words.compared)}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ id, edition, computed, verdict, cause }) => (
                <tr key={id}>
                  <th scope="row">{edition}</th>
                  <td class="number">
                    {computed === null ? f.count(null) : f.number(computed, 3)}
                  </td>
                  <td>
                    <span class={`verdict ${verdict}`}>{f.text(words.verdicts[verdict])}</span>
                  </td>
                  <td>{cause === null ? '' : sayVerification(cause, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function Provenance({ answer, meta }: { answer: VerificationAnswer; meta: MetaAnswer }) {
  const { t, f } = useLanguage();
  const words = t.comparison.verificationPage;
  return (
    <>
      <section aria-labelledby="sources">
        <h2 id="sources">{f.text(words.sources)}</h2>
        <p>{f.text(words.sourcesText)}</p>
        <Sources meta={meta} datasets={answer.datasets} />
      </section>
      <section aria-labelledby="quality">
        <h2 id="quality">{f.text(words.quality)}</h2>
        <Quality datasets={answer.datasets} />
      </section>
    </>
  );
}

function Body(props: Props) {
  const { lang } = useLanguage();
  const { meta, resource } = props;
  const { value: answer, ...state } = resource.state.value;
  if (state.status === 'failed' && 'problem' in state) {
    return (
      <Failure
        problem={state.problem}
        retry={resource.retry}
        startAgain={formatView(emptyView('verification', lang))}
      />
    );
  }
  if (answer === null || meta === null) return <Skeleton lines={20} />;
  return (
    <div class="report">
      <Tallies answer={answer} meta={meta} />
      <Figures {...props} answer={answer} />
      <Reconciliation figures={answer.figures.filter(isReconciliation)} />
      <Provenance answer={answer} meta={meta} />
    </div>
  );
}

/** The Vérification page: what was published beside what this warehouse gives, and how it was built. */
export function Verification(props: Props) {
  const { t, f } = useLanguage();
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.verification)}</h1>
        <p>{f.text(t.comparison.verificationPage.lead)}</p>
      </header>
      <Body {...props} />
    </>
  );
}
