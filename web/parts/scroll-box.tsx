import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';

/**
 * A wide table scrolls in its own box, never the page. The keyboard stops at the box only where there
 * is something to scroll to: a stop that does nothing would be one too many.
 */
export function ScrollBox({ children }: { children: ComponentChildren }) {
  const { t, f } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = () => setOverflows(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    if (current.firstElementChild !== null) observer.observe(current.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const reach = overflows
    ? { role: 'group' as const, 'aria-label': f.text(t.wideTable), tabIndex: 0 }
    : {};
  return (
    <div ref={box} class="scroll-box" {...reach}>
      {children}
    </div>
  );
}
