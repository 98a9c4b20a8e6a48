import { describe, expect, it } from 'vitest';
import type { VerificationAnswer } from '../../core/contract/verification.ts';
import { formatCount, formatPoints, formatShare } from '../../core/format/numbers.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

describe('the Vérification page', () => {
  it('counts what the API answers', async () => {
    const page = await site.open('/verification');
    await page.locator('.tallies').waitFor();
    const { passed, failed, skipped } = await site.api<VerificationAnswer>('/verification');
    expect(await page.locator('.tallies dd').allTextContents()).toEqual(
      [passed, failed, skipped].map((count) => formatCount(count, 'fr')),
    );
  });

  it('sets each figure beside what was published, those that differ first', async () => {
    const page = await site.open('/verification?rows=all');
    const table = page.getByRole('table', { name: 'Chiffre par chiffre' });
    await table.waitFor();
    const { figures } = await site.api<VerificationAnswer>('/verification');
    const order = ['differs', 'ok', 'skipped'];
    const shown = figures
      .filter(({ statistic }) => statistic !== 'reconciliation')
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
    const rows = await cellsOf(table);
    expect(rows).toHaveLength(shown.length);
    const words = { ok: 'Retrouvé', differs: 'Différent', skipped: 'Non vérifié' };
    for (const [index, figure] of shown.entries()) {
      const [, official, computed, difference, verdict] = rows[index] ?? [];
      expect(verdict?.startsWith(words[figure.verdict]), figure.id).toBe(true);
      if (figure.statistic === 'share_pct') {
        expect(official, figure.id).toBe(formatShare(figure.official / 100, 'fr'));
      }
      if (figure.statistic !== 'share_pct' || figure.computed === null) continue;
      expect(computed, figure.id).toBe(formatShare(figure.computed / 100, 'fr'));
      expect(difference, figure.id).toBe(formatPoints((figure.difference ?? 0) / 100, 'fr'));
    }
  });

  it('filters by verdict and by words, in the address', async () => {
    const page = await site.open('/verification');
    await page.getByRole('combobox', { name: 'Montrer' }).selectOption('Retrouvé');
    await page.waitForURL(/verdict=ok/);
    const { figures } = await site.api<VerificationAnswer>('/verification');
    const found = figures.filter(({ verdict }) => verdict === 'ok');
    await page.getByRole('status').getByText(`${found.length} chiffres`).waitFor();
    await page.getByRole('searchbox').fill('BENEFICE reel 2021');
    const table = page.getByRole('table', { name: 'Chiffre par chiffre' });
    await expect
      .poll(async () => (await cellsOf(table)).map(([figure]) => figure?.slice(0, 10)))
      .toEqual(['Part, 2021']);
    expect(page.url()).toContain('search=BENEFICE');
    await page.getByRole('searchbox').fill('rien de tel');
    await page.getByRole('status').getByText('Aucun chiffre').waitFor();
  });

  it('is reached from every page and says where the data came from', async () => {
    const page = await site.open('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Vérification' }).click();
    await page.getByRole('heading', { level: 2, name: 'Sources et ingestion' }).waitFor();
    await page.getByText('Cet entrepôt n’a pas de rapport d’ingestion.').waitFor();
  });
});
