import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Body, decodeBody } from './body.ts';
import { PortalFault } from './faults.ts';
import type { Timeouts } from './types.ts';
import { type Watch, watched } from './watchdog.ts';

export interface Answer extends Body {
  status: number;
  headers: IncomingMessage['headers'];
}

export interface Call {
  url: URL;
  headers: Record<string, string>;
  timeouts: Timeouts;
  signal: AbortSignal | undefined;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/**
 * One GET over HTTP/1.1, redirects followed, under watch until `read` has consumed the body. Node's
 * own `fetch` is not used: in version 20 it accepts a gzip body cut short and can hang on a body
 * wrongly labelled gzip, which this door does not. Throws {@link PortalFault}.
 */
export async function exchange<T>(call: Call, read: (answer: Answer) => Promise<T>): Promise<T> {
  try {
    return await watched(call.timeouts, call.signal, async (watch) => {
      const message = await follow(call, watch);
      try {
        const body = await decodeBody(beating(message, watch));
        return await read({ status: message.statusCode ?? 0, headers: message.headers, ...body });
      } finally {
        message.destroy();
      }
    });
  } catch (error) {
    call.signal?.throwIfAborted();
    throw asFault(error, call.url);
  }
}

async function follow(call: Call, watch: Watch): Promise<IncomingMessage> {
  let url = call.url;
  let headers = call.headers;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const message = await send(url, headers, watch);
    const { location } = message.headers;
    if (!REDIRECTS.has(message.statusCode ?? 0) || location === undefined) return message;
    message.destroy();
    const next = new URL(location, url);
    // A key is for the portal alone: it must not follow a redirect elsewhere.
    if (next.origin !== url.origin) headers = without(headers, 'authorization');
    url = next;
  }
  const message = `it redirects more than ${MOST_REDIRECTS} times`;
  throw new PortalFault('not-the-format', message, { retriable: false });
}

function send(url: URL, headers: Record<string, string>, watch: Watch): Promise<IncomingMessage> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open(url, { headers, signal: watch.signal }, resolve);
    request.on('error', reject);
    request.end();
  });
}

async function* beating(message: IncomingMessage, watch: Watch): AsyncGenerator<Buffer> {
  for await (const chunk of message) {
    watch.beat();
    yield chunk;
  }
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));
}

const NETWORK_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'it refuses connections',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNRESET: 'the connection broke before the end',
  EPIPE: 'the connection broke before the end',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it on this network',
  ENETUNREACH: 'there is no network',
};

function asFault(error: unknown, url: URL): unknown {
  if (error instanceof PortalFault || !(error instanceof Error)) return error;
  const code = Reflect.get(error, 'code');
  if (typeof code !== 'string') return error;
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new PortalFault('truncated', 'the compressed transfer was cut short or damaged', {
      cause: error,
    });
  }
  const known = NETWORK_ERRORS[code];
  if (known !== undefined) {
    return new PortalFault('network', `${url.host} cannot be read: ${known}`, { cause: error });
  }
  if (/CERT|TLS|SSL|ERR_INVALID_PROTOCOL|HPE_/.test(code)) {
    return new PortalFault('network', `${url.host} cannot be read: ${error.message}`, {
      cause: error,
      retriable: code.startsWith('HPE_'),
    });
  }
  return error;
}
