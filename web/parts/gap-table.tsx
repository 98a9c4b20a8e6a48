import type { Gap } from '../../core/contract/comparison.ts';
import { useLanguage } from '../context.ts';
import { emptyView, formatView } from '../url-state.ts';

export type Reading = 'sure' | 'clear' | 'slight' | 'none' | 'untested';

/** The share of false discoveries under which a gap is called very clear, or clear. */
const sureQ = 0.01;
const clearQ = 0.05;

/** What may be said of a gap, from its test among all those examined with it. */
export function readingOf({ significant, q }: Gap): Reading {
  if (significant === null || q === null) return 'untested';
  if (significant) return q <= sureQ ? 'sure' : 'clear';
  return q <= clearQ ? 'slight' : 'none';
}

interface Props {
  gaps: readonly Gap[];
  caption: string;
  sides: readonly [string, string];
  readings: Readonly<Record<Reading, string>>;
  pointed: string | null;
  onPoint(key: string | null): void;
}

/** One side's share and its base. */
function Side({ share, n }: { share: number | null; n: number | null }) {
  const { t, f } = useLanguage();
  return (
    <td class="number">
      <span class="figure">{f.share(share)}</span>
      {n !== null && <span class="interval">{f.text(t.comparison.base(f.count(n)))}</span>}
    </td>
  );
}

function Row({ gap, ...props }: Props & { gap: Gap }) {
  const { f, lang } = useLanguage();
  const key = `${gap.question}:${gap.answer}`;
  const reading = readingOf(gap);
  const point = () => props.onPoint(key);
  const leave = () => props.onPoint(null);
  return (
    <tr
      class={props.pointed === key ? 'pointed' : undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
    >
      <th scope="row" lang="fr">
        <a
          href={formatView({ ...emptyView('question', lang), question: gap.question })}
          onFocus={point}
          onBlur={leave}
        >
          {f.text(gap.label)}
        </a>
        <span class="detail">{f.text(gap.answer)}</span>
      </th>
      <Side share={gap.from} n={gap.nFrom} />
      <Side share={gap.to} n={gap.nTo} />
      <td class="number strong">
        <span class="figure">{f.signed(gap.difference)}</span>
        {gap.ci !== null && <span class="interval">{f.pointsInterval(gap.ci)}</span>}
      </td>
      <td>
        <span class={`reading-word ${reading}`}>{f.text(props.readings[reading])}</span>
        {gap.q !== null && <span class="interval">{f.p(gap.q).replace(/^p/, 'q')}</span>}
      </td>
    </tr>
  );
}

/** Differences one by one: both shares with their bases, the gap with its interval, what may be said of it. */
export function GapTable(props: Props) {
  const { t, f } = useLanguage();
  const words = t.comparison;
  return (
    <table class="figures gaps stacking">
      <caption>{f.text(props.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(words.question)}</th>
          {props.sides.map((side) => (
            <th key={side} scope="col" class="number">
              {f.text(side)}
            </th>
          ))}
          <th scope="col" class="number">
            {f.text(words.difference)} (points)
          </th>
          <th scope="col">{f.text(words.verdict)}</th>
        </tr>
      </thead>
      <tbody>
        {props.gaps.map((gap) => (
          <Row key={`${gap.question}:${gap.answer}`} {...props} gap={gap} />
        ))}
      </tbody>
    </table>
  );
}

/** Asks for all the differences examined, or only the first again. */
export function GapCount(props: { all: boolean; tested: number; onChange(all: boolean): void }) {
  const { t, f } = useLanguage();
  return (
    <p class="actions">
      <button type="button" class="button quiet" onClick={() => props.onChange(!props.all)}>
        {f.text(props.all ? t.comparison.showFew : t.comparison.showAll(props.tested))}
      </button>
    </p>
  );
}
