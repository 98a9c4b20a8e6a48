import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../server/endpoints.ts';
import { twelve } from '../warehouse/twelve.ts';
import { get, openApp } from './open-app.ts';

let app: Awaited<ReturnType<typeof openApp>>;

beforeAll(async () => {
  app = await openApp(twelve);
});

const asked: Record<string, readonly string[]> = {
  '/meta': [''],
  '/dimensions': [''],
  '/questions': ['', '?search=reseaux'],
  '/questions/{code}': [''],
  '/crosstab': [
    '?question=501',
    '?question=501&by=department&by=sector',
    '?question=605&answer=LinkedIn&answer=Facebook&by=size',
    '?question=501&edition=2021&by=region',
    '?question=501&department=976',
  ],
  '/trends': ['?question=501', '?question=605&by=region', '?question=802&department=976'],
  '/compare': ['?sector=commerce', '?department=976'],
  '/verification': [''],
  '/movers': ['', '?region=53'],
  '/stories': ['', '?detail=charts', '?edition=2021'],
  '/rankings': [
    '?question=501&by=department',
    '?question=605&answer=Aucun&by=sector',
    '?question=501&by=department&department=976',
    '?criteria=802:Oui:%2B:1&by=department',
  ],
};

describe('the OpenAPI document', () => {
  it('describes every address and every parameter', async () => {
    const { body } = await get(app, '/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual([
      ...endpoints.map(({ path }) => path),
      '/charts/{view}.{format}',
      '/package',
      '/counts/rankings',
    ]);
    type Operation = { parameters: { name: string; description: string }[] };
    for (const { get: read, post } of Object.values<{ get?: Operation; post?: Operation }>(
      body.paths,
    )) {
      for (const { name, description } of (read ?? post)?.parameters ?? []) {
        expect(description, name).not.toBe('');
      }
    }
  });

  it('describes the answers as they are', async () => {
    const { body } = await get(app, '/api/v1/openapi.json');
    const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false });
    for (const [path, queries] of Object.entries(asked)) {
      const schema = body.paths[path].get.responses['200'].content['application/json'].schema;
      const validate = ajv.compile(closed(schema) as object);
      for (const query of queries) {
        const answer = await get(app, `/api/v1${path.replace('{code}', '501')}${query}`);
        expect(answer.status, path + query).toBe(200);
        validate(answer.body);
        expect(validate.errors, path + query).toBeNull();
      }
    }
  });

  it('gives examples that are addresses of the API', async () => {
    for (const { example } of endpoints) {
      const { status } = await get(app, `/api/v1${example}`);
      expect([200, 400]).toContain(status);
    }
  });
});

/** The same schema with no property allowed that it does not name. */
function closed(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
    value !== null && typeof value === 'object' && 'properties' in value && 'type' in value
      ? { ...value, additionalProperties: false }
      : value,
  );
}

describe('the documentation page', () => {
  it('is French, has every address and needs nothing from elsewhere', async () => {
    const { body, headers } = await app.inject('/api/docs');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="fr">');
    for (const { path } of endpoints) expect(body).toContain(path);
    expect(body).not.toMatch(/https?:\/\/|<script|style=/);
  });

  it('is English too, each leading to the other', async () => {
    const { body } = await app.inject('/api/docs?lang=en');
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('href="/api/docs" lang="fr"');
    expect((await app.inject('/api/docs')).body).toContain('href="/api/docs?lang=en" lang="en"');
    for (const { path } of endpoints) expect(body).toContain(path);
    const text = body.replace(/<a class="other".*/, '');
    expect(text).not.toMatch(/[«»]|\b(?:les|des|une|réponses|défaut|obligatoire)\b/i);
  });

  it('translates every sentence of the description', async () => {
    const sentencesOf = async (search: string) => {
      const found: string[] = [];
      JSON.stringify((await get(app, `/api/v1/openapi.json${search}`)).body, (key, value) => {
        if ((key === 'description' || key === 'summary') && typeof value === 'string')
          found.push(value);
        return value;
      });
      return found;
    };
    const [french, english] = [await sentencesOf(''), await sentencesOf('?lang=en')];
    expect(english.length).toBe(french.length);
    expect(french.filter((sentence, index) => sentence === english[index])).toEqual([]);
  });
});
