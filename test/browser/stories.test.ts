import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { QuestionsAnswer } from '../../core/contract/catalogue.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { formatCount, formatInterval, formatShare } from '../../core/format/numbers.ts';
import { storySurvey } from '../warehouse/story-survey.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite(storySurvey());

const headlines = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('.story h3')
    .evaluateAll((titles) => titles.map((title) => (title.textContent ?? '').trim()));

/** All that has moved on the page by itself since it opened. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as { value: number }[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without any shift the observer is never called.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

describe('the front page', () => {
  it('opens with what the edition teaches, as the API says it, each with its chart', async () => {
    const answer = await site.api<StoriesAnswer>('/stories?limit=6');
    const page = await site.open('/');
    await page.getByRole('heading', { level: 2, name: 'Ce que l’édition 2025 apprend' }).waitFor();
    await expect.poll(() => page.locator('.story svg').count()).toBe(answer.stories.length);
    expect(await headlines(page)).toEqual(answer.stories.map(({ sentence }) => sentence.fr));
    const readings = await page.locator('.story .reading').allTextContents();
    expect(readings).toEqual(answer.stories.map(({ reading }) => reading.fr));
  });

  it('says beside a story that calls for caution why it does', async () => {
    const page = await site.open('/chapitre/7');
    await page.locator('.story').first().waitFor();
    expect(await page.locator('.story .caution').allTextContents()).toEqual([
      expect.stringContaining('À lire avec prudence'),
    ]);
  });

  it('leads from a story into its figures', async () => {
    const page = await site.open('/');
    const gap = page.getByRole('article', { name: /du commerce/ });
    await gap.getByRole('link', { name: 'Voir les données' }).click();
    await page.waitForURL(/\/explorer\?question=601&answer=Oui&edition=2025&by=sector$/);
    await page.getByRole('table').first().waitFor();
  });

  it('keeps its place while it comes: nothing jumps', async () => {
    const page = await site.open('/');
    await expect.poll(() => page.locator('.story svg').count()).toBe(6);
    expect(await layoutShift(page)).toBeLessThan(0.05);
  });

  it('is in English too', async () => {
    const answer = await site.api<StoriesAnswer>('/stories?limit=6');
    const page = await site.open('/?lang=en');
    await page.locator('.story').first().waitFor();
    expect(await headlines(page)).toEqual(answer.stories.map(({ sentence }) => sentence.en));
  });
});

describe('a chapter', () => {
  it('is reached from the front page, and opens with its own stories', async () => {
    const page = await site.open('/');
    await page.getByRole('link', { name: /Connectivité/ }).click();
    await page.waitForURL(/\/chapitre\/10$/);
    await page.getByRole('heading', { level: 1, name: 'Connectivité' }).waitFor();
    const answer = await site.api<StoriesAnswer>('/stories?chapter=10&limit=4');
    await page.locator('.story').first().waitFor();
    expect(await headlines(page)).toEqual(answer.stories.map(({ sentence }) => sentence.fr));
    expect(await page.title()).toContain('Connectivité');
  });

  it('lists its questions with the latest figure of each', async () => {
    const { questions } = await site.api<QuestionsAnswer>('/questions?chapter=9&detail=latest');
    const page = await site.open('/chapitre/9');
    const table = page.getByRole('table', { name: 'Les questions du chapitre' });
    await table.waitFor();
    expect((await cellsOf(table)).map((row) => row.slice(1, 4))).toEqual(
      questions.map(({ latest }) => [
        formatShare(latest?.share ?? null, 'fr') + formatInterval(latest?.ci ?? null, 'fr'),
        formatCount(latest?.n ?? null, 'fr'),
        '2025',
      ]),
    );
    await table.getByRole('link', { name: 'Explorer : Antivirus' }).click();
    await page.waitForURL(/\/explorer\?question=921$/);
  });

  it('that is none is the list of them, and says so', async () => {
    const page = await site.open('/chapitre/99');
    await page.getByText('Il n’y a pas de chapitre 99').waitFor();
    expect(await page.locator('.chapter-list li').count()).toBe(7);
  });
});
