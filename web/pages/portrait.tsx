import { useMemo } from 'preact/hooks';
import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { headlineGaps } from '../../core/format/gap-headline.ts';
import { namePopulation } from '../../core/format/populations.ts';
import { useLanguage } from '../context.ts';
import { Awaited } from '../parts/awaited.tsx';
import { Chart } from '../parts/chart.tsx';
import { Choice } from '../parts/fields.tsx';
import { GapTable } from '../parts/gap-table.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { WholeName } from '../parts/whole-name.tsx';
import { Further } from '../portrait/further.tsx';
import { PortraitIndex } from '../portrait/index-list.tsx';
import { Sureness } from '../portrait/sureness.tsx';
import { portraitWords } from '../portrait/words.ts';
import type { Resource } from '../resource.ts';
import { portraitOf } from '../url-paths.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  meta: MetaAnswer | null;
  resource: Resource<CompareAnswer>;
  pointed: string | null;
  onPoint(key: string | null): void;
  onChange(part: Partial<View>): void;
}

interface Portrayed extends Props {
  dimension: Dimension;
  portrayed: string;
  population: string;
}

function Who({ answer }: { answer: CompareAnswer }) {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  const { n, weight } = answer.profile;
  if (n === 0) return <p class="caution">{f.text(words.nobody(answer.edition))}</p>;
  if (n === null || weight === null) return <p class="caution">{f.text(words.hidden)}</p>;
  return <p>{f.text(words.counted(f.count(n), f.volume(weight), answer.edition))}</p>;
}

/** The differences that set a portrait apart: its chart, one read out, and each with its interval and q. */
function Apart({ answer, ...props }: Portrayed & { answer: CompareAnswer }) {
  const { t, f, lang } = useLanguage();
  const words = portraitWords[lang];
  const chart = useMemo(() => ({ kind: 'gaps' as const, answer }), [answer]);
  const linked = { pointed: props.pointed, onPoint: props.onPoint };
  const { subtitle, reading } = f.gaps(answer, answer.gaps);
  const labels = answer.gaps.map(({ label }) => label);
  const url = props.resource.url.value;
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">{f.text(words.apart)}</h2>
      <p class="finding">
        <Sentence text={headlineGaps(answer, answer.gaps, lang)} labels={labels} />
      </p>
      <p class="subtitle">{subtitle}</p>
      <Chart request={chart} expected={60 + 44 * answer.gaps.length} {...linked} />
      <p class="reading">
        <Sentence text={reading} labels={labels} />
      </p>
      <ScrollBox>
        <GapTable
          gaps={answer.gaps}
          caption={words.caption(props.population, answer.edition)}
          sides={[words.rest, words.profile]}
          readings={t.comparison.verdicts}
          {...linked}
        />
      </ScrollBox>
      <p class="note">{f.text(t.comparison.verdictsNote)}</p>
      <p class="note">{f.text(t.comparison.intervalNote)}</p>
      {url !== null && <TakeAway url={url} shapes={['bars']} />}
    </section>
  );
}

function Body(props: Portrayed & { answer: CompareAnswer; busy: boolean }) {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  const { answer, busy } = props;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <section aria-labelledby="who">
        <h2 id="who">{f.text(words.who)}</h2>
        <Who answer={answer} />
      </section>
      {answer.gaps.length > 0 && <Apart {...props} answer={answer} />}
      <Sureness answer={answer} dimension={props.dimension} portrayed={props.portrayed} />
      <Further answer={answer} dimension={props.dimension} portrayed={props.portrayed} />
    </div>
  );
}

function Edition({ view, meta, resource, onChange }: Props) {
  const { f, lang } = useLanguage();
  const editions = (meta?.editions ?? [])
    .filter(({ basis }) => basis.includes('microdata'))
    .map(({ edition }) => edition)
    .sort((a, b) => b - a);
  const shown = view.edition ?? resource.state.value.value?.edition ?? editions[0];
  return (
    <div class="settings">
      <Choice
        label={f.text(portraitWords[lang].edition)}
        value={String(shown ?? '')}
        options={editions.map((year) => ({ value: String(year), label: String(year) }))}
        onChoose={(value) => onChange({ edition: Number(value) })}
      />
    </div>
  );
}

/** The portrait of a region, a department, a sector or a size; without one, the list of them all. */
export function Portrait(props: Props) {
  const { f, lang } = useLanguage();
  const subject = portraitOf(props.view);
  if (subject === null) return <PortraitIndex />;
  const { dimension, key } = subject;
  const population = namePopulation({ [dimension]: [key] }, {}, lang);
  return (
    <article class="portrait">
      <header class="page-header">
        <h1 tabIndex={-1}>
          <WholeName text={f.text(portraitWords[lang].title(population))} />
        </h1>
      </header>
      <Edition {...props} />
      <Awaited resource={props.resource} page="portrait">
        {(answer, busy) => (
          <Body
            {...props}
            dimension={dimension}
            portrayed={key}
            population={population}
            answer={answer}
            busy={busy}
          />
        )}
      </Awaited>
    </article>
  );
}
