import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { onDemandPart } from '../on-demand.tsx';
import type { Props } from '../take-away/panel.tsx';

const TakeAwayPanel = onDemandPart(8, () =>
  import('../take-away/panel.tsx').then((part) => part.TakeAwayPanel),
);

/** What is on show, to take away: files, pictures, its address, the lines that fetch it. Escape closes it. */
export function TakeAway(props: Props) {
  const { t, f } = useLanguage();
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || details.current?.open !== true) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      class="take-away"
      ref={details}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={onKeyDown}
    >
      <summary class="button quiet">{f.text(t.comparison.takeAway.title)}</summary>
      {open && <TakeAwayPanel {...props} />}
    </details>
  );
}
