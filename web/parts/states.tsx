import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Problem } from '../../core/contract/problem.ts';
import { useLanguage } from '../context.ts';
import type { Fault } from '../url-state.ts';
import { useFocusLeft } from './focus-left.ts';

/** A place where something will be, or why nothing is there and what to do. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  const { f } = useLanguage();
  return (
    <div class="empty">
      <h2>{f.text(title)}</h2>
      {children}
    </div>
  );
}

/** Nobody passes the filters. */
export function Nobody() {
  const { t, f } = useLanguage();
  return (
    <Empty title={t.noRows}>
      <p>{f.text(t.noRowsHelp)}</p>
    </Empty>
  );
}

/** Grey lines that hold the place of what is loading. */
export function Skeleton({ lines }: { lines: number }) {
  const { t, f } = useLanguage();
  return (
    <div class="skeleton">
      <p class="visually-hidden">{f.text(t.loading)}</p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

const allowedShown = 12;

/** What the API refused, in its own words, and what to do about it. */
export function Failure(props: { problem: Problem; retry(): void; startAgain: string }) {
  const { t, f } = useLanguage();
  const { problem } = props;
  const box = useRef<HTMLDivElement>(null);
  useFocusLeft(box);
  const help =
    problem.status === 0 ? t.errorUnreachable : problem.status < 500 ? t.errorBad : t.errorServer;
  const allowed = problem.allowed ?? [];
  return (
    <div ref={box} class="failure" role="alert">
      <h2>{f.text(t.error)}</h2>
      {problem.status >= 400 && problem.status < 500 && <p>{f.text(problem.detail)}</p>}
      {allowed.length > 0 && (
        <p>
          {f.text(t.errorAllowed)} {allowed.slice(0, allowedShown).join(', ')}
          {allowed.length > allowedShown && '…'}
        </p>
      )}
      <p>{f.text(help)}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => props.retry()}>
          {f.text(t.retry)}
        </button>
        <a class="button quiet" href={props.startAgain}>
          {f.text(t.startAgain)}
        </a>
      </p>
    </div>
  );
}

/** The parts of the address that were left out, each with its reason. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t, f } = useLanguage();
  if (faults.length === 0) return null;
  return (
    <aside class="faults" aria-labelledby="faults-title">
      <h2 id="faults-title">{f.text(t.faultsTitle)}</h2>
      <ul>
        {faults.map(({ parameter, raw, reason }) => (
          <li key={`${parameter} ${raw}`}>{f.text(t.fault(reason, parameter, raw))}</li>
        ))}
      </ul>
      <p>{f.text(t.faultsRest)}</p>
    </aside>
  );
}
