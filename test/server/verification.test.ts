import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyServed } from '../../cli/verification.ts';
import type { VerificationAnswer } from '../../core/contract/verification.ts';
import { verify } from '../../pipeline/verify/verify.ts';
import { buildApp } from '../../server/app.ts';
import type { Verify } from '../../server/verification.ts';
import { WarehouseStore } from '../../warehouse/lifecycle.ts';
import { openWarehouse } from '../../warehouse/warehouse.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { twelve } from '../warehouse/twelve.ts';
import { get, openApp } from './open-app.ts';

const address = '/api/v1/verification';

const openFolder = async (data: string, verifier?: Verify) => {
  const app = await buildApp({
    store: new WarehouseStore(data),
    siteFolder: '/nonexistent',
    ...(verifier === undefined ? {} : { verify: verifier }),
  });
  afterAll(() => app.close());
  return app;
};

const dataset = {
  dataset: 'bfn-2024',
  kind: 'microdata',
  edition: 2024,
  status: 'ingested',
  rows: 3,
  kept: 2,
  rejected: 1,
  duplicates: 0,
  reasons: [{ reason: 'unknown-sector', column: 'secteur', rows: 1, firstLines: [3] }],
  codesUnmatched: [],
  warnings: ['no respondent id'],
  checks: [{ check: 'every row is kept or rejected', passed: true, detail: '3 = 2 + 1' }],
};

describe('the verification of the warehouse that is served', () => {
  it('holds every figure that the command compares, with what it is about', async () => {
    const data = await publishedFolder(twelve);
    const { body } = await get(await openFolder(data, verifyServed), address);
    const answer = body as VerificationAnswer;
    const warehouse = await openWarehouse(join(data, 'current'));
    const expected = await verify(warehouse);
    warehouse.close();
    const { passed, failed, skipped } = answer;
    expect({ passed, failed, skipped }).toEqual({
      passed: expected.passed,
      failed: expected.failed,
      skipped: expected.skipped,
    });
    expect(
      answer.figures.map(({ id, official, computed, difference, verdict, reason, cause }) => ({
        id,
        official,
        computed,
        difference,
        verdict,
        reason,
        cause,
      })),
    ).toEqual(expected.figures);
    expect(answer.figures.find(({ id }) => id === '2020-501-nat-pct')).toMatchObject({
      edition: 2020,
      question: 501,
      answers: ["Tout à fait d'accord", "Plutôt d'accord"],
      statistic: 'share_pct',
      official: 68.1,
      rounding: 0.1,
    });
    expect(answer.datasets).toBeNull();
  });

  it('tells what became of the data sets, as their ingestion reported', async () => {
    const data = await publishedFolder(twelve);
    const report = { version: 'v1', datasets: [{ ...dataset, file: 'a.csv', columns: [] }] };
    await writeFile(join(data, 'current', 'quality.json'), JSON.stringify(report));
    const { body } = await get(await openFolder(data, verifyServed), address);
    expect(body.datasets).toEqual([dataset]);
  });

  it('is computed once, whoever asks meanwhile', async () => {
    let runs = 0;
    const app = await openFolder(await publishedFolder(twelve), (warehouse) => {
      runs += 1;
      return verifyServed(warehouse);
    });
    const answers = await Promise.all([get(app, address), get(app, address)]);
    answers.push(await get(app, address));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(runs).toBe(1);
  });

  it('is a 404 where the application was given no way to verify', async () => {
    const { status, body } = await get(await openFolder(await publishedFolder(twelve)), address);
    expect(status).toBe(404);
    expect(body.detail).toBe('Ce serveur ne vérifie pas les chiffres publiés.');
  });

  it('refuses parameters, as every address does', async () => {
    const { status, body } = await get(await openApp(twelve), `${address}?verdict=ok`);
    expect([status, body.parameter]).toEqual([400, 'verdict']);
  });
});
