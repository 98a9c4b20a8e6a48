import { PortalFault } from './faults.ts';
import type { Timeouts } from './types.ts';

export const DEFAULT_TIMEOUTS: Timeouts = {
  firstByte: 120_000,
  silence: 60_000,
  total: 1_800_000,
};

export interface Watch {
  signal: AbortSignal;
  /** Says that something arrived: from now on silence is what is measured. */
  beat(): void;
}

/**
 * Runs one exchange under watch. Rejects with the outer signal's reason when that aborts, or with a
 * timeout fault when the exchange is silent or too long, even if a stream never settles by itself.
 */
export async function watched<T>(
  timeouts: Timeouts,
  outer: AbortSignal | undefined,
  exchange: (watch: Watch) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const expire = (message: string) => controller.abort(new PortalFault('timeout', message));
  let silence = setTimeout(
    () => expire(`the portal did not answer within ${seconds(timeouts.firstByte)}`),
    timeouts.firstByte,
  );
  const total = setTimeout(
    () => expire(`the transfer was not over after ${seconds(timeouts.total)}`),
    timeouts.total,
  );
  const onOuter = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', onOuter, { once: true });
  let started = false;
  const beat = () => {
    if (started) {
      silence.refresh();
      return;
    }
    started = true;
    clearTimeout(silence);
    silence = setTimeout(
      () => expire(`the transfer stopped: nothing came for ${seconds(timeouts.silence)}`),
      timeouts.silence,
    );
  };
  try {
    return await orAborted(exchange({ signal, beat }), signal);
  } finally {
    clearTimeout(silence);
    clearTimeout(total);
    outer?.removeEventListener('abort', onOuter);
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise
      .then(resolve, (error: unknown) => reject(signal.aborted ? signal.reason : error))
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
