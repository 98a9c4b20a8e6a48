import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { PortalFault, quotaSentence } from './faults.ts';

/**
 * What the portal said of its limits, shared by all requests of a run: a pause holds them all, a
 * used-up quota ends them all.
 */
export class RateLimit {
  private readonly longestWait: number;
  private pausedUntil = 0;
  private stopped: PortalFault | null = null;

  constructor(longestWait: number) {
    this.longestWait = longestWait;
  }

  /** Waits until a request may leave. Throws the fault that ended the run, if one did. */
  async clearance(signal: AbortSignal | undefined): Promise<void> {
    if (this.stopped !== null) throw this.stopped;
    const wait = this.pausedUntil - Date.now();
    if (wait > 0) await sleep(wait, undefined, { signal });
  }

  /** Reads the limit headers of any answer. */
  note(headers: IncomingHttpHeaders): void {
    const remaining = headers['x-ratelimit-remaining'];
    if (typeof remaining !== 'string' || !/^0+$/.test(remaining.trim())) return;
    const reset = parseReset(headers['x-ratelimit-reset']);
    if (reset === null || reset.getTime() <= Date.now()) return;
    if (reset.getTime() - Date.now() <= this.longestWait) this.pause(reset.getTime() - Date.now());
    else this.stop(new PortalFault('quota', quotaSentence(reset, null), { until: reset }));
  }

  /** Takes the consequences of a fault; answers the fault to throw. */
  heed(fault: PortalFault): PortalFault {
    if (fault.kind === 'quota') return this.heedQuota(fault);
    if (fault.waitMs === null) return fault;
    if (fault.waitMs > this.longestWait) {
      const until = new Date(Date.now() + fault.waitMs);
      const quota = new PortalFault('quota', quotaSentence(until, null), { until, cause: fault });
      this.stop(quota);
      return quota;
    }
    this.pause(fault.waitMs);
    return fault;
  }

  /** A quota that opens again soon is waited for. */
  private heedQuota(fault: PortalFault): PortalFault {
    const waitMs = (fault.until?.getTime() ?? 0) - Date.now();
    if (waitMs <= 0 || waitMs > this.longestWait) {
      this.stop(fault);
      return fault;
    }
    this.pause(waitMs);
    return new PortalFault('busy', fault.message, { waitMs, cause: fault });
  }

  private pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
  }

  private stop(fault: PortalFault): void {
    this.stopped ??= fault;
  }
}

/** `Retry-After` in milliseconds from now; it is written in seconds or as a date. */
export function parseRetryAfter(value: string | undefined): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** The reset is written `2026-08-18 00:00:00+00:00`, though the old documentation says epoch seconds. */
function parseReset(value: string | string[] | undefined): Date | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const date = /^\d{9,}$/.test(text)
    ? new Date(Number(text) * 1000)
    : new Date(text.replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? null : date;
}
