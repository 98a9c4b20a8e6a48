import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();
const path =
  "/prospecter?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&sort=potential";

async function openPanel(): Promise<{ page: Page; sent: string[] }> {
  const page = await site.open(path);
  const worker = page.waitForEvent('worker');
  await page.locator('summary', { hasText: 'Vos propres clients' }).click();
  await worker;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  return { page, sent };
}

const csv = (text: string, encoding: 'utf-8' | 'latin1' = 'utf-8') => ({
  name: 'clients.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text, encoding),
});

const customersIn = async (page: Page): Promise<Map<string, string>> => {
  const table = page.getByRole('table', { name: 'Ce que vous avez, ce qui reste' });
  await table.waitFor();
  return new Map((await cellsOf(table)).map(([name, customers]) => [name!, customers!]));
};

const status = (page: Page) => page.locator('.own-data [role=status]');

describe('one’s own customers', () => {
  it('are set against the potential without any request for them', async () => {
    const { page, sent } = await openPanel();
    await page
      .getByLabel('Choisir un fichier CSV')
      .setInputFiles(csv('Société;Code postal\nA;75008\nB;75011\nC;13001\nD;inconnu\n', 'latin1'));
    const customers = await customersIn(page);
    expect(customers.get('Paris')).toBe('2');
    expect(customers.get('Bouches-du-Rhône')).toBe('1');
    expect(await status(page).textContent()).toMatch(
      /Code postal \(code postal\)\. Lignes lues\s: 4, placées dans ce classement\s: 3/u,
    );
    expect(await page.locator('.own-data').textContent()).toContain(
      'Non comprises\u202f: 1, dont inconnu (1)',
    );
    expect(sent).toEqual([]);
    expect(page.url()).not.toContain('clients');
  });

  it('are read where the browser lets nothing out, though it lets code be compiled', async () => {
    const { page } = await openPanel();
    const [worker] = page.workers();
    const served = await page.request.get(worker!.url());
    expect(served.headers()['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'none'",
    );
    expect(await worker!.evaluate(() => new Function('return 6 * 7')())).toBe(42);
    const reached = await worker!.evaluate(async () => {
      const refused = new Promise((resolve) =>
        globalThis.addEventListener('securitypolicyviolation', resolve),
      );
      try {
        await fetch('/api/v1/meta');
        return 'reached';
      } catch {
        await refused;
        return 'refused';
      }
    });
    expect(reached).toBe('refused');
  });

  it('are dropped on the frame', async () => {
    const { page, sent } = await openPanel();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['dep\n29\n29\n35\n'], 'visites.csv', { type: 'text/csv' }));
      return data;
    });
    await page.locator('.own-data .drop').dispatchEvent('dragover', { dataTransfer: dropped });
    await page.locator('.own-data .drop.over').waitFor();
    await page.locator('.own-data .drop').dispatchEvent('drop', { dataTransfer: dropped });
    await status(page).getByText('placées dans ce classement\u202f: 3').waitFor();
    expect(sent).toEqual([]);
  });

  it('are placed by their town, asking where several departments have it', async () => {
    const { page, sent } = await openPanel();
    await page
      .getByLabel('Choisir un fichier CSV')
      .setInputFiles(csv('client,Ville\nA,Marseille 8e\nB,Saint-Denis\nC,ST DENIS\nD,Brest\n'));
    await status(page).getByText('placées dans ce classement\u202f: 2').waitFor();
    await page
      .getByLabel('Saint-Denis (lignes\u202f: 2)')
      .selectOption({ label: 'La Réunion (974)' });
    await status(page).getByText('placées dans ce classement\u202f: 4').waitFor();
    expect(sent).toEqual([]);
  });

  it('are all counted without a line of headings, in UTF-16, and all shown when asked', async () => {
    const { page, sent } = await openPanel();
    const lines = Array.from(
      { length: 50_000 },
      (_, k) => `Société ${k}\t${k % 5 === 0 ? '5100' : '29200'}`,
    );
    await page.getByLabel('Choisir un fichier CSV').setInputFiles({
      name: 'clients.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'),
    });
    await status(page).getByText('colonne 2 (code postal)').waitFor();
    const some = await customersIn(page);
    expect(some.size).toBe(20);
    await page.getByRole('button', { name: 'Toutes les lignes' }).click();
    const customers = await customersIn(page);
    expect(customers.get('Finistère')).toBe('40\u202f000');
    expect(customers.get('Hautes-Alpes')).toBe('10\u202f000');
    expect(sent).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV de ce tableau' }).click(),
    ]);
    const taken = await readFile(await file.path(), 'utf8');
    const [head, ...rows] = taken
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(head).toEqual(expect.arrayContaining(['code_departement', 'clients', 'reste_bas']));
    expect(rows).toHaveLength(customers.size);
    expect(rows.find((row) => row[1] === '05')?.[3]).toBe('10000');
    for (const request of sent) expect(request).toMatch(/^GET .*\/assets\/[\w.-]+\.js$/);
  });

  it('are read on a phone without scrolling sideways, towns placed by their size said and moved', async () => {
    const page = await site.open(path, { width: 390 });
    await page.locator('summary', { hasText: 'Vos propres clients' }).click();
    await page
      .getByLabel('Choisir un fichier CSV')
      .setInputFiles(csv('nom,ville\nA,PARIS XVe\nB,Vitrolles\nC,Vitrolles\n'));
    const customers = await customersIn(page);
    expect([customers.get('Paris'), customers.get('Bouches-du-Rhône')]).toEqual(['1', '2']);
    const box = page.locator('.scroll-box', { has: page.locator('table.own') });
    expect(await box.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    await page.getByText('Communes de plusieurs départements déjà placées\u202f: 1').click();
    await page.getByLabel('Vitrolles').selectOption('05');
    const left = async () => (await customersIn(page)).get('Bouches-du-Rhône');
    await expect.poll(left).toBe('0');
  });

  it('say what is wrong with a file that is none', async () => {
    const { page } = await openPanel();
    const input = page.getByLabel('Choisir un fichier CSV');
    await input.setInputFiles(csv('PK\u0003\u0004'));
    await page.locator('.own-data [role=alert]', { hasText: 'C’est un classeur' }).waitFor();
    await input.setInputFiles(csv('nom,quantité\nA,29\n'));
    await page.locator('.own-data [role=alert]', { hasText: 'Aucune colonne' }).waitFor();
    await input.setInputFiles(csv('dep\n29\n'));
    await status(page).getByText('Lignes lues\u202f: 1').waitFor();
    expect(await page.locator('.own-data [role=alert]').count()).toBe(0);
  });
});
