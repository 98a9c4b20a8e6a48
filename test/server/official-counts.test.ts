import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCounts } from '../../cli/counts.ts';
import { verifyServed } from '../../cli/verification.ts';
import { buildApp } from '../../server/app.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';
import { get } from './open-app.ts';

let app: FastifyInstance;

beforeAll(async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'numoscope-counts-')), 'sirene.csv');
  await writeFile(file, 'Département;Entreprises\nFinistère;1 200\n35;500\n');
  app = await buildApp({
    store: new WarehouseStore(await publishedFolder(twelve), undefined, await loadCounts(file)),
    siteFolder: '/nonexistent',
    formats: formatWriters,
    verify: verifyServed,
  });
});
afterAll(() => app.close());

const ranking =
  "/api/v1/rankings?by=department&question=501&answer=Tout+%C3%A0+fait+d'accord&sort=potential";

describe('a server given official counts', () => {
  it('answers volumes that rest on them, and says so', async () => {
    const { status, body } = await get(app, ranking);
    expect(status).toBe(200);
    expect(body.volumes).toEqual({ file: 'sirene.csv' });
    const [finistere] = body.rows.filter(
      ({ key }: { key: { department: string } }) => key.department === '29',
    );
    expect(finistere.potential.basis).toBe('register');
    expect(finistere.potential.enterprises).toBeCloseTo(1200 * finistere.smoothed.share, 9);
  });

  it('says it in files too, line by line', async () => {
    const { body } = await app.inject(`${ranking}&format=csv`);
    const { data } = Papa.parse<Record<string, string>>(body, {
      header: true,
      skipEmptyLines: true,
    });
    const basis = new Map(data.map((line) => [line.department, line.potential_basis]));
    expect(basis.get('29')).toBe('register');
    expect(basis.get('75')).toBe('survey');
    for (const line of data) expect(line.counts_file).toBe('sirene.csv');
  });

  it('says that a score has no use for them', async () => {
    const { body } = await get(
      app,
      "/api/v1/rankings?by=department&criteria=501:Tout+%C3%A0+fait+d'accord:%2B:1",
    );
    expect(body.notices.join(' ')).toContain('« sirene.csv » ne sert pas ici');
  });
});
