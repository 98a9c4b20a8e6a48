import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();
const path =
  "/prospecter?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&sort=potential";

async function save(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await file.path());
}

/** What the table of the plan shows: [target, calls] of each line, in order. */
async function planShown(page: Page): Promise<string[][]> {
  const rows = await cellsOf(page.locator('table.plan'));
  return rows
    .filter(([name, ...cells]) => cells.length > 2 && !name!.includes('appels'))
    .map((cells) => [cells[0]!, cells.at(-2)!]);
}

it('shares calls among sellers, keeps the plan in the address, and hands each seller a file', async () => {
  const page = await site.open(`${path}&without=department:75`);
  await page.locator('summary', { hasText: 'Plan d’appels' }).click();
  await page.getByLabel('Vendeurs').fill('Anne, Zoé');
  await page.getByLabel('Appels par vendeur et par semaine').fill('15');
  await page.getByLabel('Semaines').fill('2');
  await page.getByLabel('Lignes appelées, depuis la première').fill('5');
  await page.getByLabel('Lignes appelées, depuis la première').blur();
  await page.waitForURL(/plan=15%3A2%3A5%3AAnne%7CZo/);
  const table = page.locator('table.plan');
  expect(await table.locator('caption').textContent()).toBe('60 appels, 2 vendeurs, 2 semaines');
  expect(await table.locator('tr.tier th').allTextContents()).toEqual(
    ['Anne : 30 appels', 'Zoé : 30 appels'].map((text) => text.replace(' :', '\u202f:')),
  );
  expect(await table.textContent()).not.toContain('Paris');

  const shown = await planShown(page);
  const files = unzipSync(await save(page, 'Un CSV par vendeur (ZIP)'));
  expect(Object.keys(files).sort()).toEqual(['LISEZ-MOI.txt', 'appels-anne.csv', 'appels-zoe.csv']);
  const text = Buffer.from(files['appels-zoe.csv']!).toString('utf8');
  expect(text.startsWith('\uFEFFvendeur;semaine;appels;rang;code_departement;departement;')).toBe(
    true,
  );
  const own = Papa.parse<Record<string, string>>(text.slice(1).trim(), {
    header: true,
    delimiter: ';',
  }).data;
  expect(own.reduce((sum, { appels }) => sum + Number(appels), 0)).toBe(30);
  for (const { departement } of own) {
    const name = departement!.replaceAll("'", '’');
    expect(shown.some(([cell]) => cell!.startsWith(name))).toBe(true);
  }
  expect(own[0]?.lien).toMatch(/\/explorer\?.*department=/);
  expect(own[0]?.pourquoi).toContain('entreprises concernées');

  const again = await site.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await again.locator('table.plan').waitFor();
  expect(await planShown(again)).toEqual(shown);
});

it('says what to write where sellers cannot be read', async () => {
  const page = await site.open(`${path}&plan=15:2:5:2`);
  await page.getByLabel('Vendeurs').fill('99');
  await page.getByLabel('Vendeurs').blur();
  await page.locator('.call-plan [role=alert]', { hasText: 'Donnez de 1 à 30 vendeurs' }).waitFor();
});

it('prints on one page, alone, and stays out of the list’s', async () => {
  const page = await site.open(`${path}&plan=15:2:5:Anne|Bruno`);
  await page.locator('table.plan').waitFor();
  const textOf = async () =>
    extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))), {
      mergePages: true,
    });
  const list = await textOf();
  expect(list.text).toContain('Par département');
  expect(list.text).not.toContain('Anne');
  // The browser's own dialogue cannot be answered here: what it would print is printed below.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: 'Imprimer le plan' }).click();
  const { text, totalPages } = await textOf();
  expect(totalPages).toBe(1);
  expect(text).toMatch(/Anne\s*: 30 appels/u);
  expect(text).toMatch(/Bruno\s*: 30 appels/u);
  expect(text).toContain('Données de démonstration');
  expect(text).toContain('Source');
  expect(text).not.toContain('Par département');
});
