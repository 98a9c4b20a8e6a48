import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { wideScreen } from '../screen.ts';

/**
 * Shown as it is where there is room; on a narrow screen under its name, unfolded while `open`.
 * It never folds over the control in use, unless `subject`, which it leads to, has changed.
 */
export function Foldable(props: {
  name: string;
  open: boolean;
  subject?: unknown;
  /** Folded on a wide screen too, where what it leads to needs the whole width. */
  always?: boolean;
  children: ComponentChildren;
}) {
  const { f } = useLanguage();
  const details = useRef<HTMLDetailsElement>(null);
  const { open, subject } = props;
  const wide = wideScreen.value;
  // Before the first picture of the page: unfolded after it, it would push down what is already read.
  useLayoutEffect(() => {
    const { current } = details;
    if (current === null) return;
    if (open) current.open = true;
    else if (!current.contains(document.activeElement)) current.open = false;
  }, [open, wide, props.always]);
  useEffect(() => {
    if (details.current !== null && subject != null) details.current.open = false;
  }, [subject]);
  if (wide && !props.always) return <>{props.children}</>;
  return (
    <details class="foldable" ref={details}>
      <summary>{f.text(props.name)}</summary>
      {props.children}
    </details>
  );
}
