import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';

const drawing = `export const drawing = '${'line '.repeat(400)}';`;
const compressedDrawing = brotliCompressSync(drawing);
let app: FastifyInstance;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-site-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Numoscope</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'draw-3c4d.js'), drawing);
  await writeFile(join(folder, 'assets', 'draw-3c4d.js.br'), compressedDrawing);
  await writeFile(join(folder, '..', 'secret.txt'), 'secret');
  app = await buildApp({ store: new WarehouseStore(folder), siteFolder: folder });
});
afterAll(() => app.close());

describe('the site', () => {
  it('answers every address of its own with its page', async () => {
    for (const url of [
      '/',
      '/explorer?question=501',
      '/prospecter/',
      '/question/501',
      '/portrait/region/93%2B94',
      '/index.html',
    ]) {
      const response = await app.inject(url);
      expect([url, response.statusCode, response.headers['content-type']]).toEqual([
        url,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(response.headers['cache-control']).toContain('must-revalidate');
    }
  });

  it('answers an address that names no page with the page that says so, as not found', async () => {
    for (const url of ['/nowhere', '/question/abc', '/charts/crosstab.png', '/portrait/planet/9']) {
      const response = await app.inject(url);
      expect([url, response.statusCode, response.headers['content-type']]).toEqual([
        url,
        404,
        'text/html; charset=utf-8',
      ]);
      expect(response.headers['cache-control']).toBe('no-store');
    }
  });

  it('keeps hashed assets for good, and has no page in place of a missing one', async () => {
    const asset = await app.inject('/assets/main-1a2b.js');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await app.inject('/assets/main-0000.js')).statusCode).toBe(404);
  });

  it('sends the bytes that the build compressed, to who reads them', async () => {
    const url = '/assets/draw-3c4d.js';
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.rawPayload.equals(compressedDrawing)).toBe(true);
    expect((await app.inject(url)).body).toBe(drawing);
    expect((await app.inject(`${url}.br`)).statusCode).toBe(404);
  });

  it('gives nothing from outside its folder', async () => {
    for (const url of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt']) {
      expect((await app.inject(url)).body).not.toContain('secret');
    }
  });

  it('stands while there is no warehouse, which its API says', async () => {
    const response = await app.inject('/api/v1/meta');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ status: 503, title: 'Pas de données' });
  });
});
