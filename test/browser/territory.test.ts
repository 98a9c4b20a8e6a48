import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();
const path =
  '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department';
const scored = '/prospecter?criteria=801%3AOui%3A%2B%3A80&criteria=911%3AOui%3A-%3A20';

async function openPanel(page: Page): Promise<void> {
  await page.locator('.territory > summary').click();
  await page.locator('.territory-map path').first().waitFor();
}

const ranked = async (page: Page): Promise<string[]> =>
  (await cellsOf(page.locator('table.ranking'))).map(([, name]) => name ?? '');

/** A place of the drawing; of those drawn twice, the enlarged one. */
const drawn = (page: Page, code: string) =>
  page.locator(`.territory-map path[data-code="${code}"]`).last();

/** The box by which the keyboard and screen readers reach a place of the map. */
const onMap = (page: Page, name: string) =>
  page
    .getByRole('group', { name: /Carte des départements/ })
    .getByRole('checkbox', { name, exact: true });

const localPath = (page: Page): string => page.url().replace(/^https?:\/\/[^/]+/, '');

describe('one’s own territory', () => {
  it('is drawn on the map, re-ranks, and comes back with the address', async () => {
    const page = await site.open(path);
    await openPanel(page);
    await drawn(page, '29').click();
    await page.waitForURL(/department=29/);
    await drawn(page, '75').click();
    await page.waitForURL(/department=75/);
    await expect.poll(() => ranked(page)).toEqual(['Paris', 'Finistèrebase faible']);
    const again = await site.open(localPath(page));
    await expect.poll(() => ranked(again)).toEqual(['Paris', 'Finistèrebase faible']);
    await openPanel(again);
    expect(await onMap(again, 'Finistère').isChecked()).toBe(true);
    expect(await onMap(again, 'Morbihan').isChecked()).toBe(false);
    await again.getByRole('button', { name: 'Toute la France' }).click();
    await again.waitForURL((url) => !url.searchParams.has('department'));
  });

  it('is drawn with the keyboard alone, from neighbour to neighbour', async () => {
    const page = await site.open(`${path}&department=29`);
    await openPanel(page);
    await onMap(page, 'Finistère').focus();
    await page.keyboard.press('ArrowRight');
    const reached = page.locator('.territory-map input:focus');
    expect(await reached.getAttribute('aria-label')).toBe('Côtes-d’Armor');
    expect(await drawn(page, '22').getAttribute('class')).toContain('focused');
    await page.keyboard.press('Space');
    await page.waitForURL((url) => url.searchParams.getAll('department').join() === '22,29');
    expect(await reached.getAttribute('aria-label')).toBe('Côtes-d’Armor');
  });

  it('takes a whole region at once, and says when only part of it is in', async () => {
    const page = await site.open(path);
    await openPanel(page);
    await page.locator('.territory-list > summary').click();
    const region = page.getByRole('checkbox', { name: 'Toute la région Bretagne' });
    await region.check();
    await page.waitForURL((url) => url.searchParams.getAll('department').join() === '22,29,35,56');
    await page.getByRole('checkbox', { name: '29 Finistère' }).uncheck();
    await page.waitForURL((url) => url.searchParams.getAll('department').join() === '22,35,56');
    expect(
      await region.evaluate((box) => box instanceof HTMLInputElement && box.indeterminate),
    ).toBe(true);
  });

  it('ranks a score within it as the API does', async () => {
    const page = await site.open(`${scored}&by=department`);
    await openPanel(page);
    for (const code of ['75', '59', '33']) await drawn(page, code).click();
    await page.waitForURL((url) => url.searchParams.getAll('department').length === 3);
    const answer = await site.api<RankingsAnswer>(
      `/rankings?${scored.split('?')[1]}&by=department&sort=score&department=33&department=59&department=75`,
    );
    const labels = answer.rows.map(({ label }) => label);
    expect(labels).toHaveLength(3);
    await expect
      .poll(() => page.locator('.twin tbody tr:not(.tier) th').allTextContents())
      .toEqual(labels.map((label) => expect.stringContaining(label)));
  });
});

describe('named groups of departments', () => {
  it('are kept by the browser, taken, renamed and deleted, without a request', async () => {
    const page = await site.open(`${path}&department=29&department=56`);
    await openPanel(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('textbox', { name: 'Nom du groupe' }).fill('Mon coin');
    await page.getByRole('button', { name: 'Garder ce territoire' }).click();
    await page.getByText('« Mon coin » est gardé.').waitFor();
    expect(asked).toEqual([]);

    await page.goto(page.url().replace(/&department=\d+/g, ''));
    await openPanel(page);
    await page.getByRole('button', { name: 'Prendre le groupe Mon coin' }).click();
    await page.waitForURL((url) => url.searchParams.getAll('department').join() === '29,56');
    await page.getByRole('button', { name: 'Renommer le groupe Mon coin' }).click();
    await page.getByRole('textbox', { name: /Nouveau nom/ }).fill('Bretagne sud');
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByRole('button', { name: 'Supprimer le groupe Bretagne sud' }).click();
    await page.getByText('« Bretagne sud » est supprimé.').waitFor();
    expect(await page.getByRole('button', { name: /Prendre le groupe/ }).count()).toBe(0);
  });

  it('says so when the browser refuses to keep anything', async () => {
    const page = await site.open(`${path}&department=29`);
    await openPanel(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('textbox', { name: 'Nom du groupe' }).fill('Mon coin');
    await page.getByRole('button', { name: 'Garder ce territoire' }).click();
    await page.getByText(/Ce navigateur refuse de garder/).waitFor();
    expect(await page.getByRole('button', { name: /Prendre le groupe/ }).count()).toBe(0);
  });
});
