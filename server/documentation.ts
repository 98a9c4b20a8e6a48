import type { FastifyInstance } from 'fastify';
import { type ByteCache, entryOf } from './byte-cache.ts';
import { documentationPage } from './documentation-page.ts';
import { documentationStyle } from './documentation-style.ts';
import { openApiDocument } from './openapi.ts';
import { sendEntry } from './send-entry.ts';

/** The OpenAPI document and the page that shows it: no script, nothing from elsewhere. */
export function registerDocumentation(
  app: FastifyInstance,
  cache: ByteCache,
  formats: readonly string[],
): void {
  const entries = {
    '/api/v1/openapi.json': entryOf(
      'application/json; charset=utf-8',
      Buffer.from(JSON.stringify(openApiDocument(formats))),
    ),
    '/api/docs': entryOf('text/html; charset=utf-8', Buffer.from(documentationPage(formats))),
    '/api/docs.css': entryOf('text/css; charset=utf-8', Buffer.from(documentationStyle)),
  };
  for (const [url, entry] of Object.entries(entries)) {
    app.get(url, (request, reply) => sendEntry(request, reply, cache, entry));
  }
}
