import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { searchAnswer } from './catalogue.ts';
import { describe, type Served, type StandInDataset, serve } from './dataset.ts';
import { CONTENT_TYPES, exportBody, selectColumns } from './exports.ts';
import { transfer } from './transfer.ts';

export interface StandInOptions {
  datasets: readonly StandInDataset[];
  port?: number;
  /** Opens what the faults `private-404`, `private-403` and `empty-success` close. */
  apiKey?: string;
  /** Requests answered before every one is refused until tomorrow. */
  quota?: number;
  /** When a quota opens again; far away unless said. */
  quotaEnds?: Date;
  /** Entries given at most in a page of the catalogue, whatever is asked for. */
  largestPage?: number;
}

export interface StandInRequest {
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
}

export interface StandIn {
  url: string;
  requests: StandInRequest[];
  close(): Promise<void>;
}

const ROOT = '/api/explore/v2.1/catalog/datasets';
export const RESET = '2099-01-02T00:00:00Z';

/** Starts a portal of the Opendatasoft kind on 127.0.0.1, over data sets held in memory. */
export async function startPortal(options: StandInOptions): Promise<StandIn> {
  const served = options.datasets.map(serve);
  const requests: StandInRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const { pathname: path } = url;
    requests.push({ path, query: Object.fromEntries(url.searchParams), headers: request.headers });
    const visit = { request, response, url, served, options, count: requests.length };
    answer(visit).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  served: readonly Served[];
  options: StandInOptions;
  count: number;
}

async function answer(visit: Visit): Promise<void> {
  const { response, url, served, options, count } = visit;
  if (options.quota !== undefined && count > options.quota) return refuseQuota(visit);
  response.setHeader('x-ratelimit-limit', '5000');
  response.setHeader('x-ratelimit-remaining', String(5000 - count));
  response.setHeader('x-ratelimit-reset', '2099-01-02 00:00:00+00:00');
  response.setHeader('cache-control', 'no-cache, no-store, max-age=0, must-revalidate');
  const path = url.pathname.replace(/\/$/, '');
  if (path === ROOT) {
    const listed = served.filter(isListed(visit));
    const found = searchAnswer(listed, url.searchParams, options.largestPage);
    return found === undefined
      ? json(response, 400, { error_code: 'ODSQLSyntaxError', message: 'where is not understood' })
      : json(response, 200, found);
  }
  const [id, part, format] = path.startsWith(`${ROOT}/`)
    ? path
        .slice(ROOT.length + 1)
        .split('/')
        .map(decodeURIComponent)
    : [];
  const dataset = served.filter(isListed(visit)).find((candidate) => candidate.id === id);
  if (dataset === undefined) return notFound(response, id ?? path);
  if (part === undefined) return json(response, 200, describe(dataset));
  if (part !== 'exports') return notFound(response, path);
  return format === undefined ? formats(visit, dataset) : sendExport(visit, dataset, format);
}

function hasKey({ request, options }: Visit): boolean {
  return (
    options.apiKey !== undefined && request.headers.authorization === `Apikey ${options.apiKey}`
  );
}

function isListed(visit: Visit): (dataset: Served) => boolean {
  return (dataset) => !dataset.faults.has('private-404') || hasKey(visit);
}

function formats({ response, url }: Visit, dataset: Served): void {
  const href = (rel: string) => `http://${url.host}${ROOT}/${dataset.id}/exports/${rel}`;
  json(response, 200, { links: dataset.formats.map((rel) => ({ rel, href: href(rel) })) });
}

async function sendExport(visit: Visit, dataset: Served, format: string): Promise<void> {
  const { request, response, url } = visit;
  const { faults } = dataset;
  if (!dataset.formats.includes(format)) return notFound(response, `${dataset.id}/${format}`);
  if (faults.strikes('quota-429')) return refuseQuota(visit);
  if (faults.strikes('retry-after-429')) {
    response.setHeader('retry-after', '1');
    return json(response, 429, { errorcode: 10002, error: 'Too many requests' });
  }
  if (faults.strikes('flaky-500')) {
    return json(response, 500, { error_code: 'InternalError', message: 'Try again later' });
  }
  if (faults.has('private-403') && !hasKey(visit)) {
    return json(response, 403, { error_code: 'ForbiddenAccess', message: 'Forbidden' });
  }
  const select = url.searchParams.get('select');
  const selection = selectColumns(dataset, select);
  if ('unknown' in selection || (select !== null && faults.has('refuses-select'))) {
    const message = 'Unknown field in select';
    return json(response, 400, { error_code: 'ODSQLError', message });
  }
  const empty = faults.has('empty-success') && !hasKey(visit);
  const rows = empty ? [] : shown(dataset);
  const body = await exportBody({ ...dataset, rows }, format, selection.columns, url.searchParams);
  faults.strikes('count-changes');
  const broken = format === 'parquet' && faults.has('broken-parquet');
  const sent = broken ? body.subarray(0, body.length - 20) : body;
  await transfer(request, response, dataset, CONTENT_TYPES[format] ?? 'text/plain', sent);
}

function shown(dataset: Served): string[][] {
  return dataset.faults.has('more-rows')
    ? [...dataset.rows, ...dataset.rows.slice(0, 1)]
    : dataset.rows;
}

function refuseQuota({ response, options }: Visit): void {
  json(response, 429, {
    errorcode: 10002,
    error: 'Too many requests on the domain. Please contact the domain administrator.',
    reset_time: options.quotaEnds?.toISOString() ?? RESET,
    limit_time_unit: 'day',
    call_limit: 5000,
  });
}

function notFound(response: ServerResponse, what: string): void {
  const message = `The requested resource ${what} does not exist.`;
  json(response, 404, { error_code: 'NotFoundResource', message });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
