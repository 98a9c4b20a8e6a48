import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { NoWarehouseError, type WarehouseStore } from '../warehouse/lifecycle.ts';
import { apiRoot, registerAnswers } from './answer-routes.ts';
import { ByteCache } from './byte-cache.ts';
import { type ReadCounts, registerCounts } from './counts-route.ts';
import { registerDocumentation } from './documentation.ts';
import { endpoints } from './endpoints.ts';
import type { FormatWriters } from './format-writer.ts';
import { registerHeaders } from './headers.ts';
import { registerHealth } from './health.ts';
import { originOf } from './origin.ts';
import { registerPackage } from './package-route.ts';
import { putHead, writePageHead } from './page-head.ts';
import { preloadsOf } from './page-preloads.ts';
import { registerProblems, sendMethodProblem, sendPathProblem } from './problems.ts';
import { Site } from './site.ts';
import type { Verify } from './verification.ts';

/** What the application is made of. */
export interface AppParts {
  readonly store: WarehouseStore;
  /** The folder of the built site (`dist/web`). */
  readonly siteFolder: string;
  /** Formats of the data endpoints beside JSON. */
  readonly formats?: FormatWriters;
  /** Recomputes the published figures, for `/verification`; without it that address is a 404. */
  readonly verify?: Verify;
  /** Reads official counts that come with a request; without it that address is a 404. */
  readonly readCounts?: ReadCounts;
  /** `silent` by default; the program passes LOG_LEVEL. */
  readonly logLevel?: string;
  /** More routes, given the application before it is sealed (charts). */
  readonly register?: (app: FastifyInstance, parts: RegisteredParts) => void | Promise<void>;
}

/** What routes registered from outside may use. */
export interface RegisteredParts {
  readonly store: WarehouseStore;
  readonly cache: ByteCache;
  readonly apiRoot: string;
  readonly log: FastifyBaseLogger;
}

/** The page as it is served while there is no warehouse, else with the head of its address. */
async function dressPage(
  html: string,
  request: FastifyRequest,
  store: WarehouseStore,
  { manifest }: Site,
): Promise<string> {
  try {
    return await store.lease(async ({ catalogue }) =>
      putHead(
        html,
        writePageHead(request.url, catalogue, originOf(request), apiRoot),
        preloadsOf(request.url, catalogue, manifest, apiRoot),
      ),
    );
  } catch (cause) {
    if (cause instanceof NoWarehouseError) return html;
    throw cause;
  }
}

const longestRequest = 30_000;

/** The whole application, not listening: site, API, documentation, health. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { store, siteFolder, formats = {}, verify, readCounts, logLevel = 'silent' } = parts;
  const app = Fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel },
    requestTimeout: longestRequest,
    connectionTimeout: longestRequest,
    bodyLimit: 1024,
    routerOptions: { maxParamLength: 100 },
  });
  const cache = new ByteCache();
  const site = await Site.read(siteFolder);
  registerHeaders(app);
  registerProblems(app);
  registerHealth(app, store);
  registerAnswers(app, { store, cache, formats, services: { verify } });
  registerPackage(app, store);
  if (readCounts !== undefined) await registerCounts(app, store, readCounts);
  registerDocumentation(app, cache, Object.keys(formats));
  await parts.register?.(app, { store, cache, apiRoot, log: app.log });
  const known = endpoints.map(({ path }) => apiRoot + path);
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendMethodProblem(request, reply);
    }
    if (/^\/api(?:[/?]|$)/.test(request.url)) return sendPathProblem(request, reply, known);
    return site.send(request, reply, cache, (html) => dressPage(html, request, store, site));
  });
  app.addHook('onClose', () => store.close());
  return app;
}
