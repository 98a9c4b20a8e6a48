import { describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { serveSite } from './site.ts';

const site = serveSite();
const asked = "question=501&answer=Tout+%C3%A0+fait+d'accord&edition=2023";

describe('a ranking by what is estimated', () => {
  it('is led by the tiers that the data tell apart, then rank intervals', async () => {
    const answer = await site.api<RankingsAnswer>(
      `/rankings?${asked}&by=department&sort=potential`,
    );
    const [first] = answer.rows;
    const inFirst = answer.rows.filter(({ tier }) => tier === 1).length;
    const page = await site.open(`/prospecter?${asked}&by=department&sort=potential`);
    const heading = page.locator('tr.tier th').first();
    await heading.waitFor();
    expect(await heading.textContent()).toMatch(
      new RegExp(`^Groupe A\\s: ${inFirst} département`, 'u'),
    );
    const cells = page.locator('tbody tr:not(.tier)').first().locator('td.rank');
    const [low, high] = first?.rankInterval ?? [];
    expect(await cells.textContent()).toBe(`1${low === high ? low : `${low} à ${high}`}`);
  });

  it('says when chance alone would order so, and forms no group', async () => {
    const path = '/rankings?question=601&answer=Oui&edition=2023&by=size&sort=smoothed';
    const answer = await site.api<RankingsAnswer>(path);
    expect(answer.rows.map(({ tier }) => tier)).toEqual([null, null, null, null]);
    const page = await site.open(
      '/prospecter?question=601&answer=Oui&edition=2023&by=size&sort=smoothed',
    );
    await page.getByText('Ordre indicatif', { exact: true }).waitFor();
    expect(await page.locator('.ranking tr.tier').count()).toBe(0);
  });

  it('says which figures only the model gives', async () => {
    const page = await site.open(`/prospecter?${asked}&by=department&sort=smoothed&rows=all`);
    const row = page.getByRole('row', { name: /Lozère/ });
    expect(await row.locator('.modelled').textContent()).toContain('estimé par le modèle');
    expect(await page.getByRole('row', { name: /Paris/ }).locator('.modelled').count()).toBe(0);
  });
});

describe('a ranking of pairs', () => {
  it('crosses two dimensions, as the API does, and keeps them in the address', async () => {
    const answer = await site.api<RankingsAnswer>(
      `/rankings?${asked}&by=department&by=sector&sort=count`,
    );
    const page = await site.open(`/prospecter?${asked}&by=department`);
    await page.getByLabel('Croiser avec').selectOption('sector');
    await page.waitForURL(/cross=sector/);
    const table = page.getByRole('table', { name: 'Par département et secteur, 2023' });
    await table.waitFor();
    const names = await table.locator('tbody th a').allTextContents();
    expect(names).toHaveLength(20);
    const [first] = answer.rows;
    // A page binds a dash to the word before it, so that none begins a line.
    expect(names[0]).toBe(first?.label.replace(' · ', ', ').replaceAll(' - ', '\u00a0- '));
    await page.getByRole('button', { name: `Afficher les ${answer.total} lignes` }).click();
    expect(await table.locator('tbody th a').count()).toBe(answer.total);
    expect(await page.locator('.map').count()).toBe(0);
  });
});
