import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';

const site = serveSite();

describe('the title of a page', () => {
  it.each([
    ['/comparer?region=53', 'Bretagne – Comparer un profil – Numoscope'],
    ['/bouge?region=53&size=0', 'Bretagne, 0 salarié – Ce qui a bougé – Numoscope'],
    ['/explorer?question=801&by=sector&cross=size', '(secteur × taille) – Explorer – Numoscope'],
    ['/explorer?question=801&by=sector&lang=en', '(sector) – Explore – Numoscope'],
    [
      '/prospecter?criteria=801%3AOui%3A%2B%3A80&by=sector',
      'Classement sur plusieurs critères (secteur) – Prospecter – Numoscope',
    ],
  ])('says of %s what its figures are', async (path, title) => {
    const page = await site.open(path);
    await page.waitForFunction((end) => document.title.endsWith(end), title);
  });
});

describe('a table of eighteen columns', () => {
  it('fits a screen of 1280 pixels, the unit of its numbers read out', async () => {
    const page = await site.open(
      '/explorer?question=801&answer=Oui&edition=2023&by=size&cross=region&totals=true&intervals=shown',
      { width: 1280 },
    );
    const table = page.locator('table.cross');
    await table.waitFor();
    const box = page.locator('.scroll-box', { has: table });
    expect(await table.locator('thead th').count()).toBeGreaterThan(12);
    expect(await box.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  });
});

it('puts a French question between French quotation marks, with their spaces', async () => {
  const page = await site.open('/question/501');
  const quotes = () =>
    page
      .locator('q')
      .first()
      .evaluate((it) => getComputedStyle(it).quotes);
  await page.locator('q').first().waitFor();
  expect(await quotes()).toBe('"«\u202f" "\u202f»"');
});

it('counts one row as one', async () => {
  const page = await site.open(
    '/prospecter?question=801&answer=Oui&edition=2023&by=size&without=size:0',
  );
  await page.getByText('1 ligne laissée de côté').waitFor();
});

it('brings what takes the focus above the bar of the targets ticked', async () => {
  const page = await site.open(
    '/prospecter?question=801&answer=Oui&edition=2023&by=department&beside=department:13&beside=department:59',
    { width: 390 },
  );
  const bar = page.locator('.beside-bar');
  await bar.waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ticks = page.locator('.beside-tick input');
  for (let place = 0; place < (await ticks.count()); place += 1) {
    await ticks.nth(place).focus();
    const [own, over] = [await ticks.nth(place).boundingBox(), await bar.boundingBox()];
    expect((own?.y ?? 0) + (own?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
  }
});
