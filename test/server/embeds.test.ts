import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { chartOfPage, pageOfChart } from '../../server/page-chart.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

let app: FastifyInstance;
const query = 'question=501&edition=2024&by=sector';

beforeAll(async () => {
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve)),
    siteFolder: '/nonexistent',
    register: registerCharts,
  });
});
afterAll(() => app.close());

const share = async (): Promise<{ title: string; figures: string; [name: string]: unknown }> =>
  (await app.inject(`/share/crosstab?${query}`)).json();

describe('an embed', () => {
  test('is a page any site may frame, that loads nothing but its own and sets no cookie', async () => {
    const { statusCode, headers, body } = await app.inject(`/embed/crosstab?${query}`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).not.toMatch(/<style|<script>| style=|https?:\/\/(?!www\.w3)/);
  });

  test('shows its picture at four widths, its table and its alternative text', async () => {
    const { body } = await app.inject(`/embed/crosstab?${query}&lang=en`);
    const addresses = [...body.matchAll(/(?:srcset|src)="(\/api[^"]*)"/g)].map(([, text]) =>
      (text ?? '').replaceAll('&#38;', '&'),
    );
    expect(addresses).toHaveLength(4);
    for (const address of addresses) {
      const picture = await app.inject(address);
      expect([picture.statusCode, picture.headers['cross-origin-resource-policy']]).toEqual([
        200,
        'cross-origin',
      ]);
    }
    expect(body).toMatch(/<img [^>]*alt="[^"]{40,}"/);
    expect(body).toContain('<th scope="col">');
    expect(body).toContain('<html lang="en"');
  });

  test('marks the French that it quotes in English, in its page and its pictures', async () => {
    const { body } = await app.inject(`/embed/crosstab?${query}&lang=en`);
    expect(body).toContain('<td><span lang="fr">Tout à fait d’accord</span></td>');
    expect(body).toMatch(/<h1>[^<]*“<span lang="fr">/);
    const { body: svg } = await app.inject(`/api/v1/charts/crosstab.svg?${query}&lang=en`);
    expect(svg).toMatch(/<svg [^>]*xml:lang="en"/);
    expect(svg).toContain('<tspan lang="fr" xml:lang="fr">Tout à fait d’accord</tspan>');
    const french = (await app.inject(`/api/v1/charts/crosstab.svg?${query}`)).body;
    expect(french).toMatch(/<svg [^>]*xml:lang="fr"/);
    expect(french).not.toContain('<tspan');
  });

  test('says when its figures were revised since; frozen, it shows none rather than others', async () => {
    const { figures } = await share();
    const body = async (more: string) =>
      (await app.inject(`/embed/crosstab?${query}&${more}`)).body;
    expect(await body(`figures=${figures}&version=v1`)).not.toContain('class="revised"');
    const live = await body('figures=0123456789abcdef&version=v0');
    expect(live).toContain('révisés depuis que ce graphique a été placé ici (entrepôt v0)');
    expect(live).toContain('<picture>');
    expect(await body(`figures=${figures}&frozen=yes`)).toContain('<picture>');
    const frozen = await body('figures=0123456789abcdef&version=v0&frozen=yes');
    expect(frozen).toContain('class="revised"');
    expect(frozen).not.toContain('<picture>');
  });

  test.each([
    [`/embed/crosstab?${query}&frozen=1`, 400],
    ['/embed/crosstab?question=9999', 400],
    ['/embed/nothing?question=501', 404],
    [`/embed/crosstab?${query}&regoin=53`, 400],
    ['/oembed', 400],
    ['/oembed?url=http%3A%2F%2Flocalhost%2F', 400],
  ])('%s is %d', async (url, status) => {
    expect((await app.inject(url)).statusCode).toBe(status);
  });

  test('a frame without a chart says why as a page, to a browser', async () => {
    const url = '/embed/crosstab?question=9999&lang=en&theme=dark';
    const framed = await app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(framed.statusCode).toBe(400);
    expect(framed.headers['cache-control']).toBe('no-store');
    expect(framed.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(framed.body).toContain('<html lang="en" class="dark">');
    expect(framed.body).toContain('<p>No question has the code 9999.</p>');
    expect((await app.inject(url)).headers['content-type']).toContain('application/problem+json');
  });
});

test('what is shared: citation, BibTeX, live, frozen and plain codes', async () => {
  const shared = await share();
  expect(shared.citation).toContain(shared.title);
  expect(shared.citation).toContain(
    'entrepôt v1, http://localhost:80/explorer?by=sector&edition=2024&question=501',
  );
  expect(shared.bibtex).toMatch(/^@misc\{numoscope-[0-9a-f]{16},/);
  expect(shared.bibtex).toMatch(/note = \{Source.*\. Entrepôt \S+\.\}/u);
  expect(shared.embed).toMatchObject({
    live: expect.stringMatching(/^<iframe src="[^"]*figures=[^"]*" title="[^"]+" loading="lazy"/),
    frozen: expect.stringContaining('frozen=yes'),
    image: expect.stringMatching(/^<a href="[^"]+"><img src="[^"]+crosstab\.png/),
  });
  expect(shared.check).toMatchObject({ ready: true, reasons: [] });
});

test('oEmbed gives the frame of an embed and of a page', async () => {
  const base = 'http://localhost:80';
  for (const url of [`${base}/embed/crosstab?${query}`, `${base}/explorer?${query}`]) {
    const { statusCode, body } = await app.inject(`/oembed?url=${encodeURIComponent(url)}`);
    expect(statusCode).toBe(200);
    const found = JSON.parse(body);
    expect(found).toMatchObject({ version: '1.0', type: 'rich', width: 800 });
    const [, address = ''] = /src="([^"]+)"/.exec(found.html) ?? [];
    const framed = await app.inject(address.replaceAll('&#38;', '&').replace(base, ''));
    expect(framed.statusCode).toBe(200);
    expect((await app.inject(found.thumbnail_url.replace(base, ''))).headers['content-type']).toBe(
      'image/png',
    );
  }
});

describe('pages and their charts', () => {
  test.each([
    ['/explorer?question=501&by=sector&cross=size', 'crosstab'],
    ['/explorer?question=501&show=trend', 'trends'],
    ['/prospecter?question=501', 'rankings'],
    ['/question/501', 'trends'],
    ['/bouge', 'movers'],
    ['/comparer?region=53', 'compare'],
  ])('%s is about %s', (address, view) => {
    expect(chartOfPage(address)?.view).toBe(view);
  });

  test.each(['/', '/explorer', '/prospecter', '/verification', '/comparer', '/nowhere'])(
    '%s is about no chart',
    (address) => {
      expect(chartOfPage(address)).toBeNull();
    },
  );

  test('a chart leads back to its page', () => {
    expect(pageOfChart('crosstab', { question: 501, by: ['sector', 'size'] }, 'en')).toBe(
      '/explorer?by=sector&cross=size&lang=en&question=501',
    );
    expect(pageOfChart('trends', { question: 501, answer: ['Oui'] }, 'fr')).toBe(
      '/question/501?answer=Oui',
    );
    expect(pageOfChart('trends', { question: 501, by: ['size'], shape: 'slope' }, 'fr')).toBe(
      '/explorer?by=size&question=501&show=slope',
    );
    expect(pageOfChart('movers', {}, 'fr')).toBe('/bouge');
  });

  test.each([
    ['/bouge?from=2022&to=2024&show=dumbbell', 'dumbbell'],
    ['/comparer?region=53&show=dumbbell', 'dumbbell'],
    ['/question/501?show=slope', 'slope'],
    ['/explorer?by=size&question=501&show=slope', 'slope'],
    ['/explorer?answer=Oui&by=size&cross=sector&question=501&show=multiples', 'multiples'],
    ['/explorer?by=size&question=501&show=multiples', 'multiples'],
    ['/explorer?by=size&question=501&show=heat', 'heat'],
  ])('%s is drawn as it shows itself, and its chart leads back to it', (address, shape) => {
    const { view, raw } = chartOfPage(address) ?? { view: '', raw: {} };
    expect(raw.shape).toBe(shape);
    const by = raw.by === undefined ? {} : { by: [raw.by].flat() };
    expect(pageOfChart(view, { ...raw, ...by }, 'fr').split('?')[0]).toBe(address.split('?')[0]);
    expect(pageOfChart(view, { ...raw, ...by }, 'fr')).toContain(`show=${shape}`);
  });

  test('a page whose figures cannot be drawn as it shows them has its bars', () => {
    const address = '/explorer?by=size&cross=sector&question=501&show=heat';
    expect(chartOfPage(address)?.raw).not.toHaveProperty('shape');
  });
});
