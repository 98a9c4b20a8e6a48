import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { headGaps } from '../../core/format/gap-headline.ts';
import { smallestVisibleGap } from '../../core/stats/significance.ts';
import { useLanguage } from '../context.ts';
import { Awaited } from '../parts/awaited.tsx';
import { Choice } from '../parts/fields.tsx';
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
import { formatView } from '../url-state.ts';
import { filterNames, type View } from '../view.ts';

interface Props {
  view: View;
  meta: MetaAnswer | null;
  resource: Resource<CompareAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>): void;
}

const examples: readonly (readonly [Dimension, string])[] = [
  ['region', '53'],
  ['sector', 'hebergement-restauration'],
  ['size', '0'],
];

/** The edition and the filters that make the profile. */
function Settings({ view, meta, resource, onChange }: Props) {
  const { t } = useLanguage();
  const editions = (meta?.editions ?? [])
    .filter(({ basis }) => basis.includes('microdata'))
    .map(({ edition }) => edition)
    .sort((a, b) => b - a);
  const shown = view.edition ?? resource.state.value.value?.edition ?? editions[0];
  return (
    <div class="settings">
      <div class="field-row narrow">
        <Choice
          label={t.editionLabel}
          value={String(shown ?? '')}
          options={editions.map((year) => ({ value: String(year), label: String(year) }))}
          onChoose={(value) => onChange({ edition: Number(value) })}
        />
      </div>
      <FilterBar view={view} onChange={onChange} />
    </div>
  );
}

function Start({ view }: Props) {
  const { t, f } = useLanguage();
  const words = t.comparison.comparePage;
  return (
    <Empty title={words.chooseTitle}>
      <p>{f.text(words.chooseText)}</p>
      <ul>
        {examples.map(([dimension, key]) => (
          <li key={key}>
            <a href={formatView({ ...view, [dimension]: [key] })}>{f.name(dimension, key)}</a>
          </li>
        ))}
      </ul>
    </Empty>
  );
}

/** Whom the profile counts, and what so many respondents let one see. */
function Profile({ answer }: { answer: CompareAnswer }) {
  const { t, f } = useLanguage();
  const words = t.comparison.comparePage;
  const { n, weight, nEff } = answer.profile;
  const restNStar = answer.rest.nEff ?? Number.POSITIVE_INFINITY;
  return (
    <p class="subtitle">
      {n !== null && weight !== null && f.text(words.base(f.count(n), f.volume(weight)))}{' '}
      {n !== null &&
        nEff !== null &&
        f.text(
          words.smallest(
            f.count(n),
            f.points(smallestVisibleGap(nEff, { restNStar })).replace('+', ''),
          ),
        )}
    </p>
  );
}

function Side(props: Props & { answer: CompareAnswer; title: string; above: boolean }) {
  const { t, f } = useLanguage();
  const words = t.comparison.comparePage;
  const gaps = props.answer.gaps.filter(({ difference }) => (difference ?? 0) > 0 === props.above);
  if (gaps.length === 0) {
    return (
      <p>
        <strong>{f.text(props.title)}</strong> {f.text(words.none)}
      </p>
    );
  }
  return (
    <ScrollBox>
      <GapTable
        gaps={gaps}
        caption={props.title}
        sides={[words.rest, words.profile]}
        readings={t.comparison.verdicts}
        pointed={props.pointed}
        onPoint={props.onPoint}
      />
    </ScrollBox>
  );
}

function Result(props: Props & { answer: CompareAnswer; busy: boolean }) {
  const { t, f, lang } = useLanguage();
  const { answer, busy, view } = props;
  const url = props.resource.url.value;
  const words = t.comparison.comparePage;
  const { title, subtitle } = headGaps(answer, answer.gaps, lang);
  const labels = answer.gaps.map(({ label }) => label);
  const both = view.show === 'dumbbell';
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <header class="result-header">
        <h2 class="question-title">
          <Sentence text={title} labels={labels} />
        </h2>
        <p class="subtitle">
          <Sentence text={subtitle} labels={labels} />
        </p>
        <Profile answer={answer} />
      </header>
      {answer.gaps.length === 0 ? (
        <Empty title={t.comparison.verdicts.none}>
          <p>{f.text(words.widen)}</p>
        </Empty>
      ) : (
        <>
          <GapChart
            answer={answer}
            gaps={answer.gaps}
            view={view}
            pointed={props.pointed}
            onPoint={props.onPoint}
          />
          <Side {...props} above title={words.more} />
          <Side {...props} above={false} title={words.less} />
          <GapCount
            all={view.rows === 'all'}
            tested={answer.tested}
            onChange={(all) => props.onChange({ rows: all ? 'all' : 'first' })}
          />
          <p class="note">{f.text(t.comparison.verdictsNote)}</p>
          <p class="note">{f.text(t.comparison.intervalNote)}</p>
        </>
      )}
      <p class="note">{f.text(words.identity)}</p>
      <Notices cautions={answer.cautions} flags={[]} basis={answer.basis} />
      {url !== null && (
        <TakeAway url={url} shapes={both ? ['dumbbell', 'bars'] : ['bars', 'dumbbell']} />
      )}
      <p class="visually-hidden" role="status">
        {busy ? f.text(t.loading) : subtitle}
      </p>
    </div>
  );
}

const hasProfile = (view: View): boolean => filterNames.some((name) => view[name].length > 0);

/** « Comparer un profil »: where the firms that the filters select differ most from the rest of France. */
export function Compare(props: Props) {
  const { t, f } = useLanguage();
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.compare)}</h1>
        <p>{f.text(t.comparison.comparePage.lead)}</p>
      </header>
      <Foldable name={t.comparison.comparePage.settings} open={!hasProfile(props.view)}>
        <Settings {...props} />
      </Foldable>
      {hasProfile(props.view) ? (
        <Awaited resource={props.resource} page="compare">
          {(answer, busy) => <Result {...props} answer={answer} busy={busy} />}
        </Awaited>
      ) : (
        <Start {...props} />
      )}
    </>
  );
}
