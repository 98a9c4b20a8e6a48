import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { scrollsSideways, violations } from './violations.ts';

const site = serveSite();
const crossed = '/explorer?question=501&by=size&cross=sector';
const endless = '/explorer?question=501&by=size&cross=department';

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

/** States that a gesture brings: the address, what is there first, and the gesture. */
const states: readonly (readonly [string, string, string, (page: Page) => Promise<void>])[] = [
  [
    'figures to take away, with all unfolded',
    '/explorer?question=501&by=sector&edition=2023&lang=en',
    'article svg',
    async (page) => {
      await page.locator('.take-away > summary').click();
      await page.locator('.take-away-panel .check').waitFor();
      await unfold(page);
    },
  ],
  [
    'the keyboard shortcuts',
    '/explorer',
    '.empty',
    async (page) => {
      await page.getByRole('button', { name: 'Raccourcis clavier' }).press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'letters and intervals in a table',
    `${crossed}&letters=true&intervals=shown`,
    '.cross',
    (page) => unfold(page),
  ],
  ['a question’s history, unfolded', '/question/501', 'article svg', (page) => unfold(page)],
  ['what was not compared', '/bouge', '.gaps', (page) => unfold(page)],
  ['the sources of the figures', '/verification', '.verified', (page) => unfold(page)],
  [
    'a search that finds nothing',
    '/explorer',
    '.question-list input',
    async (page) => {
      await page.getByRole('searchbox').fill('zzzz');
      await page.getByText('Aucune question').first().waitFor();
    },
  ],
  ['the API’s page', '/api/docs', 'table', async () => {}],
  ['an embed', '/embed/crosstab?question=501&by=sector', 'main', (page) => unfold(page)],
  ['a dark embed', '/embed/trends?question=501&theme=dark', 'main', (page) => unfold(page)],
];

describe.each(states)('%s', (_name, path, ready, act) => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no accessibility violation, %s from %i pixels', async (colorScheme, width) => {
    const page = await site.open(path, { colorScheme, width });
    await page.locator(ready).first().waitFor();
    await act(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await scrollsSideways(page)).toBe(false);
  });
});

describe('a wide table', () => {
  it('says that it goes on to the right, until there is no more', async () => {
    const page = await site.open(endless, { width: 390 });
    await page.locator('.scroll-frame.more').waitFor();
    await page.locator('.scroll-box').evaluate((box) => {
      box.scrollLeft = box.scrollWidth;
    });
    await page.locator('.scroll-frame:not(.more)').waitFor();
  });

  it('brings what takes the focus out from under its first column', async () => {
    const page = await site.open(endless, { width: 390 });
    await page.locator('.cross thead a').nth(12).focus();
    for (let left = 12; left > 0; left -= 1) {
      await page.keyboard.press('Shift+Tab');
      const [start, kept] = await page.evaluate(() => [
        document.activeElement?.getBoundingClientRect().left ?? 0,
        document.querySelector('.cross th')?.getBoundingClientRect().right ?? 0,
      ]);
      expect(start).toBeGreaterThanOrEqual(kept ?? 0);
    }
  });
});

const outOfSight = (page: Page) =>
  page
    .locator('.scroll-box')
    .first()
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

describe('a table of a dozen columns', () => {
  it('stands whole on a laptop, the questions folded above it', async () => {
    const page = await site.open(crossed);
    await page.locator('.cross').waitFor();
    expect(await outOfSight(page)).toBe(0);
    await page.locator('summary', { hasText: 'Choisir une question' }).click();
    await page.getByRole('searchbox', { name: 'Chercher une question' }).waitFor();
  });

  it.each([
    crossed,
    '/explorer?question=801&by=sector&cross=size',
    '/explorer?question=501&by=size&show=table',
  ])('is read on a phone without a gesture, and is still a table: %s', async (path) => {
    const page = await site.open(path, { width: 390 });
    const table = page.locator('table.breakdown');
    await table.waitFor();
    expect(await outOfSight(page)).toBe(0);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const count = (role: string) => nodes.filter((node) => node.role?.value === role).length;
    const [rows, columns] = [
      await table.locator('tr').count(),
      await table.locator('thead th').count(),
    ];
    expect(count('columnheader')).toBe(columns);
    expect(count('rowheader')).toBe(rows - 1);
    expect(count('cell') + count('gridcell')).toBe((rows - 1) * (columns - 1));
    const named = await table.locator('tbody tr').first().locator('td').all();
    const names = await table.locator('thead th').allTextContents();
    for (const [index, cell] of named.entries()) {
      expect(await cell.getAttribute('data-column')).toBe(names[index + 1]?.trim());
    }
  });
});

it('lays differences out on a phone so that none is out of sight, and a table is still one', async () => {
  const page = await site.open('/bouge', { width: 320 });
  const box = page.locator('.scroll-box', { has: page.locator('.gaps') });
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.map(({ role }) => role?.value);
  const rows = await page.locator('.gaps tr').count();
  expect(roles.filter((role) => role === 'row').length).toBeGreaterThanOrEqual(rows);
  expect(roles.filter((role) => role === 'columnheader')).toHaveLength(5);
  expect(roles.filter((role) => role === 'rowheader')).toHaveLength(rows - 1);
});

it.each(['/', '/explorer?question=501&by=sector', '/question/501', '/bouge', '/verification'])(
  'keeps %s within 320 pixels under a reader’s own spacing',
  async (path) => {
    const page = await site.open(path, { width: 320 });
    await page.locator('main table').first().waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await scrollsSideways(page)).toBe(false);
  },
);

it.each(['/', '/explorer', '/explorer?question=501', '/bouge', '/comparer', '/chapitre/8'])(
  'moves nothing in sight of %s while it comes',
  async (path) => {
    const page = await site.open('/accessibilite', { width: 390 });
    await page.addInitScript(() => {
      const moves: number[] = [];
      Object.assign(window, { moves });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          moves.push((entry as unknown as { value: number }).value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(new URL(path, page.url()).href);
    await page.locator('main :is(svg, .empty)').first().waitFor();
    const moves = await page.evaluate(() => (window as unknown as { moves: number[] }).moves);
    expect(moves.reduce((sum, move) => sum + move, 0)).toBeLessThan(0.03);
  },
);

it.each(['/portrait/region/53', '/question/501', '/explorer?question=501'])(
  'prints %s under its title',
  async (path) => {
    const page = await site.open(path, { width: 794 });
    await page.locator('main svg').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('.site-header nav').isVisible()).toBe(false);
    const address = page.locator('.site-footer').getByText(path);
    expect(await address.isVisible()).toBe(true);
  },
);
