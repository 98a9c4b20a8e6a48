import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';

/**
 * What the parts of a table are, said once more: a table that a narrow screen lays out afresh is no longer one to
 * some screen readers unless it says so.
 */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  heading: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** What of a box is out of sight: nothing, some of it to the right, or only what was scrolled past. */
type Beyond = 'nothing' | 'end' | 'start';

function beyond({ scrollWidth, clientWidth, scrollLeft }: HTMLElement): Beyond {
  if (scrollWidth <= clientWidth) return 'nothing';
  return scrollLeft + clientWidth < scrollWidth - 1 ? 'end' : 'start';
}

/** Brings what takes the focus out from under the column that stays in sight. */
function uncover({ currentTarget: box, target }: { currentTarget: HTMLElement; target: unknown }) {
  const kept = box.querySelector('th:first-child');
  if (!(target instanceof Element) || kept === null || target === box) return;
  if (getComputedStyle(kept).position !== 'sticky' || target.closest('th:first-child')) return;
  const covered = kept.getBoundingClientRect().right - target.getBoundingClientRect().left;
  if (covered > 0) box.scrollLeft -= covered + 8;
}

/**
 * A wide table scrolls in its own box, never the page, and an arrow says so while there is more to the right. The
 * keyboard stops at the box only where there is something to scroll to: a stop that does nothing would be one too many.
 */
export function ScrollBox({ children }: { children: ComponentChildren }) {
  const { t, f } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<Beyond>('nothing');
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = () => setHidden(beyond(current));
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    if (current.firstElementChild !== null) observer.observe(current.firstElementChild);
    current.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, []);
  const reach =
    hidden === 'nothing'
      ? {}
      : { role: 'group' as const, 'aria-label': f.text(t.wideTable), tabIndex: 0 };
  return (
    <div class={hidden === 'end' ? 'scroll-frame more' : 'scroll-frame'}>
      <div ref={box} class="scroll-box" onFocusIn={uncover} {...reach}>
        {children}
      </div>
    </div>
  );
}
