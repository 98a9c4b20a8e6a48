import { describe, expect, it } from 'vitest';
import type { CompareAnswer, Gap, MoversAnswer } from '../../core/contract/comparison.ts';
import { headGaps } from '../../core/format/gap-headline.ts';
import { formatCount, formatShare, formatSignedPoints } from '../../core/format/numbers.ts';
import { displayFrench } from '../../core/format/typography.ts';
import { smallestVisibleGap } from '../../core/stats/significance.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

const side = (share: number | null, n: number | null) =>
  formatShare(share, 'fr') + displayFrench(`base ${formatCount(n, 'fr')}`);

/** A difference as its row prints it: question and answer, both sides, the gap. */
const rowOf = (gap: Gap): string[] => [
  displayFrench(gap.label) + displayFrench(gap.answer),
  side(gap.from, gap.nFrom),
  side(gap.to, gap.nTo),
  formatSignedPoints(gap.difference, 'fr') +
    (gap.ci ?? []).map((limit) => formatSignedPoints(limit, 'fr')).join('\u202f; '),
];

const withoutReading = (rows: string[][]) => rows.map((row) => row.slice(0, 4));

describe('« Ce qui a bougé »', () => {
  it('shows what the API answers, and never says that a thing is stable', async () => {
    const page = await site.open('/bouge');
    const table = page.getByRole('table', { name: /de 2023 à 2025/ });
    await table.waitFor();
    const answer = await site.api<MoversAnswer>('/movers');
    const rows = await cellsOf(table);
    expect(withoutReading(rows)).toEqual(answer.movers.map(rowOf));
    expect(rows.map((row) => row[4])).toEqual(
      answer.movers.map(() => 'Pas d’évolution décelableq\u00a0=\u00a01,000'),
    );
    await page.getByRole('heading', { name: 'Pas d’évolution décelable' }).waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/stable/i);
  });

  it('is headed by its finding, and shows both editions of each row when asked', async () => {
    const page = await site.open('/bouge');
    const answer = await site.api<MoversAnswer>('/movers');
    const { title } = headGaps(answer, answer.movers, 'fr');
    await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
    await page.getByRole('link', { name: 'Les deux côtés' }).click();
    await page.waitForURL(/show=dumbbell/);
    await page.getByRole('img', { name: /^Deux points par ligne, joints/ }).waitFor();
    await page
      .getByText('Point vide\u202f: écart non significatif, que le hasard peut expliquer.')
      .waitFor();
    await page.locator('.take-away > summary').click();
    const picture = page.getByRole('link', { name: 'Points joints SVG' });
    const href = await picture.getAttribute('href');
    expect(await (await fetch(new URL(href ?? '', page.url()))).text()).toContain(title);
  });

  it('says what chance alone would show', async () => {
    const page = await site.open('/bouge?from=2023&to=2025');
    const noise = page.getByRole('complementary', { name: 'Ce que le hasard seul montrerait' });
    await noise.waitFor();
    const answer = await site.api<MoversAnswer>('/movers?from=2023&to=2025');
    const text = (await noise.textContent()) ?? '';
    expect(text).toContain(`sur ${answer.tested} écarts examinés, 0,4 passeraient`);
    expect(text).toContain('Aucune question purement descriptive');
  });

  it('lists what it leaves out, why, and where to read its history', async () => {
    const page = await site.open('/bouge');
    await page.locator('summary', { hasText: 'Question reformulée' }).click();
    const item = page.getByRole('listitem').filter({ hasText: 'La phrase a changé en 2025.' });
    expect(await item.getByRole('link').getAttribute('href')).toBe('/question/501');
  });

  it('keeps its filters in the address, and offers only editions that one basis has', async () => {
    const page = await site.open('/bouge');
    await page.getByRole('table', { name: /de 2023 à 2025/ }).waitFor();
    await page.locator('summary', { hasText: 'Filtres' }).click();
    await page.getByRole('checkbox', { name: 'Bretagne' }).check();
    await page.waitForURL(/\/bouge\?region=53/);
    const answer = await site.api<MoversAnswer>('/movers?region=53');
    const table = page.getByRole('table', { name: /de 2023 à 2025/ });
    await expect
      .poll(async () => withoutReading(await cellsOf(table)))
      .toEqual(answer.movers.map(rowOf));
    const editions = page.getByRole('combobox', { name: 'De l’édition' }).locator('option');
    expect(await editions.allTextContents()).toEqual(['2023']);
    await page.goBack();
    await expect.poll(() => page.url()).toMatch(/\/bouge$/);
  });

  it('is in English too', async () => {
    const page = await site.open('/bouge?lang=en');
    await page.getByRole('heading', { level: 1, name: 'What moved' }).waitFor();
    await page.getByRole('columnheader', { name: 'Reading' }).waitFor();
  });
});

describe('« Comparer un profil »', () => {
  it('asks for a profile, then shows its gaps both ways as the API gives them', async () => {
    const page = await site.open('/comparer');
    await page.locator('.empty').getByRole('link', { name: 'Bretagne' }).click();
    await page.waitForURL(/\/comparer\?region=53/);
    const answer = await site.api<CompareAnswer>('/compare?region=53');
    const shown = (above: boolean) =>
      answer.gaps.filter(({ difference }) => (difference ?? 0) > 0 === above).map(rowOf);
    const more = page.getByRole('table', { name: /Plus souvent/ });
    await more.waitFor();
    expect(withoutReading(await cellsOf(more))).toEqual(shown(true));
    const less = page.getByRole('table', { name: /Moins souvent/ });
    expect(withoutReading(await cellsOf(less))).toEqual(shown(false));
    expect((await cellsOf(more))[0]?.[4]).toBe('Écart netq\u00a0=\u00a00,019');
  });

  it('says its base and the smallest gap that it could show', async () => {
    const page = await site.open('/comparer?region=53');
    const { profile, rest } = await site.api<CompareAnswer>('/compare?region=53');
    const header = page.locator('.result-header');
    await header.waitFor();
    const text = (await header.textContent()) ?? '';
    expect(text).toContain(displayFrench(`Base du profil : ${profile.n} entreprises répondantes`));
    const gap = smallestVisibleGap(profile.nEff ?? 0, { restNStar: rest.nEff ?? 0 });
    expect(text).toContain(`au-delà de ${formatSignedPoints(gap, 'fr').replace('+', '')}`);
  });
});
