import { expect, it } from 'vitest';
import { storySurvey } from '../warehouse/story-survey.ts';
import { serveSite } from './site.ts';

const site = serveSite(storySurvey([2024, 2025], 'published'));

it('with aggregates alone, the front page says why it tells nothing, and leads on', async () => {
  const page = await site.open('/');
  const empty = page.locator('.no-story');
  await empty.getByText('rien ne peut y être testé', { exact: false }).waitFor();
  expect(await page.locator('.story').count()).toBe(0);
  await empty.getByRole('link', { name: 'Explorer les questions' }).click();
  await page.waitForURL(/\/explorer$/);
});

it('a chapter known by its aggregates alone still lists its figures', async () => {
  const page = await site.open('/chapitre/8');
  const row = page.getByRole('row', { name: /Intelligence artificielle/ });
  await row.getByText('40,0', { exact: false }).waitFor();
  await row.getByText('Résultats agrégés officiels').waitFor();
});
