import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { verifyServed } from '../../cli/verification.ts';
import { type AppParts, buildApp } from '../../server/app.ts';
import type { FormatWriters } from '../../server/format-writer.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder, type Tables } from '../warehouse/build-warehouse.ts';

/** The application over a warehouse that holds these rows, closed after the tests. */
export async function openApp(
  tables: Tables,
  formats: FormatWriters = {},
  register?: AppParts['register'],
): Promise<FastifyInstance> {
  const app = await buildApp({
    store: new WarehouseStore(await publishedFolder(tables)),
    siteFolder: '/nonexistent',
    formats,
    verify: verifyServed,
    ...(register && { register }),
  });
  afterAll(() => app.close());
  return app;
}

/** The parsed answer of an address, whatever its status. */
export async function get(app: FastifyInstance, url: string) {
  const response = await app.inject({ method: 'GET', url });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
