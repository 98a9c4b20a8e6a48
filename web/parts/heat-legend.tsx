import { useLanguage } from '../context.ts';
import type { HeatScale } from '../heat.ts';

/** What each colour of a table stands for. */
export function HeatLegend({ scale }: { scale: HeatScale }) {
  const { t, f } = useLanguage();
  return (
    <div class="heat-legend">
      <span>{f.text(t.analyst.heatLegend)}</span>
      <ul>
        {scale.steps.map(([low, high], step) => (
          <li key={low} class={`heat-${step}`}>
            {f.text(t.analyst.heatClass(f.share(low), f.share(high)))}
          </li>
        ))}
      </ul>
    </div>
  );
}
