import { describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { formatVolume } from '../../core/format/numbers.ts';
import { serveSite } from './site.ts';

const site = serveSite();
const query = "question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department";
const path = `/prospecter?${query}&sort=potential`;

const csv = (text: string) => ({
  name: 'insee.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

describe('official counts brought to the page', () => {
  it('are what volumes rest on, until they are dropped', async () => {
    const { rows } = await site.api<RankingsAnswer>(`/rankings?${query}&sort=potential`);
    const [first] = rows;
    const page = await site.open(path);
    await page.locator('.counts > summary').click();
    await page
      .getByLabel('Choisir un fichier d’effectifs')
      .setInputFiles(csv(`Département;Entreprises\n${first?.key.department};9000000\n`));
    const volume = formatVolume(9_000_000 * (first?.smoothed?.share ?? 0), 'fr');
    await page.locator('.counts [role=status]', { hasText: 'insee.csv' }).waitFor();
    const row = page.locator('tbody tr', { hasText: volume });
    await row.waitFor();
    expect(await row.locator('th').textContent()).toContain(first?.label.replaceAll("'", '’'));
    const summary = await page.locator('.summary').textContent();
    expect(summary).toContain('Les volumes reposent sur les effectifs officiels de');
    expect(new URL(page.url()).search).not.toContain('insee');
    // Files made from the address would hold the survey's volumes.
    expect(await page.locator('.take-away').count()).toBe(0);

    await page.getByRole('button', { name: 'Revenir aux volumes de l’enquête' }).click();
    await row.waitFor({ state: 'detached' });
    await page.locator('.take-away').first().waitFor();
  });

  it('that cannot be read say where, and the ranking stays', async () => {
    const page = await site.open(path, { refused: '/counts/rankings' });
    await page.locator('.counts > summary').click();
    await page
      .getByLabel('Choisir un fichier d’effectifs')
      .setInputFiles(csv('dep;entreprises\n29;12\n29;beaucoup\n'));
    const alert = page.locator('.counts [role=alert]');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('insee.csv, ligne 3');
    await page.locator('tbody tr').first().waitFor();
  });
});
