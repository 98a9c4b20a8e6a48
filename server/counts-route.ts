import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type CountsFault,
  type EnterpriseCounts,
  isCountsFault,
} from '../core/contract/enterprise-counts.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { badParameter } from '../core/contract/problem.ts';
import { RankingsQuery } from '../core/contract/rankings.ts';
import { describeCountsFault, largestCounts } from '../core/format/counts-words.ts';
import { rankings } from '../warehouse/answers/rankings.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import { restorePlus } from './answer-routes.ts';
import type { Parameter } from './parameters.ts';

/** Reads a CSV of official numbers of enterprises, `file` being the name it goes by. */
export type ReadCounts = (
  bytes: Uint8Array,
  file: string,
) => Promise<EnterpriseCounts | CountsFault>;

const longestName = 100;
const unnamed = 'effectifs.csv';

const fileParameter: Parameter = {
  name: 'file',
  in: 'query',
  required: false,
  description: 'Nom du fichier, que la réponse dit à côté des volumes.',
  schema: { type: 'string', maxLength: longestName, default: unnamed },
};

/** What the documents say of this address: the only one that takes a body, hence not under `/api/v1`. */
export const countsEndpoint = {
  name: 'countedRankings',
  path: '/counts/rankings',
  summary:
    'Le même classement que /rankings, ses volumes calés sur les effectifs officiels du CSV envoyé : une colonne « entreprises » et une à trois des colonnes département, secteur, taille. Le fichier sert à cette réponse et n’est pas gardé.',
  parameters: [fileParameter],
} as const;

/** A name to be shown, without what could break a line. */
function nameOf(given: RawQuery[string]): string {
  const name = typeof given === 'string' ? given.replaceAll(/\p{C}+/gu, '').trim() : '';
  return name === '' ? unnamed : name.slice(0, longestName);
}

async function answer(
  request: FastifyRequest,
  store: WarehouseStore,
  read: ReadCounts,
): Promise<Buffer> {
  const { file, ...raw } = request.query as RawQuery;
  const query = parseQuery(RankingsQuery, restorePlus(raw));
  const name = nameOf(file);
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const counts = await read(body, name);
  if (isCountsFault(counts)) {
    throw badParameter('counts', {
      fr: describeCountsFault(name, counts, 'fr'),
      en: describeCountsFault(name, counts, 'en'),
    });
  }
  return store.lease(async (warehouse) =>
    Buffer.from(JSON.stringify(await rankings({ ...warehouse, counts }, query))),
  );
}

/** A ranking on counts that come with the request: nothing of them outlives the answer. */
export async function registerCounts(
  app: FastifyInstance,
  store: WarehouseStore,
  read: ReadCounts,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'text/csv',
      { parseAs: 'buffer', bodyLimit: largestCounts },
      (_request, body, done) => done(null, body),
    );
    scope.post(countsEndpoint.path, { bodyLimit: largestCounts }, async (request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .header('content-type', 'application/json; charset=utf-8')
        .send(await answer(request, store, read)),
    );
  });
}
