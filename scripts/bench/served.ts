import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildApp } from '../../server/app.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { median, report } from './report.ts';

const loadFile = fileURLToPath(new URL('load.ts', import.meta.url));
const connections = 32;
const rounds = 5;
const roundLength = 2000;

const paths = [
  '/api/v1/crosstab?question=501&by=size',
  '/api/v1/crosstab?question=501&by=sector',
  '/api/v1/crosstab?question=501&by=department',
];

async function perSecond(port: number, path: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', loadFile, String(port), path, String(connections), String(roundLength)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`The load on ${path} failed.`);
  return Number(said);
}

async function listening(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A Fastify that does nothing but send these texts, ready in memory. */
function bareServer(bodies: ReadonlyMap<string, string>): FastifyInstance {
  const app = Fastify();
  for (const [index, body] of [...bodies.values()].entries()) {
    app.get(`/${index}`, (_, reply) => {
      reply.header('content-type', 'application/json; charset=utf-8').send(body);
    });
  }
  return app;
}

/**
 * Cached answers a second over 32 connections, beside a bare Fastify sending the same text; servers
 * here, load in another process, rounds interleaved. `folder` is `$NUMOSCOPE_DATA`.
 */
export async function benchServed(folder: string): Promise<void> {
  const app = await buildApp({ store: new WarehouseStore(folder), siteFolder: folder });
  const bodies = new Map<string, string>();
  for (const path of paths) bodies.set(path, (await app.inject(path)).body);
  const bare = bareServer(bodies);
  const rows: string[][] = [];
  try {
    const [own, other] = [await listening(app), await listening(bare)];
    for (const [index, path] of paths.entries()) {
      const cached: number[] = [];
      const ready: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        cached.push(await perSecond(own, path));
        ready.push(await perSecond(other, `/${index}`));
      }
      rows.push([
        path,
        `${(Buffer.byteLength(bodies.get(path) ?? '') / 1000).toFixed(1)} kB`,
        Math.round(median(cached)).toLocaleString('en'),
        Math.round(median(ready)).toLocaleString('en'),
        (median(cached) / median(ready)).toFixed(2),
      ]);
    }
  } finally {
    await Promise.all([app.close(), bare.close()]);
  }
  report(
    `Cached answers a second, ${connections} connections`,
    ['address', 'size', 'numoscope', 'bare Fastify, ready text', 'ratio'],
    rows,
  );
}
