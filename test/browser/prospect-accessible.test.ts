import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { violations } from './violations.ts';

const site = serveSite();
const scored =
  '/prospecter?criteria=801%3AOui%3A%2B%3A80&criteria=911%3AOui%3A-%3A20&by=department';

const states = [
  ['a score', scored],
  ['a score of pairs, in English', `${scored}&cross=sector&lang=en`],
  [
    'a ranking with tiers and exclusions, two targets side by side',
    '/prospecter?question=801&answer=Oui&edition=2023&by=department&sort=smoothed&without=department:75&beside=department:13&beside=department:59',
  ],
] as const;

/** The panels in which something was done: a file of counts, one of customers, one that is refused, a plan of calls. */
const worked = [
  [
    'a plan of calls, and customers of which some are to be placed',
    async (page: Page) => {
      await page.getByLabel('Choisir un fichier CSV').setInputFiles({
        name: 'clients.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('nom,ville\nA,Brest\nB,Saint-Denis\nC,Nulle-Part\nD,Paris 8e\n'),
      });
      await page.locator('table.own').waitFor();
      await page.locator('table.plan').waitFor();
    },
  ],
  [
    'official counts brought',
    async (page: Page) => {
      await page.locator('.counts input[type=file]').setInputFiles({
        name: 'insee.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('dep;entreprises\n29;1200\n75;5000\n'),
      });
      await page.getByRole('button', { name: 'Revenir aux volumes de l’enquête' }).waitFor();
      await page.locator('.result[aria-busy=false]').waitFor();
    },
  ],
  [
    'files refused',
    async (page: Page) => {
      const buffer = Buffer.from('nom;nombre\nA;un\n');
      const file = { name: 'autre.csv', mimeType: 'text/csv', buffer };
      await page.getByLabel('Choisir un fichier CSV').setInputFiles(file);
      await page.locator('.own-data [role=alert]').waitFor();
    },
  ],
] as const;

describe.each(states)('%s', (_name, path) => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'has no accessibility violation with all unfolded, %s at %i pixels',
    async (colorScheme, width) => {
      const page = await site.open(path, { colorScheme, width });
      await page.locator('section.summary').waitFor();
      await openFolds(page);
      await page.locator('main svg').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
      ).toBe(false);
    },
  );
});

/** Unfolds all that the page has once what is done with its ranking has come too. */
async function openFolds(page: Page): Promise<void> {
  await page.locator('.target-list').waitFor();
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

describe.each(worked)('%s', (_name, work) => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('have no accessibility violation, %s at %i pixels', async (colorScheme, width) => {
    const path = '/prospecter?question=801&answer=Oui&edition=2023&by=department&sort=potential';
    const page = await site.open(path, { colorScheme, width });
    await page.locator('section.summary').waitFor();
    await openFolds(page);
    await work(page);
    await page.locator('main svg').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(
      false,
    );
  });
});

describe.each([
  [
    'a ranking of pairs',
    '/prospecter?question=801&answer=Oui&edition=2023&by=department&cross=sector&sort=potential',
  ],
  ['a score', scored],
] as const)('on a phone, %s', (_name, path) => {
  it('is read without scrolling sideways, as the same table', async () => {
    const page = await site.open(path, { width: 390 });
    const table = page.locator('table.ranking');
    await table.waitFor();
    const box = page.locator('.scroll-box', { has: table });
    expect(await box.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    const first = table
      .getByRole('row')
      .filter({ has: page.locator('td') })
      .first();
    const edges = await first
      .locator('> *')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    expect(Math.max(...edges)).toBeLessThanOrEqual(390);
    expect(await rolesIn(page)).toMatchObject({
      table: 1,
      row: await table.locator('tr').count(),
      columnheader: await table.locator('thead th').count(),
      cell: await table.locator('td').count(),
    });
  });
});

/** How many of each role the browser gives to the ranking's parts, however they are laid out. */
async function rolesIn(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'table.ranking',
  });
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId });
  const counted: Record<string, number> = {};
  for (const { role, ignored } of nodes) {
    const name = String(role?.value);
    if (!ignored) counted[name] = (counted[name] ?? 0) + 1;
  }
  return counted;
}
