import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { generateDemo } from '../../pipeline/demo/generate.ts';
import { ingest } from '../../pipeline/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildApp } from '../../server/app.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { tableNames } from '../../warehouse/tables.ts';
import { twelve } from '../warehouse/twelve.ts';
import { get, openApp } from './open-app.ts';

/** The rules of the Data Package standard (https://datapackage.org/standard) that our description has to keep. */
const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };
const fieldNames = { type: 'array', minItems: 1, items: { type: 'string' } };
const titled = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };
const dataPackage = {
  type: 'object',
  required: ['name', 'resources'],
  properties: {
    name,
    title: { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    created: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' },
          path: { type: 'string', pattern: '^https?://' },
        },
      },
    },
    contributors: { type: 'array', minItems: 1, items: titled },
    sources: { type: 'array', minItems: 1, items: titled },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'schema'],
        properties: {
          name,
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\.)' },
          format: { type: 'string' },
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    name: { type: 'string' },
                    type: { enum: ['string', 'integer', 'number', 'boolean', 'array', 'any'] },
                    description: { type: 'string' },
                    constraints: {
                      type: 'object',
                      properties: { required: { type: 'boolean' } },
                    },
                  },
                },
              },
              primaryKey: fieldNames,
              foreignKeys: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['fields', 'reference'],
                  properties: {
                    fields: fieldNames,
                    reference: {
                      type: 'object',
                      required: ['resource', 'fields'],
                      properties: { resource: name, fields: fieldNames },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Descriptor {
  resources: {
    name: string;
    path: string;
    bytes: number;
    hash: string;
    description: string;
    schema: {
      fields: { name: string; description?: string }[];
      primaryKey?: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
  }[];
}

async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

describe('the whole warehouse as a package', () => {
  let root = '';
  let archive: Buffer;
  let headers: Record<string, unknown>;
  let files: Map<string, Buffer>;
  let descriptor: Descriptor;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'numoscope-package-'));
    const [source, data] = [join(root, 'source'), join(root, 'data')];
    await generateDemo({ folder: source, seed: 3, scale: 0.01, progress: silentProgress });
    await ingest({ source, dataFolder: data, progress: silentProgress });
    const app = await buildApp({ store: new WarehouseStore(data), siteFolder: '/nonexistent' });
    const response = await app.inject('/api/v1/package');
    await app.close();
    expect(response.statusCode).toBe(200);
    archive = response.rawPayload;
    headers = response.headers;
    files = await unzip(archive);
    descriptor = JSON.parse(files.get('datapackage.json')?.toString() ?? '');
  }, 120_000);
  afterAll(() => rm(root, { recursive: true }));

  it('is a ZIP archive of a known size, named after the version', () => {
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="numoscope-\w+\.zip"$/);
    expect(Number(headers['content-length'])).toBe(archive.length);
  });

  it('keeps the rules of the Data Package standard', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(dataPackage);
    validate(descriptor);
    expect(validate.errors).toBeNull();
    const names = descriptor.resources.map((resource) => resource.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds every table, the report of the ingestion, and nothing else', () => {
    expect([...files.keys()].sort()).toEqual(
      ['datapackage.json', 'quality.json', ...tableNames.map((each) => `${each}.parquet`)].sort(),
    );
  });

  it('describes each file as it is: bytes, digest, columns', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const { path, bytes, hash, schema } of descriptor.resources) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect(content.length, path).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, path).toBe(hash);
      const file = join(root, path);
      await writeFile(file, content);
      const columns = await connection.runAndReadAll(`describe from '${file}'`);
      expect(
        columns.getRowsJS().map(([column]) => column),
        path,
      ).toEqual(schema.fields.map((field) => field.name));
    }
    connection.closeSync();
    instance.closeSync();
  });

  it('says what each table and each of its columns is', () => {
    const unsaid = descriptor.resources.flatMap(({ name: table, description, schema }) => [
      ...(description ? [] : [table]),
      ...schema.fields
        .filter((field) => !field.description)
        .map((field) => `${table}.${field.name}`),
    ]);
    expect(unsaid).toEqual([]);
  });

  it('has the keys it claims: rows told apart, values that are in the table referred to', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const { path } of descriptor.resources)
      await writeFile(join(root, path), files.get(path) ?? Buffer.alloc(0));
    const from = (path: string) => `'${join(root, path)}'`;
    const count = async (query: string) =>
      Number(
        (await connection.runAndReadAll(`select count(*) from (${query})`)).getRowsJS()[0]![0],
      );
    let keys = 0;
    for (const { path, schema } of descriptor.resources) {
      if (schema.primaryKey !== undefined) {
        const twice = `from ${from(path)} group by ${schema.primaryKey.join(', ')} having count(*) > 1`;
        expect(await count(`select 1 ${twice}`), `${path}, ${schema.primaryKey}`).toBe(0);
        keys += 1;
      }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = descriptor.resources.find((each) => each.name === reference.resource)!;
        const same = fields.map((field, place) => `a.${field} = b.${reference.fields[place]}`);
        const lost = `from ${from(path)} a anti join ${from(target.path)} b on ${same.join(' and ')}`;
        expect(await count(`select 1 ${lost}`), `${path}, ${fields} → ${target.name}`).toBe(0);
        keys += 1;
      }
    }
    expect(keys).toBeGreaterThan(20);
    connection.closeSync();
    instance.closeSync();
  });
});

it('is a 404 in words where a warehouse has no files beside its database', async () => {
  const { status, body } = await get(await openApp(twelve), '/api/v1/package');
  expect(status).toBe(404);
  expect(body.detail).toBe('Cet entrepôt n’a pas été publié avec ses fichiers.');
});
