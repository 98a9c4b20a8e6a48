import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

let app: FastifyInstance;
const page =
  '<!doctype html><html lang="fr"><head><meta name="description" content="Le site"><title>Numoscope</title></head></html>';
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
