export type FaultKind =
  | 'network'
  | 'timeout'
  | 'server'
  | 'busy'
  | 'quota'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'bad-request'
  | 'not-the-format'
  | 'truncated'
  | 'empty';

const RETRIABLE: ReadonlySet<FaultKind> = new Set([
  'network',
  'timeout',
  'server',
  'busy',
  'not-the-format',
  'truncated',
]);

/**
 * One thing that went wrong with one request. The message is the end of a sentence (« the portal
 * answered 502 ») without a capital or a full stop, so that callers can say what it prevented.
 */
export class PortalFault extends Error {
  readonly kind: FaultKind;
  /** Milliseconds the portal asks to wait, when it says so. */
  readonly waitMs: number | null;
  /** When a quota opens again. */
  readonly until: Date | null;
  readonly retriable: boolean;

  constructor(
    kind: FaultKind,
    message: string,
    details: {
      waitMs?: number | null;
      until?: Date | null;
      retriable?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'PortalFault';
    this.kind = kind;
    this.waitMs = details.waitMs ?? null;
    this.until = details.until ?? null;
    this.retriable = details.retriable ?? RETRIABLE.has(kind);
  }
}

export type UnreachableReason =
  | 'network'
  | 'not-a-portal'
  | 'no-datasets'
  | 'quota'
  | 'unauthorised';

/** Nothing can be had from the portal at all. The message is one whole sentence. */
export class PortalUnreachable extends Error {
  readonly reason: UnreachableReason;
  readonly baseUrl: string;
  readonly until: Date | null;

  constructor(
    reason: UnreachableReason,
    baseUrl: string,
    message: string,
    details: { until?: Date | null; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'PortalUnreachable';
    this.reason = reason;
    this.baseUrl = baseUrl;
    this.until = details.until ?? null;
  }
}

const API_KEY_ADVICE = 'set NUMOSCOPE_API_KEY to a key that may read it';

/** The fault that a non-2xx answer stands for. `body` is the parsed JSON body, if it was JSON. */
export function faultOfStatus(status: number, body: unknown, waitMs: number | null): PortalFault {
  const said = messageOf(body);
  const quote = said === null ? '' : ` (“${said}”)`;
  if (status === 401) {
    return new PortalFault('unauthorised', `the portal asks who is calling; ${API_KEY_ADVICE}`);
  }
  if (status === 403) {
    return new PortalFault('forbidden', `the portal refuses access to its rows; ${API_KEY_ADVICE}`);
  }
  if (status === 404 || status === 410) {
    return new PortalFault(
      'not-found',
      `the portal says it does not exist, which it also says of private data sets; check the id or ${API_KEY_ADVICE}`,
    );
  }
  if (status === 429) return tooManyRequests(body, waitMs);
  if (status >= 500 || status === 408) {
    return new PortalFault('server', `the portal answered ${status}${quote}`, { waitMs });
  }
  return new PortalFault('bad-request', `the portal refused the request with ${status}${quote}`);
}

/** A 429 with a reset time is the whole portal's quota: trying before then is useless. */
function tooManyRequests(body: unknown, waitMs: number | null): PortalFault {
  const reset = fieldOf(body, 'reset_time');
  const until = reset === null ? null : new Date(reset);
  if (until !== null && !Number.isNaN(until.getTime())) {
    return new PortalFault('quota', quotaSentence(until, fieldOf(body, 'limit_time_unit')), {
      until,
    });
  }
  return new PortalFault('busy', 'the portal keeps asking to slow down (429)', { waitMs });
}

/** « the portal's daily quota of requests is used up until 2026-08-18 00:00 UTC ». */
export function quotaSentence(until: Date, unit: string | null): string {
  const period = unit === 'day' ? 'daily ' : unit === 'month' ? 'monthly ' : '';
  return `the portal's ${period}quota of requests is used up until ${describeInstant(until)}`;
}

export function describeInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function messageOf(body: unknown): string | null {
  return fieldOf(body, 'message') ?? fieldOf(body, 'error');
}

function fieldOf(body: unknown, key: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = Reflect.get(body, key);
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : null;
}
