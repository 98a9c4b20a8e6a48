import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AppParts, buildApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publish, publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

async function serve(data: string, register: AppParts['register'] = () => {}) {
  const faults: unknown[] = [];
  const app = await buildApp({
    store: new WarehouseStore(data, (fault) => faults.push(fault)),
    siteFolder: '/nonexistent',
    register,
  });
  return { faults, ...(await listen(app, { host: '127.0.0.1', port: 0 })) };
}

const versionAt = async (address: string): Promise<string> => {
  const response = await fetch(`${address}/api/v1/meta`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { version: string }).version;
};

describe('a running server', () => {
  it('takes a new warehouse without dropping a request', async () => {
    const data = await publishedFolder(twelve);
    const server = await serve(data);
    expect(await versionAt(server.address)).toBe('v1');
    let swapped = false;
    const statuses: number[] = [];
    const caller = async (offset: number) => {
      for (let k = offset; !swapped; k += 1) {
        const confidence = 0.5 + (k % 400) / 1000;
        const url = `${server.address}/api/v1/crosstab?question=501&by=department&confidence=${confidence}`;
        const response = await fetch(url);
        await response.arrayBuffer();
        statuses.push(response.status);
      }
    };
    const callers = [0, 100, 200].map(caller);
    await publish(data, 'v2', twelve);
    while ((await versionAt(server.address)) !== 'v2');
    swapped = true;
    await Promise.all(callers);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await server.close();
  });

  it('keeps the old warehouse when the new one cannot be read', async () => {
    const data = await publishedFolder(twelve);
    const server = await serve(data);
    expect(await versionAt(server.address)).toBe('v1');
    await publish(data, 'v2', twelve);
    await writeFile(join(data, 'versions', 'v2', 'numoscope.duckdb'), 'not a database');
    while (server.faults.length === 0) expect(await versionAt(server.address)).toBe('v1');
    expect(await versionAt(server.address)).toBe('v1');
    await server.close();
  });

  it('says it is not ready until there is a warehouse, then serves it', async () => {
    const data = await mkdtemp(join(tmpdir(), 'numoscope-test-'));
    const server = await serve(data);
    const before = await fetch(`${server.address}/readyz`);
    expect(before.status).toBe(503);
    expect(before.headers.get('content-type')).toContain('application/problem+json');
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await publish(data, 'v1', twelve);
    while ((await fetch(`${server.address}/readyz`)).status !== 200);
    expect(await versionAt(server.address)).toBe('v1');
    await server.close();
  });

  it('ends its requests before it closes', async () => {
    let start = () => {};
    let release = () => {};
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await serve(await publishedFolder(twelve), (app) => {
      app.get('/slow', async () => {
        start();
        await released;
        return 'done';
      });
    });
    const pending = fetch(`${server.address}/slow`).then((response) => response.text());
    await started;
    const closed = server.close();
    release();
    expect(await pending).toBe('done');
    await closed;
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  });
});
