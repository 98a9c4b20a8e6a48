import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { launchBrowser } from '../../test/browser/browser.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';

const siteFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Serves the built site over the warehouse in `folder` and opens a browser, for as long as `use` takes. */
export async function withSite(
  folder: string,
  use: (browser: Browser, origin: string) => Promise<void>,
): Promise<void> {
  const app = await buildApp({
    store: new WarehouseStore(folder),
    siteFolder,
    register: registerCharts,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  try {
    await use(browser, origin);
  } finally {
    await browser.close();
    await app.close();
  }
}
