import { describe, expect, it } from 'vitest';
import type { CompareAnswer } from '../../core/contract/comparison.ts';
import { headlineGaps } from '../../core/format/gap-headline.ts';
import { formatCount, formatShare, formatSignedPoints } from '../../core/format/numbers.ts';
import { displayFrench } from '../../core/format/typography.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

describe('a portrait', () => {
  it('says what sets its enterprises apart, by the figures of the API and no more than they allow', async () => {
    const page = await site.open('/portrait/region/53');
    await page
      .getByRole('heading', { level: 1, name: 'Portrait des TPE-PME de Bretagne' })
      .waitFor();
    const answer = await site.api<CompareAnswer>('/compare?region=53&limit=12');
    const rows = await cellsOf(page.getByRole('table'));
    expect(rows.map((row) => row.slice(1, 4))).toEqual(
      answer.gaps.map(({ from, to, nFrom, nTo, difference, ci }) => [
        formatShare(from, 'fr') + displayFrench(`base ${formatCount(nFrom, 'fr')}`),
        formatShare(to, 'fr') + displayFrench(`base ${formatCount(nTo, 'fr')}`),
        formatSignedPoints(difference, 'fr') +
          (ci ?? []).map((limit) => formatSignedPoints(limit, 'fr')).join('\u202f; '),
      ]),
    );
    expect(await page.locator('.finding').textContent()).toBe(
      headlineGaps(answer, answer.gaps, 'fr'),
    );
    expect(await page.locator('main').textContent()).toContain(
      displayFrench(`${formatCount(answer.profile.n, 'fr')} entreprises ont répondu en 2025`),
    );
  });

  it('leads into Explorer and Prospecter with its filter set', async () => {
    const page = await site.open('/portrait/sector/commerce');
    const further = page.getByRole('navigation', { name: 'Aller plus loin' });
    await further.getByRole('link').first().waitFor();
    const hrefs = await further
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs[0]).toMatch(/^\/explorer\?.*sector=commerce/);
    expect(hrefs[1]).toMatch(/^\/prospecter\?.*sector=commerce/);
  });

  it('says so when too few answered, and shows no gap', async () => {
    const page = await site.open('/portrait/department/48');
    await page.getByText('Base trop faible', { exact: false }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('of nowhere is the list of portraits, and says what it could not find', async () => {
    const page = await site.open('/portrait/region/99');
    await page.locator('.faults').waitFor();
    await page.getByRole('link', { name: 'Finistère' }).click();
    await page.waitForURL(/\/portrait\/department\/29$/);
    await page.getByRole('heading', { level: 1, name: /TPE-PME du Finistère/ }).waitFor();
  });

  it('is in English too', async () => {
    const page = await site.open('/portrait/size/10-49?lang=en');
    await page
      .getByRole('heading', { level: 1, name: 'Portrait of enterprises with 10 to 49 employees' })
      .waitFor();
    await page.getByRole('heading', { name: 'How sure we are' }).waitFor();
  });
});
