import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { headlineCrosstab } from '../../core/format/crosstab-headline.ts';
import { buildApp } from '../../server/app.ts';
import { registerCharts } from '../../server/chart-routes.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve)),
    siteFolder: '/nonexistent',
    register: registerCharts,
  });
});

afterAll(() => app.close());

const picture = (path: string) => app.inject({ method: 'GET', url: `/api/v1/charts/${path}` });
const encoded = encodeURIComponent("Tout à fait d'accord");

describe('every view is a picture', () => {
  it.each([
    'crosstab.svg?question=501&edition=2024&by=sector',
    'crosstab.svg?question=501&edition=2024&by=department&shape=map',
    `rankings.svg?question=501&edition=2024&by=department&answer=${encoded}`,
    `rankings.svg?question=501&edition=2024&by=region&answer=${encoded}&shape=map`,
    'crosstab.svg?question=501&edition=2024&by=size&shape=multiples',
    `crosstab.svg?question=501&edition=2024&by=size&by=sector&answer=${encoded}&shape=multiples`,
    'crosstab.svg?question=501&edition=2024&by=sector&shape=heat',
    `crosstab.svg?question=501&edition=2024&by=size&by=sector&answer=${encoded}&shape=heat`,
    `trends.svg?question=501&answer=${encoded}`,
    'compare.svg?edition=2024&region=53',
    'movers.svg?from=2022&to=2024',
  ])('%s', async (path) => {
    const { statusCode, headers, body } = await picture(path);
    expect([statusCode, body.slice(0, 200)]).toEqual([
      200,
      expect.stringMatching(/^<svg role="img"/),
    ]);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('@font-face');
  });
});

describe('a sketch is the plot alone, for the site’s own pages', () => {
  const path = 'crosstab.sketch.svg?question=501&edition=2024&by=sector&width=600';

  it('as wide as asked, without title, source or fonts', async () => {
    const { headers, body } = await picture(path);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(body).toMatch(/^<svg [^>]*width="600"[^>]*><desc>Barres/);
    expect(body).not.toContain('@font-face');
    expect(body).not.toContain('Licence');
    expect(body).toContain('Commerce');
  });

  it('the same each time, in the page’s colours and language', async () => {
    expect((await picture(path)).body).toBe((await picture(path)).body);
    expect((await picture(`${path}&theme=dark&lang=en`)).body).toContain(
      '<desc>Bars stacked to 100%',
    );
  });
});

describe('a picture has the size asked for', () => {
  const query = 'question=501&edition=2024&by=sector';

  it.each([
    [1200, 628],
    [1080, 1080],
    [1920, 1080],
    [800, 418],
    [640, 900],
  ])('%d × %d', async (width, height) => {
    const size = `width=${width}&height=${height}`;
    const { headers, rawPayload } = await picture(`crosstab.png?${query}&${size}`);
    expect(headers['content-type']).toBe('image/png');
    expect(rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([width, height]);
    const { body } = await picture(`crosstab.svg?${query}&${size}`);
    expect(body.slice(0, 300)).toContain(`width="${width}" height="${height}"`);
  });

  it('or the width asked for, as high as its figures need', async () => {
    const { rawPayload } = await picture(`crosstab.png?${query}&width=500`);
    expect(rawPayload.readUInt32BE(16)).toBe(500);
  });
});

test('the same picture has the same bytes, and one asked again is not sent twice', async () => {
  const first = await picture('crosstab.svg?question=501&edition=2024&by=size');
  const again = await picture('crosstab.svg?by=size&edition=2024&question=501');
  expect(again.body).toBe(first.body);
  const kept = await app.inject({
    url: '/api/v1/charts/crosstab.svg?question=501&edition=2024&by=size',
    headers: { 'if-none-match': String(first.headers.etag) },
  });
  expect(kept.statusCode).toBe(304);
});

test('the specification carries the answer’s own figures', async () => {
  const query = `question=501&edition=2024&by=sector&answer=${encoded}`;
  const answer = (await app.inject(`/api/v1/crosstab?${query}`)).json();
  const { data, usermeta } = (await picture(`crosstab.vl.json?${query}`)).json();
  expect(data.values.map((row: { value: number }) => row.value)).toEqual(
    answer.rows.map((row: { cells: { share: number }[] }) => row.cells[0]?.share),
  );
  expect(usermeta.title).toBe(headlineCrosstab(answer, 'fr'));
  expect(usermeta.subtitle).toContain(answer.question.label.replaceAll("'", '’'));
});

test('English and the dark theme change the picture’s words and ground', async () => {
  const { body } = await picture(
    'crosstab.svg?question=501&edition=2024&by=size&lang=en&theme=dark',
  );
  expect(body).toContain('1 to 9 employees');
  expect(body).toContain('fill="#15191d"');
});

describe('what cannot be drawn is refused in words', () => {
  it.each([
    ['crosstab.gif?question=501', 404, 'view'],
    ['questions.svg', 404, 'view'],
    ['crosstab.svg', 400, 'question'],
    ['crosstab.svg?question=501&regoin=53', 400, 'regoin'],
    ['crosstab.svg?question=501&width=20', 400, 'width'],
    ['crosstab.svg?question=501&theme=sepia', 400, 'theme'],
    ['crosstab.svg?question=501&by=sector&shape=map', 400, 'shape'],
    ['crosstab.svg?question=501&by=sector&by=size&shape=heat', 400, 'shape'],
    ['crosstab.svg?question=501&shape=heat', 400, 'shape'],
    ['crosstab.svg?question=501&by=sector&by=size&shape=multiples', 400, 'shape'],
    ['crosstab.svg?question=501&by=sector&answer=Oui&shape=multiples', 400, 'shape'],
    ['trends.png?question=501&shape=map', 400, 'shape'],
    ['crosstab.svg?question=9999', 400, 'question'],
  ])('%s', async (path, status, parameter) => {
    const { statusCode, headers, body } = await picture(path);
    expect(statusCode).toBe(status);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body).parameter).toBe(parameter);
  });
});
