import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formatShare } from '../../core/format/numbers.ts';
import { unzipped } from '../server/seals/zip.ts';
import { serveSite } from './site.ts';
import { cellsOf } from './tables.ts';

const site = serveSite();

/** Opens the menu by the keyboard alone. */
async function openMenu(page: Page): Promise<void> {
  const summary = page.locator('.take-away > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('.take-away-panel').waitFor();
}

async function download(page: Page, name: string | RegExp) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take-away-panel').getByRole('link', { name }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), body: Buffer.concat(chunks) };
}

const views = [
  [
    'a ranking',
    '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=region',
    'numoscope-classement-501-2023-region',
  ],
  ['a cross-tab', '/explorer?question=501&edition=2023&by=sector', 'numoscope-501-2023-secteur'],
  ['changes', '/bouge?region=53', 'numoscope-changements-2023-2025-bretagne'],
  ['a profile', '/comparer?region=53', 'numoscope-profil-2025-bretagne'],
] as const;

describe.each(views)('%s is taken away', (_name, path, called) => {
  it('as files that hold the figures of the address on show', async () => {
    const page = await site.open(path);
    await openMenu(page);
    const { name, body } = await download(page, /^CSV \(programmes/);
    expect(name).toBe(`${called}.csv`);
    const json = await page.getByRole('link', { name: 'JSON de l’API' }).getAttribute('href');
    const answer = await site.api<Record<string, unknown>>(json?.replace('/api/v1', '') ?? '');
    const csv = await fetch(new URL(`${json}&format=csv`, page.url()));
    expect(body.toString()).toBe(await csv.text());
    expect(Object.keys(answer)).toContain('filters');
  });

  it('as a picture and its specification', async () => {
    const page = await site.open(path);
    await openMenu(page);
    const svg = await download(page, /Barres SVG/);
    expect(svg.name).toBe(`${called}.svg`);
    expect(svg.body.toString()).toMatch(/^<svg/);
    const png = await download(page, /Barres PNG/);
    expect(png.body.subarray(1, 4).toString()).toBe('PNG');
    const pdf = await download(page, /Barres PDF/);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const spec = await download(page, /Barres Vega-Lite/);
    expect(JSON.parse(spec.body.toString()).$schema).toContain('vega-lite');
  });

  it('as lines of code that ask for the same file', async () => {
    const page = await site.open(path);
    await openMenu(page);
    const json = await page.getByRole('link', { name: 'JSON de l’API' }).getAttribute('href');
    const wanted = (format: string) => new URL(`${json}&format=${format}`, page.url()).href;
    for (const [language, format] of [
      ['curl', 'csv'],
      ['R', 'csv'],
      ['Python', 'csv'],
      ['DuckDB', 'parquet'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Langage' }).selectOption(language);
      const code =
        (await page
          .getByRole('region', { name: 'Quelques lignes de code' })
          .locator('pre')
          .textContent()) ?? '';
      const [url] = /https?:\/\/[^"'\s]+/.exec(code) ?? [];
      expect(url).toBe(wanted(format));
    }
  });
});

it('gives what is drawn as an archive that explains itself', async () => {
  const page = await site.open('/explorer?question=501&edition=2023&by=sector');
  await openMenu(page);
  const { name, body } = await download(page, /^ZIP/);
  expect(name).toBe('numoscope-501-2023-secteur.zip');
  expect([...(await unzipped(body)).keys()]).toContain('LISEZMOI.txt');
});

it('gives the figures of the table on the screen', async () => {
  const page = await site.open('/explorer?question=601&edition=2023');
  await openMenu(page);
  const { body } = await download(page, /^CSV \(programmes/);
  const { data } = Papa.parse<Record<string, string>>(body.toString(), {
    header: true,
    skipEmptyLines: true,
  });
  const rows = await cellsOf(page.getByRole('table', { name: /2023/ }));
  expect(rows.map(([answer, share]) => [answer, share?.split(/(?<=%)/)[0]])).toEqual(
    data.map(({ answer, share }) => [answer, formatShare(Number(share), 'fr')]),
  );
});

it('closes by Escape and gives the focus back', async () => {
  const page = await site.open('/comparer?region=53');
  await openMenu(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.locator('.take-away-panel').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
});

it('says whether the chart may be published, before it leaves', async () => {
  const page = await site.open('/explorer?question=501&edition=2023&by=sector');
  await openMenu(page);
  await page.getByText(/^Bon à publier/).waitFor();
});

it('gives a picture of the size and ground chosen', async () => {
  const page = await site.open('/explorer?question=501&edition=2023&by=sector');
  await openMenu(page);
  await page.getByRole('combobox', { name: 'Format de l’image' }).selectOption('square');
  await page.getByRole('combobox', { name: 'Fond' }).selectOption('dark');
  const { name, body } = await download(page, /Barres PNG/);
  expect(name).toBe('numoscope-501-2023-secteur-2160x2160-sombre.png');
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([2160, 2160]);
  const svg = await download(page, /Barres SVG/);
  expect(svg.body.toString()).toContain('fill="#15191d"');
});

it.each([
  ['citation', /^«\u202f.+ entrepôt .+\/explorer\?by=sector/s],
  ['bibtex', /^@misc\{numoscope-[0-9a-f]{16},/],
  ['live', /^<iframe src="[^"]+\/embed\/crosstab\?[^"]*figures=/],
  ['frozen', /^<iframe src="[^"]+frozen=yes/],
  ['image', /^<a href="[^"]+"><img src="[^"]+crosstab\.png/],
  ['page', /^http:\/\/[^/]+\/explorer\?by=sector&edition=2023&question=501$/],
])('gives what the chart is quoted or embedded by: %s', async (kind, expected) => {
  const page = await site.open('/explorer?question=501&edition=2023&by=sector');
  await openMenu(page);
  const section = page.getByRole('region', { name: 'Citer, intégrer' });
  await section.getByRole('combobox', { name: 'Ce qui est copié' }).selectOption(kind);
  const copied = section.locator('.copied code, .copied .address');
  expect(await copied.textContent()).toMatch(expected);
});

it('copies the address, and says so', async () => {
  const page = await site.open('/comparer?region=53');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMenu(page);
  await page.getByRole('button', { name: 'Copier l’adresse' }).click();
  await page.getByRole('status').getByText('Copié.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});
