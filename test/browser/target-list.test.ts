import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';

const site = serveSite();
const path =
  "/prospecter?question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023&by=department&sort=potential";

async function save(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return file.path();
}

const namesShown = (page: Page) => page.locator('tbody tr:not(.tier) th a').allTextContents();

const addressIn = (notes: unknown): string =>
  /https?:[^"\s]+/.exec(JSON.stringify(notes))?.[0] ?? '';
const queryOf = (address: string): string[][] => [...new URL(address).searchParams].toSorted();

describe('the list to take away', () => {
  it('holds what is on the screen, in French CSV and in a workbook with notes', async () => {
    const page = await site.open(`${path}&rows=all&without=department:75`);
    await page.locator('tr.tier').first().waitFor();
    const shown = await namesShown(page);
    expect(shown).not.toContain('Paris');
    const csv = await readFile(await save(page, 'CSV pour Excel'), 'utf8');
    const lines = csv
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines.slice(1).map((line) => line[5]?.replaceAll("'", '’'))).toEqual(shown);
    expect(lines[0]?.slice(0, 6).join()).toBe(
      'rang,rang_bas,rang_haut,groupe,code_departement,departement',
    );
    const workbook = await readXlsxFile(await save(page, 'Classeur avec notes'));
    expect(workbook.map(({ sheet }) => sheet)).toEqual(['Cibles', 'Notes']);
    const [list, notes] = workbook;
    expect(list?.data).toHaveLength(shown.length + 1);
    expect(queryOf(addressIn(notes?.data))).toEqual(queryOf(page.url()));
  });

  it('gives an address that keeps its edition, once another will have come too', async () => {
    const page = await site.open(path.replace('&edition=2023', ''));
    await page.locator('.summary').waitFor();
    const [, notes] = await readXlsxFile(await save(page, 'Classeur avec notes'));
    const address = addressIn(notes?.data);
    expect(new URL(page.url()).searchParams.get('edition')).toBeNull();
    expect(new URL(address).searchParams.get('edition')).toMatch(/^20\d\d$/);
    const shown = await namesShown(page);
    await page.goto(address);
    await page.locator('.summary').waitFor();
    expect(await namesShown(page)).toEqual(shown);
  });

  it('prints as one page', async () => {
    const page = await site.open(path);
    await page.locator('.summary').waitFor();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('becomes a request to the State’s list builder', async () => {
    const page = await site.open(
      '/prospecter?question=801&answer=Oui&edition=2023&by=sector&sort=count',
    );
    await page.locator('summary', { hasText: 'Trouver les entreprises' }).click();
    await page.getByLabel('Cible').selectOption('sector=ntic');
    const file = await readFile(await save(page, 'Codes NAF (fichier texte)'), 'utf8');
    expect(file.trim().split('\n')).toContain('62.01Z');
    const link = page.getByRole('link', { name: 'Ouvrir l’annuaire des entreprises' });
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/annuaire-entreprises\.data\.gouv\.fr\//,
    );
  });
});

describe('exclusions', () => {
  it('leave rows out, keep the others’ ranks, and are in the address', async () => {
    const page = await site.open(path);
    await page.getByLabel('Exclure').selectOption('department:75');
    await page.waitForURL(/without=department%3A75/);
    const first = page.locator('tbody tr:not(.tier)').first();
    await expect.poll(() => first.locator('.rank').textContent()).toMatch(/^2/);
    const leader = (await first.locator('th a').textContent()) ?? '';
    expect(await page.locator('h2.question-title').textContent()).toContain(leader);
    expect(await page.locator('.ranking-grid p.reading').textContent()).toContain(leader);
    expect(await page.locator('.result-header').textContent()).toContain(
      'Exclusions\u202f: Paris.',
    );
    await page.getByRole('button', { name: 'Reprendre Paris' }).click();
    await expect.poll(() => first.locator('.rank').textContent()).toMatch(/^1/);
  });
});
