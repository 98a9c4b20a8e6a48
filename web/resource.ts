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

/** A request on its way, and how many wait for it. */
interface Asking {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

const asking = new Map<string, Asking>();

function ask(key: string, call: Call<unknown>): Asking {
  const controller = new AbortController();
  const answer = fetchAnswer(call, controller.signal)
    .then((value) => {
      keep(key, call, value);
      return value;
    })
    .finally(() => {
      if (asking.get(key) === asked) asking.delete(key);
    });
  const asked = { answer, controller, waiting: 0 };
  asking.set(key, asked);
  return asked;
}

/** Waits for an answer, with whoever asked it before; the request is given up when nobody waits any more. */
function waitFor(key: string, call: Call<unknown>): { answer: Promise<unknown>; leave(): void } {
  const asked = asking.get(key) ?? ask(key, call);
  asked.waiting += 1;
  return {
    answer: asked.answer,
    leave() {
      asked.waiting -= 1;
      if (asked.waiting > 0) return;
      asked.controller.abort();
      if (asking.get(key) === asked) asking.delete(key);
    },
  };
}

const unexpected = (cause: unknown): Problem => ({
  type: 'numoscope:unexpected',
  title: '',
  status: 0,
  detail: cause instanceof Error ? cause.message : String(cause),
});

/** How to ask again for each answer that failed and is still wanted. */
const failed = new Set<() => void>();

/** Asks again for all that failed: what kept one part of a page from coming has often kept others. */
export function retryFailed(): void {
  for (const retry of [...failed]) retry();
}

/** Follows `next`: fetches when it names another call, forgets when it names none. */
export function resource<T>(next: () => Call<T> | null): Resource<T> {
  const state = signal<Loadable<T>>({ status: 'idle', value: null });
  const attempt = signal(0);
  const url = computed(() => next()?.url ?? null);
  const key = computed(() => keyOf(next()));
  const retry = () => {
    attempt.value += 1;
  };
  effect(() => {
    attempt.value;
    failed.delete(retry);
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
    state.value = { status: 'loading', value: state.peek().value };
    const { answer, leave } = waitFor(asked, call);
    let left = false;
    answer.then(
      (value) => {
        if (!left) state.value = { status: 'ready', value: value as T };
      },
      (cause: unknown) => {
        if (left) return;
        failed.add(retry);
        const problem = cause instanceof ApiError ? cause.problem : unexpected(cause);
        state.value = { status: 'failed', value: null, problem };
      },
    );
    return () => {
      left = true;
      leave();
    };
  });
  return { state, url, retry };
}
