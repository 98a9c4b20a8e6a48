import { useLanguage } from '../context.ts';
import type { View } from '../view.ts';
import { type Populations, visibleGap } from '../visible-gap.ts';

interface Props {
  populations: Populations;
  view: View;
  onChange(part: Partial<View>): void;
}

function Relaxation({ populations: { relaxed, whole }, view, onChange }: Props) {
  const { t, f } = useLanguage();
  const [best] = [...relaxed].sort((a, b) => (b.answer.total.n ?? 0) - (a.answer.total.n ?? 0));
  if (best === undefined || best.answer.total.n === null) return null;
  const { dimension, answer } = best;
  const gap = visibleGap(answer.total, whole?.total ?? null);
  if (gap === null) return null;
  const names = view[dimension].map((key) => f.name(dimension, key)).join(', ');
  return (
    <button type="button" class="link" onClick={() => onChange({ [dimension]: [] })}>
      {f.text(t.analyst.relax(names))}
      {f.text(t.colon)} {f.text(t.analyst.relaxGain(f.count(answer.total.n), f.gap(gap)))}
    </button>
  );
}

/** Before looking: the smallest gap that the chosen population could show, and the filter to drop to see finer. */
export function VisibleGap(props: Props) {
  const { t, f } = useLanguage();
  const { chosen, whole } = props.populations;
  const words = t.analyst;
  if (chosen === null) return null;
  const { n, nEff } = chosen.total;
  const gap = visibleGap(chosen.total, whole?.total ?? null);
  const said = whole === null ? words.gapWhole : words.gapFiltered;
  return (
    <div class="visible-gap">
      <p role="status">
        {n === null && f.text(words.gapUnknown)}
        {n === 0 && f.text(words.gapNone)}
        {n !== null && gap !== null && nEff !== null && (
          <>
            <strong>{f.text(said(f.count(n), f.gap(gap)))}</strong>{' '}
            <span class="note">{f.text(words.gapEffective(f.count(nEff)))}</span>
          </>
        )}
      </p>
      <Relaxation {...props} />
    </div>
  );
}
