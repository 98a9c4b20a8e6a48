import { useLanguage } from '../context.ts';
import { formatView } from '../url-state.ts';
import type { Show, View } from '../view.ts';

/** The ways to show the same figures, each an address. */
export function ViewSwitch(props: {
  shown: Show;
  offered: readonly Show[];
  hrefOf(show: Show): string;
}) {
  const { t, f } = useLanguage();
  return (
    <nav class="view-switch" aria-label={f.text(t.analyst.showLabel)}>
      <ul>
        {props.offered.map((show) => (
          <li key={show}>
            <a href={props.hrefOf(show)} aria-current={show === props.shown ? 'true' : undefined}>
              {f.text(t.analyst.shows[show])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Differences as bars from zero, or as the two sides of each. */
export function GapViews({ view }: { view: View }) {
  return (
    <ViewSwitch
      shown={view.show === 'dumbbell' ? 'dumbbell' : 'chart'}
      offered={['chart', 'dumbbell']}
      hrefOf={(show) => formatView({ ...view, show: show === 'chart' ? null : show })}
    />
  );
}

/** A question over all its editions, or in its latest two. */
export function TrendViews({ view }: { view: View }) {
  return (
    <ViewSwitch
      shown={view.show === 'slope' ? 'slope' : 'trend'}
      offered={['trend', 'slope']}
      hrefOf={(show) => formatView({ ...view, show: show === 'trend' ? null : show })}
    />
  );
}
