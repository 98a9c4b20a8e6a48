import type { FastifyInstance } from 'fastify';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';

/** `/healthz`: the process answers. `/readyz`: it has a warehouse, whose version it says; else 503. */
export function registerHealth(app: FastifyInstance, store: WarehouseStore): void {
  app.get('/healthz', async (_, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', async (_, reply) => {
    const version = await store.lease(async (warehouse) => warehouse.version);
    return reply.header('cache-control', 'no-store').send({ status: 'ready', version });
  });
}
