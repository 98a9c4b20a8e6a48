import type { MetaAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { MoversAnswer } from '../../core/contract/comparison.ts';
import type { Basis } from '../../core/contract/vocabulary.ts';
import { headGaps } from '../../core/format/gap-headline.ts';
import { useLanguage } from '../context.ts';
import { Awaited } from '../parts/awaited.tsx';
import { Causes } from '../parts/causes.tsx';
import { EditionPair } from '../parts/edition-pair.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Foldable } from '../parts/foldable.tsx';
import { GapChart } from '../parts/gap-chart.tsx';
import { GapCount, GapTable } from '../parts/gap-table.tsx';
import { Notices } from '../parts/notices.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Empty } from '../parts/states.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import type { Resource } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  meta: MetaAnswer | null;
  questions: readonly QuestionSummary[] | null;
  resource: Resource<MoversAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>): void;
}

/** The pair of editions and the profile. */
function Settings({ view, meta, resource, onChange }: Props) {
  const editions = [...(meta?.editions ?? [])].sort((a, b) => b.edition - a.edition);
  const years = editions.map(({ edition }) => edition);
  const answer = resource.state.value.value;
  const to = view.to ?? answer?.to ?? years[0] ?? 0;
  const from = view.from ?? answer?.from ?? years[1] ?? 0;
  const allowed = (basis: Basis) => basis === 'microdata' || view.department.length === 0;
  const basesOf = (year: number) =>
    editions.find(({ edition }) => edition === year)?.basis.filter(allowed) ?? [];
  const comparable = (a: number, b: number) =>
    basesOf(a).some((basis) => basesOf(b).includes(basis));
  const before = years.filter((year) => year < to && comparable(year, to));
  const after = years.filter((year) => year > from && comparable(from, year));
  return (
    <div class="settings">
      <EditionPair {...{ from, to, before, after, onChange }} />
      <FilterBar view={view} onChange={onChange} />
    </div>
  );
}

/** What noise alone would show: the yardstick that every movement is to be read by. */
function Noise({ answer, questions }: { answer: MoversAnswer; questions: Props['questions'] }) {
  const { t, f, lang } = useLanguage();
  const words = t.comparison.moversPage;
  const { noise, tested, basis } = answer;
  const size = (share: number) => f.points(share).replace('+', '');
  const own = (questions ?? []).filter(({ code }) => noise.questions.includes(code));
  return (
    <aside class="yardstick" aria-labelledby="noise">
      <h3 id="noise">{f.text(words.noise)}</h3>
      {basis === 'published' && <p>{f.text(words.untested)}</p>}
      {noise.expectedFalse !== null && (
        <p>{f.text(words.chance(f.count(tested), f.decimal(noise.expectedFalse)))}</p>
      )}
      {noise.expectedLargest != null && tested > 0 && (
        <p>{f.text(words.chanceLargest(size(noise.expectedLargest)))}</p>
      )}
      {noise.median !== null && noise.largest !== null ? (
        <>
          <p>{f.text(words.descriptive(size(noise.median), size(noise.largest)))}</p>
          <p class="note">
            {f.text(words.descriptiveNames)}{' '}
            {own.map(({ code, label }, index) => (
              <span key={code} lang="fr">
                {index > 0 && '\u202f; '}
                <a href={formatView({ ...emptyView('question', lang), question: code })}>
                  {f.text(label)}
                </a>
              </span>
            ))}
          </p>
        </>
      ) : (
        <p>{f.text(words.noDescriptive)}</p>
      )}
    </aside>
  );
}

const exclusions = ['reworded', 'answers-changed', 'new', 'dropped', 'comparable'];

/** The questions left out, gathered by why, each leading to its history. */
function Excluded({ answer, questions }: { answer: MoversAnswer; questions: Props['questions'] }) {
  const { t, f, lang } = useLanguage();
  const words = t.comparison.moversPage;
  const labels = new Map((questions ?? []).map(({ code, label }) => [code, label]));
  const groups = exclusions
    .map((status) => ({ status, list: answer.excluded.filter((each) => each.status === status) }))
    .filter(({ list }) => list.length > 0);
  if (groups.length === 0) return null;
  return (
    <section class="excluded" aria-labelledby="excluded">
      <h2 id="excluded">{f.text(words.excluded)}</h2>
      <p>{f.text(words.excludedLead(answer.excluded.length))}</p>
      {groups.map(({ status, list }) => (
        <details key={status} class="method">
          <summary>
            {f.text(words.excludedGroup[status] ?? status)} <span class="note">{list.length}</span>
          </summary>
          <ul>
            {list.map(({ question, causes }) => (
              <li key={question}>
                <a href={formatView({ ...emptyView('question', lang), question })} lang="fr">
                  {f.text(labels.get(question) ?? String(question))}
                </a>{' '}
                <Causes of={causes} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Result(props: Props & { answer: MoversAnswer; busy: boolean }) {
  const { t, f, lang } = useLanguage();
  const { answer, busy, view, questions } = props;
  const url = props.resource.url.value;
  const words = t.comparison.moversPage;
  const { title, subtitle } = headGaps(answer, answer.movers, lang);
  const labels = answer.movers.map(({ label }) => label);
  const both = view.show === 'dumbbell';
  const linked = { pointed: props.pointed, onPoint: props.onPoint };
  const tested = answer.basis === 'microdata' && answer.tested > 0;
  const isThin = answer.cautions.some(({ code }) => code === 'small-sides');
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title">
          <Sentence text={title} labels={labels} />
        </h2>
        <p class="subtitle">
          <Sentence text={subtitle} labels={labels} />
        </p>
      </header>
      <div class="with-aside">
        <div>
          {tested && answer.significant === 0 && (
            <Empty title={words.nothing}>
              <p>{f.text(words.nothingText)}</p>
            </Empty>
          )}
          {answer.movers.length === 0 ? (
            <Empty title={words.nothing}>
              <p>{f.text(isThin ? words.widen : words.empty)}</p>
            </Empty>
          ) : (
            <GapChart answer={answer} gaps={answer.movers} view={view} {...linked} />
          )}
        </div>
        {answer.movers.length > 0 && <Noise answer={answer} questions={questions} />}
      </div>
      {answer.movers.length > 0 && (
        <>
          <ScrollBox>
            <GapTable
              gaps={answer.movers}
              caption={f.gaps(answer, answer.movers).title}
              sides={[String(answer.from), String(answer.to)]}
              readings={t.comparison.moved}
              {...linked}
            />
          </ScrollBox>
          <GapCount
            all={view.rows === 'all'}
            tested={answer.tested}
            onChange={(all) => props.onChange({ rows: all ? 'all' : 'first' })}
          />
        </>
      )}
      {tested && <p class="note">{f.text(t.comparison.verdictsNote)}</p>}
      {tested && <p class="note">{f.text(t.comparison.intervalNote)}</p>}
      <Notices cautions={answer.cautions} flags={[]} basis={answer.basis} />
      {url !== null && (
        <TakeAway url={url} shapes={both ? ['dumbbell', 'bars'] : ['bars', 'dumbbell']} />
      )}
      <Excluded answer={answer} questions={questions} />
      <p class="visually-hidden" role="status">
        {busy ? f.text(t.loading) : subtitle}
      </p>
    </div>
  );
}

/** « Ce qui a bougé »: the changes between two editions that chance does not explain. */
export function Movers(props: Props) {
  const { t, f } = useLanguage();
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.movers)}</h1>
        <p>{f.text(t.comparison.moversPage.lead)}</p>
      </header>
      {props.meta?.editions.length === 1 ? (
        <Empty title={t.comparison.moversPage.alone}>
          <p>{f.text(t.comparison.moversPage.aloneText)}</p>
        </Empty>
      ) : (
        <>
          <Foldable name={t.comparison.moversPage.settings} open={false}>
            <Settings {...props} />
          </Foldable>
          <Awaited resource={props.resource} page="movers">
            {(answer, busy) => <Result {...props} answer={answer} busy={busy} />}
          </Awaited>
        </>
      )}
    </>
  );
}
