import type { Browser, CDPSession, Page } from 'playwright-core';
import { median, report } from './report.ts';
import { withSite } from './site.ts';

const slowdown = 4;
const rounds = 5;
const laptop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

const exercise =
  '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department';

/** Each page, and what is on it once it shows what it is for. */
const pages: readonly (readonly [string, string, string])[] = [
  ['front page', '/', 'main table'],
  ['Explorer, a chart', '/explorer?question=801&by=size&show=chart', '.chart svg'],
  ['Explorer, over the editions', '/explorer?question=501&show=trend', '.chart svg'],
  ['Prospecter, the exercise', exercise, '.map svg'],
  ['what moved', '/bouge', '.chart svg'],
];

interface Visit {
  script: number;
  everything: number;
  shown: number;
  shift: number;
}

/** Bytes as they travelled, compressed: the scripts that the page itself names, and all that the visit loaded. */
async function weigh(session: CDPSession): Promise<() => { script: number; everything: number }> {
  const received = new Map<string, number>();
  const initial = new Set<string>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (initiator.type === 'parser' && /\.js$/.test(request.url)) initial.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    received.set(requestId, encodedDataLength),
  );
  const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);
  return () => ({
    script: sum([...initial].map((id) => received.get(id) ?? 0)),
    everything: sum(received.values()),
  });
}

/** Adds up layout shifts from the first paint on, as browsers define them. */
const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        (window as unknown as { shifted: number }).shifted += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

async function visit(
  browser: Browser,
  address: string,
  ready: string,
  viewport: typeof laptop,
): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const weight = await weigh(session);
    await watchShifts(page);
    const started = performance.now();
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    const shown = performance.now() - started;
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    return { ...weight(), shown, shift };
  } finally {
    await context.close();
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * Pages of the built site over the warehouse in `folder` (`$NUMOSCOPE_DATA`), in a browser whose processor is slowed
 * four times, nothing cached by the browser: bytes as they travel, time to what the page is for, layout shift.
 */
export async function benchPages(folder: string): Promise<void> {
  const rows: string[][] = [];
  await withSite(folder, async (browser, origin) => {
    for (const [name, path, ready] of pages) {
      const visits: Visit[] = [];
      for (let round = 0; round < rounds; round += 1) {
        visits.push(await visit(browser, origin + path, ready, laptop));
      }
      const onPhone = await visit(browser, origin + path, ready, phone);
      const middle = (part: keyof Visit) => median(visits.map((one) => one[part]));
      rows.push([
        name,
        kilobytes(middle('script')),
        kilobytes(middle('everything')),
        `${(middle('shown') / 1000).toFixed(2)} s`,
        Math.max(...visits.map(({ shift }) => shift)).toFixed(3),
        onPhone.shift.toFixed(3),
      ]);
    }
  });
  report(
    `Pages, ${laptop.width} px, processor slowed ${slowdown} times, median of ${rounds} visits`,
    [
      'page',
      'initial script',
      'everything',
      'shown after',
      'largest layout shift',
      `at ${phone.width} px`,
    ],
    rows,
  );
}
