import { setTimeout as sleep } from 'node:timers/promises';
import { PortalFault } from './faults.ts';
import type { RetryPolicy } from './types.ts';

export const DEFAULT_RETRIES: RetryPolicy = {
  attempts: 4,
  baseDelay: 1_000,
  maxDelay: 30_000,
  longestWait: 120_000,
};

export interface RetryNotice {
  fault: PortalFault;
  attempt: number;
  attempts: number;
  delay: number;
}

/**
 * Makes an attempt until it succeeds, fails for good or the policy's number is reached; throws the
 * last fault. Waits double each time, with jitter, and are never shorter than the portal asks.
 */
export async function withRetries<T>(
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
  attemptOnce: (attempt: number) => Promise<T>,
  onRetry: (notice: RetryNotice) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof PortalFault) || !error.retriable) throw error;
      if (attempt >= policy.attempts) throw error;
      const backoff = Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
      const jittered = backoff * (0.5 + Math.random() / 2);
      const delay = Math.max(jittered, error.waitMs ?? 0);
      onRetry({ fault: error, attempt, attempts: policy.attempts, delay });
      await sleep(delay, undefined, { signal });
    }
  }
}
