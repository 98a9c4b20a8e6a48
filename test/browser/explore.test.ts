import { describe, expect, it } from 'vitest';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import { formatCount, formatInterval, formatShare } from '../../core/format/numbers.ts';
import { displayFrench } from '../../core/format/typography.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

const written = ({ share, ci }: CrosstabAnswer['total']['cells'][number]): string =>
  formatShare(share, 'fr') + (ci === null ? '' : formatInterval(ci, 'fr'));

describe('the Explorer page', () => {
  it('finds a question whatever the accents, and shows what the API answers', async () => {
    const page = await site.open('/explorer');
    await page.getByRole('searchbox', { name: 'Chercher une question' }).fill('BENEFICE reel');
    await page.getByRole('status').getByText('1 question', { exact: true }).waitFor();
    await page
      .getByRole('link', { name: /bénéfice réel/ })
      .first()
      .click();
    const table = page.getByRole('table', { name: /2025/ });
    await table.waitFor();
    const { total } = await site.api<CrosstabAnswer>('/crosstab?question=501&edition=2025');
    expect(await cellsOf(table)).toEqual(
      total.cells.map((cell) => [
        displayFrench(cell.answer),
        written(cell),
        formatCount(cell.n, 'fr'),
      ]),
    );
  });

  it('breaks down, counts favourable answers together, and goes back and forward', async () => {
    const page = await site.open('/explorer?question=501&edition=2023');
    await page.getByRole('combobox', { name: 'Ventilation' }).selectOption('Secteur');
    await page.getByRole('rowheader', { name: 'Agriculture' }).waitFor();
    await page.getByRole('checkbox', { name: /réponses favorables/ }).check();
    await page.waitForURL(/answer=/);
    const answer = await site.api<CrosstabAnswer>(
      `/crosstab?question=501&edition=2023&by=sector&${['Tout à fait', 'Plutôt']
        .map((start) => new URLSearchParams({ answer: `${start} d'accord` }))
        .join('&')}`,
    );
    const table = page.getByRole('table', { name: /secteur/ });
    await expect.poll(async () => (await cellsOf(table))[0]?.length).toBe(3);
    expect((await cellsOf(table)).map(([, base, share]) => [base, share])).toEqual(
      answer.rows.map(({ n, cells }) => [formatCount(n, 'fr'), written(cells[0]!)]),
    );
    await page.goBack();
    await expect.poll(async () => (await cellsOf(table))[0]?.length).toBe(6);
    await page.goBack();
    await page.getByRole('rowheader', { name: 'Base' }).waitFor();
    await page.goForward();
    await page.getByRole('rowheader', { name: 'Agriculture' }).waitFor();
    expect(page.url()).toContain('by=sector');
  });

  it('says that an aggregate has no base', async () => {
    const page = await site.open('/explorer?question=501&edition=2021');
    const table = page.getByRole('table', { name: /2021/ });
    await table.waitFor();
    expect((await cellsOf(table)).map((row) => row[1])).toEqual(
      [0.46, 0.32, 0.14, 0.08].map((share) => formatShare(share, 'fr')),
    );
    expect(await page.getByText(/sans base ni intervalle/).count()).toBeGreaterThan(0);
  });

  it('lets the reader choose the two editions set side by side, and takes them away from beside the figure', async () => {
    const page = await site.open('/explorer?question=501&show=slope');
    const from = page.getByRole('combobox', { name: 'De l’édition' });
    await from.waitFor();
    expect(await from.inputValue()).toBe('2023');
    await from.selectOption('2021');
    await page.waitForURL(/from=2021&to=2025/);
    const article = page.getByRole('article');
    const years = article.locator('thead th.number');
    await expect.poll(() => years.allTextContents()).toEqual(['2021', '2025']);
    await article.getByText('Emporter ces chiffres').click();
    const taken = article.locator('.take-away a[href*="edition=2021"]').first();
    expect(await taken.getAttribute('href')).toContain('edition=2025');
  });

  it('tells how the wording changed', async () => {
    const page = await site.open('/explorer?question=501');
    await page.locator('summary', { hasText: 'Libellés' }).click();
    const row = page.getByRole('row', { name: /^2025/ });
    expect(await row.textContent()).toContain('La phrase a changé en 2025.');
  });

  it('links to the ranking by the same answers', async () => {
    const page = await site.open('/explorer?question=601&edition=2023');
    await page.getByRole('link', { name: /Classer les départements/ }).click();
    await page.waitForURL(/\/prospecter\?question=601&answer=Oui&edition=2023&by=department/);
    await page.getByRole('table', { name: /département/i }).waitFor();
  });

  it('is in English through its address, the survey’s own words staying French', async () => {
    const page = await site.open('/explorer?question=501&edition=2023&lang=en');
    await page.getByRole('columnheader', { name: 'Share' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const answer = page.getByRole('rowheader', { name: /Tout à fait/ });
    expect(await answer.getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('row', { name: /Tout à fait/ }).textContent()).toMatch(/\d\.\d%/);
  });
});
