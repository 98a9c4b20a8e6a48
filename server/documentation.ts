import type { FastifyInstance } from 'fastify';
import type { Language } from '../core/format/language.ts';
import { type ByteCache, type Entry, entryOf } from './byte-cache.ts';
import { documentationPage } from './documentation-page.ts';
import { documentationStyle } from './documentation-style.ts';
import { openApiDocument } from './openapi.ts';
import { sendEntry } from './send-entry.ts';

const inBoth = (type: string, write: (lang: Language) => string): Record<Language, Entry> => ({
  fr: entryOf(type, Buffer.from(write('fr'))),
  en: entryOf(type, Buffer.from(write('en'))),
});

/** The OpenAPI document and the page that shows it, in French or with `lang=en`: no script, nothing from elsewhere. */
export function registerDocumentation(
  app: FastifyInstance,
  cache: ByteCache,
  formats: readonly string[],
): void {
  const entries = {
    '/api/v1/openapi.json': inBoth('application/json; charset=utf-8', (lang) =>
      JSON.stringify(openApiDocument(formats, lang)),
    ),
    '/api/docs': inBoth('text/html; charset=utf-8', (lang) => documentationPage(formats, lang)),
    '/api/docs.css': inBoth('text/css; charset=utf-8', () => documentationStyle),
  };
  for (const [url, entry] of Object.entries(entries)) {
    app.get<{ Querystring: { lang?: string } }>(url, (request, reply) =>
      sendEntry(request, reply, cache, entry[request.query.lang === 'en' ? 'en' : 'fr']),
    );
  }
}
