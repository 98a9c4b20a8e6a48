import { describe, expect, it } from 'vitest';
import { serveSite } from './site.ts';

const site = serveSite();

describe('an address', () => {
  it.each(['/', '/question/501', '/explorer?question=501', '/prospecter?question=501', '/bouge'])(
    '%s is fetched ahead as it is then asked, and nothing twice',
    async (path) => {
      const page = await site.open(path);
      await page.waitForLoadState('networkidle');
      const { ahead, asked } = await page.evaluate(() => ({
        ahead: [...document.querySelectorAll<HTMLLinkElement>('link[as="fetch"]')].map(
          ({ href }) => href,
        ),
        asked: performance.getEntriesByType('resource').map(({ name }) => name),
      }));
      const calls = asked.filter((name) => name.includes('/api/'));
      expect(calls).toEqual([...new Set(calls)]);
      // A page that asked for its stories in other words would ask for them beside those fetched ahead.
      const endpointOf = (address: string) => new URL(address).pathname;
      for (const address of ahead) {
        const same = calls.filter((call) => endpointOf(call) === endpointOf(address));
        expect(same).toEqual([address]);
      }
    },
  );

  it('that is partly wrong says what, and shows the rest', async () => {
    const page = await site.open(
      '/explorer?question=501&edition=1999&region=53&region=zz&regoin=53',
    );
    const notice = page.getByRole('complementary', { name: /adresse/ });
    await notice.getByText('1999').waitFor();
    expect(await notice.getByRole('listitem').allTextContents()).toEqual([
      '«\u202fregion\u202f» ne connaît pas «\u202fzz\u202f».',
      'Le paramètre «\u202fregoin\u202f» est inconnu.',
      '«\u202fedition\u202f» ne connaît pas «\u202f1999\u202f».',
    ]);
    await page.locator('.subtitle', { hasText: 'Bretagne' }).waitFor();
  });

  it('with an unknown question or answer says so', async () => {
    const page = await site.open('/explorer?question=9999');
    await page.getByText(/ne connaît pas.*9999/).waitFor();
    await page.getByRole('heading', { name: 'Choisissez une question' }).waitFor();
    const other = await site.open('/prospecter?question=501&answer=Peut-être&edition=2023');
    await other.getByText(/ne connaît pas.*Peut-être/).waitFor();
    await other.getByRole('heading', { name: /au moins une réponse/ }).waitFor();
  });

  it('that names no page leads back to the front page', async () => {
    const page = await site.open('/prospects', { refused: '/prospects' });
    await page.getByRole('link', { name: /accueil/ }).click();
    await page.getByRole('heading', { level: 1, name: /TPE et PME/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('that the server cannot answer gives its reason and lets one try again', async () => {
    const page = await site.open('/explorer?question=501&edition=2023');
    await page.getByRole('table', { name: /2023/ }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('combobox', { name: 'Édition' }).selectOption('2025');
    const alert = page.getByRole('alert');
    await alert.getByText(/Le serveur n’a pas répondu/).waitFor();
    await page.context().setOffline(false);
    await alert.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('table', { name: /2025/ }).waitFor();
    expect(await alert.count()).toBe(0);
    // The button that was pressed is gone: the focus stays in the page, just above where it was.
    await page.locator('main :focus').waitFor();
  });

  it('whose code and figures did not come has both at one try', async () => {
    const page = await site.open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('banner').getByRole('link', { name: 'Ce qui a bougé' }).click();
    const retry = page.getByRole('alert').getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    await page.context().setOffline(false);
    await retry.press('Enter');
    await page.getByRole('combobox', { name: 'De l’édition' }).waitFor();
    await page.locator('.skeleton').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.locator('main h1:focus').waitFor();
  });

  it('of which a part did not come can ask for that part again', async () => {
    const page = await site.open('/portrait/region/53');
    const summary = page.locator('summary', { hasText: 'Emporter ces chiffres' });
    await summary.waitFor();
    await page.context().setOffline(true);
    await summary.click();
    const retry = page.getByRole('alert').getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    await page.context().setOffline(false);
    await retry.press('Enter');
    await page.getByText('Bon à publier').first().waitFor();
    await page.locator('summary:focus', { hasText: 'Emporter ces chiffres' }).waitFor();
  });
});
