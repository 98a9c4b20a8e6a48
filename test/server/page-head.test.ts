import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

let app: FastifyInstance;
const page =
  '<!doctype html><html lang="fr"><head><meta name="description" content="Le site"><title>Numoscope</title></head><body><noscript><p>Sans</p></noscript></body></html>';
const manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_start.js'] },
  '_start.js': { file: 'assets/start-2.js' },
  '_shared.js': { file: 'assets/shared-3.js', imports: ['_start.js'] },
  'pages/explore.tsx': { file: 'assets/explore-4.js', imports: ['_start.js', '_shared.js'] },
  'prospect/score-body.tsx': { file: 'assets/score-5.js', imports: ['_start.js'] },
};

beforeAll(async () => {
  const siteFolder = await mkdtemp(join(tmpdir(), 'numoscope-head-'));
  await writeFile(join(siteFolder, 'index.html'), page);
  await writeFile(join(siteFolder, 'manifest.json'), JSON.stringify(manifest));
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve)),
    siteFolder,
    formats: formatWriters,
    register: registerCharts,
  });
});
afterAll(() => app.close());

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

async function headOf(url: string): Promise<{ body: string; meta: (name: string) => string }> {
  const { body } = await app.inject(url);
  const meta = (name: string): string =>
    decoded(new RegExp(`(?:property|name)="${name}" content="([^"]*)"`).exec(body)?.[1] ?? '');
  return { body, meta };
}

test.each([
  ['/explorer?question=501&edition=2024&by=sector', 'crosstab.png?by=sector&edition=2024'],
  ['/question/501', 'trends.png?'],
  ['/prospecter?question=501', 'rankings.png?by=department'],
  ['/chapitre/5', 'stories.png?chapter=5&height=628'],
  ['/portrait/region/53', 'compare.png?height=628&limit=12&region=53'],
])('the link %s unfurls with its own chart, 1200 by 628', async (url, picture) => {
  const { meta } = await headOf(url);
  expect(meta('og:image')).toContain(`http://localhost:80/api/v1/charts/${picture}`);
  expect(meta('twitter:card')).toBe('summary_large_image');
  const file = (await app.inject(meta('og:image').replace('http://localhost:80', ''))).rawPayload;
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1200, 628]);
});

test('the question is the title, in the page’s language', async () => {
  const { body, meta } = await headOf('/question/501?lang=en');
  expect(body).toContain('<html lang="en"');
  expect(meta('description')).toContain('all editions together');
  expect(meta('og:title')).toMatch(/ – Numoscope$/);
  expect(decoded(body)).toContain(`<title>${meta('og:title')}</title>`);
  expect(body).toContain('type="application/json+oembed"');
});

test('the page says whose figures they are before any is asked', async () => {
  const { meta } = await headOf('/');
  expect(meta('numoscope:origin')).toBe((await app.inject('/api/v1/meta')).json().origin);
});

test('a portrait is named after whom it shows, its elisions right', async () => {
  const { meta } = await headOf('/portrait/region/11');
  expect(meta('og:title')).toBe('Portrait des TPE-PME de l’Île-de-France – Numoscope');
  const english = await headOf('/portrait/department/59?lang=en');
  expect(english.meta('og:title')).toBe('Portrait of SMEs in Nord – Numoscope');
});

test('a chapter is named after itself', async () => {
  const { meta } = await headOf('/chapitre/5');
  expect(meta('og:title')).toBe('Perception – Numoscope');
});

test('an address cannot write into the page', async () => {
  const { body } = await headOf('/explorer?question=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
  expect(body).not.toContain('<script>alert');
});

test('the page has fetched, while it is read, what it would ask for one after the other', async () => {
  const { body } = await headOf('/explorer?question=501&by=sector');
  expect(body.match(/rel="(?:module)?preload".*?href="[^"]*"/g)).toEqual([
    'rel="preload" as="fetch" crossorigin href="/api/v1/meta"',
    'rel="preload" as="fetch" crossorigin href="/api/v1/questions"',
    'rel="preload" as="fetch" crossorigin href="/api/v1/questions/501"',
    'rel="modulepreload" crossorigin href="/assets/explore-4.js"',
    'rel="modulepreload" crossorigin href="/assets/shared-3.js"',
  ]);
});

test('a score’s program is fetched with the page only where the address has criteria', async () => {
  const scored = await headOf('/prospecter?criteria=501%3AOui%3A%2B%3A1');
  const ranked = await headOf('/prospecter?question=501');
  expect(scored.body).toContain('rel="modulepreload" crossorigin href="/assets/score-5.js"');
  expect(ranked.body).not.toContain('/assets/score-5.js');
});

test.each(['/nulle-part', '/question/999', '/explorer?question=%22%3E%3Cscript%3E'])(
  'an address that names nothing asks for nothing of it: %s',
  async (url) => {
    const { body } = await headOf(url);
    expect(body).not.toMatch(/questions\/|nulle-part" as|<script/);
  },
);

/** The part of a page that a browser without scripts shows. */
const withoutScript = (body: string): string =>
  decoded(/<noscript>([\s\S]*)<\/noscript>/.exec(body)?.[1] ?? '');

const hrefs = (text: string): string[] =>
  [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');

test.each([
  ['/explorer?question=501&edition=2024&by=sector', '/api/v1/crosstab?'],
  ['/question/501?lang=en', '/api/v1/trends?'],
  ['/prospecter?question=501', '/api/v1/rankings?'],
  ['/comparer?region=53', '/api/v1/compare?'],
])('without scripts, %s shows its chart, its table and its figures', async (url, api) => {
  const text = withoutScript((await headOf(url)).body);
  const [, picture] = /<img src="([^"]*)" alt="[^"]+"/.exec(text) ?? [];
  const drawn = await app.inject(picture ?? '');
  expect([drawn.statusCode, drawn.headers['content-type']]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
  ]);
  const embed = hrefs(text).find((href) => href.startsWith('/embed/'));
  expect((await app.inject(embed ?? '')).body).toContain('<table>');
  const file = hrefs(text).find((href) => href.startsWith(api)) ?? '';
  expect(file).toContain(url.includes('lang=en') ? 'format=csv' : 'format=csv-fr');
  expect((await app.inject(file)).body.split('\n').length).toBeGreaterThan(2);
  expect((await app.inject(file)).headers['content-type']).toContain('text/csv');
});

test('without scripts, chapters lead to questions, in the page’s language', async () => {
  const chapters = withoutScript((await headOf('/chapitre?lang=en')).body);
  expect(hrefs(chapters)).toContain('/chapitre/5?lang=en');
  const questions = withoutScript((await headOf('/chapitre/5?lang=en')).body);
  expect(questions).toContain('<h1>Perception</h1>');
  expect(hrefs(questions)).toContain('/question/501?lang=en');
  expect(questions).toContain('The questions of this chapter');
});
