import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawQuery } from '../core/contract/parse-query.ts';
import { badParameter } from '../core/contract/problem.ts';
import { type Language, languages } from '../core/format/language.ts';
import { meta } from '../warehouse/answers/catalogue.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type ByteCache, type Entry, entryOf, keptAs } from './byte-cache.ts';
import { canonical } from './canonical.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { nameFile } from './file-name.ts';
import type { FormatWriters } from './format-writer.ts';
import type { AnswerView, DataAnswers } from './formats/table.ts';
import { unformed } from './problem-words.ts';
import { sendEntry } from './send-entry.ts';
import type { Services } from './verification.ts';

/** Where version 1 of the API is. */
export const apiRoot = '/api/v1';

export interface AnswerRoutes {
  readonly store: WarehouseStore;
  readonly cache: ByteCache;
  readonly formats: FormatWriters;
  readonly services: Services;
}

/** In an address « + » reads as a space; where the contract's own values hold one, it is put back. */
export function restorePlus(raw: RawQuery): RawQuery {
  const mend = (name: string, text: string): string => {
    if (name === 'region') return text.replace(/^93 94$/, '93+94');
    return name === 'criteria' ? text.replace(/: :(?=[^:]*$)/, ':+:') : text;
  };
  return Object.fromEntries(
    Object.entries(raw).map(([name, given]) => [
      name,
      typeof given === 'string' ? mend(name, given) : given?.map((text) => mend(name, text)),
    ]),
  );
}

interface Parsed {
  readonly query: unknown;
  readonly format: string;
  readonly language: Language;
}

/** A request understood, and the key of its answer within a version. */
interface Asked extends Parsed {
  readonly key: string;
}

/** Addresses understood lately, by their text: what is asked over and over is read once. */
const mostAddresses = 2000;
const longestAddress = 1000;

function askedBy(
  known: Map<string, Asked>,
  endpoint: Endpoint,
  request: FastifyRequest,
  formats: FormatWriters,
): Asked {
  const before = known.get(request.url);
  if (before !== undefined) return before;
  const parsed = readRequest(endpoint, request, formats);
  const { query, format, language } = parsed;
  const key = `${endpoint.name} ${format} ${language} ${canonical(query)}`;
  const asked = { ...parsed, key };
  if (request.url.length > longestAddress) return asked;
  known.set(request.url, asked);
  const [oldest = ''] = known.keys();
  if (known.size > mostAddresses) known.delete(oldest);
  return asked;
}

function readRequest(endpoint: Endpoint, request: FastifyRequest, formats: FormatWriters): Parsed {
  const { format = 'json', lang, ...raw } = restorePlus(request.query as RawQuery);
  const params = request.params as RawQuery;
  if (!endpoint.tabular) {
    return {
      query: endpoint.parse(request.query as RawQuery, params),
      format: 'json',
      language: 'fr',
    };
  }
  const allowed = ['json', ...Object.keys(formats)];
  if (typeof format !== 'string' || !allowed.includes(format)) {
    throw badParameter('format', unformed.format(format), allowed);
  }
  return { query: endpoint.parse(raw, params), format, language: languageOf(lang, format) };
}

/** The language of a file; JSON is the same for every reader. */
function languageOf(lang: RawQuery[string], format: string): Language {
  if (lang === undefined) return 'fr';
  if (format === 'json') {
    throw badParameter('lang', unformed.languageOfJson, []);
  }
  const found = languages.find((each) => each === lang);
  if (found === undefined) {
    throw badParameter('lang', unformed.language(lang), languages);
  }
  return found;
}

async function makeEntry(
  warehouse: Warehouse,
  endpoint: Endpoint,
  { query, format, language }: Parsed,
  { formats, services }: AnswerRoutes,
): Promise<Entry> {
  const answer = await endpoint.run(warehouse, query, services);
  const write = formats[format];
  if (write === undefined) {
    return entryOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(answer)));
  }
  const written = {
    endpoint: endpoint.name,
    answer,
    query: query as Readonly<Record<string, unknown>>,
    address: apiRoot + endpoint.path,
    meta: meta(warehouse),
    language,
  };
  const file = await write(written);
  const name = nameFile({
    view: endpoint.name,
    query: written.query,
    answer: answer as DataAnswers[AnswerView],
    language,
  });
  return entryOf(file.contentType, file.body, keptAs(`${name}.${file.extension}`));
}

/** Registers every endpoint: parse, ask the use case once a version and query, send the bytes. */
export function registerAnswers(app: FastifyInstance, routes: AnswerRoutes): void {
  const { store, cache, formats } = routes;
  for (const endpoint of endpoints) {
    const url = apiRoot + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const known = new Map<string, Asked>();
    app.get(url, async (request: FastifyRequest, reply: FastifyReply) => {
      const asked = askedBy(known, endpoint, request, formats);
      return store.lease(async (warehouse) => {
        const key = `${warehouse.version} ${asked.key}`;
        const entry = await cache.get(key, () => makeEntry(warehouse, endpoint, asked, routes));
        return sendEntry(request, reply, cache, entry);
      });
    });
  }
}
