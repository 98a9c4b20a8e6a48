import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const takesFocus = ':is(a[href], button, input, select, summary, [tabindex])';

/** What takes the focus above a part of the page, the nearest first. */
const above = (part: HTMLElement): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`main ${takesFocus}`)]
    .filter((one) => one.compareDocumentPosition(part) === Node.DOCUMENT_POSITION_FOLLOWING)
    .reverse();

/** Gives the focus that a part of the page takes away with it to what stands above, or to the heading of what came instead. */
export function useFocusLeft(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(
    () => () => {
      if (part.current === null || !part.current.contains(document.activeElement)) return;
      const nearest = above(part.current);
      // Once what comes instead is there: it may have replaced what stood above, too.
      queueMicrotask(() => {
        const place =
          nearest.find((one) => one.isConnected && one.checkVisibility()) ??
          document.querySelector<HTMLElement>('main h1');
        place?.focus({ preventScroll: true });
      });
    },
    [part],
  );
}
