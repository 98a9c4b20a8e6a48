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
