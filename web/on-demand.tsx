import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../core/contract/problem.ts';
import { useLanguage } from './context.ts';
import { Failure, Skeleton } from './parts/states.tsx';
import { retryFailed } from './resource.ts';

const unreachable: Problem = { type: 'about:blank', title: '', status: 0, detail: '' };

/** Code that is on its way, come, or did not come and can be asked for again. */
interface Coming<Props> {
  readonly loaded: ReadonlySignal<ComponentType<Props> | null>;
  readonly failed: ReadonlySignal<boolean>;
  ask(before?: () => void): void;
}

function coming<Props>(load: () => Promise<ComponentType<Props>>): Coming<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  return {
    loaded,
    failed,
    ask(before = () => undefined) {
      failed.value = false;
      load().then(
        (component) => {
          before();
          loaded.value = component;
        },
        () => {
          failed.value = true;
        },
      );
    },
  };
}

function NotCome({ ask }: { ask(): void }) {
  const retry = () => {
    retryFailed();
    ask();
  };
  return <Failure problem={unreachable} retry={retry} startAgain={window.location.href} />;
}

/**
 * A page whose code comes when it is first shown. Until then its heading stands over a skeleton, and a reader whose
 * focus is on that heading finds it on the page's own; code that does not come can be asked for again.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<{ heading: string; page: Props }> {
  const { loaded, failed, ask } = coming(load);
  return function OnDemand({ heading, page }) {
    const { f } = useLanguage();
    const Page = loaded.value;
    const placeholder = useRef<HTMLHeadingElement>(null);
    const held = useRef(false);
    const askFor = () =>
      ask(() => {
        held.current = document.activeElement === placeholder.current;
      });
    useEffect(() => {
      if (loaded.value === null) askFor();
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
        {failed.value ? <NotCome ask={askFor} /> : <Skeleton lines={18} />}
      </>
    );
  };
}

/** A part of a page whose code comes when the part is first shown, over a skeleton of so many lines. */
export function onDemandPart<Props extends object>(
  lines: number,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const { loaded, failed, ask } = coming(load);
  return function OnDemandPart(props) {
    const Part = loaded.value;
    useEffect(() => {
      if (loaded.value === null) ask();
    }, []);
    if (Part !== null) return <Part {...props} />;
    return failed.value ? <NotCome ask={ask} /> : <Skeleton lines={lines} />;
  };
}
