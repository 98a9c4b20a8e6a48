import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../pipeline/demo/profile.ts';
import { runDemo } from '../../pipeline/demo/run.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import type { IngestSummary } from '../../pipeline/summary.ts';
import { readPublishedFigures } from '../../pipeline/verify/figures.ts';
import { renderVerification, type Verification, verify } from '../../pipeline/verify/verify.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { databaseName, openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';

let root = '';
let summary: IngestSummary;
let warehouse: Warehouse;
let verification: Verification;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'numoscope-test-verify-'));
  summary = await runDemo({ dataFolder: root, progress: silentProgress });
  warehouse = await openWarehouse(join(root, 'current'));
  verification = await verify(warehouse);
}, 600_000);

afterAll(async () => {
  warehouse?.close();
  await rm(root, { recursive: true, force: true });
});

const verdictOf = (id: string) => verification.figures.find((figure) => figure.id === id);

describe('the demonstration, through the ordinary pipeline at true scale', () => {
  it('is published whole, nothing rejected, and says what it is', () => {
    expect(summary.status).toBe('published');
    expect(summary.datasets.map(({ id, rejected }) => [id, rejected]).sort()).toEqual([
      ['bfn-2020-resultats-2020', 0],
      ['bfn-2021-resultats-2021', 0],
      ['bfn-2022-resultats-2022', 0],
      ['bfn-2023-resultats-2023', 0],
      ['bfn-2024-resultats-2024', 0],
      ['bfn-resultats-2025', 0],
      ['bfn-table-de-correspondance', 0],
      ['questions-reponses', 0],
    ]);
    expect(warehouse.catalogue.meta.get('origin')).toBe('demonstration');
    expect(warehouse.catalogue.questions.size).toBe(119);
  });

  it('gives every published figure that can be checked, within its rounding', async () => {
    const figures = await readPublishedFigures();
    const checked = figures.filter(({ status }) => status === 'check').map(({ id }) => id);
    expect(verification.figures.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(
      checked.filter((id) => verdictOf(id)?.verdict !== 'ok').map((id) => verdictOf(id)),
    ).toEqual([]);
    expect(verification.failed).toBe(0);
    expect(verification.passed).toBe(checked.length + 6);
    expect(verification.skipped).toBe(figures.length - checked.length);
  });

  it('reconciles both bases in each of the six editions', () => {
    for (const edition of [2020, 2021, 2022, 2023, 2024, 2025]) {
      const reconciliation = verdictOf(`reconcile-${edition}`);
      expect(reconciliation?.verdict).toBe('ok');
      expect(reconciliation?.computed).toBeLessThan(0.02);
    }
  });

  it('counts « Tout à fait d’accord » in 2023 as published, by department and by sector', async () => {
    const { counts } = await readProfile();
    const counted = async (by: 'department' | 'sector') => {
      const answer = await rankings(warehouse, {
        by: [by],
        edition: counts.edition,
        question: counts.question,
        answer: [counts.answer],
        sort: 'count',
        limit: 200,
      });
      return answer.rows.map(({ key, count }) => [key[by], count] as const);
    };
    const departments = await counted('department');
    expect(departments.slice(0, 10)).toEqual([
      ['75', 246],
      ['13', 130],
      ['69', 127],
      ['59', 124],
      ['31', 112],
      ['33', 104],
      ['44', 102],
      ['92', 97],
      ['67', 92],
      ['35', 86],
    ]);
    expect(Math.max(...departments.slice(10).map(([, count]) => count ?? 0))).toBeLessThan(86);
    expect(await counted('sector')).toEqual([
      ['industrie', 673],
      ['ntic', 586],
      ['services-specialises-techniques', 518],
      ['commerce', 425],
      ['autre', 367],
      ['services-a-la-personne', 303],
      ['hebergement-restauration', 291],
      ['activites-financieres-assurances', 276],
      ['batiment-construction', 246],
      ['transport-logistique', 215],
      ['agriculture', 166],
    ]);
  });
});

describe('verification', () => {
  it('reads as an aligned table with a last line that counts', () => {
    const text = renderVerification(verification);
    const [heading, first] = text.split('\n');
    expect(heading).toMatch(/^figure +published +computed +difference +verdict$/);
    expect(first).toMatch(/ok$/);
    expect(text).toContain(
      `${verification.passed} found, 0 different, ${verification.skipped} skipped, because:`,
    );
    expect(text).toContain('composite indicator, or without a code in the correspondence table');
    expect(text).not.toMatch(/ (?:pas|dans|une?) /);
  });

  it('tells a figure and an edition that no longer agree, and skips what is not held', async () => {
    const file = join(root, databaseName);
    await copyFile(join(root, 'current', databaseName), file);
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run(
      'update published set share = share + 0.01 where edition = 2025 and question = 501',
    );
    await connection.run('delete from responses where question = 712 and edition = 2025');
    await connection.run(
      "delete from respondents where edition = 2024 and size_detail = (select id from size_details where code = '0')",
    );
    connection.closeSync();
    instance.closeSync();
    const spoiled = await openWarehouse(file);
    const result = await verify(spoiled);
    spoiled.close();
    const of = (id: string) => result.figures.find((figure) => figure.id === id);
    expect(of('reconcile-2025')?.verdict).toBe('differs');
    expect(of('reconcile-2025')?.computed).toBeCloseTo(1, 1);
    expect(of('2024-effectif-de-l-echantillon-nat-resp')).toMatchObject({
      official: 10125,
      computed: 8950,
      difference: -1175,
      verdict: 'differs',
    });
    expect(of('2025-712-nat-pct')?.verdict).toBe('skipped');
    expect(of('2025-712-nat-pct')?.cause).toEqual({ code: 'no-answer' });
    expect(result.failed).toBeGreaterThan(1);
    expect(renderVerification(result)).toMatch(/reconcile-2025 .* DIFFERS/);
  });
});
