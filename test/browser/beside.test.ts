import { describe, expect, it } from 'vitest';
import type { CrosstabAnswer } from '../../core/contract/crosstab.ts';
import { formatInterval, formatShare } from '../../core/format/numbers.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();
const path =
  "/prospecter?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&sort=smoothed";

describe('targets side by side', () => {
  it('are ticked in the table, kept in the address, and given as the API gives them', async () => {
    const page = await site.open(path);
    await page.getByRole('checkbox', { name: 'Comparer Paris' }).check();
    await page.getByText('cochez une autre ligne').waitFor();
    await page.getByRole('checkbox', { name: 'Comparer Nord' }).check();
    await page.getByRole('button', { name: 'Comparer les 2 lignes cochées' }).click();
    const panel = page.getByRole('region', { name: 'Côte à côte' });
    const table = panel.getByRole('table').first();
    await table.waitFor();
    const url = new URL(page.url());
    expect(url.searchParams.getAll('beside')).toEqual(['department:75', 'department:59']);
    const { rows } = await site.api<CrosstabAnswer>(
      "/crosstab?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&department=75&department=59",
    );
    const wanted = rows.map(({ label, n, cells }) => [
      label,
      formatShare(cells[0]!.share, 'fr') + formatInterval(cells[0]!.ci, 'fr'),
      String(n),
    ]);
    expect((await cellsOf(table)).sort()).toEqual(wanted.sort());
    expect(await panel.locator('.summary').textContent()).toMatch(
      /En part, (Paris dépasse Nord \(\+\d+,\d points\)|les données ne départagent aucune)/,
    );

    const again = await site.open(url.pathname + url.search);
    const same = again.getByRole('region', { name: 'Côte à côte' }).getByRole('table').first();
    await same.waitFor();
    expect(await cellsOf(same)).toEqual(await cellsOf(table));

    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    expect(await page.getByRole('checkbox', { name: 'Comparer Nord' }).isChecked()).toBe(false);
  });

  it('are four at most, and say what of the address is left aside', async () => {
    const besides = ['75', '59', '13', '69', '31'].map((code) => `&beside=department:${code}`);
    const page = await site.open(path + besides.join(''));
    const panel = page.getByRole('region', { name: 'Côte à côte' });
    await panel.getByText('Une ligne de l’adresse').waitFor();
    expect(await panel.locator('.chip').count()).toBe(4);
    expect(await page.getByRole('checkbox', { name: 'Comparer Haute-Garonne' }).isDisabled()).toBe(
      true,
    );
    await panel.getByRole('button', { name: 'Retirer Paris de la comparaison' }).click();
    await page.waitForURL((url) => url.searchParams.getAll('beside').length === 3);
  });

  it('are compared on every criterion of a score, with the chance of the score', async () => {
    const page = await site.open(
      '/prospecter?criteria=801:Oui:%2B:80&criteria=911:Oui:-:20&by=department&beside=department:75&beside=department:13&lang=en',
    );
    const panel = page.getByRole('region', { name: 'Side by side' });
    await panel.locator('.beside-block').nth(2).waitFor();
    expect(await panel.getByRole('table').count()).toBe(3);
    expect(await panel.locator('.summary').textContent()).toContain('Paris and Bouches-du-Rhône');
  });

  it('light the map and the plot as the keyboard reaches a row of a score', async () => {
    const page = await site.open('/prospecter?criteria=801:Oui:%2B:80&by=department&lang=en');
    await page.locator('.map svg').waitFor();
    await page.getByRole('checkbox', { name: 'Compare Paris' }).focus();
    await expect
      .poll(() => page.locator('.readout').textContent())
      .toMatch(/^Paris: Score \d+\.\d.*base \d+/);
    expect(await page.locator('tr.pointed th').textContent()).toMatch(/^Paris/);
  });

  it('are drawn as points on their intervals', async () => {
    const page = await site.open(path);
    const plot = page.getByRole('region', { name: 'Points et intervalles' });
    await plot.locator('svg').waitFor();
    expect(await plot.locator('.chart').getAttribute('aria-label')).toContain(
      'Points avec intervalle',
    );
  });
});
