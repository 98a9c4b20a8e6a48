import { useLanguage } from '../context.ts';
import type { Show } from '../url-state.ts';

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
