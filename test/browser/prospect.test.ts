import { describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { formatInterval, formatShare } from '../../core/format/numbers.ts';
import { serveSite } from './site.ts';
import { exercise } from './survey.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();
const exercisePath =
  '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department';
const exerciseCall =
  '/rankings?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department&sort=count';

describe('the Prospecter page', () => {
  it('redoes the 2023 exercise in one click from the front page', async () => {
    const page = await site.open('/');
    await page.getByRole('link', { name: 'Par département' }).click();
    const table = page.getByRole('table', { name: /département/i });
    await table.waitFor();
    const rows = await cellsOf(table);
    expect(rows.slice(0, 10).map(([rank, name, count]) => [rank, name, count])).toEqual(
      exercise.map(([, name, count], index) => [String(index + 1), name, String(count)]),
    );
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(exercisePath);
    expect(await page.title()).toContain('Prospecter');
  });

  it('shows the base, the share and the interval that the API gives', async () => {
    const answer = await site.api<RankingsAnswer>(exerciseCall);
    const page = await site.open(`${exercisePath}&rows=all`);
    const table = page.getByRole('table', { name: /département/i });
    await table.waitFor();
    const rows = await cellsOf(table);
    expect(rows).toHaveLength(answer.total);
    const [first] = answer.rows;
    expect(rows[0]).toEqual([
      '1',
      'Paris',
      String(first?.count),
      String(first?.n),
      formatShare(first?.share ?? null, 'fr') + formatInterval(first?.ci ?? null, 'fr'),
    ]);
  });

  it('says in words which bases are too small', async () => {
    const page = await site.open(`${exercisePath}&rows=all`);
    const row = page.getByRole('row', { name: /Lozère/ });
    expect(await row.textContent()).toContain('base trop faible');
  });

  it('links the table, the bars and the map, by pointer and by keyboard', async () => {
    const page = await site.open(exercisePath);
    await page.locator('.map svg').waitFor();
    const readout = page.locator('.readout');
    await page.getByRole('link', { name: /Paris/ }).focus();
    expect(await readout.textContent()).toMatch(/^Paris\u202f: 246/);
    await page.getByRole('row', { name: /Rhône/ }).first().hover();
    expect(await readout.textContent()).toMatch(/^Bouches-du-Rhône/);
    await page
      .locator('.chart')
      .first()
      .hover({ position: { x: 20, y: 40 } });
    await page.locator('tr.pointed').waitFor();
    expect(await page.locator('tr.pointed th').textContent()).toBe('Paris');
  });

  it('shows charts before the library that draws them, which comes with the first gesture', async () => {
    const page = await site.open(exercisePath);
    await page.locator('.map svg').waitFor();
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').filter(({ name }) => /\/draw-/.test(name)),
      );
    expect(await loaded()).toEqual([]);
    const bars = page.locator('.chart').first();
    expect(await bars.getAttribute('aria-label')).toMatch(/^Barres horizontales\. .*Nombre/);
    const before = await bars.screenshot();
    await bars.hover({ position: { x: 20, y: 40 } });
    await page.locator('tr.pointed').waitFor();
    expect(await page.locator('tr.pointed th').textContent()).toBe('Paris');
    await page.mouse.move(1, 1);
    await page.locator('tr.pointed').waitFor({ state: 'detached' });
    // Drawn here or by the server, it is the same picture, in the same place.
    await expect.poll(async () => before.equals(await bars.screenshot())).toBe(true);
  });

  it('lights what the pointer is over once the library has come, not where it came in', async () => {
    const page = await site.open(exercisePath);
    await page.locator('.map svg').waitFor();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/draw-*.js', async (route) => {
      await held;
      await route.continue();
    });
    const bars = page.locator('.chart').first();
    const asked = page.waitForRequest('**/assets/draw-*.js');
    await bars.hover({ position: { x: 20, y: 100 } });
    await asked;
    await bars.hover({ position: { x: 20, y: 40 } });
    release();
    await page.locator('tr.pointed').waitFor();
    expect(await page.locator('tr.pointed th').textContent()).toBe('Paris');
  });

  it('chooses another question with the keyboard, and goes back', async () => {
    const page = await site.open(exercisePath);
    const box = page.getByRole('combobox', { name: 'Question' });
    await box.click();
    await box.fill('presentant');
    await page.getByRole('option', { name: /Site internet/ }).waitFor();
    await box.press('Enter');
    await page.waitForURL(/question=601.*answer=Oui/);
    await page.locator('.asked', { hasText: 'Site internet' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Oui' }).isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL(/question=501/);
    await page.getByRole('row', { name: /Paris/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: /Tout à fait/ }).isChecked()).toBe(true);
  });

  it('filters, and its address reproduces what is shown', async () => {
    const page = await site.open(exercisePath);
    await page.locator('summary', { hasText: 'Filtres' }).click();
    await page.getByRole('checkbox', { name: 'Bretagne' }).check();
    await page.waitForURL(/region=53/);
    const table = page.getByRole('table', { name: /département/i });
    await page.getByRole('row', { name: /Morbihan/ }).waitFor();
    await expect.poll(async () => (await cellsOf(table)).length).toBe(4);
    const shown = await cellsOf(table);
    const again = await site.open(page.url().replace(/^https?:\/\/[^/]+/, ''));
    await again.getByRole('row', { name: /Morbihan/ }).waitFor();
    expect(await cellsOf(again.getByRole('table', { name: /département/i }))).toEqual(shown);
    await again.getByRole('button', { name: 'Retirer le filtre Bretagne' }).click();
    await again.getByRole('row', { name: /Paris/ }).waitFor();
    expect(again.url()).not.toContain('region');
  });

  it('ranks sectors without a map', async () => {
    const page = await site.open('/prospecter');
    await page.getByRole('link', { name: 'Par secteur' }).click();
    const table = page.getByRole('table', { name: /secteur/i });
    await table.waitFor();
    expect(await cellsOf(table)).toHaveLength(11);
    expect(await page.locator('.map').count()).toBe(0);
  });
});
