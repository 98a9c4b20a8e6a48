import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { readCounts } from '../../cli/counts.ts';
import { verifyServed } from '../../cli/verification.ts';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder, type Tables } from '../warehouse/build-warehouse.ts';
import { launchBrowser } from './browser.ts';
import { survey } from './survey.ts';

const siteFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));

export interface OpenOptions extends Pick<BrowserContextOptions, 'colorScheme'> {
  width?: number;
  /** Part of an address that is meant to be refused: the browser's console says each refusal. */
  refused?: string;
}

export interface Site {
  /** The parsed answer of an API path. */
  api<Answer>(path: string): Promise<Answer>;
  /** A page in a browsing context of its own; an error in its console fails the test. */
  open(path: string, options?: OpenOptions): Promise<Page>;
}

/** The built site and the whole application over a survey, the small one unless said, in a real browser. */
export function serveSite(tables: Tables = survey): Site {
  let origin = '';
  let browser: Browser;
  const close: (() => Promise<unknown>)[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!existsSync(siteFolder)) throw new Error('The site is not built: npm run build.');
    const data = await publishedFolder(tables);
    const app = await buildApp({
      store: new WarehouseStore(data),
      siteFolder,
      formats: formatWriters,
      register: registerCharts,
      verify: verifyServed,
      readCounts,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
    close.push(
      () => browser.close(),
      () => app.close(),
      () => rm(data, { recursive: true }),
    );
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    for (const step of close) await step();
  });

  return {
    async api(path) {
      const response = await fetch(`${origin}/api/v1${path}`);
      expect(response.status).toBe(200);
      return response.json() as Promise<never>;
    },
    async open(path, { width = 1280, colorScheme = 'light', refused } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        locale: 'fr-FR',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        const offline = message.text().includes('ERR_INTERNET_DISCONNECTED');
        const meant = refused !== undefined && message.location().url.includes(refused);
        if (message.type() === 'error' && !offline && !meant) complaints.push(message.text());
      });
      await page.goto(origin + path);
      await page.locator('main h1').waitFor();
      expect(requested.filter((url) => !url.startsWith(origin))).toEqual([]);
      return page;
    },
  };
}
