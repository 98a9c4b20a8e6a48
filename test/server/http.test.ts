import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { twelve } from '../warehouse/twelve.ts';
import { get, openApp } from './open-app.ts';

let app: Awaited<ReturnType<typeof openApp>>;

beforeAll(async () => {
  app = await openApp(twelve);
});

const api = (path: string) => get(app, `/api/v1${path}`);

describe('what is asked is answered', () => {
  it('with the plus sign of 93+94 as people type it', async () => {
    for (const region of ['93+94', '93%2B94']) {
      const { body } = await api(`/crosstab?question=501&region=${region}`);
      expect(body.filters).toEqual({ region: ['93+94'] });
      expect(body.total.n).toBe(20);
    }
  });

  it('with the plus sign of a criterion as people type it', async () => {
    const { status, body } = await api('/rankings?by=department&criteria=802:Oui:+:0.5');
    expect(status).toBe(200);
    expect(body.criteria[0]).toMatchObject({ direction: '+', answers: ['Oui'] });
  });

  it('with null where a figure is withheld, never 0', async () => {
    const response = await app.inject('/api/v1/crosstab?question=501&by=department');
    expect(response.body).toContain('"share":null');
    expect(response.body).not.toContain('NaN');
  });

  it('says what the warehouse is', async () => {
    const { body } = await api('/meta');
    expect(body).toMatchObject({
      origin: 'demonstration',
      notice: 'Données de démonstration.',
      version: 'v1',
      licence: { name: 'Licence Ouverte 2.0', url: null, attribution: 'DGE' },
    });
    expect(body.editions).toEqual([
      {
        edition: 2021,
        respondents: null,
        weight: 1000,
        basis: ['published'],
        respondentIds: false,
      },
      { edition: 2022, respondents: 120, weight: 200, basis: ['microdata'], respondentIds: false },
      { edition: 2024, respondents: 120, weight: 200, basis: ['microdata'], respondentIds: true },
    ]);
    expect(body.sources[0]).toMatchObject({ dataset: 'bfn-2024', rows: 360, rejected: 2 });
  });

  it('names every key in two languages', async () => {
    const { body } = await api('/dimensions');
    expect(body.department).toHaveLength(101);
    expect(body.department[28]).toEqual({
      key: '2A',
      fr: 'Corse-du-Sud',
      en: 'Corse-du-Sud',
      region: '94',
    });
    expect(body.size[1]).toEqual({ key: '1-9', fr: '1 à 9 salariés', en: '1 to 9 employees' });
  });

  it('finds questions whatever the accents, in labels, descriptions and answers', async () => {
    const codes = async (search: string) =>
      (await api(`/questions?search=${encodeURIComponent(search)}`)).body.questions.map(
        ({ code }: { code: number }) => code,
      );
    expect(await codes('BENEFICE')).toEqual([501]);
    expect(await codes('plusieurs réponses')).toEqual([605]);
    expect(await codes('linkedin')).toEqual([605]);
    expect(await codes('d’accord')).toEqual([501]);
    expect(await codes('zzz')).toEqual([]);
    expect((await api('/questions?chapter=5')).body.questions).toHaveLength(1);
    expect((await api('/questions?edition=2021')).body.total).toBe(2);
  });

  it('tells a question edition by edition', async () => {
    const { body } = await api('/questions/802');
    expect(body.answers[0]).toEqual({
      label: 'Oui',
      missing: false,
      editions: [2022, 2024],
      sourceLabels: [
        { edition: 2022, label: "J'en ai" },
        { edition: 2024, label: 'Oui' },
      ],
    });
    expect(body.wordings.map(({ edition }: { edition: number }) => edition)).toEqual([2022, 2024]);
    expect(body.comparability[1]).toEqual({
      from: 2022,
      to: 2024,
      status: 'comparable',
      reason: null,
      causes: [],
    });
  });
});

describe('answers travel light', () => {
  const url = '/api/v1/crosstab?question=501&by=department';

  it('compressed as the caller accepts, the same once read', async () => {
    const plain = await app.inject(url);
    const brotli = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    const gzip = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(plain.headers.vary).toBe('accept-encoding');
  });

  it('not at all when the caller has them', async () => {
    const first = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    const again = await app.inject({
      url: '/api/v1/crosstab?by=department&question=501',
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    const other = await app.inject({
      url: '/api/v1/crosstab?question=501',
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(other.statusCode).toBe(200);
  });

  it('without a body to HEAD', async () => {
    const response = await app.inject({ method: 'HEAD', url });
    expect([response.statusCode, response.body]).toEqual([200, '']);
  });

  it('under strict headers, open to every site', async () => {
    const { headers } = await app.inject(url);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});

describe('the server itself', () => {
  it('is alive, and ready with its version', async () => {
    expect((await get(app, '/healthz')).body).toEqual({ status: 'ok' });
    expect((await get(app, '/readyz')).body).toEqual({ status: 'ready', version: 'v1' });
  });

  it('says how to build the site when there is none', async () => {
    const response = await app.inject('/explorer?question=501');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build');
  });
});
