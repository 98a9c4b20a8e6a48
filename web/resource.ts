import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Problem } from '../core/contract/problem.ts';
import { ApiError, type Call, fetchAnswer } from './api.ts';

/** What is known of an answer; `value` stays the last one shown while the next is on its way. */
export type Loadable<T> =
  | { status: 'idle'; value: null }
  | { status: 'loading'; value: T | null }
  | { status: 'ready'; value: T }
  | { status: 'failed'; value: null; problem: Problem };

export interface Resource<T> {
  state: ReadonlySignal<Loadable<T>>;
  /** The address that is asked, null when none is. */
  url: ReadonlySignal<string | null>;
  retry(): void;
}

const answersKept = 60;
const kept = new Map<string, unknown>();

const addresses = new WeakMap<object, string>();

/** Where the API gives this very answer; null for one that the page made from another, or that a file went into. */
export const addressOf = (answer: object): string | null => addresses.get(answer) ?? null;

/** Says where the API would give an answer that the page made from another: a ranking's first rows. */
export function rememberAddress(answer: object, url: string): void {
  addresses.set(answer, url);
}

/** What tells calls apart: the address and, where a file is sent, which one. */
const keyOf = (call: Call<unknown> | null): string | null =>
  call === null ? null : `${call.sent?.number ?? ''} ${call.url}`;

function keep(key: string, { url, sent }: Call<unknown>, value: unknown): void {
  if (typeof value === 'object' && value !== null && sent === undefined) {
    rememberAddress(value, url);
  }
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
}

const unexpected = (cause: unknown): Problem => ({
  type: 'numoscope:unexpected',
  title: '',
  status: 0,
  detail: cause instanceof Error ? cause.message : String(cause),
});

/** Follows `next`: fetches when it names another call, forgets when it names none. */
export function resource<T>(next: () => Call<T> | null): Resource<T> {
  const state = signal<Loadable<T>>({ status: 'idle', value: null });
  const attempt = signal(0);
  const url = computed(() => next()?.url ?? null);
  const key = computed(() => keyOf(next()));
  effect(() => {
    attempt.value;
    const asked = key.value;
    const call = untracked(next);
    if (asked === null || call === null) {
      state.value = { status: 'idle', value: null };
      return undefined;
    }
    if (kept.has(asked)) {
      state.value = { status: 'ready', value: kept.get(asked) as T };
      return undefined;
    }
    const controller = new AbortController();
    state.value = { status: 'loading', value: state.peek().value };
    fetchAnswer(call, controller.signal).then(
      (value) => {
        if (controller.signal.aborted) return;
        keep(asked, call, value);
        state.value = { status: 'ready', value };
      },
      (cause: unknown) => {
        if (controller.signal.aborted) return;
        const problem = cause instanceof ApiError ? cause.problem : unexpected(cause);
        state.value = { status: 'failed', value: null, problem };
      },
    );
    return () => controller.abort();
  });
  return { state, url, retry: () => (attempt.value += 1) };
}
