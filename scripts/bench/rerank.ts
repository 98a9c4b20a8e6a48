import type { CDPSession, Page } from 'playwright-core';
import { median, quantile, report } from './report.ts';
import { withSite } from './site.ts';

const criteria = ["501:Tout à fait d'accord:+:0.5", '601:Oui:-:0.5'];
/** Each move of a slider within the pause after which ranks are estimated again, so that only scores and order are. */
const moves = 60;

const addressOf = (cross: string | null): string => {
  const query = new URLSearchParams({ edition: '2023', by: 'department' });
  for (const each of criteria) query.append('criteria', each);
  if (cross !== null) query.set('cross', cross);
  return `/prospecter?${query}`;
};

/** Moves the first slider, and returns once the page has drawn what follows. */
const move = (page: Page, weight: number): Promise<unknown> =>
  page
    .locator('input[type=range]')
    .first()
    .evaluate(async (slider, value) => {
      (slider as HTMLInputElement).value = String(value);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }, weight);

/** Milliseconds of scripts, styles and layout so far. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return 1000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'));
}

/**
 * Re-ranking under a slider, in the browser over the warehouse in `folder`: what one move costs the page, from the
 * weight to the table, at the processor's own speed.
 */
export async function benchReranking(folder: string): Promise<void> {
  const rows: string[][] = [];
  await withSite(folder, async (browser, origin) => {
    for (const cross of [null, 'sector']) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(origin + addressOf(cross));
      await page.locator('table tbody tr').first().waitFor();
      // Counted in the background, once: in how many random weightings each target stays first.
      await page.locator('td.steady', { hasText: '/ 1' }).first().waitFor();
      const cells = await page.evaluate(() => document.querySelectorAll('table tbody tr').length);
      const costs: number[] = [];
      for (let turn = 0; turn < moves; turn += 1) {
        const before = await workOf(session);
        await move(page, 20 + (turn % 60));
        costs.push((await workOf(session)) - before);
      }
      const steady = costs.slice(moves / 4);
      rows.push([
        cross === null ? 'departments' : 'department × sector',
        String(cells),
        `${median(steady).toFixed(1)} ms`,
        `${quantile(steady, 0.99).toFixed(1)} ms`,
      ]);
      await page.close();
    }
  });
  report(
    'Re-ranking under a slider, in the browser',
    ['ranking', 'rows on show', 'median', 'p99'],
    rows,
  );
}
