import { type Answer, exchange } from './exchange.ts';
import { faultOfStatus, PortalFault } from './faults.ts';
import { parseRetryAfter, RateLimit } from './rate-limit.ts';
import { DEFAULT_RETRIES, type RetryNotice, withRetries } from './retry.ts';
import type { PortalOptions, RetryPolicy, Timeouts } from './types.ts';
import { DEFAULT_TIMEOUTS } from './watchdog.ts';

const LARGEST_JSON = 64 * 1024 * 1024;

export type Query = Record<string, string | number | boolean | undefined>;

/** The portal's Explore API for one run: its address, key, patience and what it said of its limits. */
export class PortalClient {
  readonly baseUrl: string;
  readonly retries: RetryPolicy;
  readonly signal: AbortSignal | undefined;
  readonly log: (line: string) => void;
  private readonly timeouts: Timeouts;
  private readonly limits: RateLimit;
  private readonly headers: Record<string, string>;

  constructor(options: PortalOptions) {
    this.baseUrl = normaliseBaseUrl(options.baseUrl);
    this.retries = { ...DEFAULT_RETRIES, ...options.retries };
    this.timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.signal = options.signal;
    this.log = options.log ?? (() => {});
    this.limits = new RateLimit(this.retries.longestWait);
    this.headers = {
      accept: '*/*',
      'accept-encoding': 'gzip',
      'user-agent': `numoscope/${options.toolVersion ?? '0'}`,
      ...(options.apiKey ? { authorization: `Apikey ${options.apiKey}` } : {}),
    };
  }

  url(path: string, query: Query = {}): URL {
    const url = new URL(`${this.baseUrl}/api/explore/v2.1/catalog/${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }

  /** A JSON answer, retried. `attempts` overrides the policy's number. Throws {@link PortalFault}. */
  async json(path: string, query: Query = {}, attempts?: number): Promise<unknown> {
    const url = this.url(path, query);
    const policy = attempts === undefined ? this.retries : { ...this.retries, attempts };
    const onRetry = (notice: RetryNotice) => this.log(describeRetry(path, notice));
    return withRetries(policy, this.signal, () => this.get(url, parseJson), onRetry);
  }

  /** One attempt at a GET; `read` consumes the body of a 200. Throws {@link PortalFault}. */
  async get<T>(url: URL, read: (answer: Answer) => Promise<T>): Promise<T> {
    await this.limits.clearance(this.signal);
    const { headers, timeouts, signal } = this;
    try {
      return await exchange({ url, headers, timeouts, signal }, async (answer) => {
        this.limits.note(answer.headers);
        if (answer.status === 200) return read(answer);
        const waitMs = parseRetryAfter(answer.headers['retry-after']);
        throw faultOfStatus(answer.status, await parseJson(answer).catch(() => null), waitMs);
      });
    } catch (error) {
      throw error instanceof PortalFault ? this.limits.heed(error) : error;
    }
  }
}

/** « … answered 502; trying again in 1.5 s (2 of 4) ». */
export function describeRetry(what: string, notice: RetryNotice): string {
  const wait = (notice.delay / 1000).toFixed(1);
  const { attempt, attempts } = notice;
  return `${what}: ${notice.fault.message}; trying again in ${wait} s (${attempt + 1} of ${attempts})`;
}

async function parseJson(answer: Answer): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.chunks) {
    size += chunk.length;
    if (size > LARGEST_JSON) {
      throw new PortalFault('not-the-format', 'the portal sent far more than a description');
    }
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const what = text.trimStart().startsWith('<') ? 'a web page' : 'something else';
    throw new PortalFault('not-the-format', `the portal sent ${what} where JSON was expected`, {
      cause,
    });
  }
}

/** People paste the address of a page of the portal; the API is at its root. */
function normaliseBaseUrl(address: string): string {
  const url = new URL(address);
  const root = url.pathname.replace(/\/(api\/explore|api\/v2|explore|pages)(\/.*)?$/, '');
  return `${url.origin}${root.replace(/\/+$/, '')}`;
}
