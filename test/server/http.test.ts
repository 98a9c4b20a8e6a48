import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { twelve } from '../warehouse/twelve.ts';
import { get, openApp } from './open-app.ts';

let app: Awaited<ReturnType<typeof openApp>>;

beforeAll(async () => {
  app = await openApp(twelve);
});

const api = (path: string) => get(app, `/api/v1${path}`);

describe('what cannot be asked is refused in words', () => {
  it.each([
    ['/crosstab', 'question', /obligatoire/, undefined],
    ['/crosstab?question=abc', 'question', /nombre entier/, undefined],
    ['/crosstab?question=9999', 'question', /Aucune question/, [501, 605, 802]],
    ['/crosstab?question=501&regoin=53', 'regoin', /pas un paramètre/, undefined],
    ['/crosstab?question=501&region=99', 'region', /n'est pas une valeur/, undefined],
    ['/crosstab?question=501&sector=commerces', 'sector', /n'est pas une valeur/, undefined],
    ['/crosstab?question=501&department=20', 'department', /n'est pas une valeur/, undefined],
    ['/crosstab?question=501&size=', 'size', /vide/, undefined],
    ['/crosstab?question=501&edition=2023', 'edition', /pas d'édition 2023/, [2021, 2022, 2024]],
    ['/crosstab?question=802&edition=2021', 'edition', /pas été posée/, [2022, 2024]],
    [
      '/crosstab?question=501&by=age',
      'by',
      /n'est pas une valeur/,
      ['department', 'region', 'sector', 'size'],
    ],
    ['/crosstab?question=501&by=sector&by=size&by=region', 'by', /2 valeurs au plus/, undefined],
    ['/crosstab?question=501&answer=Peut-être', 'answer', /n'est pas une réponse/, undefined],
    ['/crosstab?question=501&answer=Sans%20réponse', 'answer', /n'est pas une réponse/, undefined],
    ['/crosstab?question=501&confidence=1', 'confidence', /moins de 1/, undefined],
    [
      '/crosstab?question=501&confidence=0.9&confidence=0.8',
      'confidence',
      /qu'une fois/,
      undefined,
    ],
    [
      '/crosstab?question=501&basis=both',
      'basis',
      /n'est pas une valeur/,
      ['microdata', 'published'],
    ],
    [
      '/crosstab?question=501&edition=2024&basis=published',
      'basis',
      /microdata peut répondre/,
      ['microdata'],
    ],
    [
      '/crosstab?question=501&edition=2021&basis=microdata',
      'basis',
      /published peut répondre/,
      ['published'],
    ],
    ['/crosstab?question=802&basis=published', 'basis', /microdata peut répondre/, ['microdata']],
    [
      '/crosstab?question=501&edition=2021&by=department',
      'by',
      /s'arrêtent à la région/,
      ['region', 'sector', 'size'],
    ],
    [
      '/crosstab?question=501&edition=2021&department=29',
      'department',
      /s'arrêtent à la région/,
      undefined,
    ],
    [
      '/crosstab?question=605&edition=2021&answer=LinkedIn&answer=Facebook',
      'answer',
      /compter ensemble/,
      undefined,
    ],
    ['/crosstab?question=501&format=pdf', 'format', /pas un format/, ['json']],
    ['/questions?chapter=99', 'chapter', /chapitre/, [5, 6, 8]],
    ['/questions?edition=1999', 'edition', /pas d'édition/, [2021, 2022, 2024]],
    ['/meta?x=1', 'x', /n'en a pas/, undefined],
    ['/rankings?question=501', 'by', /obligatoire/, ['department', 'region', 'sector', 'size']],
    [
      '/rankings?question=501&by=sector&edition=2021',
      'basis',
      /published peut répondre/,
      ['published'],
    ],
    [
      '/trends?question=501&basis=published&by=department',
      'basis',
      /ne peut se lire/,
      ['microdata'],
    ],
    ['/movers?limit=0', 'limit', /au moins 1/, undefined],
  ])('%s', async (path, parameter, detail, allowed) => {
    const { status, headers, body } = await api(path);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: 'about:blank', status: 400, parameter });
    expect(body.detail).toMatch(detail);
    if (allowed !== undefined) expect(body.allowed).toEqual(allowed);
  });

  it('in the language asked for, then the reader’s, then French', async () => {
    const refusal = async (path: string, reader?: string) => {
      const headers = reader === undefined ? {} : { 'accept-language': reader };
      return (await app.inject({ url: `/api/v1${path}`, headers })).json().detail;
    };
    const french = 'Aucune question ne porte le code 9999.';
    const english = 'No question has the code 9999.';
    expect([
      await refusal('/crosstab?question=9999'),
      await refusal('/crosstab?question=9999', 'de, en;q=0.5, fr;q=0.4'),
      await refusal('/crosstab?question=9999', 'fr-FR,fr;q=0.9,en;q=0.8'),
      await refusal('/crosstab?question=9999', 'en-GB'),
    ]).toEqual([french, english, french, english]);
    const nothing = 'Nothing answers at the address /api/v1/foo.';
    expect([await refusal('/foo?lang=en', 'fr'), await refusal('/foo', 'en')]).toEqual([
      nothing,
      nothing,
    ]);
  });

  it('several values written as one are told how to be given', async () => {
    expect((await api('/crosstab?question=501&by=sector,size')).body.detail).toBe(
      '« by » se donne une fois par valeur : sector, puis size.',
    );
    expect((await api('/crosstab?question=501&region=53,28')).body.detail).toBe(
      '« region » se donne une fois par valeur : 53, puis 28.',
    );
  });

  it('lists the codes, the parameters and the answers there are', async () => {
    const region = (await api('/crosstab?question=501&region=99')).body.allowed;
    expect(region).toContain('93+94');
    expect((await api('/crosstab?question=501&regoin=53')).body.allowed).toContain('region');
    expect((await api('/crosstab?question=501&answer=x')).body.allowed).toEqual([
      "Tout à fait d'accord",
      "Plutôt d'accord",
      "Pas d'accord",
    ]);
  });

  it('an address that names nothing is a 404 that lists the addresses', async () => {
    for (const path of ['/questions/9999', '/questions/abc', '/crostab', '/']) {
      const { status, body } = await api(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.allowed.length).toBeGreaterThan(2);
    }
  });

  it('another method is a 405 that says which are answered', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/v1/meta', payload: {} });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD');
    expect(response.json()).toMatchObject({ status: 405 });
  });
});

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
