import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';
import { launchBrowser } from './browser.ts';

let app: FastifyInstance;
let foreign: Server;
let browser: Browser;
let newspaper = '';
let origin = '';
const query = 'question=501&edition=2024&by=sector';

/** A newspaper's page that allows our frame and our script, no more, and holds the code that is shared. */
async function startNewspaper(): Promise<void> {
  const { embed } = (
    await app.inject({ url: `/share/crosstab?${query}`, headers: { host: origin.slice(7) } })
  ).json();
  foreign = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; frame-src ${origin}; script-src ${origin}`,
    );
    response.end(`<!doctype html><html lang="fr"><title>Journal</title>${embed.live}</html>`);
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  newspaper = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve)),
    siteFolder: fileURLToPath(new URL('../../web/public', import.meta.url)),
    register: registerCharts,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  await startNewspaper();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  foreign.close();
  await app.close();
});

test.each([600, 690, 796, 1100])(
  'in a foreign page %d px wide that runs no script, the frame shows the whole picture and what is below',
  async (width) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(newspaper);
    const picture = page.frameLocator('iframe').locator('img');
    await picture.waitFor();
    const [frame, inside, below] = await Promise.all([
      page.locator('iframe').boundingBox(),
      picture.boundingBox(),
      page.frameLocator('iframe').locator('a').last().boundingBox(),
    ]);
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(
      (frame?.y ?? 0) + (frame?.height ?? 0),
    );
    expect(inside?.height).toBeGreaterThan(100);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  },
);

test.each([320, 700, 1100])(
  'in a foreign page %d px wide, a frame is as tall as it needs',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(newspaper);
    const frame = page.frameLocator('iframe');
    await frame.locator('img').waitFor();
    const natural = () =>
      frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    const given = () => page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    await expect.poll(async () => (await given()) - (await natural())).toBe(0);
    const before = await given();
    await frame.locator('summary').click();
    await expect.poll(async () => (await given()) - (await natural())).toBe(0);
    expect(await given()).toBeGreaterThan(before);
    expect(
      await frame.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(0);
    expect(
      await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('a frame without scripts still shows its picture and its table, and has no axe violation', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/embed/crosstab?${query}`);
  expect(await page.locator('img').isVisible()).toBe(true);
  await context.close();
  for (const theme of ['light', 'dark']) {
    const open = await browser.newContext({ bypassCSP: true });
    const checked = await open.newPage();
    await checked.goto(`${origin}/embed/crosstab?${query}&theme=${theme}`);
    await checked.locator('summary').click();
    await checked.addScriptTag({ content: axe.source });
    const violations = await checked.evaluate(async () => {
      const found = await (window as unknown as { axe: typeof axe }).axe.run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect([theme, violations]).toEqual([theme, []]);
    await open.close();
  }
});
