import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import {
  formatCount,
  formatGap,
  formatInterval,
  formatPoints,
  formatShare,
  formatVolume,
} from '../../core/format/numbers.ts';
import { visibleGap } from '../../web/visible-gap.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

const agreeing = ["Tout à fait d'accord", "Plutôt d'accord"]
  .map((answer) => new URLSearchParams({ answer }))
  .join('&');
const table = (by: string) =>
  site.api<CrosstabAnswer>(`/crosstab?question=501&edition=2023&${agreeing}${by}`);

/** What a cell of a table of two dimensions prints, without its arrow. */
const written = (row: Row | undefined): string => {
  const cell = row?.cells[0];
  if (row === undefined || cell === undefined) return '';
  const figure =
    cell.flag === 'suppressed'
      ? 'base trop faible'
      : formatShare(cell.share, 'fr') + (cell.flag === null ? '' : 'base faible');
  return `${figure}n = ${formatCount(row.n, 'fr')}`;
};

const withoutArrows = (text: string): string => text.replace(/[▲▼].*?(?=n =)/u, '');

const crossed = async (page: Page): Promise<string[][]> => {
  const rows = await cellsOf(page.getByRole('table', { name: /taille/ }));
  return rows.map(([, ...cells]) => cells.map(withoutArrows));
};

const totalsOf = async (found: Locator): Promise<string[]> =>
  (await found.locator('tfoot td').allTextContents()).map(withoutArrows);

describe('a table of two dimensions', () => {
  it('is what the API answers, its totals true totals', async () => {
    const page = await site.open('/explorer');
    await page.getByRole('searchbox', { name: 'Chercher une question' }).fill('benefice');
    await page
      .getByRole('link', { name: /bénéfice réel/ })
      .first()
      .click();
    await page.getByRole('combobox', { name: 'Édition' }).selectOption('2023');
    await page.getByRole('combobox', { name: 'Ventilation' }).selectOption('Secteur');
    await page.getByRole('combobox', { name: 'Croiser avec' }).selectOption('Taille');
    const shown = page.getByRole('table', { name: /taille/ });
    await shown.waitFor();
    const cells = await table('&by=sector&by=size');
    const rows = await table('&by=sector');
    const columns = await table('&by=size');
    const expected = rows.rows.map((row) => [
      ...columns.rows.map((column) =>
        written(
          cells.rows.find(
            ({ key }) => key.sector === row.key.sector && key.size === column.key.size,
          ),
        ),
      ),
      written(row),
    ]);
    expect(await crossed(page)).toEqual(expected);
    expect(await totalsOf(shown)).toEqual([...columns.rows.map(written), written(cells.total)]);
    expect(new URL(page.url()).search).toContain('by=sector&cross=size');
  });

  it('prints its intervals on demand, and counts the answers the reader ticks', async () => {
    const page = await site.open('/explorer?question=501&edition=2023&by=sector&cross=size');
    await page.getByRole('checkbox', { name: /Intervalles/ }).check();
    await page.waitForURL(/intervals=shown/);
    const { total } = await table('&by=sector&by=size');
    const foot = page.locator('tfoot td').last();
    expect(await foot.textContent()).toContain(formatInterval(total.cells[0]!.ci, 'fr'));
    await page.locator('summary', { hasText: 'Réponses comptées' }).click();
    await page.getByRole('checkbox', { name: 'Pas du tout d’accord' }).check();
    await page.waitForURL(/answer=Pas/);
    const other = await site.api<CrosstabAnswer>(
      `/crosstab?question=501&edition=2023&answer=Pas+du+tout+d'accord`,
    );
    const share = formatShare(other.total.cells[0]!.share, 'fr');
    await expect.poll(() => foot.textContent()).toContain(share);
  });

  it('is shown as a chart, small charts or in colours, and back', async () => {
    const page = await site.open('/explorer?question=501&edition=2023&by=sector&cross=size');
    const ways = page.getByRole('navigation', { name: 'Présentation' });
    const current = () => ways.locator('[aria-current]').textContent();
    expect(await current()).toBe('Tableau');
    await ways.getByRole('link', { name: 'Graphique' }).click();
    await page.locator('.chart svg').waitFor();
    await ways.getByRole('link', { name: 'Petits multiples' }).click();
    await expect.poll(() => page.locator('.panel-grid .chart svg').count()).toBe(4);
    await ways.getByRole('link', { name: 'Tableau en couleurs' }).click();
    await page.locator('td.heat-4').first().waitFor();
    expect(await page.getByText('Couleur, selon la part').count()).toBe(1);
    await page.goBack();
    await page.locator('.panel-grid').waitFor();
    expect(await current()).toBe('Petits multiples');
  });
});

it('compares the rows of a table two by two on demand, kept in the address and the files', async () => {
  const page = await site.open('/explorer?question=801&edition=2023&by=region&show=table');
  await page.getByRole('checkbox', { name: /Lettres/ }).check();
  await page.waitForURL(/letters=true/);
  const { rows } = await site.api<CrosstabAnswer>(
    '/crosstab?question=801&edition=2023&by=region&letters=true',
  );
  const lettered = rows.flatMap(({ cells }) =>
    cells.flatMap(({ higherThan = [] }) => (higherThan.length > 0 ? higherThan.join(' ') : [])),
  );
  expect(lettered.length).toBeGreaterThan(0);
  const table = page.locator('table.breakdown');
  await table.locator('.letters').first().waitFor();
  expect(await table.locator('.letters [aria-hidden]').allTextContents()).toEqual(lettered);
  const named = await table.locator('.letter-name').allTextContents();
  expect(named.map((text) => text.trim())).toEqual(rows.map(({ letter }) => letter));
  await page.locator('.take-away > summary').click();
  const file = page.locator('.take-away-panel a[href*="format=csv"]').first();
  expect(await file.getAttribute('href')).toContain('letters=true');
  await page.goBack();
  await expect.poll(() => page.locator('.letters').count()).toBe(0);
});

it('gives numbers of enterprises beside shares on demand, kept in the address and the files', async () => {
  const page = await site.open('/explorer?question=501&edition=2023&by=size&show=table');
  await page.getByRole('checkbox', { name: 'Nombres d’entreprises' }).check();
  await page.waitForURL(/totals=true/);
  const answer = await site.api<CrosstabAnswer>(
    '/crosstab?question=501&edition=2023&by=size&totals=true',
  );
  const written = [...answer.rows, answer.total].flatMap(({ cells }) =>
    cells.flatMap(({ share, enterprises }) => {
      if (share === null || enterprises === undefined) return [];
      if (enterprises.count === null) return ['nombre non donné'];
      return [`≈\u202f${formatVolume(enterprises.count, 'fr')} entreprises`];
    }),
  );
  const shown = page.locator('table.breakdown .enterprises');
  await shown.first().waitFor();
  const texts = await shown.allTextContents();
  expect(texts).toHaveLength(written.length);
  for (const [index, text] of texts.entries()) {
    expect(text.replace(/\s/gu, ' ')).toContain(written[index]?.replace(/\s/gu, ' '));
  }
  await page.locator('.take-away > summary').click();
  const file = page.locator('.take-away-panel a[href*="format=csv"]').first();
  expect(await file.getAttribute('href')).toContain('totals=true');
});

it('finds a question by its answers', async () => {
  const page = await site.open('/explorer?search=linkedin');
  await page.getByRole('status').getByText('1 question', { exact: true }).waitFor();
  await page
    .getByRole('navigation', { name: 'Questions' })
    .getByText(/Réseaux sociaux/)
    .waitFor();
});

it('says before looking which gaps can be seen, and which filter to drop', async () => {
  const page = await site.open(
    '/explorer?question=501&edition=2023&region=53&sector=commerce&size=0',
  );
  const panel = page.locator('.visible-gap');
  const ask = (filters: string) =>
    site.api<CrosstabAnswer>(`/crosstab?question=501&edition=2023${filters}`);
  const chosen = await ask('&region=53&sector=commerce&size=0');
  const whole = await ask('');
  const gap = formatGap(visibleGap(chosen.total, whole.total) ?? 0, 'fr');
  await panel
    .getByText(`Avec ${chosen.total.n} répondants, seuls des écarts de plus de ${gap}`)
    .waitFor();
  const relaxed = await Promise.all(
    ['&sector=commerce&size=0', '&region=53&size=0', '&region=53&sector=commerce'].map(ask),
  );
  const most = Math.max(...relaxed.map(({ total }) => total.n ?? 0));
  const button = panel.getByRole('button', { name: `${formatCount(most, 'fr')} répondants` });
  await button.click();
  await panel.getByText(`Avec ${formatCount(most, 'fr')} répondants`).waitFor();
});

describe('a question over the editions', () => {
  it('stops where it was reworded, and gives every figure', async () => {
    const page = await site.open('/explorer?question=501&show=trend');
    const shown = page.getByRole('table', { name: 'Édition par édition' });
    await shown.waitFor();
    const trends = await site.api<TrendsAnswer>('/trends?question=501');
    const cells = await cellsOf(shown);
    for (const [index, series] of trends.series.entries()) {
      for (const [place, point] of series.points.entries()) {
        expect(cells[index]?.[place + 1]).toContain(formatShare(point.share, 'fr'));
      }
      expect(cells[index]?.at(-1)).toContain('Non comparable');
    }
    const pairs = page.locator('.pairs');
    expect(await pairs.textContent()).toContain('Question reformulée. La phrase a changé en 2025.');
    await page.locator('article svg').first().waitFor();
    expect(await page.locator('article svg').textContent()).toContain('question reformulée');
  });

  it('is one small chart for each value of a dimension, all on one scale', async () => {
    const page = await site.open('/explorer?question=501&by=size&show=trend');
    await expect.poll(() => page.locator('.panel-grid .chart svg').count()).toBe(4);
    const scales = await page.locator('.panel-grid svg').evaluateAll((charts) =>
      charts.map((chart) =>
        (chart.textContent ?? '')
          .match(/\d+\s%/g)
          ?.slice(0, 3)
          .join(' '),
      ),
    );
    expect(new Set(scales).size).toBe(1);
    await page.getByText('Même échelle').waitFor();
  });
});

describe('the page of a question', () => {
  it('marks what changed in its words and what a naive line would claim', async () => {
    const page = await site.open('/question/501');
    await page.locator('ins', { hasText: 'aujourd' }).waitFor();
    expect(await page.locator('ins').textContent()).toBe(' ajouté\u202f: aujourd’hui  (fin) ');
    const claims = page.getByRole('table', { name: /soustraction/ });
    await claims.waitFor();
    const { series } = await site.api<TrendsAnswer>(`/trends?question=501&${agreeing}`);
    const shares = series[0]!.points.map(({ share }) => share ?? 0);
    const rows = await cellsOf(claims);
    expect(rows.map((row) => row[1])).toEqual([
      formatPoints(shares[1]! - shares[0]!, 'fr'),
      formatPoints(shares[2]! - shares[1]!, 'fr'),
    ]);
    expect(rows[1]?.[2]).toContain('Non comparable');
  });

  it('is reached from the Explorer, leads to the next one, and back', async () => {
    const page = await site.open('/explorer?question=501&show=trend');
    await page.getByRole('link', { name: /mot à mot/ }).click();
    await page.waitForURL(/\/question\/501$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('link', { name: /Question suivante/ }).click();
    await page.waitForURL(/\/question\/601$/);
    await page.getByRole('heading', { level: 1, name: /Site internet/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /bénéfice réel/ }).waitFor();
    await page.goBack();
    await page.getByRole('table', { name: 'Édition par édition' }).waitFor();
  });
});

describe('single keys', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.nodeName);

  it('lead to the search box from anywhere, and do nothing while one writes', async () => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    const box = page.getByRole('searchbox', { name: 'Chercher une question' });
    await box.waitFor();
    await expect.poll(() => focused(page)).toBe('INPUT');
    await page.keyboard.type('a/b?');
    expect(await box.inputValue()).toBe('a/b?');
    await box.fill('benefice');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('A');
  });

  it('are listed, and can be turned off', async () => {
    const page = await site.open('/explorer');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    await list.getByRole('checkbox', { name: 'Raccourcis actifs' }).uncheck();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    expect(await list.isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
    expect(await list.getByRole('checkbox').isChecked()).toBe(false);
  });
});
