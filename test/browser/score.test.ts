import { describe, expect, it } from 'vitest';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { formatNumber, formatScoreInterval } from '../../core/format/numbers.ts';
import { serveSite } from './site.ts';

const site = serveSite();
const criteria = (ai: number, security: number) =>
  new URLSearchParams([
    ['criteria', `801:Oui:+:${ai}`],
    ['criteria', `911:Oui:-:${security}`],
  ]).toString();
const path = `/prospecter?${criteria(80, 20)}&by=department`;
const names = 'tbody tr:not(.tier) th';

describe('a ranking on several criteria', () => {
  it('shows the API’s scores and rank intervals, under the weights of the address', async () => {
    const answer = await site.api<RankingsAnswer>(
      `/rankings?${criteria(80, 20)}&by=department&sort=score`,
    );
    const page = await site.open(path);
    const row = page.locator('tbody tr:not(.tier)').first();
    const [first] = answer.rows;
    await row.locator('.rank .interval').waitFor();
    expect(await row.locator('td.strong').textContent()).toBe(
      formatNumber(first?.score ?? 0, 1, 'fr') + formatScoreInterval(first?.scoreCi ?? null, 'fr'),
    );
    const [low, high] = first?.rankInterval ?? [];
    expect(await row.locator('.rank .interval').textContent()).toBe(
      low === high ? `${low}` : `${low} à ${high}`,
    );
    const heading = await page.locator('tr.tier').first().textContent();
    const inFirst = answer.rows.filter(({ tier }) => tier === 1).length;
    expect(heading).toMatch(new RegExp(`^Groupe A\\s: ${inFirst} `, 'u'));
  });

  it('ranks again under a slider, without a request, as the API would', async () => {
    const page = await site.open(path);
    await page.locator('.steady', { hasText: '1\u202f000' }).first().waitFor();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const slider = page.getByRole('slider', { name: /Mesures de cybersécurité/ });
    await slider.fill('95');
    await page.waitForURL(/911%3AOui%3A-%3A95/);
    const answer = await site.api<RankingsAnswer>(
      `/rankings?${criteria(80, 95)}&by=department&sort=score`,
    );
    const wanted = answer.rows.slice(0, 20).map(({ score }) => formatNumber(score ?? 0, 1, 'fr'));
    await expect
      .poll(() => page.locator('tbody td:nth-child(3) .figure').allTextContents())
      .toEqual(wanted);
    expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
  });

  it('says why a row has its rank, and adds up', async () => {
    const page = await site.open(path);
    await page.getByText('Pourquoi ce rang').first().click();
    const lines = await page.locator('.why[open] li').allTextContents();
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/points, part lissée/);
  });

  it('starts from a ready-made profile', async () => {
    const page = await site.open('/prospecter');
    const link = page.getByRole('link', { name: 'Convaincus mais sans site' });
    expect(
      new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.getAll('criteria'),
    ).toEqual(['601:Non:+:60', "501:Tout à fait d'accord|Plutôt d'accord:+:40"]);
  });

  it('takes a criterion out and another in', async () => {
    const page = await site.open(path);
    await page.locator(names).first().waitFor();
    await page.getByRole('button', { name: /Retirer ce critère .*cybersécurité/ }).click();
    await page.waitForURL((url) => url.searchParams.getAll('criteria').length === 1);
    await page.locator('summary', { hasText: 'Ajouter un critère' }).click();
    const box = page.getByRole('combobox', { name: 'Question' });
    await box.click();
    await box.fill('benefice');
    await box.press('Enter');
    await page.waitForURL((url) => url.searchParams.getAll('criteria').length === 2);
    expect(new URL(page.url()).searchParams.getAll('criteria')[1]).toBe(
      "501:Tout à fait d'accord|Plutôt d'accord:+:50",
    );
  });
});
