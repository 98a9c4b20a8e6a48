import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';
import { scrollsSideways, violations } from './violations.ts';

const site = serveSite();
const exercise =
  '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department';

/** Each page in each of its states: its address, and what is on it once it is ready. */
/** Answered by 404, which the browser's console says. */
const nowhere = '/nulle-part';
const states: readonly (readonly [string, string, string])[] = [
  ['the front page', '/', '.story svg'],
  ['the front page in English', '/?lang=en', '.story svg'],
  ['the chapters', '/chapitre', '.chapter-list'],
  ['a chapter', '/chapitre/8', '.latest'],
  ['a chapter that is not', '/chapitre/99', '.caution'],
  ['Prospecter, empty', '/prospecter', '.empty'],
  ['Prospecter without an answer', '/prospecter?question=501', '.empty'],
  ['the exercise', `${exercise}&rows=all`, '.map svg'],
  ['a ranking with filters', `${exercise}&region=53&sector=commerce`, '.map svg'],
  ['a ranking by potential', `${exercise}&sort=potential`, '.map svg'],
  ['a ranking of nobody', `${exercise}&department=973&sector=agriculture`, '.empty'],
  ['Explorer, empty', '/explorer', '.empty'],
  ['a question', '/explorer?question=501', 'article svg'],
  ['a breakdown', '/explorer?question=605&by=sector&edition=2023', 'article svg'],
  [
    'a question put to nobody',
    '/explorer?question=501&edition=2023&department=973&sector=agriculture',
    '.empty',
  ],
  ['an address partly wrong', '/explorer?question=501&edition=1999', '.faults'],
  ['an aggregate in English', '/explorer?question=501&edition=2021&lang=en', 'article table'],
  ['what moved', '/bouge', '.gaps'],
  ['a profile to choose', '/comparer', '.empty'],
  ['a profile', '/comparer?region=53', '.gaps'],
  ['the verification', '/verification', '.verified'],
  ['the verification in English', '/verification?lang=en&verdict=differs', '.verified'],
  ['a table of two dimensions', '/explorer?question=501&by=size&cross=sector', '.cross'],
  ['a coloured table', '/explorer?question=501&by=sector&cross=size&show=heat', '.heat-4'],
  ['small charts', '/explorer?question=501&by=sector&cross=size&show=multiples', 'article svg'],
  ['a question over the editions', '/explorer?question=501&show=trend', 'article svg'],
  ['lines by size', '/explorer?question=501&by=size&show=trend&lang=en', 'article svg'],
  ['a small population', '/explorer?question=501&edition=2023&region=53&size=0', '.visible-gap'],
  ['the history of a question', '/question/501', 'article svg'],
  ['the history of no question', '/question/999', '.empty'],
  ['the list of portraits', '/portrait', '.portraits'],
  ['a portrait', '/portrait/region/53', '.gaps'],
  ['a portrait of too few', '/portrait/department/973', '.caution'],
  ['two editions of several groups', '/explorer?question=501&by=size&show=slope', 'article svg'],
  ['both sides of what moved', '/bouge?show=dumbbell', '.chart svg'],
  ['the accessibility statement', '/accessibilite', '.statement'],
  ['no page', nowhere, 'h1'],
];

describe.each(states)('%s', (_name, path, ready) => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'has no accessibility violation and fits, %s from %i pixels',
    async (colorScheme, width) => {
      const page = await site.open(path, { colorScheme, width, refused: nowhere });
      await page.locator(ready).first().waitFor();
      expect(await violations(page)).toEqual([]);
      for (const narrower of [width, 320]) {
        await page.setViewportSize({ width: narrower, height: 900 });
        expect(await scrollsSideways(page)).toBe(false);
      }
    },
  );
});

it('has no accessibility violation with its filters open, or when figures fail to come', async () => {
  const page = await site.open(exercise, { width: 390 });
  await page.getByRole('row', { name: /Paris/ }).waitFor();
  await page.locator('.foldable > summary').click();
  await page.locator('summary', { hasText: 'Filtres' }).click();
  expect(await violations(page)).toEqual([]);
  await page.context().setOffline(true);
  await page.getByRole('checkbox', { name: 'Agriculture' }).check();
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
});

it.each(['light', 'dark'] as const)(
  'has no accessibility violation with its figures to take away, %s',
  async (colorScheme) => {
    const page = await site.open('/comparer?region=53', { width: 390, colorScheme });
    await page.locator('.take-away > summary').click();
    await page.locator('.take-away-panel').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  },
);

describe('the keyboard', () => {
  it('reaches the content first', async () => {
    const page = await site.open('/explorer?question=501');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('opens the list of questions, walks it and leaves it', async () => {
    const page = await site.open('/prospecter');
    const box = page.getByRole('combobox', { name: 'Question' });
    await box.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).textContent()).toContain('Site internet');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('takes the focus to the heading of a new page', async () => {
    const page = await site.open('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Explorer' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Explorer' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});

describe('the theme', () => {
  it('is the system’s until the reader chooses, and the choice is kept', async () => {
    const page = await site.open('/', { colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByRole('button', { name: 'Passer en thème clair' }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Passer en thème sombre' }).waitFor();
    expect(await ground()).toBe(light);
  });
});
