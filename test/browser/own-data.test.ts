import { expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

it('sets one’s own customers against the potential without any request for them', async () => {
  const page = await site.open(
    "/prospecter?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&sort=potential",
  );
  await page.locator('summary', { hasText: 'Vos propres clients' }).click();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || !request.url().includes('/assets/')) sent.push(request.url());
  });
  await page.getByLabel('Choisir un fichier CSV').setInputFiles({
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Société;Code postal\nA;75008\nB;75011\nC;13001\nD;inconnu\n', 'latin1'),
  });
  const table = page.getByRole('table', { name: 'Ce que vous avez, ce qui reste' });
  await table.waitFor();
  const rows = await cellsOf(table);
  expect(rows.find(([name]) => name === 'Paris')?.[1]).toBe('2');
  expect(rows.find(([name]) => name === 'Bouches-du-Rhône')?.[1]).toBe('1');
  expect(await page.locator('.own-data [role=status]').textContent()).toMatch(
    /Code postal \(code postal\)\. 4 lignes lues, dont 1 sans place/,
  );
  expect(sent).toEqual([]);
  expect(page.url()).not.toContain('clients');
});
