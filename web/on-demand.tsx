import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../core/contract/problem.ts';
import { useLanguage } from './context.ts';
import { Failure, Skeleton } from './parts/states.tsx';

const unreachable: Problem = { type: 'about:blank', title: '', status: 0, detail: '' };

/**
 * A page whose code comes when it is first shown. Until then its heading stands over a skeleton, and a reader whose
 * focus is on that heading finds it on the page's own; code that does not come can be asked for again.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<{ heading: string; page: Props }> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  return function OnDemand({ heading, page }) {
    const { f } = useLanguage();
    const Page = loaded.value;
    const placeholder = useRef<HTMLHeadingElement>(null);
    const held = useRef(false);
    const ask = () => {
      failed.value = false;
      load().then(
        (component) => {
          held.current = document.activeElement === placeholder.current;
          loaded.value = component;
        },
        () => {
          failed.value = true;
        },
      );
    };
    useEffect(() => {
      if (loaded.value === null) ask();
    }, []);
    useLayoutEffect(() => {
      if (Page === null || !held.current) return;
      held.current = false;
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }, [Page]);
    if (Page !== null) return <Page {...page} />;
    return (
      <>
        <h1 ref={placeholder} tabIndex={-1}>
          {f.text(heading)}
        </h1>
        {failed.value ? (
          <Failure problem={unreachable} retry={ask} startAgain={window.location.href} />
        ) : (
          <Skeleton lines={18} />
        )}
      </>
    );
  };
}
